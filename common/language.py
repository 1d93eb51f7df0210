"""The languages we speak."""

from typing import Literal, get_args

Language = Literal["en", "es"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def language_named(code: str) -> Language:
    """Return the language of a code. Raises ValueError for one that we do not speak."""
    for language in LANGUAGES:
        if language == code:
            return language
    raise ValueError(f"There is no language {code!r}.")
