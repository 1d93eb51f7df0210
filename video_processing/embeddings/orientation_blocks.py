"""Which way one dancer looks and turns, and how high the hands are."""

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.beat_samples import SAMPLES_PER_BEAT
from video_processing.couple.motion import SHOULDERS, middle
from video_processing.couple.relation import LEFT_WRIST, RIGHT_WRIST, head_yaw, shoulder_width
from video_processing.couple.seen import mean_by_group, seen_histogram, seen_mean, seen_percentiles, seen_sd, seen_share
from video_processing.embeddings.pose_blocks import N_HALF_BEATS

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

LEFT_HIP, RIGHT_HIP = 11, 12

SHOULDER_RANGE_TORSOS = (-1.2, 1.2)
HIP_RANGE_TORSOS = (-0.75, 0.75)
WRIST_RANGE_TORSOS = (-1.5, 0.9)
"""Height of a wrist over the shoulders: from a hanging arm to one stretched up."""

TURNED_TORSOS = 0.25
"""Half a turn is counted when the shoulder line passes this on both sides."""

RAISED_TORSOS = 0.2


def orient(points: FloatArray, half_beats: IntArray) -> FloatArray:
    """Return how the shoulder line, the hip line and the head turn (32,), of joints (n, 17, 2) in torso lengths."""
    shoulders, hips, yaw = shoulder_width(points), points[:, LEFT_HIP, 0] - points[:, RIGHT_HIP, 0], head_yaw(points)
    rate = np.abs(np.diff(shoulders)) * SAMPLES_PER_BEAT
    return np.concatenate(
        [
            seen_histogram(shoulders, *SHOULDER_RANGE_TORSOS, 8),
            mean_by_group(shoulders, half_beats, N_HALF_BEATS),
            seen_histogram(hips, *HIP_RANGE_TORSOS, 6),
            [half_turns(shoulders) / max(len(points) / (8 * SAMPLES_PER_BEAT), 1e-9), float(seen_mean(rate))],
            [float(seen_sd(shoulders)), float(seen_mean(shoulders)), float(seen_mean(hips)), float(seen_sd(hips))],
            [float(seen_mean(yaw)), float(seen_sd(yaw)), float(seen_mean(np.abs(shoulders)))],
            seen_percentiles(rate, (95.0,)) if len(rate) else [np.nan],
        ]
    )


def half_turns(shoulders: FloatArray) -> float:
    """Return how often the shoulder line (n,), in torso lengths, changes sides; NaN if never seen."""
    sides = np.sign(shoulders[np.abs(shoulders) > TURNED_TORSOS])
    if not np.isfinite(shoulders).any():
        return float("nan")
    return float(np.count_nonzero(np.diff(sides)))


def arms(points: FloatArray) -> FloatArray:
    """Return how high the wrists are over the shoulders (16,), of joints (n, 17, 2) in torso lengths."""
    shoulder_y = middle(points, SHOULDERS)[:, 1]
    left, right = shoulder_y - points[:, LEFT_WRIST, 1], shoulder_y - points[:, RIGHT_WRIST, 1]
    left_up, right_up = left > RAISED_TORSOS, right > RAISED_TORSOS
    left_seen, right_seen = np.isfinite(left), np.isfinite(right)
    return np.concatenate(
        [
            seen_histogram(left, *WRIST_RANGE_TORSOS, 6),
            seen_histogram(right, *WRIST_RANGE_TORSOS, 6),
            [seen_share(left_up, left_seen), seen_share(right_up, right_seen)],
            [seen_share(left_up & right_up, left_seen & right_seen)],
            [float(seen_mean(points[:, LEFT_WRIST, 0] - points[:, RIGHT_WRIST, 0]))],
        ]
    )
