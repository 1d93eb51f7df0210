"""What two dancers do together, count by count: for captions, seams and anyone who wants to know."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.beat_samples import SAMPLES_PER_BEAT, BeatSamples, sample_on_beats
from video_processing.couple.motion import HIPS, middle
from video_processing.couple.relation import Relation, hand_distances, hands_held, relations
from video_processing.couple.seen import seen_mean
from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import FOLLOW, LEAD, CoupleTrack

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

HELD_SHARE = 0.5
"""Hands held for half of a beat count as held on it."""


@dataclass(frozen=True)
class InteractionTrack:
    """One row a beat of the clip's grid; a beat lasts from half a beat before it to half a beat after."""

    count: IntArray
    """Shape (n_beats,), 1..8."""
    hands: NDArray[np.bool_]
    """Shape (n_beats, 4): hands held, in the order of `relation.HAND_PAIRS`."""
    relation: IntArray
    """Shape (n_beats,): the `Relation` seen most of the time; -1 unknown."""
    distance_torsos: FloatArray
    """Shape (n_beats,): mean distance of the hips in mean torso lengths; NaN where not both were seen."""
    velocity_correlation: FloatArray
    """Shape (n_beats,): how alike the hips move over the two beats around, -1..1; NaN where not seen."""


def interaction_track(track: CoupleTrack, grid: BeatGrid) -> InteractionTrack:
    """Return what the couple does on each beat of its clip's grid."""
    samples = sample_on_beats(track, grid)
    n_beats = len(grid.beat_times_s)
    points = samples.points_px / samples.couple_scale_px
    hips = middle(points, HIPS)
    windows = _windows(samples, n_beats, 0.5)
    held, relation = hands_held(points), relations(points)
    known = np.asarray(np.isfinite(hand_distances(points)).any(axis=0))
    distance = np.linalg.norm(hips[LEAD] - hips[FOLLOW], axis=-1)
    wide = _windows(samples, n_beats, 1.0)
    return InteractionTrack(
        count=grid.counts(),
        hands=np.array([_held_share(held[:, at], known[at]) >= HELD_SHARE for at in windows]).reshape(n_beats, 4),
        relation=np.array([_most_frequent(relation[at]) for at in windows], dtype=np.int64),
        distance_torsos=np.array([float(seen_mean(distance[at])) for at in windows]),
        velocity_correlation=np.array([_alike(hips[:, at]) for at in wide]),
    )


def _windows(samples: BeatSamples, n_beats: int, reach_beats: float) -> list[IntArray]:
    """Return for each beat the indices of the samples less than `reach_beats` from it."""
    return [np.flatnonzero(np.abs(samples.beats - beat) < reach_beats) for beat in range(n_beats)]


def _held_share(held: NDArray[np.bool_], known: NDArray[np.bool_]) -> FloatArray:
    return np.asarray(held[:, known].mean(axis=1) if known.any() else np.zeros(len(held)))


def _most_frequent(relation: IntArray) -> int:
    known = relation[relation != Relation.UNKNOWN]
    return int(np.bincount(known).argmax()) if len(known) else int(Relation.UNKNOWN)


def _alike(hips: FloatArray) -> float:
    """Return the cosine of the two dancers' hip velocities over a window of hips (2, n, 2)."""
    lead, follow = np.diff(hips, axis=1)
    seen = np.isfinite(lead).all(axis=1) & np.isfinite(follow).all(axis=1)
    if seen.sum() < SAMPLES_PER_BEAT // 2:
        return float("nan")
    norm = float(np.linalg.norm(lead[seen]) * np.linalg.norm(follow[seen]))
    return float((lead[seen] * follow[seen]).sum() / norm) if norm > 0 else float("nan")
