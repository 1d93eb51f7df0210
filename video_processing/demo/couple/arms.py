"""Arms and hands as surfaces."""

import numpy as np

from video_processing.demo.couple.anatomy import Bone, FloatArray
from video_processing.demo.couple.mesh import Sculpture, loft, table
from video_processing.demo.couple.outfit import Outfit, Top

# Share of the upper arm (0..1) and forearm (1..2) from the shoulder down, then half width (side to side), front, back.
MAN_ARM = (
    (-0.150, 0.004, 0.006, 0.006),
    (-0.125, 0.026, 0.030, 0.030),
    (-0.03, 0.047, 0.052, 0.052),
    (0.16, 0.055, 0.058, 0.056),
    (0.42, 0.050, 0.053, 0.051),
    (0.72, 0.044, 0.047, 0.045),
    (0.98, 0.039, 0.041, 0.039),
    (1.22, 0.043, 0.041, 0.041),
    (1.65, 0.033, 0.031, 0.031),
    (1.98, 0.023, 0.028, 0.028),
)
WOMAN_ARM = tuple((share, *(0.78 * thickness for thickness in rest)) for share, *rest in MAN_ARM)


def add_arm(clay: Sculpture, outfit: Outfit, side: int) -> None:
    """Add arm and hand, side 0 left and 1 right; the sleeve is the arm's own upper part in cloth, a little wider."""
    body = clay.body
    sign = 1.0 if side == 0 else -1.0
    share, width, front, back = table(WOMAN_ARM if body.female else MAN_ARM, 19)
    shoulder = body.torso_m
    y = shoulder - np.where(share < 1, share * body.upper_arm_m, body.upper_arm_m + (share - 1) * body.forearm_m)
    bones = (Bone(Bone.LEFT_UPPER_ARM + side), Bone(Bone.LEFT_FOREARM + side))
    girth = body.girth
    grid = loft(y, width * girth, front * girth, back * girth, centre_x_m=sign * body.shoulder_half_m, columns=10)
    clay.add(grid, outfit.skin, _elbow_weights(share, grid, bones), gloss=0.18)
    sleeve = {Top.SHIRT: 1.16, Top.T_SHIRT: 0.56, Top.STRAPS: -1.0}[outfit.top]
    if sleeve > 0:
        inside = np.count_nonzero(share < sleeve) + 1
        hem = np.where(np.arange(inside) >= inside - 2, 1.17, 1.10) * girth
        part = slice(0, inside)
        cloth = loft(
            y[part],
            width[part] * hem,
            front[part] * hem,
            back[part] * hem,
            centre_x_m=sign * body.shoulder_half_m,
            columns=10,
        )
        clay.add(cloth, outfit.top_colour, _elbow_weights(share[part], cloth, bones), gloss=0.08)
    _add_hand(clay, outfit, side, sign)


def _elbow_weights(share: FloatArray, grid: FloatArray, bones: tuple[Bone, Bone]) -> dict[Bone, FloatArray]:
    t = np.clip((share - 0.88) / 0.24, 0, 1)
    bend = np.broadcast_to((t * t * (3 - 2 * t))[:, None], grid.shape[:2])
    return {bones[0]: 1 - bend, bones[1]: bend}


def _add_hand(clay: Sculpture, outfit: Outfit, side: int, sign: float) -> None:
    """Add a relaxed hand below the wrist: the palm looks at the thigh, the thumb forward."""
    body = clay.body
    size = body.palm_m / 0.075
    wrist_y = body.torso_m - body.upper_arm_m - body.forearm_m
    forearm = {Bone(Bone.LEFT_FOREARM + side): 1.0}
    x = sign * body.shoulder_half_m
    palm = table(((0.01, 0.020, 0.026), (-0.03, 0.017, 0.034), (-0.075, 0.015, 0.042), (-0.100, 0.011, 0.036)), 5)
    grid = loft(wrist_y + palm[0] * size, palm[1] * size, palm[2] * size, palm[2] * size, centre_x_m=x, columns=8)
    clay.add(grid, outfit.skin, forearm, gloss=0.2)
    for finger, length in ((-1.5, 0.062), (-0.5, 0.076), (0.5, 0.080), (1.5, 0.070)):
        curl = np.array([0.0, 0.006, 0.018, 0.034])
        clay.add(
            _finger(x, wrist_y - 0.092 * size, finger * 0.0185 * size, length * size, -sign * curl * size, size),
            np.asarray(outfit.skin) * 0.97, forearm, gloss=0.2,
        )  # fmt: skip
    thumb = _finger(
        x, wrist_y - 0.030 * size, 0.040 * size, 0.058 * size, -sign * np.array([0, 0.006, 0.014, 0.022]), size
    )
    thumb[..., 2] += np.linspace(0, 0.022, 4)[:, None] * size
    clay.add(thumb, outfit.skin, forearm, gloss=0.2)


def _finger(x_m: float, y_m: float, z_m: float, length_m: float, curl_m: FloatArray, size: float) -> FloatArray:
    along = np.array([0.0, 0.4, 0.8, 1.0])
    radius = np.array([0.0095, 0.009, 0.0075, 0.003]) * size
    return loft(y_m - along * length_m, radius, radius, radius, centre_x_m=x_m + curl_m, centre_z_m=z_m, columns=5)
