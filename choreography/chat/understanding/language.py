"""In which language a sentence is."""

import re

from choreography.chat.understanding.word_lists import word_list
from common.language import Language

SPANISH, ENGLISH = word_list("spanish"), word_list("english")
ONLY_SPANISH = re.compile(r"[ñ¿¡áéíóú]", re.IGNORECASE)
QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]")


def language_of(sentence: str, words: list[str], fallback: Language) -> Language:
    """Return the language of a sentence by its small words; `fallback` where nothing tells.

    `words` are its plain words without those of a song's title.
    """
    spanish = sum(word in SPANISH for word in words)
    english = sum(word in ENGLISH for word in words)
    if spanish == english and ONLY_SPANISH.search(QUOTED.sub("", sentence)):
        spanish += 1
    if spanish == english:
        return fallback
    return "es" if spanish > english else "en"
