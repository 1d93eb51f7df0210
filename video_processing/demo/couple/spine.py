"""Trunk, neck, head, hair and skirt of a dancer at every frame."""

import numpy as np
from scipy.ndimage import gaussian_filter1d

from video_processing.demo.couple.anatomy import Bone, FloatArray, Physique
from video_processing.demo.couple.rotation import between, place, turned, unit
from video_processing.demo.couple.stance import Skeleton

MAX_GAZE_DEG = 62.0


def raise_spine(skeleton: Skeleton, body: Physique, yaw_deg: FloatArray, channels: dict[str, FloatArray]) -> None:
    """Fill abdomen and chest. Pelvis and chest tilt on their own, the abdomen shares the difference."""
    pelvis, hips = skeleton.origins_m[:, Bone.PELVIS], skeleton.rotations[:, Bone.PELVIS]
    # The rib cage answers a tilted pelvis by tilting a third the other way: the shoulders stay nearly level.
    roll = channels["chest_roll"] - 0.30 * channels["hip_roll"]
    chest = turned(yaw_deg + channels["chest_yaw"], roll, channels["chest_pitch"] + 2.0)
    middle = between(hips, chest, 0.5)
    waist = place(pelvis, hips, (0.0, body.waist_m, 0.0))
    isolation = np.stack([channels["chest_side"], np.zeros_like(roll), channels["chest_forward"]], axis=-1)
    ribs = place(place(waist, middle, (0.0, body.ribs_m, 0.0)), chest, isolation)
    skeleton.set(Bone.ABDOMEN, waist, middle)
    skeleton.set(Bone.CHEST, ribs, chest)


def shoulder(skeleton: Skeleton, body: Physique, side: int) -> FloatArray:
    """Return a shoulder joint, shape (n, 3)."""
    offset = ((1 - 2 * side) * body.shoulder_half_m, body.shoulder_m, 0.0)
    return place(skeleton.origins_m[:, Bone.CHEST], skeleton.rotations[:, Bone.CHEST], offset)


def raise_head(
    skeleton: Skeleton, body: Physique, yaw_deg: FloatArray, channels: dict[str, FloatArray], look_at_m: FloatArray
) -> None:
    """Fill neck and head; `look_at_m` (n, 3) is the partner's face."""
    ribs, chest = skeleton.origins_m[:, Bone.CHEST], skeleton.rotations[:, Bone.CHEST]
    nape = place(ribs, chest, (0.0, body.shoulder_m + 0.03, -0.005))
    gaze = np.einsum("nji,nj->ni", chest, unit(look_at_m - nape))
    aside = np.degrees(np.arctan2(gaze[:, 0], np.maximum(gaze[:, 2], 0.15)))
    # Behind the back nobody looks: the interest fades from 80 to 130 degrees.
    interest = channels["gaze"] * np.clip((gaze[:, 2] + 0.55) / 0.6, 0.0, 1.0)
    turn = np.clip(aside, -MAX_GAZE_DEG, MAX_GAZE_DEG) * interest
    nod = np.clip(-np.degrees(np.arcsin(np.clip(gaze[:, 1], -1, 1))), -18, 18) * interest * 0.7
    # The head keeps a third of the chest's tilt; it is held upright.
    head = turned(
        yaw_deg + channels["chest_yaw"] + turn + channels["head_yaw"],
        0.35 * channels["chest_roll"] + channels["head_roll"],
        0.75 * channels["chest_pitch"] + nod + channels["head_pitch"],
    )
    neck = between(chest, head, 0.5)
    skeleton.set(Bone.NECK, nape, neck)
    skull = place(nape, neck, (0.0, body.neck_m - 0.03, 0.017))
    skeleton.set(Bone.HEAD, skull, head)


def let_hang(skeleton: Skeleton, yaw_deg: FloatArray, frames_per_s: float) -> None:
    """Fill hair and skirt: both hang, lag behind turns and fly out with the speed of the turn."""
    head = skeleton.rotations[:, Bone.HEAD]
    head_yaw = np.degrees(np.unwrap(np.arctan2(head[:, 0, 2], head[:, 2, 2])))
    roots = place(skeleton.origins_m[:, Bone.HEAD], head, (0.0, 0.05, -0.06))
    still = np.zeros_like(yaw_deg)
    lag, rate = _lag(head_yaw, 0.10, frames_per_s)
    skeleton.set(Bone.HAIR, roots, turned(head_yaw + lag, 0.25 * lag, np.minimum(np.abs(rate) * 0.05, 34.0)))
    lag, rate = _lag(yaw_deg, 0.12, frames_per_s)
    flare = 1.0 + np.minimum(np.abs(rate) / 900.0, 0.45)
    swing = turned(yaw_deg + lag, still, still)
    swing[:, :, 0] *= flare[:, None]
    swing[:, :, 2] *= flare[:, None]
    swing[:, :, 1] *= (1.0 - 0.35 * (flare - 1.0))[:, None]
    skeleton.set(Bone.SKIRT, skeleton.origins_m[:, Bone.PELVIS], swing)


def _lag(angle_deg: FloatArray, delay_s: float, frames_per_s: float) -> tuple[FloatArray, FloatArray]:
    rate = gaussian_filter1d(np.gradient(angle_deg) * frames_per_s, 0.06 * frames_per_s, mode="nearest")
    late = np.interp(np.arange(len(rate)) - 0.07 * frames_per_s, np.arange(len(rate)), rate)
    return np.clip(-late * delay_s, -60.0, 60.0), late
