"""The moves laid out as arrays, so that scores are computed for all of them at once. A row is one beat of one clip."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import COUNTS_PER_PHRASE, Category
from choreography.planning.inputs import UNKNOWN, BeatStates, BoolArray, FloatArray, IntArray, PlannableMove

ComplexArray = NDArray[np.complex64]

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
    """Shape (n_moves, 1280), unit norm; 0 where unknown."""
    first_row: IntArray
    """Shape (n_moves,)."""
    row_times_s: FloatArray
    """Shape (n_rows,), seconds of each row's clip."""
    log_motion: FloatArray
    """Shape (n_rows,): z-score over the library of the log of the motion energy; NaN where unknown."""
    joints: ComplexArray
    """Shape (n_rows, 24), x + iy in torso lengths from the mid-hip; NaN where unknown."""
    hips: ComplexArray
    """Shape (n_rows, 2), x + iy in torso lengths; NaN where unknown."""
    log_scale: FloatArray
    """Shape (n_rows, 2); NaN where unknown."""
    codes: IntArray
    """Shape (n_rows, n_codes); `UNKNOWN` where not seen."""
    missing: FloatArray
    """Shape (n_rows,): 1 where a dancer was not seen, else 0; 0 for clips without states."""
    entry_move: IntArray
    """Shape (n_entries,): a move a count 1."""
    entry_beat: IntArray
    """Shape (n_entries,): the clip's beat that is count 1."""
    entry_room_beats: IntArray
    """Shape (n_entries,): how many beats the clip counts on from there."""


def library_of(moves: Sequence[PlannableMove]) -> Library:
    """Return the moves as arrays, in the order of their ids so that the same library always gives the same plan."""
    ordered = tuple(sorted(moves, key=lambda move: move.move_id))
    lengths = np.array([len(move.beat_times_s) for move in ordered], dtype=np.int64)
    states = [move.states for move in ordered]
    entries = [
        (index, int(beat), room)
        for index, move in enumerate(ordered)
        for beat, room in zip(move.count1_beats, rooms(move.count1_beats, len(move.beat_times_s)), strict=True)
    ]
    entry_move, entry_beat, entry_room = np.array(entries, dtype=np.int64).reshape(-1, 3).T
    n_codes = max((state.codes.shape[1] for state in states if state is not None), default=0)
    return Library(
        moves=ordered,
        level=np.array([move.difficulty.level for move in ordered], dtype=np.int64),
        energy=np.array([move.energy.level for move in ordered], dtype=np.int64),
        category=np.array([CATEGORY_INDEX[move.category] for move in ordered], dtype=np.int64),
        clarity=_z_or_zero(np.array([np.nan if move.foot_clarity is None else move.foot_clarity for move in ordered])),
        pose=unit_rows([move.pose for move in ordered], 1280),
        first_row=np.cumsum(lengths) - lengths,
        row_times_s=np.concatenate([move.beat_times_s for move in ordered]).astype(np.float64),
        log_motion=_log_motion(ordered, lengths),
        joints=_planar(_rows(states, lengths, lambda state: state.poses.reshape(-1, JOINTS, 2), (JOINTS, 2))),
        hips=_planar(_rows(states, lengths, lambda state: state.hips, (2, 2))),
        log_scale=_rows(states, lengths, lambda state: np.log(state.scale), (2,)),
        codes=_codes(states, lengths, n_codes),
        missing=_rows(states, lengths, _missing, (), unknown=0.0),
        entry_move=entry_move,
        entry_beat=entry_beat,
        entry_room_beats=entry_room,
    )


def unit_rows(vectors: Sequence[FloatArray | None], size: int) -> FloatArray:
    """Return the vectors as rows of unit norm, shape (n, size); zero rows for `None` and for zero vectors."""
    rows = np.stack([np.zeros(size) if vector is None else vector for vector in vectors]).astype(np.float64)
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: FloatArray = np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0)
    return unit


def rooms(count1_beats: IntArray, n_beats: int) -> list[int]:
    """Return how many beats a clip counts on from each of its counts 1.

    The room ends with the clip, or where the clip's own count begins anew off the eight (a half phrase).
    """
    ends = [n_beats - 1] * len(count1_beats)
    for i in range(len(count1_beats) - 2, -1, -1):
        whole = (count1_beats[i + 1] - count1_beats[i]) % COUNTS_PER_PHRASE == 0
        ends[i] = ends[i + 1] if whole else int(count1_beats[i + 1])
    return [end - int(beat) for beat, end in zip(count1_beats, ends, strict=True)]


def _log_motion(moves: Sequence[PlannableMove], lengths: IntArray) -> FloatArray:
    motion = [
        np.full(length, np.nan)
        if move.motion_energy is None
        else np.where(move.motion_energy > 0, move.motion_energy, np.nan)
        for move, length in zip(moves, lengths, strict=True)
    ]
    log = np.log(np.concatenate(motion))
    known = np.isfinite(log)
    spread = log[known].std() if known.any() else 0.0
    return (log - log[known].mean()) / spread if spread > 0 else np.where(known, 0.0, np.nan)


def _z_or_zero(values: FloatArray) -> FloatArray:
    known: BoolArray = np.isfinite(values)
    spread = values[known].std() if known.any() else 0.0
    return np.where(known, (values - values[known].mean()) / spread, 0.0) if spread > 0 else np.zeros(len(values))


def _rows(
    states: Sequence[BeatStates | None],
    lengths: IntArray,
    of: Callable[[BeatStates], FloatArray],
    shape: tuple[int, ...],
    unknown: float = np.nan,
) -> FloatArray:
    return np.concatenate(
        [
            np.full((length, *shape), unknown) if state is None else of(state)
            for state, length in zip(states, lengths, strict=True)
        ]
    )


def _planar(xy: FloatArray) -> ComplexArray:
    return np.asarray(xy[..., 0] + 1j * xy[..., 1], dtype=np.complex64)


def _missing(state: BeatStates) -> FloatArray:
    seen: BoolArray = np.isfinite(state.poses).any(axis=(2, 3)).min(axis=1)
    return np.where(seen, 0.0, 1.0)


def _codes(states: Sequence[BeatStates | None], lengths: IntArray, n_codes: int) -> IntArray:
    codes = np.full((int(lengths.sum()), n_codes), UNKNOWN, dtype=np.int64)
    row = 0
    for state, length in zip(states, lengths, strict=True):
        if state is not None:
            codes[row : row + length, : state.codes.shape[1]] = state.codes
        row += length
    return codes
