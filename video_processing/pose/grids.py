"""What a trimmed network's answers mean: people, from the cells of its grids that are sure of one."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from video_processing.pose.detections import N_KEYPOINTS

FloatArray = NDArray[np.float64]

N_DISTANCES = 16
"""How far each side of a box is, is a distribution over 0..15 strides."""


@dataclass(frozen=True)
class GridOutputs:
    """Names of what the network says on one grid, each of shape (n, channels, rows, columns)."""

    stride_px: int
    boxes: str
    """64 channels: left, top, right, bottom, each as logits of 0..15 strides."""
    confidence: str
    """1 channel: a logit."""
    keypoints: str
    """51 channels: x, y and the logit of the confidence of each keypoint."""


def output_names(grids: Iterable[GridOutputs]) -> list[str]:
    """Return the boxes, confidence and keypoints of one grid after the other."""
    return [name for grid in grids for name in (grid.boxes, grid.confidence, grid.keypoints)]


def read_grid(
    boxes: NDArray[np.float32],
    confidence: NDArray[np.float32],
    keypoints: NDArray[np.float32],
    stride_px: int,
    min_confidence: float,
) -> FloatArray:
    """Return the people of one grid of rows x columns cells, shape (n, 56), in pixels of the network's input.

    A row is centre x, y, width, height, confidence, then x, y, confidence of each keypoint, as the whole network gives
    them. `boxes` (64, rows, columns): for each of left, top, right, bottom the logits of a distance of 0..15 strides
    from the cell's centre, of which the mean counts (Li et al. 2020, generalised focal loss). `keypoints` (51, rows,
    columns): half strides from the cell's corner, and the logit of the confidence. `confidence` (1, rows, columns):
    logits.
    """
    sure_logit = np.log(min_confidence / (1 - min_confidence))
    rows, columns = np.nonzero(confidence[0] > sure_logit)
    corner = np.stack([columns, rows], axis=-1).astype(np.float64)
    distances = _expected(boxes[:, rows, columns].T.reshape(len(rows), 4, N_DISTANCES))
    low, high = corner + 0.5 - distances[:, :2], corner + 0.5 + distances[:, 2:]
    points = keypoints[:, rows, columns].T.reshape(-1, N_KEYPOINTS, 3).astype(np.float64)
    points[..., :2] = (points[..., :2] * 2 + corner[:, None]) * stride_px
    points[..., 2] = _sigmoid(points[..., 2])
    sure = _sigmoid(confidence[0, rows, columns].astype(np.float64))
    centre, size = (low + high) / 2 * stride_px, (high - low) * stride_px
    return np.concatenate([centre, size, sure[:, None], points.reshape(len(rows), 3 * N_KEYPOINTS)], axis=1)


def _expected(logits: NDArray[np.float32]) -> FloatArray:
    """Return the means of distributions over 0..15 given as logits (..., 16)."""
    weights = np.exp(logits.astype(np.float64) - logits.max(axis=-1, keepdims=True))
    mean: FloatArray = weights @ np.arange(N_DISTANCES) / weights.sum(axis=-1)
    return mean


def _sigmoid(logits: FloatArray) -> FloatArray:
    return np.asarray(1 / (1 + np.exp(-logits)))
