"""Pieces that an edit keeps, and beats for which it names the moves to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from choreography.planning.errors import NotAPhraseError, UnknownMoveError
from choreography.planning.inputs import BoolArray
from choreography.planning.library import Library
from choreography.planning.offers import NO_OFFERS, Offers, joined, offers_for
from choreography.planning.scoring import Occasion
from choreography.planning.segments import windows_of
from choreography.planning.slots import Run, runs_of


@dataclass(frozen=True)
class Hold:
    """A piece of the plan that stays: these beats of this move's clip on these beats of the song."""

    first_beat: int
    beats: int
    move_id: str
    source_first_beat: int


@dataclass(frozen=True)
class Choice:
    """Beats of the song to fill with one of these moves."""

    first_beat: int
    beats: int
    move_ids: frozenset[str]
    otherwise: tuple[frozenset[str], ...] = ()
    """Moves to choose from where none of those lasts these beats, and where none of these does, and so on."""


def own_choice(library: Library, holds: Sequence[Hold], choices: Sequence[Choice]) -> BoolArray:
    """Return which moves the dancer chose by name, shape (n_moves,): no rule of taste leaves them out."""
    named = [choice.move_ids for choice in choices if len(choice.move_ids) == 1]
    ids = frozenset(hold.move_id for hold in holds).union(*named)
    return np.array([move.move_id in ids for move in library.moves], dtype=np.bool_)


def narrowed(
    occasion: Occasion, offers: Sequence[Offers], holds: Sequence[Hold], choices: Sequence[Choice]
) -> tuple[Offers, ...]:
    """Return the offers with held and chosen beats narrowed, and without pieces that reach into them.

    Raises `NotAPhraseError`, `UnknownMoveError`.
    """
    result = list(offers)
    for run, table in _fixed(occasion, holds, choices):
        for slot in range(run.first_slot):
            result[slot] = result[slot].take(result[slot].end_slot <= run.first_slot)
        for slot in range(run.first_slot, run.end_slot):
            result[slot] = result[slot].take(np.array([], dtype=np.int64))
        result[run.first_slot] = table
    return tuple(result)


def offered(occasion: Occasion, piece: Hold | Choice) -> Offers:
    """Return what the library has for those beats of the song; of a choice, the first of its groups that has any.

    Raises `NotAPhraseError`.
    """
    run = _run_at(occasion, piece.first_beat, piece.beats)
    if isinstance(piece, Hold):
        table = _offers_of_moves(occasion, run, frozenset({piece.move_id}))
        return table.take(table.first_beat == piece.source_first_beat)
    tables = (_offers_of_moves(occasion, run, ids) for ids in (piece.move_ids, *piece.otherwise))
    return next((table for table in tables if len(table)), NO_OFFERS)


def _fixed(occasion: Occasion, holds: Sequence[Hold], choices: Sequence[Choice]) -> list[tuple[Run, Offers]]:
    fixed = []
    pieces: list[Hold | Choice] = [*holds, *choices]
    for piece in pieces:
        table = offered(occasion, piece)
        if len(table) == 0 and isinstance(piece, Hold):
            raise UnknownMoveError("A move of the plan is no longer in the library as it was: plan those beats anew.")
        if len(table) == 0:
            raise UnknownMoveError(f"No move like that lasts the {piece.beats} counts there at the tempo of the song.")
        fixed.append((_run_at(occasion, piece.first_beat, piece.beats), table))
    return fixed


def _run_at(occasion: Occasion, first_beat: int, beats: int) -> Run:
    for runs in runs_of(occasion.slots):
        for run in runs:
            if (run.first_beat, run.beats) == (first_beat, beats):
                return run
    raise NotAPhraseError("A move cannot be danced there: its counts and the song's phrases do not meet.")


def _offers_of_moves(occasion: Occasion, run: Run, move_ids: frozenset[str]) -> Offers:
    chosen = np.array([move.move_id in move_ids for move in occasion.library.moves], dtype=np.bool_)
    return joined([offers_for(occasion, run, windows_of(occasion.library, run.beats), chosen)])
