"""How near two dancers are, and which hands hold each other."""

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.beat_samples import BEATS_PER_BAR, SAMPLES_PER_BEAT
from video_processing.couple.motion import HIPS, SHOULDERS, middle
from video_processing.couple.relation import LEFT_WRIST, RIGHT_WRIST, hand_distances, hands_held
from video_processing.couple.seen import mean_by_group, seen_mean, seen_summary
from video_processing.embeddings.pose_blocks import N_HALF_BEATS
from video_processing.pose.keypoints import FOLLOW, LEAD

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

HEAD = slice(0, 5)
WRISTS = [LEFT_WRIST, RIGHT_WRIST]
ANKLES = [15, 16]


def dist(points: FloatArray, half_beats: IntArray) -> FloatArray:
    """Return mean, sd, p10, p90 and 8 half-beat means of eight distances (96,), of joints (2, n, 17, 2)."""
    distances = np.stack(_distances(points), axis=1)
    summary, phases = seen_summary(distances), mean_by_group(distances, half_beats, N_HALF_BEATS)
    return np.concatenate([summary, phases]).T.ravel()


def hands(points: FloatArray, beats_of_bar: IntArray) -> FloatArray:
    """Return share of time held, contacts in 8 beats, mean distance and share held in each beat, of 4 pairs (28,)."""
    distance = hand_distances(points)
    seen = np.isfinite(distance)
    held = np.where(seen, hands_held(points), np.nan)
    contacts = (np.diff(np.nan_to_num(held), axis=1) > 0).sum(axis=1) / max(
        held.shape[1] / (8 * SAMPLES_PER_BEAT), 1e-9
    )
    contacts = np.where(seen.any(axis=1), contacts, np.nan)
    by_beat = mean_by_group(held.T, beats_of_bar, BEATS_PER_BAR)
    return np.concatenate([np.stack([seen_mean(held, 1), contacts, seen_mean(distance, 1)]), by_beat]).T.ravel()


def hip_distance(points: FloatArray) -> FloatArray:
    """Return the distance between the dancers' hips (n,)."""
    hips = middle(points, HIPS)
    return np.asarray(np.linalg.norm(hips[LEAD] - hips[FOLLOW], axis=-1))


def wrist_distance(points: FloatArray) -> FloatArray:
    """Return the distance between the nearest wrists of the two (n,)."""
    return _nearest(points[LEAD][:, WRISTS], points[FOLLOW][:, WRISTS])


def _distances(points: FloatArray) -> list[FloatArray]:
    lead, follow = points[LEAD], points[FOLLOW]
    shoulders, heads = middle(points, SHOULDERS), seen_mean(points[:, :, HEAD], axis=2)
    return [
        hip_distance(points),
        np.linalg.norm(shoulders[LEAD] - shoulders[FOLLOW], axis=-1),
        np.linalg.norm(heads[LEAD] - heads[FOLLOW], axis=-1),
        wrist_distance(points),
        _nearest(lead[:, WRISTS], follow[:, list(HIPS)]),
        _nearest(lead[:, WRISTS], follow[:, list(SHOULDERS)]),
        _nearest(follow[:, WRISTS], lead[:, list(SHOULDERS)]),
        _nearest(lead[:, ANKLES], follow[:, ANKLES]),
    ]


def _nearest(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return the least distance between joints (n, a, 2) and (n, b, 2) at each moment, NaN if no pair is seen."""
    distance = np.linalg.norm(one[:, :, None] - other[:, None, :], axis=-1).reshape(len(one), -1)
    nearest = np.where(np.isfinite(distance), distance, np.inf).min(axis=1)
    return np.asarray(np.where(np.isfinite(nearest), nearest, np.nan))
