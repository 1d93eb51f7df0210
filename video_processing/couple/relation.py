"""How two dancers stand to each other at each moment: facing, in shadow, side by side, back to back; hand in hand."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.motion import HIPS, middle
from video_processing.pose.keypoints import FOLLOW, LEAD

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

NOSE, LEFT_EAR, RIGHT_EAR = 0, 3, 4
LEFT_SHOULDER, RIGHT_SHOULDER, LEFT_WRIST, RIGHT_WRIST = 5, 6, 9, 10

HAND_PAIRS = (
    (LEFT_WRIST, RIGHT_WRIST),
    (RIGHT_WRIST, LEFT_WRIST),
    (LEFT_WRIST, LEFT_WRIST),
    (RIGHT_WRIST, RIGHT_WRIST),
)
"""Lead's hand and follow's hand: the two of an open hold first, then the crossed ones."""

CONTACT_OF_HEIGHT = 0.15
"""Wrists nearer than this part of the couple's height hold each other."""

TURNED_HEAD_TORSOS = 0.05
PROFILE_TORSOS = 0.35
"""A shoulder line seen shorter than this shows a dancer from the side."""

SAME_WAY_TORSOS2 = 0.08
BEHIND_TORSOS = 0.7
"""Hips nearer than this, sideways, while both look the same way: one stands behind the other."""


class Relation(IntEnum):
    """How the couple stands. The first four are counted beat by beat."""

    UNKNOWN = -1
    FACING = 0
    SHADOW = 1
    SIDE_BY_SIDE = 2
    BACK = 3
    OPPOSED = 4


def shoulder_width(points: FloatArray) -> FloatArray:
    """Return how far the left shoulder is to the right of the right one: positive for a dancer facing the camera."""
    return np.asarray(points[..., LEFT_SHOULDER, 0] - points[..., RIGHT_SHOULDER, 0])


def head_yaw(points: FloatArray) -> FloatArray:
    """Return how far the nose is to the right of the ears (one ear, if only one is seen)."""
    ears = points[..., [LEFT_EAR, RIGHT_EAR], 0]
    seen = np.isfinite(ears)
    centre = np.where(seen, ears, 0.0).sum(axis=-1) / np.maximum(seen.sum(axis=-1), 1)
    return np.asarray(np.where(seen.any(axis=-1), points[..., NOSE, 0] - centre, np.nan))


def relations(points: FloatArray) -> IntArray:
    """Return the `Relation` at each moment, shape (n,), of joints (2, n, 17, 2) in mean torso lengths."""
    width = shoulder_width(points)
    hip_x = middle(points, HIPS)[..., 0]
    to_follow = hip_x[FOLLOW] - hip_x[LEAD]
    facing = _looks_along(points[LEAD], width[LEAD], to_follow) & _looks_along(
        points[FOLLOW], width[FOLLOW], -to_follow
    )
    product = width[LEAD] * width[FOLLOW]
    same_way = product > SAME_WAY_TORSOS2
    behind = np.abs(to_follow) < BEHIND_TORSOS
    known = np.isfinite(product) & np.isfinite(to_follow)
    return np.select(
        [~known, facing, same_way & behind, same_way, product < -SAME_WAY_TORSOS2],
        [Relation.UNKNOWN, Relation.FACING, Relation.SHADOW, Relation.SIDE_BY_SIDE, Relation.OPPOSED],
        default=Relation.BACK,
    ).astype(np.int64)


def hand_distances(points: FloatArray) -> FloatArray:
    """Return the distance of each hand pair at each moment, shape (4, n), in the units of `points`."""
    return np.stack(
        [np.linalg.norm(points[LEAD, :, lead] - points[FOLLOW, :, follow], axis=-1) for lead, follow in HAND_PAIRS]
    )


def couple_height(points: FloatArray) -> float:
    """Return the mean standing height of the two: the 90th percentile of how tall each is seen; NaN if never."""
    tops = np.where(np.isfinite(points[..., 1]), points[..., 1], np.inf).min(axis=-1)
    feet = np.where(np.isfinite(points[..., 1]), points[..., 1], -np.inf).max(axis=-1)
    heights = np.where(np.isfinite(tops) & np.isfinite(feet), feet - np.where(np.isfinite(tops), tops, 0.0), np.nan)
    seen = [row[np.isfinite(row)] for row in heights]
    return float(np.mean([np.percentile(row, 90) for row in seen])) if all(map(len, seen)) else float("nan")


def hands_held(points: FloatArray) -> NDArray[np.bool_]:
    """Return for each hand pair and moment, shape (4, n), whether the hands hold each other."""
    return np.asarray(hand_distances(points) < CONTACT_OF_HEIGHT * couple_height(points))


def _looks_along(points: FloatArray, width: FloatArray, direction: FloatArray) -> NDArray[np.bool_]:
    """Return whether a dancer looks the way of `direction` (+ right): by the head, or by the nose of a side view."""
    way = np.sign(direction)
    by_head = head_yaw(points) * way > TURNED_HEAD_TORSOS
    ahead_of_shoulders = points[..., NOSE, 0] - points[..., [LEFT_SHOULDER, RIGHT_SHOULDER], 0].mean(axis=-1)
    return np.asarray(by_head | ((np.abs(width) < PROFILE_TORSOS) & (ahead_of_shoulders * way > 0)))
