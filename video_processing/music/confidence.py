"""How far each answer may be trusted, 0..1, from the margin by which it won. No count is surer than its beats."""

import numpy as np
from numpy.typing import NDArray


def rising(value: float, none: float, full: float) -> float:
    """Return 0 at `none` or below, 1 at `full` or above, straight between."""
    return float(np.clip((value - none) / (full - none), 0, 1))


def beat_confidence(strength: float, score: float, margin: float) -> float:
    """Return the trust in the beats: a pulse is there, its bar is bachata's, its half beat is not."""
    return rising(strength, 0.05, 0.25) * rising(score, 0.2, 0.6) * rising(margin, 0.0, 0.4)


def downbeat_confidence(evidence: NDArray[np.float64], positions: NDArray[np.int64]) -> float:
    """Return the trust in the downbeats: mean evidence, shape (n_beats, 4), of the path over its best rotation."""
    beats = np.arange(len(positions))
    turns = [evidence[beats, (positions + turn) % 4].mean() for turn in range(4)]
    return rising(float(turns[0] - max(turns[1:])), 0.0, 0.8)
