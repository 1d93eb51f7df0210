"""Which moves a wish may use at all, and the plain refusals where there are none."""

from collections import Counter
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
from choreography.planning.wording import wording
from choreography.planning.wording.sentences import Way
from common.errors import InputError


def check_library(moves: Sequence[PlannableMove], wish: Wish) -> None:
    """Raise where the library is empty, or holds no move of the wished difficulty or counted clip."""
    words = wording(wish.language)
    if not moves:
        raise EmptyLibraryError(words.empty_library())
    held = Counter(move.difficulty for move in moves)
    if not held[wish.difficulty]:
        told = {level: held[level] for level in Difficulty if held[level]}
        raise NoMoveOfThatDifficultyError(words.no_such_level(wish.difficulty, told))
    if not any(entries_of(move) for move in moves):
        raise NoMoveFitsError(words.no_counts())


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
        raise ImpossibleFilterError(wording(wish.language).all_left_out())
    if left == 1:
        raise TooFewMovesError(wording(wish.language).one_left(library.moves[int(usable.argmax())].name))
    return usable


def refusal(occasion: Occasion, usable: BoolArray, offers: Sequence[Offers]) -> InputError:
    """Return the error that says why the song could not be filled from these offers."""
    words, song_bpm = wording(occasion.wish.language), occasion.song.grid.tempo_bpm
    if not any(len(table) for table in offers):
        windows = windows_of(occasion.library, COUNTS_PER_PHRASE)
        bpm = 60 * COUNTS_PER_PHRASE / windows.duration_s[usable[windows.move]]
        most = widest_stretch(wide=occasion.wish.wide_stretch)
        reach = (float(bpm.min() * (1 - most)), float(bpm.max() * (1 + most))) if len(bpm) else None
        return SongOutOfReachError(words.out_of_reach(song_bpm, reach, _way_into_reach(song_bpm, bpm, occasion.wish)))
    if len({int(move) for table in offers for move in table.move}) == 1:
        return TooFewMovesError(words.one_follows(song_bpm))
    empty = next(
        (slot for slot, table in zip(occasion.slots, offers, strict=True) if len(table) == 0), occasion.slots[0]
    )
    return NoMoveFitsError(words.no_sequence(float(occasion.song.grid.beat_times_s[empty.first_beat])))


def _way_into_reach(song_bpm: float, move_bpm: FloatArray, wish: Wish) -> Way | None:
    """Return what the dancer could ask for, where it would help: half time, double time, a wide stretch."""

    def reached(bpm: float, *, wide: bool) -> bool:
        return bool((np.abs(bpm / move_bpm - 1.0) <= widest_stretch(wide=wide)).any())

    if not wish.wide_stretch and reached(song_bpm, wide=True):
        return "wide"
    ways: tuple[tuple[float, bool, Way, Way], ...] = (
        (song_bpm / 2, not wish.half_time, "half", "half_wide"),
        (2 * song_bpm, True, "double", "double_wide"),
    )
    for bpm, possible, plain, wide in ways:
        if possible and reached(bpm, wide=wish.wide_stretch):
            return plain
        if possible and reached(bpm, wide=True):
            return wide
    return None
