"""Bodies: lengths of the bones and thickness of the flesh of a dancer, in metres.

World axes: x to the picture's right, y up, z towards the camera; a dancer's own: x to the left hand, y up, z forward.
In the bind pose a dancer stands upright, faces +z and lets the arms hang, so every bone's axes are the world's.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class Bone(IntEnum):
    """The rigid parts of a body; each turns about the joint it starts from."""

    PELVIS = 0
    ABDOMEN = 1
    CHEST = 2
    NECK = 3
    HEAD = 4
    LEFT_UPPER_ARM = 5
    RIGHT_UPPER_ARM = 6
    LEFT_FOREARM = 7
    RIGHT_FOREARM = 8
    LEFT_THIGH = 9
    RIGHT_THIGH = 10
    LEFT_SHIN = 11
    RIGHT_SHIN = 12
    LEFT_FOOT = 13
    RIGHT_FOOT = 14
    SKIRT = 15
    HAIR = 16


@dataclass(frozen=True)
class Physique:
    """How a dancer is built. Lengths in metres."""

    female: bool
    thigh_m: float
    shin_m: float
    heel_rise_deg: float
    """Slope of the sole in the dancer's shoes."""
    waist_m: float
    """From the hip joints up to the waist joint."""
    ribs_m: float
    """From the waist joint up to the chest joint."""
    shoulder_m: float
    """From the chest joint up to the shoulder joints."""
    neck_m: float
    """From the shoulder joints up to the joint of neck and skull."""
    shoulder_half_m: float
    hip_half_m: float
    upper_arm_m: float
    forearm_m: float
    """From the elbow to the wrist."""
    girth: float = 1.0
    """Factor on the thickness of trunk and limbs."""

    palm_m: float = 0.075
    """From the wrist to the middle of the palm."""
    ankle_m: float = 0.075
    """Height of the ankle over the sole."""
    ball_m: float = 0.12
    """From the ankle forward to the ball of the foot."""

    @property
    def leg_m(self) -> float:
        """Return the length of the straight leg from hip joint to ankle."""
        return self.thigh_m + self.shin_m

    @property
    def arm_m(self) -> float:
        """Return the reach from shoulder joint to the middle of the palm."""
        return self.upper_arm_m + self.forearm_m + self.palm_m

    @property
    def torso_m(self) -> float:
        """Return the height of the shoulder joints over the hip joints."""
        return self.waist_m + self.ribs_m + self.shoulder_m


def man(scale: float = 1.0, *, girth: float = 1.0) -> Physique:
    """Return a man 1.77 m tall times `scale`."""
    return Physique(
        female=False, thigh_m=0.424 * scale, shin_m=0.426 * scale, heel_rise_deg=6.0, waist_m=0.12 * scale,
        ribs_m=0.17 * scale, shoulder_m=0.205 * scale, neck_m=0.096 * scale, shoulder_half_m=0.172 * scale,
        hip_half_m=0.092 * scale, upper_arm_m=0.282 * scale, forearm_m=0.258 * scale, girth=girth,
    )  # fmt: skip


def woman(scale: float = 1.0, *, girth: float = 1.0, heel_rise_deg: float = 26.0) -> Physique:
    """Return a woman 1.66 m tall times `scale`, heels not counted."""
    return Physique(
        female=True, thigh_m=0.402 * scale, shin_m=0.403 * scale, heel_rise_deg=heel_rise_deg, waist_m=0.115 * scale,
        ribs_m=0.155 * scale, shoulder_m=0.185 * scale, neck_m=0.092 * scale, shoulder_half_m=0.141 * scale,
        hip_half_m=0.088 * scale, upper_arm_m=0.258 * scale, forearm_m=0.238 * scale, girth=girth, palm_m=0.068,
    )  # fmt: skip


def bind_origins(body: Physique) -> FloatArray:
    """Return where each bone starts in the bind pose, shape (n_bones, 3), metres from the middle of the hip joints."""
    shoulder_y = body.torso_m
    elbow_y = shoulder_y - body.upper_arm_m
    head_y = shoulder_y + body.neck_m
    ankle_y = -body.leg_m
    origins = {
        Bone.PELVIS: (0.0, 0.0, 0.0),
        Bone.ABDOMEN: (0.0, body.waist_m, 0.0),
        Bone.CHEST: (0.0, body.waist_m + body.ribs_m, 0.0),
        Bone.NECK: (0.0, shoulder_y + 0.03, -0.005),
        Bone.HEAD: (0.0, head_y, 0.012),
        Bone.SKIRT: (0.0, 0.0, 0.0),
        Bone.HAIR: (0.0, head_y + 0.05, -0.06),
    }
    for side, sign in ((0, 1.0), (1, -1.0)):
        origins[Bone(Bone.LEFT_UPPER_ARM + side)] = (sign * body.shoulder_half_m, shoulder_y, 0.0)
        origins[Bone(Bone.LEFT_FOREARM + side)] = (sign * body.shoulder_half_m, elbow_y, 0.0)
        origins[Bone(Bone.LEFT_THIGH + side)] = (sign * body.hip_half_m, 0.0, 0.0)
        origins[Bone(Bone.LEFT_SHIN + side)] = (sign * body.hip_half_m, -body.thigh_m, 0.0)
        origins[Bone(Bone.LEFT_FOOT + side)] = (sign * body.hip_half_m, ankle_y, 0.0)
    return np.array([origins[bone] for bone in Bone])
