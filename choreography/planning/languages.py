"""The languages in which a plan explains itself."""

from typing import Literal, get_args

Language = Literal["en", "es"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def language_of(code: str) -> Language:
    """Return the language of a code. Raises ValueError for one that no plan speaks."""
    for language in LANGUAGES:
        if language == code:
            return language
    raise ValueError(f"There is no language {code!r}.")
