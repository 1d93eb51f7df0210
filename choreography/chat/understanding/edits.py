"""What a sentence changes in a dance that is there: "slower ending", "swap the dip for a turn", "deshaz"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from choreography.chat.understanding.edit import Edit, EditKind, Target
from choreography.chat.understanding.edit_words import (
    AGAIN,
    ANEW,
    BAN_PLACE,
    CALMER,
    CLOSE,
    DENIED,
    EASIER,
    EXPLAIN,
    HARDER,
    INSTEAD,
    LISTING,
    LIVELIER,
    LONGER,
    OPEN,
    OTHER_SONG,
    REDO,
    SHORTER,
    SWAP,
    SWAP_ALONE,
    UNDO,
)
from choreography.chat.understanding.mentions import find_mentions
from choreography.chat.understanding.places import place_of, region_of
from choreography.chat.understanding.words import words_of


@dataclass(frozen=True)
class Found:
    """Changes, and which words were needed for them."""

    edits: tuple[Edit, ...]
    spans: tuple[tuple[int, int], ...]
    """Of the plain sentence: what stands there has been understood."""


Rest = Callable[[], str]
"""What of the sentence nothing has used yet."""
Take = Callable[[Edit, tuple[int, int]], None]
"""Takes a change and where it stands."""


def find_edits(sentence: str, names: Sequence[str] = ()) -> Found:
    """Return the changes that a plain sentence asks for by name, and what of it they used."""
    edits: list[Edit] = []
    spans: list[tuple[int, int]] = []
    rest = sentence

    def take(edit: Edit, span: tuple[int, int]) -> None:
        nonlocal rest
        edits.append(edit)
        spans.append(span)
        rest = rest[: span[0]] + " " * (span[1] - span[0]) + rest[span[1] :]

    _named(lambda: rest, ((EditKind.LIST, LISTING), (EditKind.UNDO, UNDO), (EditKind.OTHER_SONG, OTHER_SONG)), take)
    _explanation(rest, names, take)
    _swaps(rest, names, take)
    _ends(lambda: rest, names, take)
    for match in BAN_PLACE.finditer(rest):
        if (place := place_of(match["old"])) is not None:
            take(Edit(EditKind.BAN, Target(place=place)), match.span())
    _comparisons(lambda: rest, take)
    _named(lambda: rest, ((EditKind.REDO, REDO), (EditKind.ANEW, ANEW), (EditKind.AGAIN, AGAIN)), take)
    in_order = sorted(range(len(edits)), key=lambda number: spans[number])
    return Found(tuple(edits[number] for number in in_order), tuple(spans[number] for number in in_order))


def _named(rest: Rest, rows: Sequence[tuple[EditKind, str]], take: Take) -> None:
    for kind, pattern in rows:
        if found := re.search(pattern, rest()):
            take(Edit(kind), found.span())


def _explanation(rest: str, names: Sequence[str], take: Take) -> None:
    found = re.search(EXPLAIN, rest)
    if found is None or re.search(r"\bwhat about\b|\bhow about\b|\bwhy not\b", rest):
        return
    target = _target_of(rest[found.start() :], names)
    if target or re.search(r"\b(?:why|por que|explain|explica\w*)\b", rest):
        take(Edit(EditKind.EXPLAIN, target), (found.start(), len(rest)))


def _ends(rest: Rest, names: Sequence[str], take: Take) -> None:
    for kind, pattern in ((EditKind.OPEN, OPEN), (EditKind.CLOSE, CLOSE)):
        for match in pattern.finditer(rest()):
            if target := _target_of(match["new"], names):
                take(Edit(kind, replacement=target), match.span())


def _swaps(rest: str, names: Sequence[str], take: Take) -> None:
    for match in SWAP.finditer(rest):
        old, new = _target_of(match["old"], names), _wanted(match["new"], names)
        if old and (
            new
            or new.difficulty
            or new.energy
            or re.search(r"\b(?:else|different|other|otra|otro|distint\w+|another)\b", match["new"])
        ):
            take(Edit(EditKind.SWAP, old, new), match.span())
            return
    for match in INSTEAD.finditer(rest):
        new_text = match["new"] or match["later"] or ""
        old, new = _target_of(match["old"], names), _wanted(new_text, names)
        if old and new:
            take(Edit(EditKind.SWAP, old, new), match.span())
            return
    for match in SWAP_ALONE.finditer(rest):
        if region_of(match["old"]) is None and (old := _target_of(match["old"], names)):
            take(Edit(EditKind.SWAP, old, Target(difficulty=old.difficulty, energy=old.energy)), match.span())
            return


def _wanted(text: str, names: Sequence[str]) -> Target:
    return _target_of(re.split(r"\s+(?:and|y|but|pero)\s+", text, maxsplit=1)[0], names) if text else Target()


def _comparisons(rest: Rest, take: Take) -> None:
    """Take "slower ending", "harder second half", "shorter": each with the part of the dance that stands nearest."""
    rows = (
        (EditKind.LENGTH, -1, SHORTER), (EditKind.LENGTH, 1, LONGER), (EditKind.DIFFICULTY, 1, HARDER),
        (EditKind.DIFFICULTY, -1, EASIER), (EditKind.ENERGY, -1, CALMER), (EditKind.ENERGY, 1, LIVELIER),
    )  # fmt: skip
    for kind, step, pattern in rows:
        while found := _undenied(pattern, rest()):
            start, end = found.span()
            region = None if kind is EditKind.LENGTH else _region_near(rest(), start, end)
            if region is None:
                take(Edit(kind, step=step), (start, end))
            else:
                name, span = region
                take(Edit(kind, step=step, region=name), (min(start, span[0]), max(end, span[1])))


def _undenied(pattern: str, sentence: str) -> re.Match[str] | None:
    """Return the first comparison that is not denied: "not too fast" compares nothing."""
    return next(
        (found for found in re.finditer(pattern, sentence) if not DENIED.search(sentence[: found.start()])), None
    )


def _region_near(sentence: str, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """Return the part of the dance named in the clause around a comparison."""
    left = max(sentence.rfind(sign, 0, start) for sign in (",", ";", ".", " and ", " y ", " but ", " pero ")) + 1
    rights = [
        place for sign in (",", ";", ".", " and ", " y ", " but ", " pero ") if (place := sentence.find(sign, end)) >= 0
    ]
    right = min(rights, default=len(sentence))
    found = region_of(sentence[left:right])
    if found is None:
        return None
    return found[0], (found[1][0] + left, found[1][1] + left)


def _target_of(text: str, names: Sequence[str] = ()) -> Target:
    """Return which move a few words mean."""
    place = place_of(text)
    harder = 1 if re.search(HARDER, text) else -1 if re.search(EASIER, text) else 0
    livelier = 1 if re.search(LIVELIER, text) else -1 if re.search(CALMER, text) else 0
    every = bool(re.search(r"\b(?:all|every|each|todos|todas|cada|those|these|los|las)\b|[a-z]{2}s\s*$", text.strip()))
    for mention in find_mentions(words_of(text), own=names):
        if mention.slot == "category" and place is None:
            return Target(category=mention.value, difficulty=harder, energy=livelier, every=every)
        if mention.slot == "name" and place is None:
            return Target(name=mention.value, difficulty=harder, energy=livelier, every=every)
    return Target(place=place, difficulty=harder, energy=livelier)
