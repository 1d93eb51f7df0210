"""Two-bone limbs: where the knee or elbow goes when the ends are known (the law of cosines)."""

import numpy as np

from video_processing.demo.couple.anatomy import FloatArray
from video_processing.demo.couple.rotation import from_up_and_forward, unit


def bend(
    root_m: FloatArray, tip_m: FloatArray, pole: FloatArray, upper_m: float, lower_m: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the middle joint, the reached tip and the direction the joint points to, each (n, 3).

    The middle joint lies towards `pole` (n, 3). A tip out of reach is brought onto the reach: bones never stretch.
    """
    line = tip_m - root_m
    distance = np.linalg.norm(line, axis=-1, keepdims=True)
    reach = np.clip(distance, abs(upper_m - lower_m) + 1e-4, (upper_m + lower_m) * 0.9995)
    along = unit(line)
    outward = unit(pole - along * np.sum(pole * along, axis=-1, keepdims=True))
    share = (upper_m**2 - lower_m**2 + reach**2) / (2 * reach)
    height = np.sqrt(np.maximum(upper_m**2 - share**2, 0.0))
    return root_m + along * share + outward * height, root_m + along * reach, outward


def limb_rotations(
    root_m: FloatArray, joint_m: FloatArray, tip_m: FloatArray, forward: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the axes of upper and lower bone (n, 3, 3); bones hang along their own -y."""
    return from_up_and_forward(root_m - joint_m, forward), from_up_and_forward(joint_m - tip_m, forward)


def within_both(
    point_m: FloatArray, first_m: FloatArray, first_reach_m: float, second_m: FloatArray, second_reach_m: float
) -> FloatArray:
    """Return the points (n, 3) moved into reach of two shoulders, by turns (alternating projections, 12 rounds)."""
    point = point_m
    for _ in range(12):
        for centre, reach in ((first_m, first_reach_m), (second_m, second_reach_m)):
            away = point - centre
            length = np.linalg.norm(away, axis=-1, keepdims=True)
            point = centre + away * np.minimum(1.0, reach / np.maximum(length, 1e-9))
    return point
