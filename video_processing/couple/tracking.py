"""Who is who from frame to frame: boxes that overlap and clothes that stay the same."""

from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.appearance import APPEARANCE_SIZE
from video_processing.couple.clothes import Clothes, dressed_as_dancers, learn_clothes, squared_distances
from video_processing.couple.observations import FrameObservation
from video_processing.couple.seen import seen_mean
from video_processing.couple.together import sideways_heights, small_and_beside
from video_processing.pose.detections import FrameDetections, box_iou

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

COLOUR_WEIGHT = 1.0
CONFIDENCE_WEIGHT = 0.2

SAME_CLOTHES_DISTANCE = 0.15
"""Clothes nearer than this (squared distance of square-root histograms) do not tell the dancers apart."""

APART_DISTANCE = 0.6
"""Clothes this far from each other are two without doubt."""

STEP_HEIGHTS, SPEED_HEIGHTS_S, FARTHEST_HEIGHTS = 0.2, 1.0, 0.6
"""Dancers of real clips moved by at most 0.12 of their height from picture to picture, and by 0.45 while they were
hidden; whoever is seen farther from where a dancer was is somebody else."""

LIKE_CLOTHES_DISTANCE = 0.5
"""Where all are too far, clothes nearer than this are the dancer's: half of those of real dancers are within 0.3."""

OUT_OF_REACH = 1e3
MISSING = -1


@dataclass(frozen=True)
class Identities:
    """Which detection is which dancer."""

    chosen: IntArray
    """Shape (2, n_frames): index of the detection of each dancer, -1 where the dancer was not seen."""
    appearance: FloatArray
    """Shape (2, 112): mean of what each dancer wears over the clip; NaN where never seen."""
    confidence: float
    """0..1: how surely the clothes tell the dancers apart; 0 means that only the boxes did."""


def track_dancers(frames: tuple[FrameObservation, ...]) -> Identities:
    """Follow two people through a clip, both ways from the frame that tells them apart best.

    In each frame the Hungarian method gives people to dancers at the least cost of 1 - box overlap with the dancer's
    last box, + squared distance from the dancer's clothes, + 0.2 x (1 - confidence). A single person goes to the
    cheaper dancer. Whoever is out of reach does not stand in for a dancer who is hidden. Dancers in the same clothes
    are told apart by their boxes alone; `confidence` is then 0.

    Who looks small and stands beside is an onlooker, unless dressed as a dancer: then it is that one in a dip.
    """
    chosen = np.full((2, len(frames)), MISSING, dtype=np.int64)
    small = [small_and_beside(frame.people) for frame in frames]
    clothes = learn_clothes(tuple(_without(frame, some) for frame, some in zip(frames, small, strict=True)))
    if clothes is None:
        chosen[0] = [int(some.argmin()) if len(some) else MISSING for some in small]
        return Identities(chosen, _mean_appearance(frames, chosen), 0.0)
    strangers = [_strangers(frame, some, clothes) for frame, some in zip(frames, small, strict=True)]
    begin = _without(frames[clothes.start], small[clothes.start]).take(np.array(clothes.start_people))
    for order in (range(clothes.start, len(frames)), range(clothes.start, -1, -1)):
        _follow(frames, order, begin, strangers, clothes, chosen)
    return Identities(chosen, _mean_appearance(frames, chosen), _confidence(clothes))


def _without(frame: FrameObservation, some: BoolArray) -> FrameObservation:
    return frame.take(np.flatnonzero(~some)) if some.any() else frame


def _strangers(frame: FrameObservation, small: BoolArray, clothes: Clothes) -> BoolArray:
    """Return, shape (2, n_people), who of a frame is certainly not which dancer."""
    if not small.any():
        return np.zeros((2, len(small)), dtype=np.bool_)
    return np.asarray(small & ~dressed_as_dancers(clothes, frame.appearance))


def _follow(
    frames: tuple[FrameObservation, ...],
    order: range,
    begin: FrameObservation,
    strangers: list[BoolArray],
    clothes: Clothes,
    chosen: IntArray,
) -> None:
    """Fill in who of each frame is which of the two people of the frame to `begin` with."""
    last, seen_s = begin.people.take(np.arange(2)), np.full(2, begin.time_s)
    for index in order:
        people, time_s = frames[index].people, frames[index].time_s
        if len(people) == 0:
            continue
        cost = _cost(last, frames[index], strangers[index], clothes, np.abs(time_s - seen_s))
        for dancer, person in assign(cost):
            if cost[dancer, person] < OUT_OF_REACH:
                chosen[dancer, index] = person
                last.boxes_xyxy_px[dancer], seen_s[dancer] = people.boxes_xyxy_px[person], time_s


def _cost(
    last: FrameDetections, frame: FrameObservation, strangers: BoolArray, clothes: Clothes, unseen_s: FloatArray
) -> FloatArray:
    """Return what giving each person of a frame to each dancer costs, shape (2, n_people)."""
    clothes_away = squared_distances(clothes.roots, frame.appearance)
    cost = 1 - box_iou(last.boxes_xyxy_px, frame.people.boxes_xyxy_px) + COLOUR_WEIGHT * clothes_away
    cost += CONFIDENCE_WEIGHT * (1 - frame.people.confidence)
    reach = np.minimum(STEP_HEIGHTS + SPEED_HEIGHTS_S * unseen_s, FARTHEST_HEIGHTS)
    far = (sideways_heights(last, frame.people) > reach[:, None]) | strangers
    if far.all():  # the film was cut, or nobody but others is seen
        far = (clothes_away > LIKE_CLOTHES_DISTANCE) | strangers
    return np.asarray(np.where(far, OUT_OF_REACH, cost))


def assign(cost: FloatArray) -> tuple[tuple[int, int], ...]:
    """Return the pairs (dancer, person) of least cost in all, from costs (2, n_people): the Hungarian method's answer.

    Four people make twelve ways to choose two: trying them all spares the import of scipy.optimize (23 MB).
    """
    if cost.shape[1] == 1:
        return ((int(cost[:, 0].argmin()), 0),)
    ways = permutations(range(cost.shape[1]), 2)
    first, second = min(ways, key=lambda way: float(cost[0, way[0]] + cost[1, way[1]]))
    return ((0, first), (1, second))


def _mean_appearance(frames: tuple[FrameObservation, ...], chosen: IntArray) -> FloatArray:
    rows = np.full((2, len(frames), APPEARANCE_SIZE), np.nan)
    for dancer, index in np.argwhere(chosen != MISSING):
        rows[dancer, index] = frames[index].appearance[chosen[dancer, index]]
    return seen_mean(rows, axis=1)


def _confidence(clothes: Clothes) -> float:
    distance = float(np.sum((clothes.roots[0] - clothes.roots[1]) ** 2))
    if not np.isfinite(distance):
        return 0.0
    return float(np.clip((distance - SAME_CLOTHES_DISTANCE) / (APART_DISTANCE - SAME_CLOTHES_DISTANCE), 0.0, 1.0))
