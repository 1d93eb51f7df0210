"""The truth of a filmed couple: the 17 COCO keypoints of each dancer in pixels."""

import numpy as np

from video_processing.demo.couple.anatomy import Bone, FloatArray, Physique
from video_processing.demo.couple.camera import Camera
from video_processing.demo.couple.head import EAR_M, EYE_M, NOSE_M, head_size
from video_processing.demo.couple.rotation import place
from video_processing.demo.couple.stance import Skeleton

VISIBLE, HIDDEN, OUTSIDE = 1.0, 0.5, 0.0
"""Confidences of a sidecar: the camera sees the joint; a body is in front of it; it lies outside the picture."""

FLESH_M = np.array([0.03, 0.03, 0.03, 0.04, 0.04, *[0.11] * 2, *[0.09] * 4, *[0.17] * 2, *[0.11] * 4])
"""How deep each joint lies under its own skin at most: anything nearer to the camera than this hides it."""

EPICONDYLE_M = 0.02
"""Elbows and knees are marked where the bone stands out, this far above the axis of the joint."""


def keypoints_m(skeleton: Skeleton, body: Physique) -> FloatArray:
    """Return the joints in the order of `COCO_KEYPOINTS`, shape (n_frames, 17, 3), metres in the world."""

    def at(bone: Bone, offset: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> FloatArray:
        return place(skeleton.origins_m[:, bone], skeleton.rotations[:, bone], offset)

    size = head_size(body)
    face = [NOSE_M, EYE_M, (-EYE_M[0], *EYE_M[1:]), EAR_M, (-EAR_M[0], *EAR_M[1:])]
    points = [at(Bone.HEAD, (size * x, size * y, size * z)) for x, y, z in face]
    points += [at(Bone.LEFT_UPPER_ARM), at(Bone.RIGHT_UPPER_ARM)]
    points += [at(Bone(Bone.LEFT_UPPER_ARM + side), (0.0, EPICONDYLE_M - body.upper_arm_m, 0.0)) for side in (0, 1)]
    points += [at(Bone(Bone.LEFT_FOREARM + side), (0.0, -body.forearm_m, 0.0)) for side in (0, 1)]
    points += [at(Bone.PELVIS, (sign * (body.hip_half_m + 0.012), 0.025, 0.0)) for sign in (1, -1)]
    points += [at(Bone(Bone.LEFT_THIGH + side), (0.0, EPICONDYLE_M - body.thigh_m, 0.0)) for side in (0, 1)]
    points += [at(Bone.LEFT_FOOT), at(Bone.RIGHT_FOOT)]
    return np.stack(points, axis=1)


def in_picture(points_m: FloatArray, camera: Camera) -> FloatArray:
    """Return shape (..., 4): x and y in pixels, confidence VISIBLE or OUTSIDE, and depth in metres."""
    seen = camera.project(points_m)
    x, y, depth = seen[..., 0], seen[..., 1], seen[..., 2]
    inside = (x >= 0) & (x < camera.width_px) & (y >= 0) & (y < camera.height_px)
    return np.stack([x, y, np.where(inside, VISIBLE, OUTSIDE), depth], axis=-1)
