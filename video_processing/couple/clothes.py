"""What the two dancers of a clip wear, learned from every frame that shows two people."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.appearance import torso_of
from video_processing.couple.observations import FrameObservation
from video_processing.couple.together import dancing_pairs
from video_processing.pose.detections import box_iou

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

CLEAN_CONFIDENCE, CLEAN_IOU = 0.5, 0.35
"""Two sure people whose boxes overlap less are two people without doubt."""

WORN_BY_DANCER_DISTANCE = 0.3
"""Clothes nearer than this (squared distance of square-root histograms) to those of a dancer are hers or his: half of
those of real dancers are."""

MAX_ROUNDS = 20


@dataclass(frozen=True)
class Clothes:
    """The colours of two dancers, and a frame in which they can be told apart best."""

    roots: FloatArray
    """Shape (2, 56): square roots of the mean torso histograms; NaN where never seen."""
    start: int
    """Index of that frame."""
    start_people: tuple[int, int]
    """Which of its people wears which."""


def learn_clothes(frames: tuple[FrameObservation, ...]) -> Clothes | None:
    """Split the couples of all frames that show one into two sets of clothes; None if no frame shows two people.

    Two-means in which the two people of one frame never share a set (constrained k-means), seeded by the clean pair
    whose colours differ most. Learning from the whole clip beats a running template: a mistake cannot feed itself.
    """
    pairs = [(index, frame) for index, frame in enumerate(frames) if len(frame.people) >= 2]
    if not pairs:
        return None
    people, together = dancing_pairs([frame for _, frame in pairs])
    if together.any():
        pairs, people = [pair for pair, both in zip(pairs, together, strict=True) if both], people[together]
    torsos = np.sqrt(np.stack([torso_of(frame.appearance[two]) for (_, frame), two in zip(pairs, people, strict=True)]))
    seed = _seed(torsos, np.array([_is_clean(frame, two) for (_, frame), two in zip(pairs, people, strict=True)]))
    crossed = _split(torsos, seed)
    roots = np.sqrt(_means(torsos, crossed))
    one, other = people[seed].tolist()
    return Clothes(roots, pairs[seed][0], (other, one) if crossed[seed] else (one, other))


def squared_distances(roots: FloatArray, appearance: FloatArray) -> FloatArray:
    """Return how far each person's torso (n, 112) is from each set of clothes (2, 56): (2, n), 0..4.

    Where a torso was not seen, the mean of the others of the frame: it speaks for nobody.
    """
    gaps = _gaps(roots, appearance)
    known = np.isfinite(gaps)
    return np.asarray(np.where(known, gaps, gaps[known].mean() if known.any() else 0.0))


def dressed_as_dancers(clothes: Clothes, appearance: FloatArray) -> NDArray[np.bool_]:
    """Return, shape (2, n), who of people of appearances (n, 112) wears what each dancer does; not where unseen."""
    return np.asarray(_gaps(clothes.roots, appearance) < WORN_BY_DANCER_DISTANCE)


def _gaps(roots: FloatArray, appearance: FloatArray) -> FloatArray:
    """Return squared distances (2, n), NaN where a torso was not seen."""
    return np.asarray(np.sum((np.sqrt(torso_of(appearance))[None] - roots[:, None]) ** 2, axis=-1))


def _is_clean(frame: FrameObservation, two: IntArray) -> bool:
    boxes = frame.people.boxes_xyxy_px[two]
    overlap = float(box_iou(boxes[:1], boxes[1:])[0, 0])
    return overlap < CLEAN_IOU and bool(frame.people.confidence[two].min() > CLEAN_CONFIDENCE)


def _seed(torsos: FloatArray, clean: NDArray[np.bool_]) -> int:
    """Return the pair, of (n_pairs, 2, 56), whose colours differ most: a clean one if there is any."""
    contrast = np.sum((torsos[:, 0] - torsos[:, 1]) ** 2, axis=-1)
    contrast = np.where(np.isfinite(contrast), contrast, -1.0)
    return int(np.argmax(np.where(clean, contrast + 10.0, contrast)))


def _split(torsos: FloatArray, seed: int) -> NDArray[np.bool_]:
    """Return for each pair, shape (n_pairs,), whether its first person wears the second set of clothes."""
    roots = torsos[seed]
    crossed = np.zeros(len(torsos), dtype=np.bool_)
    for _ in range(MAX_ROUNDS):
        gaps = np.sum((torsos[:, :, None] - roots[None, None]) ** 2, axis=-1)
        advantage = np.nan_to_num(gaps[:, 0, 0] - gaps[:, 0, 1]) + np.nan_to_num(gaps[:, 1, 1] - gaps[:, 1, 0])
        before, crossed = crossed, advantage > 0
        roots = np.sqrt(_means(torsos, crossed))
        if (before == crossed).all():
            break
    return crossed


def _means(torsos: FloatArray, crossed: NDArray[np.bool_]) -> FloatArray:
    """Return the mean histograms (2, 56) of both sets; NaN for one never seen."""
    sorted_pairs = np.where(crossed[:, None, None], torsos[:, ::-1], torsos) ** 2
    seen = np.isfinite(sorted_pairs[..., :1])
    total = np.where(seen, sorted_pairs, 0.0).sum(axis=0)
    count = seen.sum(axis=0)
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), np.nan))
