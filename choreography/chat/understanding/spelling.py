"""Which word was meant where one is misspelled: near in letters, and known to the lexicon or the library."""

from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from choreography.chat.understanding.lexicon import FILLERS, MEANINGS, NEGATORS, phrases
from choreography.chat.understanding.matching import STEM_REST, singular, vocabulary
from choreography.chat.understanding.word_lists import COMMON_WORDS

WORDS_KEPT = 10_000
"""Words of people, as they come: the least used are forgotten."""


@lru_cache(maxsize=WORDS_KEPT)
def corrected(word: str, names: frozenset[str] = frozenset()) -> str:
    """Return the word of the lexicon that was meant, or the word as it is.

    Of several as near, one that begins alike; then the first in the alphabet, in every process the same.
    """
    known = vocabulary()
    if len(word) < 4 or not word.isalpha() or word in known or word in COMMON_WORDS or word in names:
        return word
    if singular(word) in known or any(
        word.startswith(stem) and len(word) - len(stem) <= STEM_REST for stem in _stems()
    ):
        return word
    best, least = word, 3
    for candidate in (*_correctable(), *sorted(names)):
        if abs(len(candidate) - len(word)) > 2:
            continue
        far = OSA.distance(word, candidate, score_cutoff=2)
        if far < least and far <= _reach(word, candidate):
            best, least = candidate, far
        elif far == least and far <= _reach(word, candidate) and (candidate[0] == word[0]) > (best[0] == word[0]):
            best = candidate
    return best


def _reach(word: str, candidate: str) -> int:
    shorter = min(len(word), len(candidate))
    if shorter >= 8:
        return 2
    if shorter >= 5:
        return 1
    lost_letter = len(candidate) == len(word) + 1 and candidate[0] == word[0]
    return 1 if lost_letter or sorted(word) == sorted(candidate) else 0


@cache
def _stems() -> frozenset[str]:
    return frozenset(
        word[:-1]
        for text in MEANINGS.values()
        for phrase in phrases(text)
        for word in phrase.split()
        if word.endswith("*")
    )


@cache
def _correctable() -> tuple[str, ...]:
    """Return the words a typo may have meant: those of meanings and denials, with the usual endings of stems."""
    made = set()
    for text in (*MEANINGS.values(), NEGATORS):
        for phrase in phrases(text):
            for word in phrase.split():
                if word.endswith("*"):
                    made |= {word[:-1] + ending for ending in ("", "a", "o", "s", "as", "os")}
                else:
                    made.add(word)
    return tuple(sorted(word for word in made if len(word) >= 4 and word not in FILLERS))
