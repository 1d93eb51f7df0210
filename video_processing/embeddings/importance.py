"""How much each feature counts among its kind, before anything is known of a library.

Blocks: from how well each alone finds moves of one category among 149 real clips (period .227, angles .212, arms .199
against phase_pose .148, orient .141, traj .130 and .065 by chance). Within blocks: heights tell more than places from
left to right, which change with where the camera stands and how far a couple has turned; how far something moves up and
down tells most. All of it checked on 35 real clips (docs/embeddings.md); the optimum is flat, so numbers are round.
"""

import numpy as np
from numpy.typing import NDArray

from video_processing.embeddings.layout import DANCER_BLOCKS

FloatArray = NDArray[np.float64]

SIDEWAYS = 0.5
"""A place from left to right, next to a height."""

EXTENT = 2.0
"""How far something moves, next to where it is and how often."""

_XY = np.array([SIDEWAYS, 1.0])


def _phase_pose() -> FloatArray:
    return np.tile(_XY, DANCER_BLOCKS["phase_pose"] // 2)


def _pose_stats() -> FloatArray:
    """Return the weights of sd, p10, p90 and median of 12 joints' x and y: the sd of a height counts double."""
    counts = np.tile(_XY, (4, DANCER_BLOCKS["pose_stats"] // 8, 1))
    counts[0, :, 1] *= EXTENT
    return counts.ravel()


def _period() -> FloatArray:
    """Return the weights of 8 signals' five strengths and log sd."""
    counts = np.ones((8, DANCER_BLOCKS["period"] // 8))
    counts[:, -1] *= EXTENT
    return counts.ravel()


IMPORTANCE: dict[str, FloatArray | float] = {
    "phase_pose": 0.75 * _phase_pose(),
    "pose_stats": _pose_stats(),
    "angles": 1.3,
    "speed": 1.0,
    "period": 2.0 * _period(),
    "orient": 0.6,
    "traj": 0.8,
    "arms": 2.0,
    "dist": 1.0,
    "hands": 1.3,
    "rel": 0.7,
    "vcorr": 1.0,
    "geom": 1.0,
    "energy": 0.8,
    "overlap": 1.0,
}
"""By block: of all its features, or of each."""


def feature_weights(blocks: dict[str, int]) -> FloatArray:
    """Return the weight of each feature of some blocks: its importance over the root of its block's size."""
    return np.concatenate([np.broadcast_to(IMPORTANCE[name], size) / np.sqrt(size) for name, size in blocks.items()])
