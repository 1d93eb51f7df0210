"""What a sentence mentions, wanted or not: phrases of the lexicon, found through typos, with what denials reach."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.distance import OSA

from choreography.chat.understanding.lexicon import (
    BREAKERS,
    CORRECTIONS,
    DENIED_NEGATORS,
    DIMINISHERS,
    FILLERS,
    INDIFFERENT,
    MEANINGS,
    NEGATORS,
    SOFTENERS,
    phrases,
)
from choreography.chat.understanding.word_lists import COMMON_WORDS
from choreography.chat.understanding.words import Word

STEM_REST = 5
"""A stem of the lexicon takes at most so many letters more."""

LISTED = frozenset({"category", "name", "pain"})
"""Kinds of mention that come in lists: "no dips, head rolls or spins"."""

HARD_BREAKERS = frozenset({"but", "pero", "sino", "yet", "however", "only", "just", "solo", "solamente", "eso"})
STOPS = frozenset({".", ";", "!", "?", "(", ")", "\n"})
JOINERS = frozenset({"and", "or", "nor", "y", "e", "o", "u", "ni", "&", "+", "/", ","})
AFTERTHOUGHTS = frozenset({"thanks", "thank", "gracias", "please", "pls", "nope", "way"})
ASKING = frozenset(
    phrases(
        "can, could, would, may, please, want, need, make, give, show, puedes, podrias, podriamos, podemos, puede, "
        "quiero, quiere, haz, dame, pon, me"
    )
)
"""With one of these a question is a wish."""
MAX_OTHER_WORDS = 2
Node = dict[str, "Node | list[str]"]


@dataclass(frozen=True)
class Mention:
    """One thing a sentence speaks of."""

    slot: str
    value: str
    start: int
    """Index of its first word."""
    end: int
    """Index after its last word."""
    wanted: bool | None = True
    """None: neither asked for nor refused."""
    softened: bool = False
    """Refused only in excess: "not too fast"."""
    diminished: bool = False
    """Wanted a little: "a bit sensual"."""
    corrects: bool = False
    """It takes the place of what was said before."""


def find_mentions(
    words: Sequence[Word], masked: frozenset[int] = frozenset(), own: Iterable[str] = ()
) -> list[Mention]:
    """Return what the words mention, in order; `masked` words (a song's title) mean nothing.

    `own` are words of the library's move names: they become mentions of the slot `name`.
    """
    texts = ["" if index in masked else word.text for index, word in enumerate(words)]
    names = frozenset(own) - vocabulary()
    texts = [_corrected(text, names) for text in texts]
    found = _phrases_in(texts, names)
    return _with_polarity(texts, found)


@cache
def vocabulary() -> frozenset[str]:
    """Return every word of the lexicon, stems without their star."""
    texts = [*MEANINGS.values(), NEGATORS, DENIED_NEGATORS, CORRECTIONS, SOFTENERS, DIMINISHERS, BREAKERS]
    return (
        frozenset(word.rstrip("*") for text in texts for phrase in phrases(text) for word in phrase.split()) | FILLERS
    )


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


def _phrases_in(texts: Sequence[str], names: frozenset[str]) -> list[Mention]:
    found: list[Mention] = []
    place = 0
    while place < len(texts):
        row = _phrase_at(texts, place)
        denial = _matches(texts, place, NEGATORS)
        if denial > 1 and (row is None or denial > len(row[0])):
            place += denial
            continue
        if row is not None:
            words, meanings = row
            for meaning in meanings:
                slot, _, value = meaning.partition(":")
                found.append(Mention(slot, value, place, place + len(words)))
            place += len(words)
            continue
        if _singular(texts[place]) in names or texts[place] in names:
            value = texts[place] if texts[place] in names else _singular(texts[place])
            found.append(Mention("name", value, place, place + 1))
        place += 1
    return found


def _phrase_at(texts: Sequence[str], place: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    if not texts[place]:
        return None
    for words, meanings in _index().get(texts[place][:2], ()):
        here = texts[place : place + len(words)]
        if len(here) == len(words) and all(map(_fits, words, here)):
            return words, meanings
    return None


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


@cache
def _corrected(word: str, names: frozenset[str] = frozenset()) -> str:
    """Return the word of the lexicon that was meant, or the word as it is."""
    known = vocabulary()
    if len(word) < 4 or not word.isalpha() or word in known or word in COMMON_WORDS or word in names:
        return word
    if _singular(word) in known or any(
        word.startswith(stem) and len(word) - len(stem) <= STEM_REST for stem in _stems()
    ):
        return word
    best, least = word, 3
    for candidate in _correctable() | names:
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
def _correctable() -> frozenset[str]:
    """Return the words a typo may have meant: those of meanings and denials, with the usual endings of stems."""
    made = set()
    for text in (*MEANINGS.values(), NEGATORS):
        for phrase in phrases(text):
            for word in phrase.split():
                if word.endswith("*"):
                    made |= {word[:-1] + ending for ending in ("", "a", "o", "s", "as", "os")}
                else:
                    made.add(word)
    return frozenset(word for word in made if len(word) >= 4 and word not in FILLERS)


def _matches(texts: Sequence[str], place: int, table: str) -> int:
    """Return how many words from `place` on are a phrase of the list; 0: none is."""
    for length, rows in _set_of(table).items():
        here = tuple(texts[place : place + length])
        if len(here) < length:
            continue
        if here in rows or (length == 1 and any(row[0].endswith("*") and _fits(row[0], here[0]) for row in rows)):
            return length
    return 0


def _with_polarity(texts: Sequence[str], found: list[Mention]) -> list[Mention]:
    reader = _Reader(texts, found)
    place = 0
    while place < len(texts):
        place += reader.read(place)
    return reader.result


class _Reader:
    """Goes through a sentence and keeps in mind what is denied, softened, corrected."""

    def __init__(self, texts: Sequence[str], found: list[Mention]) -> None:
        self.result = list(found)
        self._texts, self._found = texts, found
        self._by_place: dict[int, list[int]] = defaultdict(list)
        for number, mention in enumerate(found):
            self._by_place[mention.start].append(number)
        self._denial = _Denial()
        self._softened = self._diminished = self._corrects = self._indifferent = False

    def read(self, place: int) -> int:
        """Take in what stands at a place; return of how many words it is."""
        if place in self._by_place:
            return self._mention(self._by_place[place])
        for table, take in (
            (CORRECTIONS, self._correction),
            (DENIED_NEGATORS, self._no_denial),
            (NEGATORS, self._negator),
            (DIMINISHERS, self._diminisher),
            (SOFTENERS, self._softener),
        ):
            if length := _matches(self._texts, place, table):
                take(place, length)
                return length
        self._word(place)
        return 1

    def _mention(self, numbers: list[int]) -> int:
        mention = self._found[numbers[0]]
        refused = self._denial.reaches(mention)
        if refused and self._denial.used and _approved_after(self._texts, mention.end):
            refused = False
        denied = refused or _denied_after(self._texts, mention.end)
        wanted = None if self._indifferent or self._is_doubt(mention) else not denied
        for number in numbers:
            self.result[number] = replace(
                self._found[number],
                wanted=wanted,
                softened=refused and self._softened,
                diminished=self._diminished,
                corrects=self._corrects,
            )
        self._softened = self._softened and refused and mention.slot not in LISTED
        self._diminished = self._indifferent = False
        self._denial.passed(mention)
        return mention.end - mention.start

    def _is_doubt(self, mention: Mention) -> bool:
        """Return whether a level is only asked about: "advanced? no idea"; "can you do advanced?" is a wish."""
        after = self._texts[mention.end] if mention.end < len(self._texts) else ""
        raised = mention.slot == "difficulty" and mention.value != "beginner"
        return raised and after == "?" and not ASKING.intersection(self._texts)

    def _correction(self, place: int, length: int) -> None:
        self._corrects, self._softened, self._diminished = True, False, False
        self._denial = _Denial()

    def _no_denial(self, place: int, length: int) -> None:
        self._denial, self._indifferent = _Denial(), bool(_matches(self._texts, place, INDIFFERENT))

    def _negator(self, place: int, length: int) -> None:
        self._denial.begin()
        self._softened = self._diminished = False

    def _diminisher(self, place: int, length: int) -> None:
        self._diminished = self._diminished or not self._denial.open
        self._denial.word(self._texts[place])

    def _softener(self, place: int, length: int) -> None:
        self._softened = self._softened or self._denial.open
        self._denial.word(self._texts[place])

    def _word(self, place: int) -> None:
        text = self._texts[place]
        next_listed = _next_is_listed(self._texts, place + 1, self._by_place, self._found)
        self._denial.word(text, next_listed)
        if text in STOPS or (text == "," and not next_listed):
            self._diminished = self._softened = False


class _Denial:
    """How far a "no" reaches."""

    def __init__(self) -> None:
        self.open = False
        self.used = False
        self._others = 0
        self._kind = ""

    def begin(self) -> None:
        self.open, self.used, self._others = True, False, 0

    def word(self, text: str, next_listed: bool = False) -> None:
        """Take notice of a word that is no mention."""
        if not self.open:
            return
        if text in STOPS or text in HARD_BREAKERS:
            self.open = False
        elif text in JOINERS:
            keeps = next_listed and (self._kind in LISTED if self.used else self._others == 0)
            if (self.used and not keeps and text not in ("or", "nor", "ni", "o", "u", "/")) or (
                text == "," and not keeps
            ):
                self.open = False
        elif self.used and (_matches([text], 0, BREAKERS) or text not in FILLERS):
            self.open = False
        elif text and text not in FILLERS and not _matches([text], 0, SOFTENERS):
            self._others += 1
            if self._others > MAX_OTHER_WORDS:
                self.open = False

    def reaches(self, mention: Mention) -> bool:
        """Return whether a mention here is refused."""
        if not self.open:
            return False
        if self.used and mention.slot not in LISTED and self._kind in LISTED:
            self.open = False
        return self.open

    def passed(self, mention: Mention) -> None:
        """Take notice of a mention."""
        if self.open:
            self.used, self._others, self._kind = True, 0, mention.slot


def _next_is_listed(texts: Sequence[str], place: int, by_place: dict[int, list[int]], found: list[Mention]) -> bool:
    """Return whether the next thing is a kind of move, after joiners, articles and further denials."""
    for ahead in range(place, min(place + 4, len(texts))):
        if ahead in by_place:
            return found[by_place[ahead][0]].slot in LISTED
        text = texts[ahead]
        if text in ("more", "mas", "lots", "many", "muchos", "muchas", "with", "con", "some", "plus", "please"):
            return False
        if text not in JOINERS and text not in FILLERS and not _matches(texts, ahead, NEGATORS):
            return False
    return False


def _approved_after(texts: Sequence[str], place: int) -> bool:
    """Return whether a mention is approved at once: "no hip rolls, body waves ok"."""
    rest = [text for text in texts[place : place + 2] if text not in ("are", "is", "estan", "esta")]
    return bool(rest) and rest[0] in (
        "ok",
        "okay",
        "fine",
        "yes",
        "si",
        "good",
        "welcome",
        "allowed",
        "vale",
        "bien",
        "sure",
    )


def _denied_after(texts: Sequence[str], place: int) -> bool:
    """Return whether a denial follows what it denies: "dips no", "head rolls are out", "giros, no gracias"."""
    rest = list(texts[place : place + 5])
    while rest and rest[0] in (
        "are",
        "is",
        "a",
        "-",
        ":",
        ",",
        "?",
        "total",
        "hard",
        "absolute",
        "big",
        "strictly",
        "estan",
        "esta",
        "son",
        "mejor",
        "que",
    ):
        rest = rest[1:]
    if not rest:
        return False
    if rest[0] in ("no", "nope", "not", "nada", "jamas", "nunca", "never", "not"):
        after = rest[1] if len(rest) > 1 else "."
        return (
            after in STOPS
            or after in AFTERTHOUGHTS
            or after in (",", "go", "por", "allowed", "wanted", "welcome", "way", "way!")
        )
    return rest[0] in (
        "free",
        "forbidden",
        "out",
        "excluded",
        "prohibidos",
        "prohibidas",
        "prohibido",
        "prohibida",
        "fuera",
        "banned",
    )
