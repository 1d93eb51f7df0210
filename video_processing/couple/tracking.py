"""Who is who from frame to frame: boxes that overlap and clothes that stay the same."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from video_processing.couple.appearance import torso_of
from video_processing.couple.observations import FrameObservation
from video_processing.pose.detections import box_iou

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

COLOUR_WEIGHT = 1.0
CONFIDENCE_WEIGHT = 0.2
TEMPLATE_MEMORY = 0.95
"""Share of the old template kept at each frame."""

SAME_CLOTHES_DISTANCE = 0.15
"""Templates nearer than this (squared distance of square-root histograms) do not tell the dancers apart."""

APART_DISTANCE = 0.6
"""Templates this far from each other are two colours without doubt."""

CLEAN_CONFIDENCE, CLEAN_IOU = 0.5, 0.35
"""A frame with two sure and separate people is a good place to begin."""

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
    """Follow two people through a clip.

    Starts at the first frame with two people well apart and goes both ways, so that a clip that opens in a close
    embrace starts on solid ground. A second pass keeps the clothes seen over the whole clip as fixed templates: what
    an early mistake did to the running template cannot last.
    """
    start = _start_frame(frames)
    if start is None:
        return _one_person(frames)
    first = _both_ways(frames, start, _Templates.at(frames[start]))
    clothes = _mean_appearance(frames, first)
    if not np.isfinite(torso_of(clothes)).all():
        return Identities(first, clothes, 0.0)
    chosen = _both_ways(frames, start, _Templates(np.sqrt(torso_of(clothes)), fixed=True))
    clothes = _mean_appearance(frames, chosen)
    return Identities(chosen, clothes, _confidence(torso_of(clothes)))


class _Templates:
    """The running colours of both dancers: square-root torso histograms, shape (2, 56), NaN while unknown."""

    def __init__(self, roots: FloatArray, *, fixed: bool = False) -> None:
        self._roots = roots
        self._fixed = fixed

    @classmethod
    def at(cls, frame: FrameObservation) -> "_Templates":
        return cls(np.sqrt(torso_of(frame.appearance[_leftmost_two(frame)])))

    def copy(self) -> "_Templates":
        return _Templates(self._roots.copy(), fixed=self._fixed)

    def distances(self, frame: FrameObservation) -> FloatArray:
        """Return the squared distance of each template to each person, (2, n); the mean where one is unknown."""
        gaps = np.sum((np.sqrt(torso_of(frame.appearance))[None] - self._roots[:, None]) ** 2, axis=-1)
        known = np.isfinite(gaps)
        return np.where(known, gaps, gaps[known].mean() if known.any() else 0.0)

    def update(self, dancer: int, root: FloatArray) -> None:
        if self._fixed or not np.isfinite(root).all():
            return
        old = self._roots[dancer]
        known = np.isfinite(old).all()
        self._roots[dancer] = TEMPLATE_MEMORY * old + (1 - TEMPLATE_MEMORY) * root if known else root


def _both_ways(frames: tuple[FrameObservation, ...], start: int, templates: _Templates) -> IntArray:
    chosen = np.full((2, len(frames)), MISSING, dtype=np.int64)
    _follow(frames, range(start, len(frames)), templates.copy(), chosen)
    _follow(frames, range(start, -1, -1), templates.copy(), chosen)
    return chosen


def _follow(frames: tuple[FrameObservation, ...], order: range, templates: _Templates, chosen: IntArray) -> None:
    boxes = frames[order[0]].people.boxes_xyxy_px[_leftmost_two(frames[order[0]])].copy()
    for index in order:
        frame = frames[index]
        if len(frame.people) == 0:
            continue
        cost = 1 - box_iou(boxes, frame.people.boxes_xyxy_px) + COLOUR_WEIGHT * templates.distances(frame)
        cost += CONFIDENCE_WEIGHT * (1 - frame.people.confidence)
        for dancer, person in zip(*linear_sum_assignment(cost), strict=True):
            chosen[dancer, index] = person
            boxes[dancer] = frame.people.boxes_xyxy_px[person]
            templates.update(int(dancer), np.sqrt(torso_of(frame.appearance[person])))


def _start_frame(frames: tuple[FrameObservation, ...]) -> int | None:
    """Return the first frame with two people well apart, else the one where two overlap least, else None."""
    overlaps: list[tuple[float, int]] = []
    for index, frame in enumerate(frames):
        if len(frame.people) < 2:
            continue
        pair = frame.people.boxes_xyxy_px[:2]
        overlap = float(box_iou(pair[:1], pair[1:])[0, 0])
        if overlap < CLEAN_IOU and frame.people.confidence[:2].min() > CLEAN_CONFIDENCE:
            return index
        overlaps.append((overlap, index))
    return min(overlaps)[1] if overlaps else None


def _leftmost_two(frame: FrameObservation) -> IntArray:
    """Return the indices of the two surest people, the left one first."""
    return np.argsort(frame.people.boxes_xyxy_px[:2, [0, 2]].mean(axis=1), kind="stable")


def _mean_appearance(frames: tuple[FrameObservation, ...], chosen: IntArray) -> FloatArray:
    rows = np.full((2, len(frames), frames[0].appearance.shape[1]), np.nan)
    for dancer, index in np.argwhere(chosen != MISSING):
        rows[dancer, index] = frames[index].appearance[chosen[dancer, index]]
    seen = np.isfinite(rows)
    total = np.where(seen, rows, 0.0).sum(axis=1)
    return np.asarray(np.where(seen.any(axis=1), total / np.maximum(seen.sum(axis=1), 1), np.nan))


def _confidence(torsos: FloatArray) -> float:
    distance = float(np.sum((np.sqrt(torsos[0]) - np.sqrt(torsos[1])) ** 2))
    return float(np.clip((distance - SAME_CLOTHES_DISTANCE) / (APART_DISTANCE - SAME_CLOTHES_DISTANCE), 0.0, 1.0))


def _one_person(frames: tuple[FrameObservation, ...]) -> Identities:
    """Return the answer for a clip that never shows two people: the surest one as the first dancer."""
    chosen = np.full((2, len(frames)), MISSING, dtype=np.int64)
    chosen[0] = [0 if len(frame.people) else MISSING for frame in frames]
    width = frames[0].appearance.shape[1] if frames else 0
    return Identities(chosen, _mean_appearance(frames, chosen) if frames else np.empty((2, width)), 0.0)
