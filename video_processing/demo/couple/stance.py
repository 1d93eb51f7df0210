"""Pelvis, legs and feet of a dancer at every frame."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d

from video_processing.demo.couple.anatomy import Bone, FloatArray, Physique
from video_processing.demo.couple.feet import FootCourse, WeightCourse
from video_processing.demo.couple.limbs import bend, limb_rotations
from video_processing.demo.couple.rotation import place, turned

SWAY_M = 0.030
SWAY_ROLL_DEG = 6.5
EIGHT_M = 0.026
MAX_HEEL_DEG = 62.0


@dataclass
class Skeleton:
    """All bones of one dancer; n frames. Filled from the feet up."""

    origins_m: FloatArray
    """(n, n_bones, 3)."""
    rotations: FloatArray
    """(n, n_bones, 3, 3)."""
    palms_m: FloatArray
    """(n, 2, 3) middle of the left and right palm."""
    balls_m: FloatArray
    """(n, 2, 3) ball of the left and right foot."""

    @classmethod
    def empty(cls, n_frames: int) -> "Skeleton":
        """Return a skeleton with all bones at the origin."""
        rotations = np.broadcast_to(np.eye(3), (n_frames, len(Bone), 3, 3)).copy()
        return cls(
            np.zeros((n_frames, len(Bone), 3)), rotations, np.zeros((n_frames, 2, 3)), np.zeros((n_frames, 2, 3))
        )

    def set(self, bone: Bone, origin_m: FloatArray, rotation: FloatArray) -> None:
        """Put one bone in place at every frame."""
        self.origins_m[:, bone] = origin_m
        self.rotations[:, bone] = rotation


def stand(
    skeleton: Skeleton,
    body: Physique,
    feet: tuple[FootCourse, FootCourse],
    weight: WeightCourse,
    yaw_deg: FloatArray,
    channels: dict[str, FloatArray],
    frames_per_beat: float,
) -> None:
    """Fill pelvis, legs and feet: the standing leg is nearly straight, the hip settles over it."""
    lean = 2 * weight.on_left - 1
    sway = channels["hip_sway"] * lean
    rotation = turned(yaw_deg + channels["hip_yaw"], channels["hip_roll"] + SWAY_ROLL_DEG * sway, channels["hip_pitch"])
    upright = turned(yaw_deg, np.zeros_like(yaw_deg), np.zeros_like(yaw_deg))
    # The hip draws an eight: forward while the weight passes, back where it settles.
    ahead = channels["hip_forward"] - 0.015 + EIGHT_M * channels["hip_sway"] * (1.0 - lean**2)
    shift = np.stack([channels["hip_side"] + SWAY_M * sway, np.zeros_like(lean), ahead], axis=-1)
    centre = np.stack([weight.centre_m[:, 0], np.zeros_like(lean), weight.centre_m[:, 1]], axis=-1)
    pelvis = place(centre, upright, shift)
    ceiling = _highest_pelvis(body, feet, weight, pelvis, rotation)
    wanted = body.ankle_m + _heel_height(body, np.zeros(1))[0] + body.leg_m * 0.992 - channels["drop"]
    pelvis[:, 1] = gaussian_filter1d(np.minimum(wanted, ceiling), 0.09 * frames_per_beat, mode="nearest")
    skeleton.set(Bone.PELVIS, pelvis, rotation)
    for side, course in enumerate(feet):
        _leg(skeleton, body, side, course)


def _heel_height(body: Physique, heel_deg: FloatArray) -> FloatArray:
    """Return how much the ankle rises when the sole slopes by the shoe and `heel_deg`."""
    slope = np.radians(body.heel_rise_deg + heel_deg)
    return np.asarray(body.ball_m * np.sin(slope) + body.ankle_m * (np.cos(slope) - 1))


def _foot_rotation(body: Physique, course: FootCourse, heel_deg: FloatArray) -> FloatArray:
    return turned(course.yaw_deg, np.zeros_like(heel_deg), body.heel_rise_deg + heel_deg)


def _ankle(body: Physique, course: FootCourse, heel_deg: FloatArray) -> FloatArray:
    return place(course.ball_m, _foot_rotation(body, course, heel_deg), (0.0, body.ankle_m, -body.ball_m))


def _hip_joint(body: Physique, side: int, pelvis: FloatArray, rotation: FloatArray) -> FloatArray:
    return place(pelvis, rotation, ((1 - 2 * side) * body.hip_half_m, 0.0, 0.0))


def _highest_pelvis(
    body: Physique, feet: tuple[FootCourse, FootCourse], weight: WeightCourse, pelvis: FloatArray, rotation: FloatArray
) -> FloatArray:
    """Return how high the pelvis may be so that both legs reach: flat foot under the weight, raised heel without."""
    limits = []
    for side, course in enumerate(feet):
        share = weight.on_left if side == 0 else 1 - weight.on_left
        spare = 52.0 * (1 - np.clip(share * 1.25 - 0.1, 0, 1))
        ankle = _ankle(body, course, np.minimum(course.heel_deg + spare, MAX_HEEL_DEG))
        hip = _hip_joint(body, side, pelvis, rotation)
        level = np.hypot(hip[:, 0] - ankle[:, 0], hip[:, 2] - ankle[:, 2])
        limits.append(
            ankle[:, 1] + np.sqrt(np.maximum((0.992 * body.leg_m) ** 2 - level**2, 0.04)) - (hip - pelvis)[:, 1]
        )
    return np.minimum(limits[0], limits[1])


def _leg(skeleton: Skeleton, body: Physique, side: int, course: FootCourse) -> None:
    pelvis, rotation = skeleton.origins_m[:, Bone.PELVIS], skeleton.rotations[:, Bone.PELVIS]
    hip = _hip_joint(body, side, pelvis, rotation)
    heel = _heel_in_reach(body, course, hip)
    ankle, foot = _ankle(body, course, heel), _foot_rotation(body, course, heel)
    ahead = turned(course.yaw_deg, np.zeros_like(heel), np.zeros_like(heel))[:, :, 2]
    pole = ahead + 0.6 * rotation[:, :, 2] + (0.10 - 0.20 * side) * rotation[:, :, 0]
    knee, tip, forward = bend(hip, ankle, pole, body.thigh_m, body.shin_m)
    thigh, shin = limb_rotations(hip, knee, tip, forward)
    skeleton.set(Bone(Bone.LEFT_THIGH + side), hip, thigh)
    skeleton.set(Bone(Bone.LEFT_SHIN + side), knee, shin)
    skeleton.set(Bone(Bone.LEFT_FOOT + side), tip, foot)
    skeleton.balls_m[:, side] = place(tip, foot, (0.0, -body.ankle_m, body.ball_m))


def _heel_in_reach(body: Physique, course: FootCourse, hip: FloatArray) -> FloatArray:
    """Return the least raise of the heel, not under the course's own, with which the leg reaches (12 halvings)."""
    low, high = course.heel_deg, np.maximum(course.heel_deg, MAX_HEEL_DEG)
    for _ in range(12):
        middle = 0.5 * (low + high)
        short = np.linalg.norm(_ankle(body, course, middle) - hip, axis=-1) > 0.998 * body.leg_m
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    enough = np.linalg.norm(_ankle(body, course, course.heel_deg) - hip, axis=-1) <= 0.998 * body.leg_m
    return np.where(enough, course.heel_deg, high)
