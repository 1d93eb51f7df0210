"""The set behind the dancers: an evening studio, painted once for each camera. Colours are screen 0..255."""

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np

from video_processing.demo.couple.anatomy import FloatArray
from video_processing.demo.couple.camera import Camera
from video_processing.demo.couple.mesh import Colour

WALL_DISTANCE_M = 2.6
"""From the middle of the floor to the wall behind it."""


class Scene(StrEnum):
    """What hangs on the wall."""

    WINDOWS = "windows"
    """Tall windows over a city at dusk, bulbs on a string."""
    BRICK = "brick"
    """Brick with warm wall lamps."""
    CURTAIN = "curtain"
    """A velvet curtain with a glowing ring."""
    TERRACE = "terrace"
    """Open sky, far lights, a railing, bulbs on strings."""


@dataclass(frozen=True)
class Set:
    """How the set looks on one filming day."""

    scene: Scene
    wall: Colour
    floor: Colour
    glow: Colour
    """The colour of lamps and of the light on the floor."""
    seed: int


def paint(stage: Set, camera: Camera) -> FloatArray:
    """Return the empty studio, shape (height, width, 3)."""
    rng = np.random.default_rng(stage.seed)
    x_px, y_px = np.meshgrid(np.arange(camera.width_px) + 0.5, np.arange(camera.height_px) + 0.5)
    across, height, floor_z, on_floor = _surfaces(camera, x_px, y_px)
    picture = _wall(stage, across, height, camera, rng)
    floor = _floor(stage, across, floor_z, rng)
    picture[on_floor] = floor[on_floor]
    _skirting(picture, stage, height, on_floor)
    picture = _lamps(picture, stage, camera, across, height)
    # Light falls off to the corners, which keeps the eye on the couple.
    far = np.hypot(
        (x_px - camera.width_px / 2) / camera.width_px, (y_px - camera.height_px * 0.52) / camera.height_px / 1.15
    )
    picture *= (1.06 - 0.95 * np.clip(far - 0.16, 0, None) ** 1.3)[..., None]
    grain = rng.normal(0.0, 0.8, picture.shape[:2])[..., None]
    return np.clip(picture + grain, 0.0, 255.0)


def _surfaces(
    camera: Camera, x_px: FloatArray, y_px: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return for each pixel metres across and up (wall) or across and towards the camera (floor), and which it is."""
    pitch = np.arcsin(camera.axes()[2, 1])
    distance = np.hypot(camera.eye_m[0] - camera.target_m[0], camera.eye_m[2] - camera.target_m[2])
    right, down = (x_px - camera.width_px / 2) / camera.focal_px, (y_px - camera.height_px / 2) / camera.focal_px
    ahead = np.cos(pitch) + down * np.sin(pitch)
    rise = np.sin(pitch) - down * np.cos(pitch)
    to_wall = (distance + WALL_DISTANCE_M) / ahead
    height = camera.eye_m[1] + rise * to_wall
    on_floor = height < 0
    to_floor = np.where(on_floor, camera.eye_m[1] / np.maximum(-rise, 1e-6), to_wall)
    across = right * np.where(on_floor, to_floor, to_wall)
    return across, height, distance - ahead * to_floor, on_floor


def _soft(value: FloatArray, edge: float, softness: float) -> FloatArray:
    return np.asarray(np.clip((value - edge) / softness + 0.5, 0.0, 1.0))


def _floor(stage: Set, across: FloatArray, z: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Return planks of wood with light pooled in the middle."""
    plank = np.floor(across / 0.14).astype(int)
    tones = rng.uniform(0.86, 1.08, 400)
    shift = rng.uniform(0.0, 1.6, 400)
    along = np.floor((z + shift[plank % 400]) / 1.6).astype(int)
    tone = tones[(plank * 7 + along * 13) % 400]
    fibre = (
        1.0 + 0.035 * np.sin(across * 190 + np.sin(z * 3 + plank) * 2.5) + 0.02 * np.sin(across * 71 + z * 5 + plank)
    )
    gap = np.abs(across / 0.14 - plank - 0.5)
    seam = 1.0 - 0.35 * _soft(gap, 0.485, 0.025)
    pool = 0.50 + 0.62 * np.exp(-((across / 1.9) ** 2) - ((z - 0.25) / 1.7) ** 2)
    sheen = 26.0 * np.exp(-((across / 2.6) ** 2) - ((z + WALL_DISTANCE_M) / 1.3) ** 2)
    picture = np.asarray(stage.floor) * (tone * fibre * seam * pool)[..., None]
    return np.asarray(picture + sheen[..., None] * np.asarray(stage.glow) / 255.0)


def _skirting(picture: FloatArray, stage: Set, height: FloatArray, on_floor: FloatArray) -> None:
    if stage.scene is Scene.TERRACE:
        return
    board = ~on_floor.astype(bool) & (height < 0.11)
    picture[board] = np.asarray(stage.wall) * 0.55
    picture[board & (height > 0.095)] = np.asarray(stage.wall) * 0.95


def _wall(stage: Set, across: FloatArray, height: FloatArray, camera: Camera, rng: np.random.Generator) -> FloatArray:
    light = 0.55 + 0.5 * np.exp(-((across / 2.3) ** 2) - ((height - 1.5) / 1.5) ** 2)
    base = np.asarray(stage.wall) * light[..., None]
    if stage.scene is Scene.BRICK:
        return _brick(base, across, height, rng)
    if stage.scene is Scene.CURTAIN:
        folds = 0.80 + 0.20 * np.sin(across * 17 + 0.8 * np.sin(across * 5.3)) + 0.05 * np.sin(across * 41)
        return np.asarray(base * folds[..., None])
    if stage.scene is Scene.WINDOWS:
        return _windows(stage, base, across, height, camera, rng)
    return _open_sky(stage, across, height, rng)


def _brick(base: FloatArray, across: FloatArray, height: FloatArray, rng: np.random.Generator) -> FloatArray:
    row = np.floor(height / 0.085).astype(int)
    x = across / 0.24 + 0.5 * (row % 2)
    column = np.floor(x).astype(int)
    tone = rng.uniform(0.78, 1.12, 997)[(row * 31 + column * 17) % 997]
    mortar = np.minimum(_soft(np.abs(x - column - 0.5), 0.475, 0.03), 1) + _soft(
        np.abs(height / 0.085 - row - 0.5), 0.44, 0.09
    )
    mortar = np.clip(mortar, 0, 1)[..., None]
    return np.asarray(base * tone[..., None] * (1 - 0.33 * mortar))


def _dusk(height: FloatArray, low: float, high: float) -> FloatArray:
    share = np.clip((height - low) / (high - low), 0, 1)[..., None]
    horizon, middle, top = np.array([236.0, 132, 92]), np.array([120.0, 74, 112]), np.array([26.0, 32, 66])
    lower = horizon + (middle - horizon) * np.clip(share / 0.35, 0, 1)
    return np.asarray(lower + (top - lower) * np.clip((share - 0.25) / 0.75, 0, 1))


def _skyline(
    picture: FloatArray, across: FloatArray, height: FloatArray, foot_m: float, rng: np.random.Generator
) -> None:
    """Draw towers with lit windows, dark against the dusk, on top of `foot_m`."""
    tower = np.floor((across + 20) / 0.31).astype(int)
    top = foot_m + rng.uniform(0.08, 0.62, 400)[tower % 400]
    dark = (height < top)[..., None]
    picture[:] = np.where(dark, np.array([24.0, 24, 42]), picture)
    lit_row, lit_column = np.floor(height / 0.045).astype(int), np.floor(across / 0.045).astype(int)
    lit = rng.random(4096)[(lit_row * 71 + lit_column * 37) % 4096] > 0.72
    inside = (np.abs(height / 0.045 - lit_row - 0.5) < 0.28) & (np.abs(across / 0.045 - lit_column - 0.5) < 0.24)
    lamps = (lit & inside & (height < top - 0.03))[..., None]
    picture[:] = np.where(lamps, np.array([232.0, 178, 104]), picture)


def _windows(
    stage: Set, base: FloatArray, across: FloatArray, height: FloatArray, camera: Camera, rng: np.random.Generator
) -> FloatArray:
    view = _dusk(height, 0.55, 2.6)
    _skyline(view, across, height, 0.62, rng)
    view = np.asarray(cv2.GaussianBlur(view, (0, 0), 3.2), dtype=np.float64)
    pitch = 1.55
    inside = np.abs((across / pitch) - np.round(across / pitch)) * pitch
    glass = (inside < 0.58) & (height > 0.55) & (height < 2.55)
    bars = (
        (np.abs(inside) < 0.018)
        | (np.abs(((height - 0.55) / 0.5) - np.round((height - 0.55) / 0.5)) < 0.03)
        | (inside > 0.545)
    )
    picture = np.where(glass[..., None], view, base)
    frame = np.asarray(stage.wall) * 0.42
    picture = np.where((glass & bars)[..., None], frame, picture)
    edge = (inside < 0.64) & (height > 0.49) & (height < 2.61) & ~glass
    return np.asarray(np.where(edge[..., None], frame * 1.35, picture))


def _open_sky(stage: Set, across: FloatArray, height: FloatArray, rng: np.random.Generator) -> FloatArray:
    view = _dusk(height, 0.2, 2.9)
    _skyline(view, across * 0.8, height, 0.30, rng)
    view = np.asarray(cv2.GaussianBlur(view, (0, 0), 4.0), dtype=np.float64)
    rail = (np.abs(height - 1.02) < 0.028) | (np.abs(height - 0.16) < 0.018)
    posts = (np.abs(across / 0.16 - np.round(across / 0.16)) * 0.16 < 0.008) & (height < 1.02)
    return np.asarray(np.where((rail | posts)[..., None], np.asarray(stage.wall) * 0.5, view))


def _lamps(picture: FloatArray, stage: Set, camera: Camera, across: FloatArray, height: FloatArray) -> FloatArray:
    """Add lamps and the bloom around them."""
    light = np.zeros_like(picture)
    colour = tuple(float(c) for c in stage.glow)
    for x, y, radius in _lamp_places(stage):
        distance = np.hypot(across - x, height - y)
        light[(distance < radius) & (height > 0)] = colour
    if stage.scene is Scene.CURTAIN:
        ring = np.abs(np.hypot(across, height - 1.42) - 0.92) < 0.022
        light[ring & (height > 0)] = colour
    halo = _bloom(light, 9.0, 2) * 0.9 + _bloom(light, 42.0, 8) * 1.6
    core = cv2.GaussianBlur(light, (0, 0), 1.2)
    lit = 255.0 - (255.0 - np.clip(picture, 0, 255)) * (1 - np.clip(halo, 0, 255) / 255.0)
    return np.asarray(np.maximum(lit, core * 1.05))


def _bloom(light: FloatArray, sigma_px: float, step: int) -> FloatArray:
    """Return light blurred widely, on every `step`-th pixel: a blur of 42 pixels at full size takes four seconds."""
    height, width = light.shape[:2]
    small = cv2.resize(light.astype(np.float32), (width // step, height // step), interpolation=cv2.INTER_AREA)
    blurred = cv2.GaussianBlur(small, (0, 0), sigma_px / step)
    return np.asarray(cv2.resize(blurred, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.float64)


def _lamp_places(stage: Set) -> list[tuple[float, float, float]]:
    """Return lamps as metres across, metres up, radius in metres."""
    if stage.scene is Scene.BRICK:
        return [(-1.75, 1.75, 0.055), (1.75, 1.75, 0.055), (0.0, 2.15, 0.05)]
    if stage.scene is Scene.CURTAIN:
        return []
    lamps = []
    for index in range(-7, 8):
        x = index * 0.36
        sag = 0.10 * np.cos(np.pi * (x / 1.25 - round(x / 1.25)))
        lamps.append((x, float(2.36 - sag), 0.026))
    return lamps
