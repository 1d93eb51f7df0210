"""The moves laid out as arrays, so that scores are computed for all of them at once. A row is one beat of one clip."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ai_services.vocabulary import Category
from choreography.planning.columns import (
    ComplexArray,
    code_rows,
    entries_of,
    missing_dancer,
    motion_z,
    planar,
    pose_vectors,
    state_rows,
    z_or_zero,
)
from choreography.planning.inputs import FloatArray, IntArray, PlannableMove

CATEGORIES = tuple(Category)
CATEGORY_INDEX = {category: index for index, category in enumerate(CATEGORIES)}

JOINTS = 24
"""Twelve joints of two dancers."""


@dataclass(frozen=True)
class Library:
    """Arrays over moves (first axis n_moves) and over all their beats one behind the other (first axis n_rows)."""

    moves: tuple[PlannableMove, ...]
    level: IntArray
    """Shape (n_moves,): difficulty 0..2."""
    energy: IntArray
    """Shape (n_moves,): energy 0..2."""
    category: IntArray
    """Shape (n_moves,): index into `CATEGORIES`."""
    clarity: FloatArray
    """Shape (n_moves,): z-score of the feet's clarity over the library; 0 where unknown."""
    pose: FloatArray
    """Shape (n_moves, 1280): lead, follow and interaction; unit norm, 0 where unknown."""
    lengths: IntArray
    """Shape (n_moves,): beats of each clip."""
    first_row: IntArray
    """Shape (n_moves,)."""
    first_entry: IntArray
    """Shape (n_moves,): the first beat on which each move may be entered; 0 for a move without any."""
    row_times_s: FloatArray
    """Shape (n_rows,), seconds of each row's clip."""
    motion: FloatArray
    """Shape (n_rows,): motion energy as a z-score; NaN where unknown."""
    joints: ComplexArray
    """Shape (n_rows, 24), x + iy in torso lengths from the mid-hip; NaN where unknown."""
    hips: ComplexArray
    """Shape (n_rows, 2), x + iy in torso lengths; NaN where unknown."""
    log_scale: FloatArray
    """Shape (n_rows, 2); NaN where unknown."""
    codes: IntArray
    """Shape (n_rows, 4): hold, relation, weight feet; -1 where not seen."""
    missing: FloatArray
    """Shape (n_rows,): 1 where a dancer was not seen, else 0; 0 for clips without states."""
    entry_move: IntArray
    """Shape (n_entries,): a move for each beat on which it may be entered."""
    entry_beat: IntArray
    """Shape (n_entries,): the clip's beat on which it is entered."""
    entry_room_beats: IntArray
    """Shape (n_entries,): how many beats the clip counts on from there."""
    entry_count: IntArray
    """Shape (n_entries,): 1 or 5, the count of that beat; 0 where only bars are known."""

    def index_of(self, move_id: str) -> int:
        """Return the place of a move on the first axis."""
        return self._indices[move_id]

    def has(self, move_id: str) -> bool:
        """Return whether the library has a move."""
        return move_id in self._indices

    @cached_property
    def _indices(self) -> dict[str, int]:
        return {move.move_id: index for index, move in enumerate(self.moves)}


def library_of(moves: Sequence[PlannableMove]) -> Library:
    """Return the moves as arrays, in the order of their ids so that the same library always gives the same plan.

    The arrays of the last tuple are kept: plan after plan is made of the same one.
    """
    kept = _kept[-1] if _kept else None
    if kept is not None and kept[0] is moves:
        return kept[1]
    library = _laid_out(moves)
    if isinstance(moves, tuple):
        _kept.append((moves, library))
    return library


_kept: deque[tuple[tuple[PlannableMove, ...], Library]] = deque(maxlen=1)


def _laid_out(moves: Sequence[PlannableMove]) -> Library:
    ordered = tuple(sorted(moves, key=lambda move: move.move_id))
    lengths = np.array([len(move.beat_times_s) for move in ordered], dtype=np.int64)
    states = [move.states for move in ordered]
    entries = [
        (index, entry.beat, entry.room, entry.count) for index, move in enumerate(ordered) for entry in entries_of(move)
    ]
    entry_move, entry_beat, entry_room, entry_count = np.array(entries, dtype=np.int64).reshape(-1, 4).T
    motion = state_rows(states, lengths, lambda state: state.motion_energy, (), np.nan)
    poses = state_rows(states, lengths, lambda state: state.poses_torsos, (2, 12, 2), np.nan)
    return Library(
        moves=ordered,
        level=np.array([move.difficulty.level for move in ordered], dtype=np.int64),
        energy=np.array([move.energy.level for move in ordered], dtype=np.int64),
        category=np.array([CATEGORY_INDEX[move.category] for move in ordered], dtype=np.int64),
        clarity=z_or_zero(np.array([np.nan if state is None else state.foot_clarity for state in states])),
        pose=pose_vectors(ordered),
        lengths=lengths,
        first_row=np.cumsum(lengths) - lengths,
        first_entry=np.array(
            [min((entry.beat for entry in entries_of(move)), default=0) for move in ordered], dtype=np.int64
        ),
        row_times_s=np.concatenate([move.beat_times_s for move in ordered]).astype(np.float64),
        motion=motion_z(motion, lengths),
        joints=planar(poses).reshape(-1, JOINTS),
        hips=planar(state_rows(states, lengths, lambda state: state.hips_torsos, (2, 2), np.nan)),
        log_scale=np.log(state_rows(states, lengths, lambda state: state.scale, (2,), np.nan)),
        codes=code_rows(states, lengths),
        missing=state_rows(states, lengths, missing_dancer, (), 0.0),
        entry_move=entry_move,
        entry_beat=entry_beat,
        entry_room_beats=entry_room,
        entry_count=entry_count,
    )
