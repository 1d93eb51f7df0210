"""Trunk, skirt, legs and shoes as surfaces."""

import numpy as np

from video_processing.demo.couple.anatomy import Bone, FloatArray, Physique
from video_processing.demo.couple.mesh import Colour, Sculpture, loft, table
from video_processing.demo.couple.outfit import Lower, Outfit, Top

# Height as a share of the shoulders' height over the hips, then half width, front and back in metres.
MAN_TRUNK = (
    (-0.16, 0.128, 0.088, 0.098),
    (-0.02, 0.160, 0.098, 0.112),
    (0.14, 0.156, 0.100, 0.105),
    (0.30, 0.146, 0.104, 0.090),
    (0.46, 0.154, 0.112, 0.094),
    (0.64, 0.174, 0.120, 0.106),
    (0.78, 0.183, 0.116, 0.112),
    (0.92, 0.186, 0.094, 0.104),
    (1.03, 0.176, 0.070, 0.086),
    (1.095, 0.128, 0.058, 0.072),
    (1.15, 0.062, 0.052, 0.060),
)
WOMAN_TRUNK = (
    (-0.17, 0.118, 0.078, 0.100),
    (-0.02, 0.164, 0.090, 0.124),
    (0.13, 0.156, 0.088, 0.112),
    (0.32, 0.117, 0.082, 0.078),
    (0.47, 0.121, 0.090, 0.076),
    (0.64, 0.143, 0.128, 0.086),
    (0.76, 0.147, 0.122, 0.092),
    (0.91, 0.150, 0.084, 0.088),
    (1.02, 0.146, 0.060, 0.074),
    (1.085, 0.100, 0.046, 0.058),
    (1.15, 0.046, 0.042, 0.046),
)


def add_trunk(clay: Sculpture, outfit: Outfit) -> None:
    """Add the trunk: skin from the breast to the neck, over it the top, the seat of the lower garment and the belt."""
    edge = _neckline(outfit)
    _add_shell(clay, edge - 0.05, np.full(COLUMNS, 1.15), outfit.skin, ease=1.0, rows=12)
    _add_shell(clay, np.full(COLUMNS, 0.19), edge, outfit.top_colour, ease=1.045, rows=15)
    _add_shell(clay, np.full(COLUMNS, -0.17), np.full(COLUMNS, 0.19), outfit.lower_colour, ease=1.045, rows=6)
    _add_shell(clay, np.full(COLUMNS, 0.165), np.full(COLUMNS, 0.215), outfit.belt_colour, ease=1.065, rows=3)
    if outfit.top is Top.SHIRT:
        _add_shell(clay, edge - 0.03, edge + 0.045, 0.9 * np.asarray(outfit.top_colour), ease=1.10, rows=3)


COLUMNS = 28


def _neckline(outfit: Outfit) -> FloatArray:
    """Return how high the top reaches at each column (share of the shoulders' height): a V in front, round behind."""
    angle = np.linspace(0.0, 2 * np.pi, COLUMNS, endpoint=False)
    ahead = np.clip(np.sin(angle), 0, 1)
    behind = np.clip(-np.sin(angle), 0, 1)
    depth_ahead, depth_behind = {Top.SHIRT: (0.22, 0.0), Top.T_SHIRT: (0.10, 0.02), Top.STRAPS: (0.34, 0.30)}[
        outfit.top
    ]
    shoulder = 1.10 if outfit.top is not Top.STRAPS else 1.075
    return np.asarray(shoulder - depth_ahead * ahead**5 - depth_behind * behind**4)


def _add_shell(
    clay: Sculpture, low: FloatArray, high: FloatArray, colour: Colour | FloatArray, *, ease: float, rows: int
) -> None:
    """Add the trunk's surface between two heights given for each column, `ease` times as wide."""
    body = clay.body
    share, width, front, back = table(WOMAN_TRUNK if body.female else MAN_TRUNK, 60)
    height = low + (high - low) * np.linspace(0, 1, rows)[:, None]
    angle = np.linspace(0.0, 2 * np.pi, COLUMNS, endpoint=False)
    cosine, sine = np.cos(angle), np.sin(angle)
    around = np.sign(cosine) * np.abs(cosine) ** 0.86, np.sign(sine) * np.abs(sine) ** 0.86
    depth = np.where(sine > 0, np.interp(height, share, front), np.interp(height, share, back))
    grid = np.stack(
        [
            np.interp(height, share, width) * around[0] * body.girth,
            height * body.torso_m,
            depth * around[1] * body.girth,
        ],
        axis=-1,
    )
    if body.female:
        _shape_bust(grid, body)
    grid[..., [0, 2]] *= ease
    clay.add(grid, colour, _spine_weights(height), gloss=0.12)


def _shape_bust(grid: FloatArray, body: Physique) -> None:
    height = grid[..., 1] / body.torso_m
    for sign in (1.0, -1.0):
        spread = ((grid[..., 0] - sign * 0.062) / 0.05) ** 2 + ((height - 0.68) / 0.1) ** 2
        grid[..., 2] += np.where(grid[..., 2] > 0, 0.024 * np.exp(-spread), 0.0)


def _spine_weights(height: FloatArray) -> dict[Bone, FloatArray]:
    """Return soft shares of pelvis, abdomen and chest by height (share of the shoulders' height)."""
    to_abdomen = _smooth(height, 0.12, 0.34)
    to_chest = _smooth(height, 0.42, 0.68)
    to_neck = _smooth(height, 1.03, 1.12)
    return {
        Bone.PELVIS: 1.0 - to_abdomen,
        Bone.ABDOMEN: to_abdomen - to_chest,
        Bone.CHEST: to_chest - to_neck,
        Bone.NECK: to_neck,
    }


def _smooth(value: FloatArray, low: float, high: float) -> FloatArray:
    t = np.clip((value - low) / (high - low), 0.0, 1.0)
    return t * t * (3 - 2 * t)


def add_skirt(clay: Sculpture, outfit: Outfit) -> None:
    """Add a flared skirt that follows the pelvis, the thighs and its own lag in turns."""
    body = clay.body
    rows, columns = 7, 36
    down = np.linspace(0.0, 1.0, rows)
    y = 0.13 * body.torso_m - down * (0.13 * body.torso_m + outfit.skirt_length * body.thigh_m)
    width = (0.158 + 0.085 * down**0.9) * body.girth
    grid = loft(y, width, 0.106 + 0.105 * down, 0.122 + 0.075 * down, columns=columns)
    folds = 1.0 + 0.05 * down[:, None] * np.cos(np.linspace(0, 2 * np.pi * 9, columns, endpoint=False))[None, :]
    grid[..., 0] *= folds
    grid[..., 2] *= folds
    free = np.broadcast_to((down**1.2)[:, None], (rows, columns))
    left = np.clip(0.5 + grid[..., 0] / 0.16, 0.0, 1.0)
    weights = {
        Bone.PELVIS: 1.0 - free * 0.999,
        Bone.SKIRT: free * 0.36,
        Bone.LEFT_THIGH: free * 0.64 * left,
        Bone.RIGHT_THIGH: free * 0.64 * (1 - left),
    }
    shade = (0.84 + 0.16 * (folds - 0.95) / 0.1)[..., None] * np.asarray(outfit.lower_colour, dtype=float)
    clay.add(grid, np.clip(shade, 0, 255), weights, gloss=0.15, two_sided=True)


# Share of the thigh (0) and shin (1..2) from the hip down, then half width, front and back.
MAN_LEG = (
    (-0.10, 0.080, 0.080, 0.090),
    (0.15, 0.088, 0.086, 0.088),
    (0.55, 0.074, 0.076, 0.076),
    (0.92, 0.060, 0.064, 0.058),
    (1.10, 0.058, 0.062, 0.058),
    (1.38, 0.056, 0.054, 0.066),
    (1.75, 0.050, 0.048, 0.054),
    (1.97, 0.050, 0.052, 0.052),
)
WOMAN_LEG = (
    (-0.10, 0.078, 0.074, 0.092),
    (0.15, 0.086, 0.082, 0.088),
    (0.55, 0.069, 0.070, 0.069),
    (0.93, 0.048, 0.053, 0.046),
    (1.10, 0.045, 0.047, 0.046),
    (1.35, 0.046, 0.040, 0.060),
    (1.75, 0.031, 0.032, 0.036),
    (1.99, 0.030, 0.034, 0.034),
)


def add_leg(clay: Sculpture, outfit: Outfit, side: int) -> None:
    """Add thigh and shin as one tube, side 0 left and 1 right, in cloth or skin, and the shoe."""
    body = clay.body
    sign = 1.0 if side == 0 else -1.0
    share, width, front, back = table(WOMAN_LEG if body.female else MAN_LEG, 17)
    y = np.where(share < 1, -share * body.thigh_m, -body.thigh_m - (share - 1) * body.shin_m)
    cloth = outfit.lower is Lower.TROUSERS
    ease = 1.05 if cloth else 0.97
    hip_x = sign * (body.hip_half_m - 0.006 * np.clip(1 - share, 0, 1))
    grid = loft(
        y, width * body.girth * ease, front * body.girth * ease, back * body.girth * ease, centre_x_m=hip_x, columns=12
    )
    bend = _smooth(np.broadcast_to(share[:, None], grid.shape[:2]), 0.88, 1.12)
    root = 1 - _smooth(np.broadcast_to(share[:, None], grid.shape[:2]), -0.12, 0.16)
    thigh, shin = Bone(Bone.LEFT_THIGH + side), Bone(Bone.LEFT_SHIN + side)
    weights = {Bone.PELVIS: root * 0.6, thigh: 1 - bend - root * 0.6, shin: bend}
    colour: Colour = outfit.lower_colour if cloth else outfit.skin
    clay.add(grid, colour, weights, gloss=0.08 if cloth else 0.22)
    _add_shoe(clay, outfit, side, float(sign * body.hip_half_m))


def _add_shoe(clay: Sculpture, outfit: Outfit, side: int, x_m: float) -> None:
    body = clay.body
    foot = {Bone(Bone.LEFT_FOOT + side): 1.0}
    ankle_y = -body.leg_m
    rows = WOMAN_SHOE if body.female else MAN_SHOE
    forward, half, top, bottom = table(rows, 10)
    angle = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    x = x_m + half[:, None] * np.cos(angle)
    y = (
        ankle_y
        - body.ankle_m
        + np.where(np.sin(angle) > 0, bottom[:, None] + (top - bottom)[:, None] * np.sin(angle), bottom[:, None])
    )
    grid = np.stack([x, y, np.broadcast_to(forward[:, None], x.shape)], axis=-1)
    colours = np.empty(grid.shape)
    colours[:] = outfit.shoe_colour
    if body.female:
        colours[(forward > -0.03) & (forward < 0.085)] = outfit.skin
        _add_heel(clay, outfit, foot, x_m)
    clay.add(grid, colours, foot, gloss=0.5)


MAN_SHOE = (
    (-0.075, 0.004, 0.030, 0.012),
    (-0.068, 0.033, 0.090, 0.0),
    (-0.02, 0.039, 0.105, 0.0),
    (0.05, 0.041, 0.078, 0.0),
    (0.11, 0.047, 0.055, 0.0),
    (0.17, 0.040, 0.042, 0.002),
    (0.205, 0.018, 0.030, 0.006),
    (0.21, 0.002, 0.015, 0.01),
)
WOMAN_SHOE = (
    (-0.060, 0.004, 0.040, 0.015),
    (-0.052, 0.025, 0.075, 0.0),
    (-0.015, 0.029, 0.090, 0.004),
    (0.04, 0.030, 0.066, 0.008),
    (0.10, 0.036, 0.044, 0.002),
    (0.145, 0.030, 0.034, 0.0),
    (0.172, 0.012, 0.024, 0.002),
    (0.178, 0.002, 0.012, 0.008),
)


def _add_heel(clay: Sculpture, outfit: Outfit, foot: dict[Bone, float], x_m: float) -> None:
    body = clay.body
    rise = np.radians(body.heel_rise_deg)
    length = (body.ball_m + 0.045) * np.sin(rise)
    along = np.linspace(0.0, 1.0, 4)
    radius = 0.017 - 0.011 * along
    angle = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    x = x_m + radius[:, None] * np.cos(angle)
    y = -body.leg_m - body.ankle_m + 0.01 - (along * length * np.cos(rise))[:, None] + 0 * x
    z = -0.045 + (along * length * np.sin(rise))[:, None] + radius[:, None] * np.sin(angle)
    clay.add(np.stack([x, y, z], axis=-1), outfit.shoe_colour, foot, gloss=0.5)
