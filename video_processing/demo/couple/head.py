"""Head, face and hair as surfaces. Points are metres from the head's joint: x left, y up, z forward."""

import numpy as np

from video_processing.demo.couple.anatomy import Bone, FloatArray, Physique, bind_origins
from video_processing.demo.couple.mesh import Colour, Sculpture, loft, table
from video_processing.demo.couple.outfit import HairCut, Outfit

HALF_WIDTH_M, HALF_HEIGHT_M, FRONT_M, BACK_M = 0.074, 0.116, 0.092, 0.100
CHIN_SHARE = 0.86
"""The lower half of the head is this much shorter than the upper: dancers of the screen have small chins."""
CENTRE_Y_M = 0.092
NOSE_M = (0.0, 0.078, 0.113)
EYE_M = (0.031, 0.106, 0.080)
EAR_M = (0.072, 0.084, -0.006)
MAN_SIZE, WOMAN_SIZE = 1.0, 0.93


def head_size(body: Physique) -> float:
    """Return the factor on all lengths of the head."""
    return WOMAN_SIZE if body.female else MAN_SIZE


def _taper(y_m: FloatArray) -> FloatArray:
    below = np.clip(-y_m / HALF_HEIGHT_M, 0.0, 1.0)
    return 1.0 - 0.34 * below**1.6


def _shortened(y_m: FloatArray) -> FloatArray:
    return np.where(y_m < 0, y_m * CHIN_SHARE, y_m)


def _jaw(y_m: FloatArray) -> FloatArray:
    """Return how much farther forward than an ellipsoid the lower face stands: a chin, not an egg's end."""
    below = np.clip(-y_m / HALF_HEIGHT_M, 0.0, 0.93)
    return np.asarray(np.sqrt((1 - below**3.6) / (1 - below**2)))


def _relief(x_m: FloatArray, y_m: FloatArray) -> FloatArray:
    """Return how far nose and brow stand out and eye sockets sink, in metres; y from the middle of the head."""
    nose = 0.026 * np.exp(-((x_m / 0.011) ** 2)) * np.exp(-(((y_m + 0.020) / 0.016) ** 2))
    bridge = 0.010 * np.exp(-((x_m / 0.009) ** 2)) * np.exp(-(((y_m - 0.006) / 0.022) ** 2))
    sockets = 0.007 * np.exp(-(((np.abs(x_m) - 0.031) / 0.016) ** 2)) * np.exp(-(((y_m - 0.013) / 0.014) ** 2))
    chin = 0.010 * np.exp(-((x_m / 0.022) ** 2)) * np.exp(-(((y_m + 0.104) / 0.016) ** 2))
    lips = 0.006 * np.exp(-((x_m / 0.022) ** 2)) * np.exp(-(((y_m + 0.058) / 0.014) ** 2))
    return np.asarray(nose + bridge - sockets + chin + lips)


def surface(directions: FloatArray) -> FloatArray:
    """Return the head's skin along unit directions from its middle, shape (..., 3), metres from the middle."""
    depth = np.where(directions[..., 2] > 0, FRONT_M, BACK_M)
    reach = (
        (directions[..., 0] / HALF_WIDTH_M) ** 2
        + (directions[..., 1] / HALF_HEIGHT_M) ** 2
        + (directions[..., 2] / depth) ** 2
    )
    point = directions / np.sqrt(reach)[..., None]
    x = point[..., 0] * _taper(point[..., 1])
    z = point[..., 2] * np.where(point[..., 2] > 0, _jaw(point[..., 1]), 1.0)
    z = np.where(point[..., 2] > 0, z + _relief(x, point[..., 1]) * np.clip(point[..., 2] / 0.04, 0, 1), z)
    z = np.where(
        (point[..., 2] < 0) & (point[..., 1] < -0.03), z * (1 - 0.35 * np.clip((-point[..., 1] - 0.03) / 0.08, 0, 1)), z
    )
    return np.stack([x, _shortened(point[..., 1]), z], axis=-1)


def _front_z(x_m: FloatArray, y_m: FloatArray) -> FloatArray:
    y_m = np.where(y_m < 0, y_m / CHIN_SHARE, y_m)
    squared = 1 - (x_m / _taper(y_m) / HALF_WIDTH_M) ** 2 - (y_m / HALF_HEIGHT_M) ** 2
    z = FRONT_M * np.sqrt(np.clip(squared, 0.02, None)) * _jaw(y_m)
    return np.asarray(z + _relief(x_m, y_m))


def add_head(clay: Sculpture, outfit: Outfit) -> None:
    """Add skull, neck, ears, the painted face and the hair."""
    at = _Placed(clay)
    azimuth = np.concatenate([np.linspace(-56, 56, 21), np.linspace(78, 282, 9)])
    elevation = np.concatenate([np.linspace(-89, -50, 5), np.linspace(-44, 14, 15), np.linspace(24, 89, 5)])
    az, el = np.meshgrid(np.radians(azimuth), np.radians(elevation))
    directions = np.stack([np.sin(az) * np.cos(el), np.sin(el), np.cos(az) * np.cos(el)], axis=-1)
    skull = surface(directions)
    colours = np.empty(skull.shape)
    colours[:] = outfit.skin
    _blush(colours, skull, outfit)
    at.add(skull, colours, gloss=0.2)
    _add_neck(clay, outfit)
    for sign in (1.0, -1.0):
        at.add(
            _ball((sign * EAR_M[0], EAR_M[1] - CENTRE_Y_M, EAR_M[2]), (0.010, 0.030, 0.019)), outfit.skin, gloss=0.15
        )
    _add_face(at, outfit, clay.body.female)
    _add_hair(clay, at, outfit)


class _Placed:
    """Adds grids given from the middle of the head."""

    def __init__(self, clay: Sculpture) -> None:
        self.clay = clay
        self.size = head_size(clay.body)
        self.origin = bind_origins(clay.body)[Bone.HEAD]
        self.middle = np.array([0.0, CENTRE_Y_M, 0.0])

    def to_body(self, grid_m: FloatArray) -> FloatArray:
        return np.asarray(self.origin + (grid_m + self.middle) * self.size)

    def add(self, grid_m: FloatArray, colour: Colour | FloatArray, *, gloss: float, closed: bool = True) -> None:
        inside = self.to_body(np.zeros(3))
        self.clay.add(self.to_body(grid_m), colour, {Bone.HEAD: 1.0}, gloss=gloss, closed=closed, outward_from_m=inside)


def _blush(colours: FloatArray, skull: FloatArray, outfit: Outfit) -> None:
    x, y, z = skull[..., 0], skull[..., 1], skull[..., 2]
    cheek = np.exp(-(((np.abs(x) - 0.042) / 0.018) ** 2) - ((y + 0.022) / 0.018) ** 2) * (z > 0)
    colours += cheek[..., None] * np.array([14.0, -12.0, -10.0])
    socket = np.exp(-(((np.abs(x) - 0.031) / 0.018) ** 2) - ((y - 0.016) / 0.014) ** 2) * (z > 0)
    colours *= 1 - 0.20 * socket[..., None]
    if outfit.beard:
        jaw = (y < -0.036) & (z > -0.01)
        moustache = (np.abs(x) < 0.030) & (y < -0.034) & (y > -0.046) & (z > 0)
        mouth = (np.abs(x) < 0.020) & (np.abs(y + 0.050) < 0.007)
        stubble = 0.55 * ((jaw | moustache) & ~mouth)[..., None]
        colours[:] = colours * (1 - stubble) + np.asarray(outfit.hair_colour) * stubble
    np.clip(colours, 0, 255, out=colours)


def _add_neck(clay: Sculpture, outfit: Outfit) -> None:
    body = clay.body
    low = body.torso_m - 0.01
    high = body.torso_m + body.neck_m + 0.045
    y = np.linspace(low, high, 9)
    width = (0.043 if body.female else 0.057) * np.array([1.12, 1.03, 0.98, 0.96, 0.95, 0.95, 0.95, 0.95, 0.95])
    grid = loft(y, width, width * 0.98, width * 1.02, centre_z_m=np.linspace(-0.008, -0.004, 9), columns=12)
    shares = np.broadcast_to(np.linspace(0, 1, 9)[:, None], grid.shape[:2])
    weights = {
        Bone.CHEST: np.clip(1 - 2.5 * shares, 0, 1),
        Bone.NECK: 1 - np.clip(1 - 2.5 * shares, 0, 1) - np.clip(2.2 * shares - 1.2, 0, 1),
        Bone.HEAD: np.clip(2.2 * shares - 1.2, 0, 1),
    }
    shade = np.linspace(1.0, 0.80, 9)[:, None, None] * np.asarray(outfit.skin, dtype=float)
    clay.add(grid, np.broadcast_to(shade, grid.shape), weights, gloss=0.15)


def _ball(centre_m: tuple[float, float, float], radii_m: tuple[float, float, float]) -> FloatArray:
    v = np.linspace(-0.98, 0.98, 7)
    ring = np.sqrt(1 - v**2)
    grid = loft(v, ring, ring, ring, columns=8)
    return np.asarray(grid * np.array(radii_m) + np.array(centre_m))


def _decal(x_m: float, y_m: float, half_m: tuple[float, float], lift_m: float, bend_m: float = 0.0) -> FloatArray:
    """Return an oval patch on the face, shape (3, 9, 3); `bend_m` raises its middle over its ends."""
    radius = np.array([0.02, 0.6, 1.0])[:, None]
    angle = np.linspace(0, 2 * np.pi, 9, endpoint=False)[None, :]
    u, v = radius * np.cos(angle), radius * np.sin(angle)
    x = x_m + half_m[0] * u
    y = y_m + half_m[1] * v + bend_m * (1 - u**2)
    return np.stack([x, y, _front_z(x, y) + lift_m], axis=-1)


def _add_face(at: _Placed, outfit: Outfit, female: bool) -> None:
    dark = np.asarray(outfit.hair_colour) * 0.55
    y = EYE_M[1] - CENTRE_Y_M
    for sign in (1.0, -1.0):
        x = sign * EYE_M[0]
        at.add(_decal(x, y, (0.0150, 0.0080), 0.0030), (238, 234, 228), gloss=0.4)
        at.add(_decal(x, y + 0.0005, (0.0072, 0.0076), 0.0040), outfit.iris_colour, gloss=0.6)
        at.add(_decal(x, y + 0.0005, (0.0034, 0.0036), 0.0046), (12, 10, 10), gloss=0.6)
        at.add(_decal(x, y + 0.0062, (0.0165, 0.0026 if female else 0.0016), 0.0052, 0.0034), (24, 18, 16), gloss=0.1)
        at.add(_decal(x, y + 0.0190, (0.0190, 0.0026 if female else 0.0038), 0.0040, 0.0046), dark, gloss=0.1)
    at.add(_decal(0.0, -0.0465, (0.0215, 0.0042), 0.0022, 0.0), np.asarray(outfit.lip_colour) * 0.9, gloss=0.4)
    at.add(_decal(0.0, -0.0535, (0.0185, 0.0052), 0.0022, -0.0015), outfit.lip_colour, gloss=0.5)
    at.add(_decal(0.0, -0.0497, (0.0215, 0.0013), 0.0040, -0.0022), np.asarray(outfit.lip_colour) * 0.45, gloss=0.1)


def _cap(hairline_deg: tuple[float, float, float], thickness_m: float) -> FloatArray:
    """Return a cap of hair from the crown to its line in front, at the sides and behind (degrees from the crown)."""
    front, side, back = hairline_deg
    azimuth = np.radians(np.linspace(0, 360, 30, endpoint=False))
    towards_front = np.cos(azimuth)
    # The line stays near the forehead's over the face and drops steeply at the temples.
    ahead = np.clip(towards_front / 0.55, 0, 1)
    edge = np.where(
        towards_front > 0,
        side + (front - side) * ahead * ahead * (3 - 2 * ahead),
        side + (back - side) * np.clip(-towards_front, 0, 1) ** 1.2,
    )
    share = np.concatenate([np.linspace(0.01, 0.85, 6), [0.94, 0.985, 1.0]])
    polar = np.radians(edge[None, :] * share[:, None])
    directions = np.stack([np.sin(polar) * np.sin(azimuth), np.cos(polar), np.sin(polar) * np.cos(azimuth)], axis=-1)
    swell = thickness_m * np.sqrt(np.clip(1 - share**5, 0.02, 1))[:, None, None]
    return np.asarray(surface(directions) + directions * swell)


def _strands(grid: FloatArray, colour: Colour) -> FloatArray:
    stripe = 1.0 + 0.16 * np.sin(np.arange(grid.shape[1]) * 2.4)[None, :, None]
    return np.asarray(np.clip(stripe * np.asarray(colour, dtype=float) * np.ones(grid.shape), 0, 255))


def _add_hair(clay: Sculpture, at: _Placed, outfit: Outfit) -> None:
    line, thickness = ((53.0, 89.0, 122.0), 0.011) if outfit.hair is HairCut.SHORT else ((55.0, 96.0, 126.0), 0.013)
    cap = _cap(line, thickness)
    at.add(cap, _strands(cap, outfit.hair_colour), gloss=0.55)
    if outfit.hair is HairCut.BUN:
        at.add(_ball((0.0, 0.085, -0.105), (0.044, 0.042, 0.040)), outfit.hair_colour, gloss=0.55)
    if outfit.hair in (HairCut.PONYTAIL, HairCut.LONG):
        _add_fall(clay, at, outfit)


PONYTAIL = (
    (0.06, 0.012, 0.012, -0.085),
    (0.05, 0.026, 0.024, -0.118),
    (-0.03, 0.032, 0.028, -0.140),
    (-0.14, 0.030, 0.024, -0.136),
    (-0.25, 0.020, 0.016, -0.122),
    (-0.31, 0.004, 0.004, -0.115),
)
LONG_FALL = (
    (0.02, 0.030, 0.02, -0.075),
    (0.0, 0.074, 0.036, -0.078),
    (-0.08, 0.088, 0.044, -0.080),
    (-0.18, 0.092, 0.042, -0.090),
    (-0.27, 0.078, 0.030, -0.094),
    (-0.32, 0.030, 0.01, -0.092),
)


def _add_fall(clay: Sculpture, at: _Placed, outfit: Outfit) -> None:
    rows = PONYTAIL if outfit.hair is HairCut.PONYTAIL else LONG_FALL
    y, width, depth, z = table(rows, 11)
    grid = loft(y, width, depth, depth, centre_z_m=z, columns=12)
    loose = np.broadcast_to(np.clip((0.03 - y) / 0.10, 0, 1)[:, None], grid.shape[:2])
    clay.add(at.to_body(grid), _strands(grid, outfit.hair_colour), {Bone.HEAD: 1 - loose, Bone.HAIR: loose}, gloss=0.55)
