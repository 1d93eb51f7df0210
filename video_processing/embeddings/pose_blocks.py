"""Shapes of one dancer's body: where the joints are, and how far they bend."""

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.beat_samples import SAMPLES_PER_BEAT
from video_processing.couple.seen import mean_by_group, seen_mean, seen_percentiles, seen_sd

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

N_HALF_BEATS = 8
"""Half beats of a bar."""

ANGLES = (
    (5, 7, 9), (6, 8, 10),
    (11, 5, 7), (12, 6, 8),
    (5, 11, 13), (6, 12, 14),
    (11, 13, 15), (12, 14, 16),
)  # fmt: skip
"""Joint, vertex, joint: elbows, armpits, hips and knees, left then right."""


def phase_pose(pose: FloatArray, half_beats: IntArray) -> FloatArray:
    """Return the mean pose in each half beat of the bar (192,), of root-centred joints (n, 12, 2) in torso lengths."""
    return mean_by_group(pose, half_beats, N_HALF_BEATS).ravel()


def pose_stats(pose: FloatArray) -> FloatArray:
    """Return sd, p10, p90 and median of each of the 24 coordinates (96,)."""
    flat = pose.reshape(len(pose), -1)
    return np.concatenate([seen_sd(flat), seen_percentiles(flat, (10.0, 90.0, 50.0)).ravel()])


def angles(points: FloatArray) -> FloatArray:
    """Return mean cos, mean sin, sd, p10, p90 and mean absolute change a beat of 8 joint angles (48,).

    `points` is (n, 17, 2); the sine keeps on which side of the bone a joint bends.
    """
    turn = np.stack([_signed_angle(points, *joints) for joints in ANGLES], axis=1)
    bend = np.abs(turn)
    change = np.abs(np.diff(bend, axis=0)) * SAMPLES_PER_BEAT
    return np.concatenate(
        [
            seen_mean(np.cos(turn)),
            seen_mean(np.sin(turn)),
            seen_sd(bend),
            *seen_percentiles(bend, (10.0, 90.0)),
            seen_mean(change),
        ]
    )


def _signed_angle(points: FloatArray, start: int, vertex: int, end: int) -> FloatArray:
    one, other = points[:, start] - points[:, vertex], points[:, end] - points[:, vertex]
    cross = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
    return np.asarray(np.arctan2(cross, (one * other).sum(axis=1)))
