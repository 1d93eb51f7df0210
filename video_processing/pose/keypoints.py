"""The 17 COCO keypoints, and the tracks of a couple. Pixels of the clip's own (displayed) picture, origin top left."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

COCO_KEYPOINTS = (
    "nose", "left_eye", "right_eye", "left_ear", "right_ear",
    "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
    "left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle",
)  # fmt: skip

LEAD, FOLLOW = 0, 1
"""Index of each role on the first axis of a couple's arrays."""


@dataclass(frozen=True)
class CoupleTrack:
    """Where the two dancers' joints are over time. Index 0 is the lead, 1 the follow, once roles are known."""

    times_s: FloatArray
    """Shape (n_frames,), rising."""
    keypoints_px: FloatArray
    """Shape (2, n_frames, 17, 3): x, y in pixels and confidence 0..1; NaN where a dancer is missing."""
    width_px: int
    height_px: int
    shown_xywh_px: tuple[float, float, float, float] | None = None
    """The part of the picture that the mezzanine shows, without bars: left, top, width, height; None: all of it."""

    def present(self) -> NDArray[np.bool_]:
        """Return shape (2, n_frames): whether each dancer was seen."""
        return np.asarray(np.isfinite(self.keypoints_px[..., 0]).any(axis=-1))
