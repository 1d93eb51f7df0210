"""Which moves a wish may use at all, and the plain refusals where there are none."""

from collections.abc import Sequence

import numpy as np

from ai_services.vocabulary import COUNTS_PER_PHRASE, Difficulty
from choreography.planning.columns import entries_of
from choreography.planning.errors import (
    EmptyLibraryError,
    ImpossibleFilterError,
    NoMoveFitsError,
    NoMoveOfThatDifficultyError,
    SongOutOfReachError,
    TooFewMovesError,
)
from choreography.planning.inputs import BoolArray, FloatArray, PlannableMove, Wish
from choreography.planning.library import Library
from choreography.planning.offers import Offers
from choreography.planning.scoring import Occasion
from choreography.planning.segments import windows_of
from choreography.planning.tempo import widest_stretch
from common.errors import InputError


def check_library(moves: Sequence[PlannableMove], wish: Wish) -> None:
    """Raise where the library is empty, or holds no move of the wished difficulty or counted clip."""
    if not moves:
        raise EmptyLibraryError("The library has no moves yet: import some clips first.")
    if not any(move.difficulty is wish.difficulty for move in moves):
        held = ", ".join(
            f"{count} {level.value}"
            for level in Difficulty
            if (count := sum(move.difficulty is level for move in moves))
        )
        raise NoMoveOfThatDifficultyError(f"The library has no {wish.difficulty.value} moves; it has {held}.")
    if not any(entries_of(move) for move in moves):
        raise NoMoveFitsError("No move in the library has a count 1 in its clip.")


def usable_moves(library: Library, wish: Wish) -> BoolArray:
    """Return which moves the wish allows, shape (n_moves,): at most its difficulty, not avoided, not banned.

    A move that is included by name is not left out with its kind.

    Raises `ImpossibleFilterError` where none is left, `TooFewMovesError` where one is.
    """
    usable = np.array(
        [
            move.difficulty.level <= wish.difficulty.level
            and (move.category not in wish.avoid_categories or move.move_id in wish.include_moves)
            and move.move_id not in wish.banned_moves
            for move in library.moves
        ],
        dtype=np.bool_,
    )
    left = int(usable.sum())
    if left == 0:
        raise ImpossibleFilterError("The wish leaves out every move of the library: avoid or ban fewer.")
    if left == 1:
        raise TooFewMovesError(
            f"Only one move ({library.moves[int(usable.argmax())].name}) is left at that difficulty, and no clip plays "
            "twice in a row: at least two are needed."
        )
    return usable


def refusal(occasion: Occasion, usable: BoolArray, offers: Sequence[Offers]) -> InputError:
    """Return the error that says why the song could not be filled from these offers."""
    song_bpm = occasion.song.grid.tempo_bpm
    most = widest_stretch(wide=occasion.wish.wide_stretch)
    if not any(len(table) for table in offers):
        windows = windows_of(occasion.library, COUNTS_PER_PHRASE)
        bpm = 60 * COUNTS_PER_PHRASE / windows.duration_s[usable[windows.move]]
        reach = (
            f"The moves can follow {bpm.min() * (1 - most):.0f} to {bpm.max() * (1 + most):.0f}."
            if len(bpm)
            else "No clip at that difficulty holds a whole phrase."
        )
        return SongOutOfReachError(
            f"The song runs at {song_bpm:.0f} beats a minute, out of reach of the moves at that difficulty. {reach}"
            + _ways_into_reach(song_bpm, bpm, occasion.wish)
        )
    if len({int(move) for table in offers for move in table.move}) == 1:
        return TooFewMovesError(
            f"Only one move can follow the song at {song_bpm:.0f} beats a minute, and no clip plays twice in a row: at "
            "least two are needed."
        )
    empty = next(
        (slot for slot, table in zip(occasion.slots, offers, strict=True) if len(table) == 0), occasion.slots[0]
    )
    second = occasion.song.grid.beat_times_s[empty.first_beat]
    return NoMoveFitsError(
        f"No sequence of moves at that difficulty fits the song near {int(second // 60)}:{int(second % 60):02d}. More "
        "clips, or a correction of the song's counts there, would help."
    )


def _ways_into_reach(song_bpm: float, move_bpm: FloatArray, wish: Wish) -> str:
    """Return what the dancer could ask for, where it would help: half time, double time, a wide stretch."""

    def reached(bpm: float, *, wide: bool) -> bool:
        return bool((np.abs(bpm / move_bpm - 1.0) <= widest_stretch(wide=wide)).any())

    if not wish.wide_stretch and reached(song_bpm, wide=True):
        return " A wide stretch would bring it into reach."
    for bpm, name, possible in (
        (song_bpm / 2, "Half time", not wish.half_time),
        (2 * song_bpm, "Doubling the song's counts", True),
    ):
        if possible and reached(bpm, wide=wish.wide_stretch):
            return f" {name} would bring it into reach."
        if possible and reached(bpm, wide=True):
            return f" {name} with a wide stretch would bring it into reach."
    return ""
