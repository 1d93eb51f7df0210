"""Film two skeletons: one 4:2:0 picture a frame, and which joints the camera sees."""

from collections.abc import Iterator
from functools import cache, partial

import cv2
import numpy as np
from numpy.typing import NDArray

from video_processing.demo.couple import raster
from video_processing.demo.couple.camera import Camera
from video_processing.demo.couple.days import FilmingDay
from video_processing.demo.couple.figure import dressed_figure
from video_processing.demo.couple.motion import Skeletons
from video_processing.demo.couple.studio import Set, paint

Float32 = NDArray[np.float32]
SHADOW_STEP = 4
"""Shadows are drawn on every fourth pixel and blurred: they are soft anyway."""
MARGIN_PX = 8


def _aim(turn: float, right: float, up: float, near: float) -> list[float]:
    """Return a unit direction given from the camera's point of view, in world axes."""
    vector = np.array([right * np.cos(turn) + near * np.sin(turn), up, near * np.cos(turn) - right * np.sin(turn)])
    return [float(v) for v in vector / np.linalg.norm(vector)]


def _shadow_lamp(azimuth_deg: float) -> Float32:
    """Return the direction to the lamp that throws shadows: steeper than the key, so that they stay short."""
    return np.array(_aim(np.radians(azimuth_deg), -0.42, 1.0, 0.45), dtype=np.float32)


def _lights(key_azimuth_deg: float, glow: tuple[float, float, float]) -> Float32:
    """Return the rows `pose_and_light` wants: a warm key from the camera's upper left, a cool fill, a rim behind."""
    aim = partial(_aim, np.radians(key_azimuth_deg))
    warm = [0.55 * (c / 255.0) + 0.5 for c in glow]
    return np.array(
        [aim(-0.5, 0.36, 0.6), warm, aim(0.85, 0.15, 0.5), [0.18, 0.22, 0.30], aim(0.45, 0.6, -0.66), [1.2, 1.0, 0.85],
         [0.23, 0.23, 0.27], [0.19, 0.16, 0.14]], dtype=np.float32,
    )  # fmt: skip


class FilmSet:
    """One camera on one day, with the buffers it reuses from frame to frame."""

    def __init__(self, day: FilmingDay, camera: Camera) -> None:
        self.camera = camera
        self.meshes = tuple(dressed_figure(body, outfit) for body, outfit in zip(day.bodies, day.outfits, strict=True))
        self.background = _background(day.stage, camera)
        azimuth = float(np.degrees(np.arctan2(camera.eye_m[0], camera.eye_m[2])))
        self.lights = _lights(azimuth, day.stage.glow)
        self.empty = _to_yuv(self.background)
        self.eye, self.axes = np.array(camera.eye_m, np.float32), camera.axes().astype(np.float32)
        self.lens = np.array([camera.focal_px, camera.width_px / 2, camera.height_px / 2], np.float32)
        shape = (camera.height_px, camera.width_px, raster.SAMPLES)
        self.depth, self.samples = np.zeros(shape, np.float32), np.zeros(shape, np.uint32)
        self.points = tuple(np.empty((3, len(mesh.normals), 3), np.float32) for mesh in self.meshes)
        self.lamp = _shadow_lamp(azimuth)

    def shoot(self, skeletons: Skeletons, frame: int) -> NDArray[np.uint8]:
        """Return one picture, shape (height * 3 / 2, width): planes Y, U, V one under the other."""
        for mesh, points, skeleton in zip(self.meshes, self.points, skeletons, strict=True):
            raster.pose_and_light(
                mesh.offsets_m, mesh.normals, mesh.bones, mesh.weights, mesh.albedo, mesh.gloss,
                skeleton.rotations[frame].astype(np.float32), skeleton.origins_m[frame].astype(np.float32),
                self.eye, self.axes, self.lens, self.lights, points[0], points[1], points[2],
            )  # fmt: skip
        shade = self._shadow()
        box = self._box(shade)
        raster.clear(self.depth, box)
        for mesh, points in zip(self.meshes, self.points, strict=True):
            raster.draw(mesh.triangles, points[1], points[2], self.depth, self.samples)
        picture = self.empty.copy()
        height, width = self.camera.height_px, self.camera.width_px
        flat = picture.reshape(-1)
        blue = flat[height * width : height * width * 5 // 4].reshape(height // 2, width // 2)
        red = flat[height * width * 5 // 4 :].reshape(height // 2, width // 2)
        x0, y0, x1, y1 = box
        region = np.asarray(cv2.resize(shade, (width, height)), dtype=np.float32)[y0:y1, x0:x1]
        raster.blend_into_picture(self.depth, self.samples, self.background, region, box, picture[:height], blue, red)
        return picture

    def _shadow(self) -> Float32:
        """Return how much light the floor keeps, shape (height / 4, width / 4), 0..1."""
        height, width = self.camera.height_px // SHADOW_STEP, self.camera.width_px // SHADOW_STEP
        mask = np.zeros((height, width), np.float32)
        for mesh, points in zip(self.meshes, self.points, strict=True):
            raster.cast_shadow(mesh.triangles, points[0], self.lamp, self.eye, self.axes, self.lens, SHADOW_STEP, mask)
        return np.asarray(1.0 - 0.55 * cv2.GaussianBlur(mask, (0, 0), 2.2), dtype=np.float32)

    def _box(self, shade: Float32) -> NDArray[np.int64]:
        """Return the region to draw: x0, y0, x1, y1, even."""
        low, high = raster.extent(self.points[0][1])
        other_low, other_high = raster.extent(self.points[1][1])
        low, high = np.minimum(low, other_low) - MARGIN_PX, np.maximum(high, other_high) + MARGIN_PX
        rows, columns = np.nonzero(shade.min(axis=1) < 0.998)[0], np.nonzero(shade.min(axis=0) < 0.998)[0]
        if len(rows):
            low = np.minimum(low, [columns[0] * SHADOW_STEP - MARGIN_PX, rows[0] * SHADOW_STEP - MARGIN_PX])
            high = np.maximum(
                high, [(columns[-1] + 1) * SHADOW_STEP + MARGIN_PX, (rows[-1] + 1) * SHADOW_STEP + MARGIN_PX]
            )
        limit = np.array([self.camera.width_px, self.camera.height_px])
        start = np.clip(low, 0, limit).astype(np.int64) // 2 * 2
        end = np.clip(high + 1, 0, limit).astype(np.int64) // 2 * 2
        return np.concatenate([start, end])

    def sees(self, x_px: float, y_px: float, depth_m: float, body_m: float) -> bool:
        """Return whether nothing nearer than `body_m` in front of a point hides it in the last picture."""
        column, row = int(x_px), int(y_px)
        if not (0 <= column < self.camera.width_px and 0 <= row < self.camera.height_px):
            return False
        nearest = float(self.depth[row, column].max())
        return nearest == 0.0 or 1.0 / nearest > depth_m - body_m

    def roll(self, skeletons: Skeletons) -> Iterator[NDArray[np.uint8]]:
        """Yield the picture of every frame."""
        for frame in range(len(skeletons[0].origins_m)):
            yield self.shoot(skeletons, frame)


@cache
def _background(stage: Set, camera: Camera) -> Float32:
    return paint(stage, camera).astype(np.float32)


def _to_yuv(background: Float32) -> NDArray[np.uint8]:
    """Return the empty studio as planes Y, U, V, by the same loop that draws the figures."""
    height, width = background.shape[:2]
    picture = np.zeros((height * 3 // 2, width), np.uint8)
    flat = picture.reshape(-1)
    blue = flat[height * width : height * width * 5 // 4].reshape(height // 2, width // 2)
    red = flat[height * width * 5 // 4 :].reshape(height // 2, width // 2)
    depth = np.zeros((height, width, raster.SAMPLES), np.float32)
    # A shade a hair under 1 makes the loop write every block.
    shade = np.full((height, width), 0.9989, np.float32)
    box = np.array([0, 0, width, height], np.int64)
    raster.blend_into_picture(depth, depth.astype(np.uint32), background, shade, box, picture[:height], blue, red)
    return picture
