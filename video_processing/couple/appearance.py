"""What a dancer wears, as numbers: the colours of the torso and of the legs."""

import cv2
import numpy as np
from numpy.typing import NDArray

from video_processing.pose.detections import FrameDetections

FloatArray = NDArray[np.float64]

HUE_BINS, SATURATION_BINS, VALUE_BINS = 12, 4, 8
HISTOGRAM_SIZE = HUE_BINS * SATURATION_BINS + VALUE_BINS
APPEARANCE_SIZE = 2 * HISTOGRAM_SIZE

TORSO_JOINTS = (5, 6, 12, 11)
"""Left and right shoulder, right and left hip: the corners in drawing order."""

LEG_CHAINS = ((11, 13, 15), (12, 14, 16))
"""Hip, knee and ankle of each leg."""

SHRINK = 0.85
"""The torso polygon is shrunk by this to stay off the partner and the background."""

LEG_WIDTH_OF_TORSO = 0.22
"""A leg is drawn this wide, in lengths of the torso."""

MIN_JOINT_CONFIDENCE = 0.3
MIN_PIXELS = 12
"""Fewer pixels make no histogram."""


def appearances(frame: NDArray[np.uint8], found: FrameDetections) -> FloatArray:
    """Return what each person of an RGB frame (H, W, 3) wears, shape (n, 112): torso histogram, then leg histogram.

    Each half is hue 12 x saturation 4 (sum 1) followed by value 8 (sum 1); NaN where the joints are not seen.
    Detections are in pixels of `frame`.
    """
    result = np.full((len(found), APPEARANCE_SIZE), np.nan)
    for row, keypoints in zip(result, found.keypoints_px, strict=True):
        row[:HISTOGRAM_SIZE] = _histogram(frame, _torso_polygon(keypoints), None)
        row[HISTOGRAM_SIZE:] = _histogram(frame, *_leg_lines(keypoints))
    return result


def torso_of(appearance: FloatArray) -> FloatArray:
    """Return the torso half of appearances (..., 112), shape (..., 56)."""
    return appearance[..., :HISTOGRAM_SIZE]


def _torso_polygon(keypoints: FloatArray) -> list[FloatArray]:
    corners = keypoints[list(TORSO_JOINTS)]
    if (corners[:, 2] < MIN_JOINT_CONFIDENCE).any():
        return []
    centre = corners[:, :2].mean(axis=0)
    return [centre + SHRINK * (corners[:, :2] - centre)]


def _leg_lines(keypoints: FloatArray) -> tuple[list[FloatArray], int | None]:
    torso_px = np.linalg.norm(keypoints[[5, 6], :2].mean(axis=0) - keypoints[[11, 12], :2].mean(axis=0))
    chains = [keypoints[list(chain)] for chain in LEG_CHAINS]
    seen = [chain[:, :2] for chain in chains if (chain[:, 2] >= MIN_JOINT_CONFIDENCE).all()]
    return seen, max(1, round(float(torso_px) * LEG_WIDTH_OF_TORSO))


def _histogram(frame: NDArray[np.uint8], shapes: list[FloatArray], width_px: int | None) -> FloatArray:
    """Return the histogram inside polygons, or along lines `width_px` wide; NaN without enough pixels."""
    nothing = np.full(HISTOGRAM_SIZE, np.nan)
    if not shapes:
        return nothing
    points = np.concatenate(shapes)
    margin = width_px or 0
    x0, y0 = np.maximum(np.floor(points.min(axis=0)) - margin, 0).astype(int)
    x1, y1 = np.ceil(points.max(axis=0)).astype(int) + margin + 1
    patch = frame[y0:y1, x0:x1]
    if patch.size == 0:
        return nothing
    mask = _mask(patch.shape[:2], [np.round(shape - (x0, y0)).astype(np.int32) for shape in shapes], width_px)
    if np.count_nonzero(mask) < MIN_PIXELS:
        return nothing
    hsv = cv2.cvtColor(patch, cv2.COLOR_RGB2HSV)
    colour = cv2.calcHist([hsv], [0, 1], mask, [HUE_BINS, SATURATION_BINS], [0, 180, 0, 256]).ravel()
    value = cv2.calcHist([hsv], [2], mask, [VALUE_BINS], [0, 256]).ravel()
    return np.concatenate([colour / colour.sum(), value / value.sum()]).astype(np.float64)


def _mask(size: tuple[int, ...], shapes: list[NDArray[np.int32]], width_px: int | None) -> NDArray[np.uint8]:
    mask = np.zeros(size, dtype=np.uint8)
    for shape in shapes:
        if width_px is None:
            cv2.fillPoly(mask, [shape], 255)
        else:
            cv2.polylines(mask, [shape], False, 255, width_px)
    return mask
