"""Which moves a plan may use, and in which order it becomes less strict: style, energy, tempo reach, then repeats."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ai_services.vocabulary import COUNTS_PER_BAR, COUNTS_PER_PHRASE
from choreography.planning.beam import BASIC, MEMORY, Rules, Step, best_sequence
from choreography.planning.coverage import FEWEST_MOVES
from choreography.planning.inputs import BoolArray, Wish
from choreography.planning.library import CATEGORY_INDEX, Library
from choreography.planning.offers import Offers
from choreography.planning.scoring import Occasion
from choreography.planning.slots import twins_of
from choreography.planning.styles import NEUTRAL_CATEGORIES
from choreography.planning.tempo import USUAL_STRETCH, WIDEST_STRETCH, widest_stretch

BEST_OFFERS, BEST_OF_A_LENGTH = 150, 20
"""Pieces tried at a slot: the best a phrase of all, and the best of each length, so that no length dies out."""

VARIETY_SHARE = 1 / 2
"""Different moves, as a share of the song's phrases, below which a filter is too narrow."""

SLOTS_PER_PHRASE = COUNTS_PER_PHRASE / COUNTS_PER_BAR


@dataclass(frozen=True)
class Strictness:
    """How closely a plan keeps to the wish."""

    style: bool
    energy: bool
    stretch: float
    basics_repeat: bool = False
    """Basics may come back sooner than after four moves, never twice in a row."""
    all_repeat: bool = False
    """So may every move."""


_FREE = Strictness(style=False, energy=False, stretch=USUAL_STRETCH)
_MOODS = (
    Strictness(style=True, energy=True, stretch=USUAL_STRETCH),
    Strictness(style=False, energy=True, stretch=USUAL_STRETCH),
    Strictness(style=True, energy=False, stretch=USUAL_STRETCH),
    _FREE,
)


def ladder(*, wide: bool) -> tuple[Strictness, ...]:
    """Return the rungs from the wish itself to the last resort.

    Style, then energy, then both are left free, then tempo, then repeats. Difficulty is on no rung: no move is ever
    above the wished level. Only where it was asked for does tempo go on to a `wide` stretch.
    """
    stretches = (WIDEST_STRETCH, widest_stretch(wide=True)) if wide else (WIDEST_STRETCH,)
    tempos = tuple(replace(_FREE, stretch=stretch) for stretch in stretches)
    return (
        *_MOODS,
        *tempos,
        replace(tempos[-1], basics_repeat=True),
        replace(tempos[-1], basics_repeat=True, all_repeat=True),
    )


@dataclass(frozen=True)
class Found:
    """A sequence, and the pieces it chose from."""

    steps: list[Step]
    offers: tuple[Offers, ...]


def strictest_sequence(occasion: Occasion, offers: Sequence[Offers], own: BoolArray) -> Found | None:
    """Return the best sequence on the first rung of the ladder that has one, or `None`.

    A rung that keeps style or energy counts only while it leaves enough different moves for the length of the song.
    Moves in `own` (shape (n_moves,)) are the dancer's choice, as are those that the wish includes by name: no rung
    leaves them out.
    """
    named = own | _included(occasion)
    for rung in ladder(wide=occasion.wish.wide_stretch):
        allowed = _allowed(occasion, rung) | named
        kept = tuple(_within(table, allowed, rung.stretch, named) for table in offers)
        if _different(kept, own) < _fewest(rung, _free(offers, own)):
            continue
        best = tuple(_best(table, named) for table in kept)
        steps = best_sequence(best, occasion.library, _rules(occasion, rung, own))
        if steps is not None:
            return Found(steps, best)
    return None


def in_energy(library: Library, wish: Wish) -> BoolArray:
    """Return which moves have the wished energy by their label, shape (n_moves,); neutral kinds always do."""
    if wish.energy is None:
        return np.ones(len(library.moves), dtype=np.bool_)
    neutral = np.isin(library.category, [CATEGORY_INDEX[category] for category in NEUTRAL_CATEGORIES])
    labelled: BoolArray = library.energy == wish.energy.level
    return neutral | labelled


def in_tempo(occasion: Occasion) -> BoolArray:
    """Return which moves can follow the song within the usual stretch, shape (n_moves,), by the means of both."""
    return follows(occasion.library, occasion.song.grid.tempo_bpm)


def follows(library: Library, tempo_bpm: float) -> BoolArray:
    """Return which moves can follow a tempo within the usual stretch, shape (n_moves,)."""
    last_row = library.first_row + library.lengths - 1
    span_s = library.row_times_s[last_row] - library.row_times_s[library.first_row]
    clip_beat_s = np.divide(span_s, library.lengths - 1, out=np.zeros(len(span_s)), where=library.lengths > 1)
    near: BoolArray = np.abs(clip_beat_s * tempo_bpm / 60 - 1.0) <= USUAL_STRETCH
    return near


def _allowed(occasion: Occasion, rung: Strictness) -> BoolArray:
    allowed = np.ones(len(occasion.library.moves), dtype=np.bool_)
    if rung.style:
        allowed &= occasion.in_style
    if rung.energy:
        allowed &= in_energy(occasion.library, occasion.wish)
    return allowed


def _free(offers: Sequence[Offers], own: BoolArray) -> int:
    """Return how many phrases are open to more than the dancer's own choice."""
    return round(sum(not own[table.move].all() for table in offers) / SLOTS_PER_PHRASE)


def _different(offers: Sequence[Offers], own: BoolArray) -> int:
    moves = np.unique(np.concatenate([table.move for table in offers]))
    return int(np.count_nonzero(~own[moves]))


def _fewest(rung: Strictness, free_phrases: int) -> int:
    """Return how many different moves a rung must leave for so many phrases."""
    if rung.style or rung.energy:
        return min(max(FEWEST_MOVES, round(free_phrases * VARIETY_SHARE)), free_phrases)
    return min(2 if rung.basics_repeat else FEWEST_MOVES, free_phrases)


def _within(table: Offers, allowed: BoolArray, stretch: float, named: BoolArray) -> Offers:
    return table.take(allowed[table.move] & ((np.abs(table.speed - 1.0) <= stretch) | named[table.move]))


def _best(table: Offers, named: BoolArray) -> Offers:
    if len(table) <= BEST_OFFERS:
        return table
    order = np.argsort(-table.score * COUNTS_PER_PHRASE / table.beats, kind="stable")
    chosen = named[table.move]
    chosen[order[:BEST_OFFERS]] = True
    for end in np.unique(table.end_slot):
        chosen[order[table.end_slot[order] == end][:BEST_OF_A_LENGTH]] = True
    return table.take(chosen)


def _rules(occasion: Occasion, rung: Strictness, own: BoolArray) -> Rules:
    distance = np.full(len(occasion.library.moves), MEMORY, dtype=np.int64)
    if rung.all_repeat:
        distance[:] = 1
    elif rung.basics_repeat:
        distance[occasion.library.category == BASIC] = 1
    wanted = frozenset(CATEGORY_INDEX[category] for category in occasion.wish.include_categories)
    twins = twins_of(occasion.slots) if rung.basics_repeat or rung.all_repeat else None
    return Rules(distance=distance, own_choice=own, wanted=wanted, asked=_included(occasion), twins=twins)


def _included(occasion: Occasion) -> BoolArray:
    included = occasion.wish.include_moves
    return np.array([move.move_id in included for move in occasion.library.moves], dtype=np.bool_)
