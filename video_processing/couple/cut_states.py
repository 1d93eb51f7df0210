"""How the couple stands on each beat of its clip: what a seam between two moves has to join."""

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.beat_samples import SAMPLES_PER_BEAT, interpolate_points
from video_processing.couple.motion import BODY, HIPS, joint_positions_px, middle, torso_length_px
from video_processing.couple.relation import CONTACT_OF_HEIGHT, couple_height, hand_distances, relations
from video_processing.couple.seen import seen_mean
from video_processing.couple.states import UNKNOWN, CutStates
from video_processing.mezzanine.parameters import MEZZANINE
from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import CoupleTrack

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

LEFT_FOOT, RIGHT_FOOT = 0, 1
LEFT_ANKLE, RIGHT_ANKLE = 15, 16

SHOWN_ASPECT = MEZZANINE.width_px / MEZZANINE.height_px
"""Every mezzanine is so much wider than high; a picture of another shape stands in its middle."""

STEADY_TORSOS = 0.06
"""Feet whose distances to the body's centre differ by less share its weight."""


def cut_states(track: CoupleTrack, grid: BeatGrid) -> CutStates:
    """Measure the couple at each beat of its clip's grid; beats beyond the pictures are unseen."""
    points = joint_positions_px(track.keypoints_px, track.times_s)
    torso_px = np.array([torso_length_px(points[dancer]) for dancer in range(2)])
    around = _eighths(points, track.times_s, grid.beat_times_s)
    now = around[:, :, 0] / torso_px[:, None, None, None]
    hips = middle(now, HIPS)
    left_px, top_px, width_px, height_px = track.shown_xywh_px or (0.0, 0.0, track.width_px, track.height_px)
    centre = np.array([left_px + width_px / 2, top_px + height_px / 2]) / torso_px[:, None]
    seen = np.isfinite(hips).all(axis=-1)
    couple = around[:, :, 0] / torso_px.mean()
    return CutStates(
        poses_torsos=np.moveaxis(now[..., BODY, :] - hips[..., None, :], 0, 1),
        hips_torsos=np.moveaxis(hips - centre[:, None], 0, 1),
        scale=np.where(seen, torso_px[:, None] / max(height_px, width_px / SHOWN_ASPECT), np.nan).T,
        hold=_hold(couple, points / torso_px.mean()),
        relation=relations(couple),
        weight_foot=_weight_foot(around / torso_px[:, None, None, None, None]).T,
        motion_energy=_motion_energy(around / torso_px[:, None, None, None, None]),
        foot_clarity=foot_clarity(around[1] / torso_px[1]),
    )


def foot_clarity(follow: FloatArray) -> float:
    """Return how much of the feet's speed repeats with the beat, 0..1, of joints (n_beats, 8, 17, 2) in torso lengths.

    The Fourier coefficient of the mean ankle speed at one beat, whatever its phase, against the mean speed.
    """
    ankles = follow[:, :, [LEFT_ANKLE, RIGHT_ANKLE]]
    path = ankles.reshape(-1, 2, 2)
    speed = seen_mean(np.linalg.norm(np.diff(path, axis=0), axis=-1), axis=1)
    seen = np.isfinite(speed)
    if seen.sum() < 2 * SAMPLES_PER_BEAT:
        return float("nan")
    wave = np.exp(-2j * np.pi * np.flatnonzero(seen) / SAMPLES_PER_BEAT)
    return float(min(1.0, np.abs((speed[seen] * wave).mean()) / max(float(speed[seen].mean()), 1e-9)))


def _eighths(points: FloatArray, times_s: FloatArray, beat_times_s: FloatArray) -> FloatArray:
    """Return joints (2, n_beats, 8, 17, 2): each beat and the seven eighths after it, NaN beyond the pictures."""
    if len(beat_times_s) < 2:
        return np.full((2, len(beat_times_s), SAMPLES_PER_BEAT, 17, 2), np.nan)
    places = np.arange(len(beat_times_s) * SAMPLES_PER_BEAT) / SAMPLES_PER_BEAT
    last_gap_s = beat_times_s[-1] - beat_times_s[-2]
    beats_s = np.append(beat_times_s, beat_times_s[-1] + last_gap_s)
    at_s = np.interp(places, np.arange(len(beats_s)), beats_s)
    sampled = interpolate_points(points, times_s, at_s)
    frame_gap_s = float(np.median(np.diff(times_s))) if len(times_s) > 1 else 0.0
    sampled[:, (at_s < times_s[0] - frame_gap_s) | (at_s > times_s[-1] + frame_gap_s)] = np.nan
    return sampled.reshape(2, len(beat_times_s), SAMPLES_PER_BEAT, 17, 2)


def _hold(now: FloatArray, whole: FloatArray) -> IntArray:
    """Return how many pairs of hands hold each other, at most two, -1 where no pair is seen."""
    distance = hand_distances(now)
    known = np.isfinite(distance).any(axis=0)
    count = (distance < CONTACT_OF_HEIGHT * couple_height(whole)).sum(axis=0)
    return np.asarray(np.where(known, np.minimum(count, 2), UNKNOWN))


def _weight_foot(around: FloatArray) -> IntArray:
    """Return the foot under the body's centre in the half beat after each beat: a step has landed, a tap has not."""
    half = around[:, :, : SAMPLES_PER_BEAT // 2]
    centre = middle(half, HIPS)[..., 0]
    left, right = (seen_mean(np.abs(half[..., ankle, 0] - centre), axis=-1) for ankle in (LEFT_ANKLE, RIGHT_ANKLE))
    known = np.isfinite(left) & np.isfinite(right) & (np.abs(left - right) > STEADY_TORSOS)
    return np.where(known, np.where(left < right, LEFT_FOOT, RIGHT_FOOT), UNKNOWN)


def _motion_energy(around: FloatArray) -> FloatArray:
    body = around[..., BODY, :]
    steps = np.linalg.norm(np.diff(body, axis=2), axis=-1) * SAMPLES_PER_BEAT
    return seen_mean(np.moveaxis(steps, 1, 0).reshape(steps.shape[1], -1), axis=1)
