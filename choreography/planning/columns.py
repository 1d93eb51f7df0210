"""Columns of the library's tables: what many moves know, in one array each, with a mark where a move does not know."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import COUNTS_PER_BAR, COUNTS_PER_PHRASE
from choreography.planning.inputs import BoolArray, FloatArray, IntArray, PlannableMove
from choreography.planning.slots import FIVE
from video_processing.couple.states import UNKNOWN, CutStates

ComplexArray = NDArray[np.complex64]
States = Sequence[CutStates | None]

LEAD_SIZE, FOLLOW_SIZE, INTERACTION_SIZE = 512, 512, 256
EITHER_COUNT = 0
"""Of an entry of which only the bar is known: it may be danced on 1 and on 5."""

N_CODES = 4
"""Hold, relation and two weight feet."""


@dataclass(frozen=True)
class Entry:
    """A beat of a clip on which a move may be entered."""

    beat: int
    room: int
    """How many beats the clip counts on from there."""
    count: int
    """1 or 5, or `EITHER_COUNT`."""


def unit_rows(vectors: Sequence[FloatArray | None], size: int) -> FloatArray:
    """Return the vectors as rows of unit norm, shape (n, size); zero rows for `None` and for zero vectors."""
    rows = np.stack([np.zeros(size) if vector is None else vector for vector in vectors]).astype(np.float64)
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: FloatArray = np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0)
    return unit


def pose_vectors(moves: Sequence[PlannableMove]) -> FloatArray:
    """Return lead, follow and interaction as one vector each, so that cosines are the mean of the three cosines."""
    parts = [
        unit_rows([move.lead for move in moves], LEAD_SIZE),
        unit_rows([move.follow for move in moves], FOLLOW_SIZE),
        unit_rows([move.interaction for move in moves], INTERACTION_SIZE),
    ]
    joined: FloatArray = np.concatenate(parts, axis=1) / np.sqrt(len(parts))
    return joined


def z_or_zero(values: FloatArray) -> FloatArray:
    """Return the z-scores of the known values, 0 for NaN and where all are equal."""
    known: BoolArray = np.isfinite(values)
    spread = values[known].std() if known.any() else 0.0
    return np.where(known, (values - values[known].mean()) / spread, 0.0) if spread > 0 else np.zeros(len(values))


def motion_z(motion: FloatArray, lengths: IntArray) -> FloatArray:
    """Return the log of each row's motion energy as a z-score of the clips' means; NaN where unknown.

    Clips, not beats, set the scale: a piece's mean is then spread like the loudness of a song's phrases.
    """
    log = np.log(np.where(motion > 0, motion, np.nan))
    clip_of = np.repeat(np.arange(len(lengths)), lengths)
    known = np.isfinite(log)
    seen = np.bincount(clip_of[known], minlength=len(lengths))
    means = np.bincount(clip_of[known], weights=log[known], minlength=len(lengths))[seen > 0] / seen[seen > 0]
    spread = means.std() if len(means) else 0.0
    z: FloatArray = (log - means.mean()) / spread if spread > 0 else np.where(known, 0.0, np.nan)
    return z


def state_rows(
    states: States, lengths: IntArray, of: Callable[[CutStates], FloatArray], shape: tuple[int, ...], unknown: float
) -> FloatArray:
    """Return what `of` reads from each clip's states, one behind the other, shape (n_rows, *shape)."""
    return np.concatenate(
        [
            np.full((length, *shape), unknown) if state is None else of(state)
            for state, length in zip(states, lengths, strict=True)
        ]
    )


def planar(xy: FloatArray) -> ComplexArray:
    """Return points (..., 2) as x + iy: distances are then one absolute value."""
    return np.asarray(xy[..., 0] + 1j * xy[..., 1], dtype=np.complex64)


def missing_dancer(state: CutStates) -> FloatArray:
    """Return shape (n_beats,): 1 where a dancer was not seen, else 0."""
    seen: BoolArray = np.isfinite(state.poses_torsos).any(axis=(2, 3)).min(axis=1)
    return np.where(seen, 0.0, 1.0)


def code_rows(states: States, lengths: IntArray) -> IntArray:
    """Return the states' codes one behind the other, shape (n_rows, 4)."""
    return np.concatenate(
        [
            np.full((length, N_CODES), UNKNOWN, dtype=np.int64) if state is None else state.codes
            for state, length in zip(states, lengths, strict=True)
        ]
    )


def entries_of(move: PlannableMove) -> list[Entry]:
    """Return the beats on which the move may be entered, in order.

    The room ends with the clip, or where the clip's own count begins anew out of step (a half phrase).
    """
    beats, step = move.count1_beats, COUNTS_PER_PHRASE
    if move.downbeat_beats is not None:
        beats, step = move.downbeat_beats, COUNTS_PER_BAR
    ends = [len(move.beat_times_s) - 1] * len(beats)
    for i in range(len(beats) - 2, -1, -1):
        in_step = (beats[i + 1] - beats[i]) % step == 0
        ends[i] = ends[i + 1] if in_step else int(beats[i + 1])
    if move.downbeat_beats is not None:
        return [Entry(int(beat), end - int(beat), EITHER_COUNT) for beat, end in zip(beats, ends, strict=True)]
    return _on_one_and_five(move, dict(zip(beats.tolist(), ends, strict=True)))


def _on_one_and_five(move: PlannableMove, ends: dict[int, int]) -> list[Entry]:
    """Return the entries of a clip whose counts are certain, from the ends of its counts 1."""
    found = {beat: Entry(beat, end - beat, 1) for beat, end in ends.items()}
    for beat, end in ends.items():
        for five, until in ((beat + COUNTS_PER_BAR, end), (beat - COUNTS_PER_BAR, end)):
            if 0 <= five < until and five not in found:
                found[five] = Entry(five, until - five, FIVE)
    return [found[beat] for beat in sorted(found)]
