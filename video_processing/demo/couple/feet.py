"""From landings to the course of both feet and of the weight between them."""

from dataclasses import dataclass

import numpy as np

from video_processing.demo.couple.anatomy import FloatArray
from video_processing.demo.couple.score import LEFT, RIGHT, FootEvent
from video_processing.demo.couple.tracks import keyed, smooth_step

PIVOT_FREE_DEG = 30.0
"""A planted foot turns on its ball once the body has turned this far from it."""


@dataclass(frozen=True)
class FootCourse:
    """One foot at every frame; n frames."""

    ball_m: FloatArray
    """(n, 3) the ball of the foot; y is the lift over the floor."""
    yaw_deg: FloatArray
    heel_deg: FloatArray
    """How far the heel is raised over the shoe's own slope."""


@dataclass(frozen=True)
class WeightCourse:
    """Where the weight is; n frames."""

    centre_m: FloatArray
    """(n, 2) x and z of the middle of the pelvis over the feet."""
    on_left: FloatArray
    """(n,) share of the weight on the left foot, 0..1."""


def foot_course(events: tuple[FootEvent, ...], side: int, body_yaw_deg: FloatArray, beats: FloatArray) -> FootCourse:
    """Return the course of one foot: still between a landing and the next leaving, one smooth arc in between."""
    own = [event for event in events if event.side == side]
    first = own[0]
    x, z = np.full(beats.shape, first.x_m), np.full(beats.shape, first.z_m)
    lift, heel = np.zeros(beats.shape), np.full(beats.shape, first.heel_deg)
    yaw = _pivoted(first.yaw_deg, body_yaw_deg)
    for event in own[1:]:
        share = (beats - (event.beat - event.swing_beats)) / event.swing_beats
        s = smooth_step(share)
        x, z = x + (event.x_m - x) * s, z + (event.z_m - z) * s
        yaw = yaw + (_pivoted(event.yaw_deg, body_yaw_deg) - yaw) * s
        in_air = np.where((share > 0) & (share < 1), np.sin(np.pi * s) ** 2, 0.0)
        lift = lift + event.lift_m * in_air
        heel = heel + (event.heel_deg - heel) * s + 14.0 * in_air
    return FootCourse(np.stack([x, lift, z], axis=-1), yaw, heel)


def _pivoted(landing_deg: float, body_yaw_deg: FloatArray) -> FloatArray:
    beyond = body_yaw_deg - landing_deg
    return landing_deg + np.sign(beyond) * np.maximum(np.abs(beyond) - PIVOT_FREE_DEG, 0.0)


def weight_course(events: tuple[FootEvent, ...], beats: FloatArray, *, transfer: float = 0.80) -> WeightCourse:
    """Return how the weight passes from foot to foot, around each landing; the pelvis travels all the time.

    `transfer`: how near the pelvis comes to the standing foot, 0.5 = stays in the middle, 1 = right above it.
    """
    where = {LEFT: np.zeros(2), RIGHT: np.zeros(2)}
    for event in reversed(events[:2]):
        where[event.side] = np.array([event.x_m, event.z_m])
    centre = [(events[0].beat - 1.0, 0.5 * (where[LEFT] + where[RIGHT]))]
    left = [(events[0].beat - 1.0, 0.5)]
    for event in events[2:]:
        where[event.side] = np.array([event.x_m, event.z_m])
        if not event.bears_weight:
            continue
        spot = transfer * where[event.side] + (1 - transfer) * where[1 - event.side]
        centre.append((event.beat + 0.1, spot))
        share = 0.94 if event.side == LEFT else 0.06
        left.append((event.beat - 0.28 * event.swing_beats, left[-1][1]))
        left.append((event.beat + 0.25 * event.swing_beats, share))
    x = keyed(tuple((beat, float(spot[0])) for beat, spot in centre), beats)
    z = keyed(tuple((beat, float(spot[1])) for beat, spot in centre), beats)
    return WeightCourse(np.stack([x, z], axis=-1), keyed(tuple(left), beats))
