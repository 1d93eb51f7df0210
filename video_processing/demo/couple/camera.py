"""A pinhole camera that looks at a point of the studio."""

from dataclasses import dataclass

import numpy as np

from video_processing.demo.couple.anatomy import FloatArray
from video_processing.demo.couple.rotation import unit


@dataclass(frozen=True)
class Camera:
    """Where the camera stands and how it sees. Metres and pixels; square pixels, no lens distortion."""

    eye_m: tuple[float, float, float]
    target_m: tuple[float, float, float]
    focal_px: float
    width_px: int = 1280
    height_px: int = 720

    def axes(self) -> FloatArray:
        """Return shape (3, 3): rows right, down and away from the viewer, in world axes."""
        away = unit(np.array(self.target_m) - np.array(self.eye_m))
        right = unit(np.cross(away, np.array([0.0, 1.0, 0.0])))
        return np.stack([right, np.cross(away, right), away])

    def project(self, points_m: FloatArray) -> FloatArray:
        """Return x and y in pixels and depth in metres, shape (..., 3), of world points (..., 3)."""
        seen = (points_m - np.array(self.eye_m)) @ self.axes().T
        depth = seen[..., 2]
        x = self.width_px / 2 + self.focal_px * seen[..., 0] / depth
        y = self.height_px / 2 + self.focal_px * seen[..., 1] / depth
        return np.stack([x, y, depth], axis=-1)
