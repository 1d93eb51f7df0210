"""What a sentence denies, softens, corrects or leaves open, and how far a "no" reaches."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from choreography.chat.understanding.lexicon import (
    BREAKERS,
    CORRECTIONS,
    DENIED_NEGATORS,
    DIMINISHERS,
    FILLERS,
    INDIFFERENT,
    NEGATORS,
    SOFTENERS,
    phrases,
)
from choreography.chat.understanding.matching import words_matched
from choreography.chat.understanding.mention import LISTED, Mention

HARD_BREAKERS = frozenset({"but", "pero", "sino", "yet", "however", "only", "just", "solo", "solamente", "eso"})
STOPS = frozenset({".", ";", "!", "?", "(", ")", "\n"})
JOINERS = frozenset({"and", "or", "nor", "y", "e", "o", "u", "ni", "&", "+", "/", ","})
LIST_ENDERS = frozenset({"more", "mas", "lots", "many", "muchos", "muchas", "with", "con", "some", "plus", "please"})
APPROVALS = frozenset({"ok", "okay", "fine", "yes", "si", "good", "welcome", "allowed", "vale", "bien", "sure"})
DENIALS = frozenset({"no", "nope", "not", "nada", "jamas", "nunca", "never"})
OUTCASTS = frozenset(
    {"free", "forbidden", "out", "excluded", "prohibidos", "prohibidas", "prohibido", "prohibida", "fuera", "banned"}
)
"""Alone after a move they deny it: "dips are out"."""
LINKS = frozenset(
    {"-", ":", ",", "?"} | {*phrases("are, is, a, total, hard, absolute, big, strictly, estan, esta, son, mejor, que")}
)
"""May stand between a move and its denial."""
AFTERTHOUGHTS = frozenset({"thanks", "thank", "gracias", "please", "pls", "nope", "way"})
AFTER_DENIALS = STOPS | AFTERTHOUGHTS | frozenset({",", "go", "por", "allowed", "wanted", "welcome", "way!"})
"""What may follow a "no" that belongs to the move before it."""
ASKING = frozenset(
    phrases(
        "can, could, would, may, please, want, need, make, give, show, puedes, podrias, podriamos, podemos, puede, "
        "quiero, quiere, haz, dame, pon, me"
    )
)
"""With one of these a question is a wish."""
MAX_OTHER_WORDS = 2


def with_polarity(texts: Sequence[str], found: list[Mention]) -> list[Mention]:
    """Return the mentions found in a text with what is said of each: wanted or denied, a little or instead."""
    reader = _Reader(texts, found)
    place = 0
    while place < len(texts):
        place += reader.read(place)
    return reader.result


class _Reader:
    """Goes through a sentence and keeps in mind what is denied, wanted a little, corrected."""

    def __init__(self, texts: Sequence[str], found: list[Mention]) -> None:
        self.result = list(found)
        self._texts, self._found = texts, found
        self._by_place: dict[int, list[int]] = defaultdict(list)
        for number, mention in enumerate(found):
            self._by_place[mention.start].append(number)
        self._denial = _Denial()
        self._diminished = self._corrects = self._indifferent = False

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
            if length := words_matched(self._texts, place, table):
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
                diminished=self._diminished,
                corrects=self._corrects,
            )
        self._diminished = self._indifferent = False
        self._denial.passed(mention)
        return mention.end - mention.start

    def _is_doubt(self, mention: Mention) -> bool:
        """Return whether a level is only asked about: "advanced? no idea"; "can you do advanced?" is a wish."""
        after = self._texts[mention.end] if mention.end < len(self._texts) else ""
        raised = mention.slot == "difficulty" and mention.value != "beginner"
        return raised and after == "?" and not ASKING.intersection(self._texts)

    def _correction(self, place: int, length: int) -> None:
        self._corrects, self._diminished = True, False
        self._denial = _Denial()

    def _no_denial(self, place: int, length: int) -> None:
        self._denial, self._indifferent = _Denial(), bool(words_matched(self._texts, place, INDIFFERENT))

    def _negator(self, place: int, length: int) -> None:
        self._denial.begin()
        self._diminished = False

    def _diminisher(self, place: int, length: int) -> None:
        self._diminished = self._diminished or not self._denial.open
        self._denial.word(self._texts[place])

    def _softener(self, place: int, length: int) -> None:
        self._denial.word(self._texts[place])

    def _word(self, place: int) -> None:
        text = self._texts[place]
        next_listed = _next_is_listed(self._texts, place + 1, self._by_place, self._found)
        self._denial.word(text, next_listed)
        if text in STOPS or (text == "," and not next_listed):
            self._diminished = False


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
        elif self.used and (words_matched([text], 0, BREAKERS) or text not in FILLERS):
            self.open = False
        elif text and text not in FILLERS and not words_matched([text], 0, SOFTENERS):
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
        if text in LIST_ENDERS:
            return False
        if text not in JOINERS and text not in FILLERS and not words_matched(texts, ahead, NEGATORS):
            return False
    return False


def _approved_after(texts: Sequence[str], place: int) -> bool:
    """Return whether a mention is approved at once: "no hip rolls, body waves ok"."""
    rest = [text for text in texts[place : place + 2] if text not in ("are", "is", "estan", "esta")]
    return bool(rest) and rest[0] in APPROVALS


def _denied_after(texts: Sequence[str], place: int) -> bool:
    """Return whether a denial follows what it denies: "dips no", "head rolls are out", "giros, no gracias"."""
    rest = list(texts[place : place + 5])
    while rest and rest[0] in LINKS:
        rest = rest[1:]
    if not rest:
        return False
    if rest[0] in DENIALS:
        after = rest[1] if len(rest) > 1 else "."
        return after in AFTER_DENIALS
    return rest[0] in OUTCASTS
