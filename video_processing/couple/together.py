"""Which two of the people in a picture dance together, where there are onlookers or other couples."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.observations import FrameObservation
from video_processing.pose.detections import FrameDetections, box_iou

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

REACH_HEIGHTS = 0.5
"""Real couples stand at most 0.45 of their height apart, as the camera sees it."""

LEAST_HEIGHT_RATIO = 0.7
BESIDE_HEIGHTS = 0.35
"""A partner who stands and looks smaller than this is half hidden behind the other, and so not farther beside than
that; one in a dip may be."""

CONTINUITY = 0.5
"""What the overlap with the pair of the picture before is worth, beside size and nearness in heights."""


def small_and_beside(people: FrameDetections) -> NDArray[np.bool_]:
    """Return, shape (n,), who looks smaller than the tallest and stands beside: an onlooker, or a dancer in a dip."""
    if len(people) < 2:
        return np.zeros(len(people), dtype=np.bool_)
    heights_px, x_px = _heights_px(people), _middles_px(people)
    tallest = int(heights_px.argmax())
    beside = np.abs(x_px - x_px[tallest]) > BESIDE_HEIGHTS * heights_px[tallest]
    return np.asarray(beside & (heights_px < LEAST_HEIGHT_RATIO * heights_px[tallest]))


def dancing_pairs(frames: list[FrameObservation]) -> tuple[IntArray, NDArray[np.bool_]]:
    """Return for each frame, all of which show two people or more, which two dance, and whether they are near enough.

    Shape (n, 2), rising indices of people, and (n,): False as where one dancer is hidden and somebody else is not. Of
    all ways through the clip it is the one on which the two are tall, near each other, and the same as before
    (Viterbi).
    """
    choices = [np.array(list(combinations(range(len(frame.people)), 2)), dtype=np.int64) for frame in frames]
    gaps = [_gaps_heights(frame.people, pairs) for frame, pairs in zip(frames, choices, strict=True)]
    tallest_px = max(float(_heights_px(frame.people).max()) for frame in frames)
    best, origins = np.zeros(0), []
    for index, frame in enumerate(frames):
        if index:
            overlaps = _overlaps(frames[index - 1].people, choices[index - 1], frame.people, choices[index])
            ways = best[:, None] + CONTINUITY * overlaps
            origins.append(ways.argmax(axis=0))
            best = ways.max(axis=0)
        smaller_px = _heights_px(frame.people)[choices[index]].min(axis=1)
        best = (best if index else 0.0) + smaller_px / tallest_px - gaps[index]
    path = [int(best.argmax())]
    for origin in reversed(origins):
        path.append(int(origin[path[-1]]))
    path.reverse()
    near = np.array([gap[at] <= REACH_HEIGHTS for gap, at in zip(gaps, path, strict=True)])
    return np.stack([pairs[at] for pairs, at in zip(choices, path, strict=True)]), near


def sideways_heights(one: FrameDetections, other: FrameDetections) -> FloatArray:
    """Return how far people (n) are beside others (m), in heights of the taller one, shape (n, m)."""
    away_px = np.abs(_middles_px(one)[:, None] - _middles_px(other)[None])
    return np.asarray(away_px / np.maximum(_heights_px(one)[:, None], _heights_px(other)[None]))


def _gaps_heights(people: FrameDetections, pairs: IntArray) -> FloatArray:
    return np.asarray(sideways_heights(people, people)[pairs[:, 0], pairs[:, 1]])


def _overlaps(before: FrameDetections, old: IntArray, now: FrameDetections, new: IntArray) -> FloatArray:
    """Return how much each new pair overlaps each old one, 0..2, whichever of a pair is whichever."""
    iou = box_iou(before.boxes_xyxy_px, now.boxes_xyxy_px)
    straight, crossed = (
        iou[np.ix_(old[:, 0], new[:, first])] + iou[np.ix_(old[:, 1], new[:, 1 - first])] for first in (0, 1)
    )
    return np.asarray(np.maximum(straight, crossed))


def _middles_px(people: FrameDetections) -> FloatArray:
    return np.asarray(people.boxes_xyxy_px[:, [0, 2]].mean(axis=1))


def _heights_px(people: FrameDetections) -> FloatArray:
    boxes = people.boxes_xyxy_px
    return np.asarray(np.maximum(boxes[:, 3] - boxes[:, 1], 1.0))
