"""Where hands go: free arms, touches on the partner and joined hands."""

from collections.abc import Callable
from functools import partial

import numpy as np

from video_processing.demo.couple.anatomy import Bone, FloatArray, Physique
from video_processing.demo.couple.limbs import bend, limb_rotations, within_both
from video_processing.demo.couple.rotation import place, unit
from video_processing.demo.couple.score import CoupleScore, Grip, HandKey, Spot, Target
from video_processing.demo.couple.spine import shoulder
from video_processing.demo.couple.stance import Skeleton
from video_processing.demo.couple.tracks import smooth_step

LEAD, FOLLOW = 0, 1
REACH = 0.985
GRIP_RAMP_BEATS = 0.6


def lay_hands(
    skeletons: tuple[Skeleton, Skeleton], bodies: tuple[Physique, Physique], score: CoupleScore, beats: FloatArray
) -> None:
    """Fill both dancers' arms."""
    places = _Places(skeletons, bodies)
    wanted = {
        (role, side): _along(score.dancers[role].hands[side], beats, partial(places.of, role=role, side=side))
        for role in (LEAD, FOLLOW)
        for side in (0, 1)
    }
    for grip in score.grips:
        _join(wanted, grip, places, beats)
    for (role, side), point in wanted.items():
        _arm(skeletons[role], bodies[role], side, point)


class _Places:
    """Answers where a target is at every frame, shape (n, 3)."""

    def __init__(self, skeletons: tuple[Skeleton, Skeleton], bodies: tuple[Physique, Physique]) -> None:
        self.skeletons, self.bodies = skeletons, bodies
        self.shoulders = {(r, s): shoulder(skeletons[r], bodies[r], s) for r in (LEAD, FOLLOW) for s in (0, 1)}

    def of(self, target: Target, role: int, side: int) -> FloatArray:
        spot = target.spot
        if spot is Spot.FREE:
            outward, up, forward = target.offset
            arm = self.bodies[role].arm_m
            local = (outward * (1 - 2 * side) * arm, up * arm, forward * arm)
            return place(self.shoulders[role, side], self.skeletons[role].rotations[:, Bone.CHEST], local)
        if spot is Spot.BETWEEN:
            return self._between(target.offset)
        if spot in (Spot.OVER_LEAD, Spot.OVER_FOLLOW):
            skeleton = self.skeletons[LEAD if spot is Spot.OVER_LEAD else FOLLOW]
            crown = place(skeleton.origins_m[:, Bone.HEAD], skeleton.rotations[:, Bone.HEAD], (0.0, 0.20, 0.0))
            return np.asarray(crown + np.array(target.offset))
        skeleton = self.skeletons[LEAD if spot is Spot.ON_LEAD else FOLLOW]
        return place(skeleton.origins_m[:, target.bone], skeleton.rotations[:, target.bone], target.offset)

    def _between(self, offset: tuple[float, float, float]) -> FloatArray:
        middles = [0.5 * (self.shoulders[r, 0] + self.shoulders[r, 1]) for r in (LEAD, FOLLOW)]
        towards = middles[FOLLOW] - middles[LEAD]
        towards[:, 1] = 0.0
        ahead = unit(towards)
        left = np.stack([ahead[:, 2], np.zeros(len(ahead)), -ahead[:, 0]], axis=-1)
        up = np.array([0.0, 1.0, 0.0])
        return np.asarray(
            0.5 * (middles[LEAD] + middles[FOLLOW]) + offset[0] * left + offset[1] * up + offset[2] * ahead
        )


def _along(keys: tuple[HandKey, ...], beats: FloatArray, where: Callable[[Target], FloatArray]) -> FloatArray:
    point = where(keys[0].target)
    for key in keys[1:]:
        share = smooth_step((beats - (key.beat - key.ramp_beats)) / key.ramp_beats)[:, None]
        point = point + (where(key.target) - point) * share
    return np.asarray(point)


def _join(wanted: dict[tuple[int, int], FloatArray], grip: Grip, places: _Places, beats: FloatArray) -> None:
    hands = ((LEAD, grip.lead_side), (FOLLOW, grip.follow_side))
    point = _along(grip.path, beats, partial(places.of, role=LEAD, side=grip.lead_side))
    reaches = [REACH * places.bodies[role].arm_m for role, _ in hands]
    point = within_both(point, places.shoulders[hands[0]], reaches[0], places.shoulders[hands[1]], reaches[1])
    share = joined_share(grip, beats)[:, None]
    for hand in hands:
        wanted[hand] = wanted[hand] + (point - wanted[hand]) * share


def joined_share(grip: Grip, beats: FloatArray) -> FloatArray:
    """Return how far the two hands have come together, 0..1; 1 from the grip's start to its end."""
    coming = smooth_step((beats - (grip.start_beat - GRIP_RAMP_BEATS)) / GRIP_RAMP_BEATS)
    leaving = smooth_step((beats - grip.end_beat) / GRIP_RAMP_BEATS)
    return coming * (1 - leaving)


def _arm(skeleton: Skeleton, body: Physique, side: int, palm_m: FloatArray) -> None:
    root = shoulder(skeleton, body, side)
    chest = skeleton.rotations[:, Bone.CHEST]
    sign = 1 - 2 * side
    raised = np.clip((palm_m - root)[:, 1] / (0.6 * body.arm_m), 0.0, 1.0)[:, None]
    outward, up, forward = sign * chest[:, :, 0], chest[:, :, 1], chest[:, :, 2]
    # A low hand's elbow hangs down and a little back; over the head it points out to the side.
    pole = (0.45 + 0.55 * raised) * outward - (1.0 - 0.8 * raised) * up - (0.35 - 0.55 * raised) * forward
    elbow, palm, _ = bend(root, palm_m, pole, body.upper_arm_m, body.forearm_m + body.palm_m)
    upper, lower = limb_rotations(root, elbow, palm, forward + 0.001 * outward)
    skeleton.set(Bone(Bone.LEFT_UPPER_ARM + side), root, upper)
    skeleton.set(Bone(Bone.LEFT_FOREARM + side), elbow, lower)
    skeleton.palms_m[:, side] = palm
