"""How two dancers stand to each other: facing, sides, levels, tilt and overlap."""

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.beat_samples import BEATS_PER_BAR, SAMPLES_PER_BEAT
from video_processing.couple.motion import HIPS, SHOULDERS, middle
from video_processing.couple.relation import Relation, relations, shoulder_width
from video_processing.couple.seen import mean_by_group, seen_histogram, seen_mean, seen_percentiles, seen_summary
from video_processing.pose.keypoints import FOLLOW, LEAD

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

PRODUCT_RANGE_TORSOS2 = (-1.0, 1.0)
LEAST_OFFSET_TORSOS = 0.2
"""Sides are swapped when the follow's hips pass the lead's by this."""


def rel(points: FloatArray, beats_of_bar: IntArray) -> FloatArray:
    """Return shares of the five relations, of the first four by beat, and the shoulder product (32,)."""
    relation = relations(points)
    classes = [one for one in Relation if one is not Relation.UNKNOWN]
    is_class = np.stack([relation == one for one in classes], axis=1).astype(np.float64)
    is_class[relation == Relation.UNKNOWN] = np.nan
    product = shoulder_width(points[LEAD]) * shoulder_width(points[FOLLOW])
    return np.concatenate(
        [
            seen_mean(is_class),
            mean_by_group(is_class[:, :4], beats_of_bar, BEATS_PER_BAR).ravel(),
            seen_summary(product),
            seen_histogram(product, *PRODUCT_RANGE_TORSOS2, 7),
        ]
    )


def geom(points: FloatArray, beats_of_bar: IntArray) -> FloatArray:
    """Return side swaps, side, turning of the couple's axis, head levels, tilts and the axis (30,)."""
    hips = middle(points, HIPS)
    axis = hips[FOLLOW] - hips[LEAD]
    level = seen_mean(points[FOLLOW, :, :5, 1], axis=1) - seen_mean(points[LEAD, :, :5, 1], axis=1)
    tilts = torso_tilts(points)
    return np.concatenate(
        [
            [side_swaps(axis[:, 0]), float(seen_mean(np.sign(axis[:, 0]))), _axis_turning(axis)],
            seen_summary(level),
            mean_by_group(level, beats_of_bar, BEATS_PER_BAR),
            seen_summary(tilts[LEAD]),
            seen_summary(tilts[FOLLOW]),
            seen_percentiles(tilts.max(axis=0), (98.0,)),
            seen_percentiles(level, (98.0, 2.0)),
            seen_summary(axis[:, 0]),
            seen_summary(axis[:, 1]),
        ]
    )


def overlap(points: FloatArray, beats_of_bar: IntArray) -> FloatArray:
    """Return how much of the narrower dancer's width the other covers: 4 statistics and 4 beats (8,)."""
    seen = np.isfinite(points[..., 0])
    low = np.where(seen, points[..., 0], np.inf).min(axis=-1)
    high = np.where(seen, points[..., 0], -np.inf).max(axis=-1)
    both = np.asarray(seen.any(axis=-1).all(axis=0))
    shared = np.minimum(high[LEAD], high[FOLLOW])[both] - np.maximum(low[LEAD], low[FOLLOW])[both]
    narrower = (high - low)[:, both].min(axis=0)
    covered = np.full(len(both), np.nan)
    covered[both] = shared / np.maximum(narrower, 1e-3)
    covered = np.clip(covered, -3.0, 1.0)
    return np.concatenate([seen_summary(covered), mean_by_group(covered, beats_of_bar, BEATS_PER_BAR)])


def torso_tilts(points: FloatArray) -> FloatArray:
    """Return how far each torso leans from upright (..., n), in radians 0..pi."""
    lean = middle(points, SHOULDERS) - middle(points, HIPS)
    return np.asarray(np.abs(np.arctan2(lean[..., 0], -lean[..., 1])))


def side_swaps(offset: FloatArray) -> float:
    """Return how often in 8 beats the follow passes to the lead's other side; NaN if the two are never seen."""
    if not np.isfinite(offset).any():
        return float("nan")
    sides = np.sign(offset[np.abs(offset) > LEAST_OFFSET_TORSOS])
    return float(np.count_nonzero(np.diff(sides)) / (len(offset) / (8 * SAMPLES_PER_BEAT)))


def _axis_turning(axis: FloatArray) -> float:
    """Return the mean turning of the line from lead to follow, in radians a beat."""
    angle = np.arctan2(axis[:, 1], axis[:, 0])
    step = np.abs((np.diff(angle) + np.pi) % (2 * np.pi) - np.pi)
    return float(seen_mean(step) * SAMPLES_PER_BEAT)
