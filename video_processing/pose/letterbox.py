"""Fits pictures into the detector's input, and its answers back into the pictures."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

STRIDE_PX = 32
"""The network halves its input five times: both sides must be multiples of this."""

PADDING_LEVEL = 114
"""The grey that the network was trained to see beside a picture (Ultralytics)."""


@dataclass(frozen=True)
class Letterbox:
    """How a picture sits in the network's input: scaled, at the top left, padded to the right and below."""

    scale: float
    """Input pixels per picture pixel."""
    width_px: int
    height_px: int
    input_width_px: int
    input_height_px: int


def letterbox(width_px: int, height_px: int, budget_px: int) -> Letterbox:
    """Return the letterbox that brings a picture down to `budget_px` pixels in all, never up."""
    scale = min(1.0, math.sqrt(budget_px / (width_px * height_px)))
    width, height = max(1, round(width_px * scale)), max(1, round(height_px * scale))
    return Letterbox(scale, width, height, _next_multiple(width), _next_multiple(height))


def network_input(frames: NDArray[np.uint8], box: Letterbox) -> NDArray[np.float32]:
    """Return RGB frames (n, H, W, 3) as the network's input (n, 3, height, width), 0..1."""
    padded = np.full((len(frames), box.input_height_px, box.input_width_px, 3), PADDING_LEVEL, dtype=np.uint8)
    for target, frame in zip(padded, frames, strict=True):
        target[: box.height_px, : box.width_px] = _resized(frame, box)
    return np.multiply(padded.transpose(0, 3, 1, 2), np.float32(1 / 255), dtype=np.float32, order="C")


def _resized(frame: NDArray[np.uint8], box: Letterbox) -> NDArray[np.uint8]:
    if frame.shape[:2] == (box.height_px, box.width_px):
        return frame
    small = cv2.resize(frame, (box.width_px, box.height_px), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)


def _next_multiple(side_px: int) -> int:
    return -(-side_px // STRIDE_PX) * STRIDE_PX
