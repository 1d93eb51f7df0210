"""Finds the picture between uniform bars: phone videos inside a wide frame carry white or black pillars."""

import math
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from video_processing.media.frames import Crop, read_frames

LOOK_RATE_HZ, LOOK_SAMPLES = 4.0, 12
"""Bars are looked for in the first three seconds that show anything."""

LOOK_BUDGET_PX = 640 * 360
EDGE_PX = 2
"""Where a bar is cut away, this much of the picture beside it goes too (of 640 x 360): the encoder mixed them there."""

UNIFORM_SD = 8.0
"""A column of a bar varies less than this, in levels of 255, over its height and over time (compression leaves 1-3);
a whole picture that does is a black opening, which hides the bars of what follows."""

BAR_LEVELS = (24.0, 231.0)
"""Bars are darker than the first or brighter than the second."""

MIN_CONTENT_SHARE = 0.25
"""A narrower rest is a dark scene, not a picture between bars."""

MAX_SPECK_SHARE = 0.02
"""Narrower leftovers beside a bar, such as a line at the edge of the frame, are no picture."""


def find_content(path: Path, size_px: tuple[int, int]) -> Crop:
    """Return the rectangle of a clip's displayed picture of `size_px` (width, height) that lies between its bars.

    Raises:
        UnreadableMediaError: the video cannot be decoded.
    """
    scale = min(1.0, math.sqrt(LOOK_BUDGET_PX / (size_px[0] * size_px[1])))
    small_px = max(1, round(size_px[0] * scale)), max(1, round(size_px[1] * scale))
    frames = (frame.rgb for frame in read_frames(path, LOOK_RATE_HZ, size_px=small_px))
    samples = list(islice((frame for frame in frames if frame.std() >= UNIFORM_SD), LOOK_SAMPLES))
    if not samples:
        return Crop(0, 0, *size_px)
    return scaled_crop(without_mixed_edges(content_crop(np.stack(samples)), small_px), small_px, size_px)


def content_crop(frames: NDArray[np.uint8]) -> Crop:
    """Return the rectangle of the picture without uniform pillars or letter boxes.

    `frames` is RGB (n, H, W, 3), a few samples of one clip. A picture without bars is returned whole.
    """
    grey = np.stack([frame.mean(axis=-1, dtype=np.float32).round().astype(np.uint8) for frame in frames])
    speck = math.ceil(MAX_SPECK_SHARE * grey.shape[1])  # a line along the edge of the frame makes no bar a picture
    x, width = _content_span(grey[:, speck:-speck].transpose(2, 0, 1).reshape(grey.shape[2], -1))
    y, height = _content_span(grey[:, :, x : x + width].transpose(1, 0, 2).reshape(grey.shape[1], -1))
    return Crop(x, y, width, height)


def without_mixed_edges(crop: Crop, size_px: tuple[int, int]) -> Crop:
    """Return a crop without the pixels beside the bars that it cuts from a picture of `size_px`."""
    left, top = (EDGE_PX * (start > 0) for start in (crop.x_px, crop.y_px))
    right = EDGE_PX * (crop.x_px + crop.width_px < size_px[0])
    bottom = EDGE_PX * (crop.y_px + crop.height_px < size_px[1])
    width, height = crop.width_px - left - right, crop.height_px - top - bottom
    return Crop(crop.x_px + left, crop.y_px + top, width, height)


def scaled_crop(crop: Crop, from_size_px: tuple[int, int], to_size_px: tuple[int, int]) -> Crop:
    """Return a crop found on a picture of one size (width, height) on the same picture of another size, even-sided."""
    factor_x, factor_y = to_size_px[0] / from_size_px[0], to_size_px[1] / from_size_px[1]
    x, y = _even(crop.x_px * factor_x), _even(crop.y_px * factor_y)
    right = min(to_size_px[0], round((crop.x_px + crop.width_px) * factor_x))
    bottom = min(to_size_px[1], round((crop.y_px + crop.height_px) * factor_y))
    return Crop(x, y, max(2, _even(right - x)), max(2, _even(bottom - y)))


def _content_span(lines: NDArray[np.uint8]) -> tuple[int, int]:
    """Return start and length of the picture among lines (n_lines, n_samples) of which the outer ones may be bars."""
    level, sd = np.array([(line.mean(), line.std()) for line in lines]).T
    bar = (sd < UNIFORM_SD) & ((level < BAR_LEVELS[0]) | (level > BAR_LEVELS[1]))
    edges = np.flatnonzero(np.diff(np.concatenate([[0], (~bar).astype(np.int8), [0]])))
    starts, ends = edges[::2], edges[1::2]
    wide = ends - starts > MAX_SPECK_SHARE * len(lines)
    if not wide.any():
        return 0, len(lines)
    start, end = int(starts[wide][0]), int(ends[wide][-1])
    return (start, end - start) if end - start >= MIN_CONTENT_SHARE * len(lines) else (0, len(lines))


def _even(value: float) -> int:
    return int(value // 2) * 2
