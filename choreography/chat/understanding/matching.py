"""Where the phrases of the lexicon stand among words, stems and plurals included."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from choreography.chat.understanding.lexicon import (
    BREAKERS,
    CORRECTIONS,
    DENIED_NEGATORS,
    DIMINISHERS,
    FILLERS,
    MEANINGS,
    NEGATORS,
    SOFTENERS,
    phrases,
)

STEM_REST = 5
"""A stem of the lexicon takes at most so many letters more."""


@cache
def vocabulary() -> frozenset[str]:
    """Return every word of the lexicon, stems without their star."""
    texts = [*MEANINGS.values(), NEGATORS, DENIED_NEGATORS, CORRECTIONS, SOFTENERS, DIMINISHERS, BREAKERS]
    return (
        frozenset(word.rstrip("*") for text in texts for phrase in phrases(text) for word in phrase.split()) | FILLERS
    )


def phrase_at(texts: Sequence[str], place: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the words and the meanings of the longest phrase that begins at a place; None: none does."""
    if not texts[place]:
        return None
    for words, meanings in _index().get(texts[place][:2], ()):
        here = texts[place : place + len(words)]
        if len(here) == len(words) and all(map(_fits, words, here)):
            return words, meanings
    return None


def words_matched(texts: Sequence[str], place: int, table: str) -> int:
    """Return how many words from `place` on are a phrase of the list; 0: none is."""
    for length, rows in _set_of(table).items():
        here = tuple(texts[place : place + length])
        if len(here) < length:
            continue
        if here in rows or (length == 1 and any(row[0].endswith("*") and _fits(row[0], here[0]) for row in rows)):
            return length
    return 0


def singular(word: str) -> str:
    """Return a word without the s of its plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


@cache
def _index() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return phrases (their words, their meanings) by first two letters, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for meaning, text in MEANINGS.items():
        for phrase in phrases(text):
            index[phrase.split()[0].rstrip("*")[:2]].append((tuple(phrase.split()), tuple(meaning.split("+"))))
    for rows in index.values():
        rows.sort(key=lambda row: (-len(row[0]), -len(row[0][0])))
    return index


@cache
def _set_of(text: str) -> dict[int, frozenset[tuple[str, ...]]]:
    """Return the phrases of a list by their number of words."""
    by_length: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for phrase in phrases(text):
        by_length[len(phrase.split())].add(tuple(phrase.split()))
    return {length: frozenset(rows) for length, rows in sorted(by_length.items(), reverse=True)}


def _fits(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        stem = pattern[:-1]
        return word.startswith(stem) and len(word) - len(stem) <= STEM_REST
    return pattern == word or (len(word) > 3 and word == pattern + "s")
