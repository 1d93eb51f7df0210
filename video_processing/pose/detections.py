"""What the detector sees in one frame, and the choice of detections worth keeping."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

N_KEYPOINTS = 17

COCO_SIGMAS = np.array(
    [0.026, 0.025, 0.025, 0.035, 0.035, 0.079, 0.079, 0.072, 0.072, 0.062, 0.062,
     0.107, 0.107, 0.087, 0.087, 0.089, 0.089]
)  # fmt: skip
"""How far annotators differ on each keypoint, in units of sqrt(person area): COCO keypoint evaluation."""

DUPLICATE_OKS = 0.75
"""Two detections more alike than this are the same dancer seen twice."""

CLOSE_BOX_IOU, CLOSE_DUPLICATE_OKS = 0.7, 0.5
"""Where boxes are nearer than the first, so are those more alike than the second. Boxes alone do not tell: dancers in a
close hold, seen from the side, fill the same box; their joints are half as alike as those of one dancer seen twice."""


@dataclass(frozen=True)
class FrameDetections:
    """The people of one frame, most confident first."""

    boxes_xyxy_px: FloatArray
    """Shape (n, 4)."""
    confidence: FloatArray
    """Shape (n,), 0..1."""
    keypoints_px: FloatArray
    """Shape (n, 17, 3): x, y in pixels and confidence 0..1."""

    def __len__(self) -> int:
        return len(self.confidence)

    def take(self, chosen: NDArray[np.int64]) -> "FrameDetections":
        """Return only the detections `chosen`, in that order."""
        return FrameDetections(self.boxes_xyxy_px[chosen], self.confidence[chosen], self.keypoints_px[chosen])

    def moved(self, scale: float, offset_xy_px: tuple[float, float]) -> "FrameDetections":
        """Return the same people in a picture `scale` times as large, shifted by `offset_xy_px` afterwards."""
        offset = np.asarray(offset_xy_px, dtype=np.float64)
        keypoints = self.keypoints_px.copy()
        keypoints[..., :2] = keypoints[..., :2] * scale + offset
        return FrameDetections(self.boxes_xyxy_px * scale + np.tile(offset, 2), self.confidence, keypoints)


def no_detections() -> FrameDetections:
    """Return the answer for a frame without people."""
    return FrameDetections(np.empty((0, 4)), np.empty(0), np.empty((0, N_KEYPOINTS, 3)))


def box_iou(one_xyxy: FloatArray, other_xyxy: FloatArray) -> FloatArray:
    """Return the intersection over union of boxes (n, 4) with other boxes (m, 4), shape (n, m)."""
    low = np.maximum(one_xyxy[:, None, :2], other_xyxy[None, :, :2])
    high = np.minimum(one_xyxy[:, None, 2:], other_xyxy[None, :, 2:])
    intersection = np.prod(np.maximum(high - low, 0.0), axis=-1)
    areas = _areas_px2(one_xyxy)[:, None] + _areas_px2(other_xyxy)[None, :]
    return np.asarray(intersection / np.maximum(areas - intersection, 1e-9))


def keypoint_similarity(one: FrameDetections, other: FrameDetections) -> FloatArray:
    """Return the object keypoint similarity (COCO, its sigmas doubled) of n people with m others, (n, m), 0..1."""
    distance2 = np.sum((one.keypoints_px[:, None, :, :2] - other.keypoints_px[None, :, :, :2]) ** 2, axis=-1)
    area = np.sqrt(_areas_px2(one.boxes_xyxy_px)[:, None] * _areas_px2(other.boxes_xyxy_px)[None])
    spread2 = 2.0 * area[..., None] * (2.0 * COCO_SIGMAS) ** 2
    return np.asarray(np.exp(-distance2 / np.maximum(spread2, 1e-9)).mean(axis=-1))


def distinct_people(found: FrameDetections, max_people: int) -> FrameDetections:
    """Return the most confident detections, each person once."""
    ranked = found.take(np.argsort(-found.confidence, kind="stable"))
    left = np.arange(len(ranked))
    kept: list[int] = []
    while len(left) and len(kept) < max_people:
        kept.append(int(left[0]))
        left = left[~_same_person(ranked.take(left[:1]), ranked.take(left))]
    return ranked.take(np.array(kept, dtype=np.int64))


def _same_person(one: FrameDetections, others: FrameDetections) -> NDArray[np.bool_]:
    """Return, shape (n,), which of others are the same person as one detection."""
    shared = keypoint_similarity(one, others)[0]
    overlap = box_iou(one.boxes_xyxy_px, others.boxes_xyxy_px)[0]
    return np.asarray((shared > DUPLICATE_OKS) | ((overlap > CLOSE_BOX_IOU) & (shared > CLOSE_DUPLICATE_OKS)))


def _areas_px2(boxes_xyxy: FloatArray) -> FloatArray:
    return np.asarray(np.prod(np.maximum(boxes_xyxy[:, 2:] - boxes_xyxy[:, :2], 0.0), axis=-1))
