"""Whether two dancers move together: correlated velocities, and who has how much energy when."""

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.beat_samples import BEATS_PER_BAR, SAMPLES_PER_BEAT
from video_processing.couple.motion import BODY, HIPS, SHOULDERS, middle
from video_processing.couple.seen import mean_by_group, seen_mean
from video_processing.embeddings.distance_blocks import hip_distance, wrist_distance
from video_processing.embeddings.motion_blocks import LEAST, joint_speeds, slice_levels
from video_processing.pose.keypoints import FOLLOW, LEAD

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

LAGS_BEATS = (-1.0, -0.5, 0.0, 0.5, 1.0)
HANDS = slice(9, 11)
LEAST_SHARED_BEATS = 2


def vcorr(points: FloatArray) -> FloatArray:
    """Return the correlation of five signals of lead and follow at five lags (25,), of joints (2, n, 17, 2)."""
    pairs = zip(_velocity_signals(points[LEAD]), _velocity_signals(points[FOLLOW]), strict=True)
    return np.array([correlation(lead, follow, lag) for lead, follow in pairs for lag in LAGS_BEATS])


def energy(points: FloatArray, beats_of_bar: IntArray) -> FloatArray:
    """Return log lead/follow energy, overall and by beat, and 8 parts of four signals over the clip (37,)."""
    lead, follow = (body_speed(points[dancer]) for dancer in (LEAD, FOLLOW))
    overall = np.log((seen_mean(lead) + LEAST) / (seen_mean(follow) + LEAST))
    by_beat = [mean_by_group(one, beats_of_bar, BEATS_PER_BAR) for one in (lead, follow)]
    signals = (lead, follow, hip_distance(points), wrist_distance(points))
    ratios = np.log((by_beat[LEAD] + LEAST) / (by_beat[FOLLOW] + LEAST))
    return np.concatenate([[overall], ratios, *[slice_levels(signal) for signal in signals]])


def body_speed(points: FloatArray) -> FloatArray:
    """Return the mean speed of the 12 joints (n,) of one dancer (n, 17, 2), in units of `points` a beat."""
    return seen_mean(joint_speeds(points[:, BODY]), axis=1)


def correlation(one: FloatArray, other: FloatArray, lag_beats: float) -> float:
    """Return the correlation, -1..1, of `one` with `other` `lag_beats` later; NaN where under 2 beats are shared."""
    lag = int(lag_beats * SAMPLES_PER_BEAT)
    early, late = (one[: len(one) - lag], other[lag:]) if lag >= 0 else (one[-lag:], other[:lag])
    seen = np.isfinite(early) & np.isfinite(late)
    if seen.sum() < LEAST_SHARED_BEATS * SAMPLES_PER_BEAT:
        return float("nan")
    early, late = early[seen] - early[seen].mean(), late[seen] - late[seen].mean()
    norm = float(np.sqrt((early**2).sum() * (late**2).sum()))
    return float((early * late).sum() / norm) if norm > 0 else float("nan")


def _velocity_signals(points: FloatArray) -> list[FloatArray]:
    hips, shoulders = _velocity(middle(points, HIPS)), _velocity(middle(points, SHOULDERS))
    hand_speed = seen_mean(joint_speeds(points[:, HANDS]), axis=1)
    return [hips[:, 0], hips[:, 1], body_speed(points), hand_speed, shoulders[:, 1]]


def _velocity(path: FloatArray) -> FloatArray:
    return np.asarray(np.gradient(path, axis=0) * SAMPLES_PER_BEAT)
