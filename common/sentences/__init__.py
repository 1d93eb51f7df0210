"""What we say to people, in the language they read: English sentences stand in the code, Spanish ones beside this."""

import re
from functools import cache
from importlib.resources import files

from django.utils.translation import get_language

from common.language import LANGUAGES, Language

GAP = "{}"
"""Where a sentence says what differs from case to case."""
LONGEST = 1_000
"""Characters: more than any sentence of ours has, a title in it. Looking for gaps takes the square of the length, 1.6 s
at 32 KiB, and a refusal may quote all that was sent."""


def spoken_language() -> Language:
    """Return the language that is asked for where this runs: that of the request, else English."""
    active = (get_language() or "")[:2]
    return next((language for language in LANGUAGES if language == active), "en")


def in_language(sentence: str, language: Language) -> str:
    """Return an English sentence of ours in a language; what is not ours stays as it is."""
    if language == "en" or len(sentence) > LONGEST:
        return sentence
    whole, patterns = spanish()
    if sentence in whole:
        return whole[sentence]
    found = next(((match, said) for pattern, said in patterns if (match := pattern.fullmatch(sentence))), None)
    return sentence if found is None else found[1].format(*(in_language(part, language) for part in found[0].groups()))


def as_spoken(sentence: str) -> str:
    """Return an English sentence of ours in the language that is asked for where this runs."""
    return in_language(sentence, spoken_language())


@cache
def spanish() -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Return the sentences that are always the same, and those with gaps as patterns."""
    text = files(__package__).joinpath("spanish.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    pairs = dict(zip(lines[::2], lines[1::2], strict=True))
    patterns = (
        (re.compile("(.+?)".join(map(re.escape, english.split(GAP))), re.DOTALL), spanish)
        for english, spanish in pairs.items()
        if GAP in english
    )
    return pairs, tuple(patterns)
