"""Whether dancers step on the beats of a grid: an independent judge of beats, since it never hears the music.

At a grid's beat a dancer's feet are in the same phase of their movement in every clip if the grid is right, and in any
phase if it is not. The consistency over clips is the mean resultant length R of circular statistics (Mardia and Jupp,
Directional Statistics, 2000, section 2.3), its significance Rayleigh's test.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.motion import HIPS, joint_positions_px, middle, torso_length_px
from video_processing.music.grid import BeatGrid, FloatArray
from video_processing.pose.keypoints import FOLLOW, LEAD, CoupleTrack

ComplexArray = NDArray[np.complex128]
ANKLES = [15, 16]
MIN_BEATS = 8.0
"""A clip whose dancer is seen for less, in sum, says nothing."""


class DanceSignal(StrEnum):
    """A movement that repeats with the music."""

    FOLLOW_FEET = "follow feet"
    """Speed of the ankles, once a beat."""
    FOLLOW_HIPS = "follow hips"
    """Height of the hips, once in two beats; which of the two is left open."""
    LEAD_HIPS = "lead hips"
    FOLLOW_HIPS_BAR = "follow hips, bar"
    """Height of the hips, once in four beats from the downbeat: a judge of downbeats."""
    LEAD_HIPS_BAR = "lead hips, bar"


@dataclass(frozen=True)
class Consistency:
    """How alike the phases of clips are."""

    r: float
    """Mean resultant length, 0 (any phase) to 1 (always the same); nan without clips."""
    clips: int
    chance_r: float
    """What random phases give on average: sqrt(pi / 4n)."""
    p: float
    """Probability of such an R by chance, exp(-n R^2) to first order."""


def dance_phases(track: CoupleTrack, grid: BeatGrid) -> dict[DanceSignal, complex]:
    """Return the phase of each signal on the grid as a number on the unit circle, nan where it cannot be told.

    Bars are judged only where the grid has downbeats.
    """
    points = {role: joint_positions_px(track.keypoints_px[role], track.times_s) for role in (LEAD, FOLLOW)}
    beats = _beat_numbers(track.times_s, grid.beat_times_s)
    hips = {role: _hip_height(points[role]) for role in points}
    phases = {
        DanceSignal.FOLLOW_FEET: _phase(foot_speed(points[FOLLOW], track.times_s), beats, 1),
        # Squared, a phase forgets which of two beats is the first.
        DanceSignal.FOLLOW_HIPS: _phase(hips[FOLLOW], beats, 2) ** 2,
        DanceSignal.LEAD_HIPS: _phase(hips[LEAD], beats, 2) ** 2,
    }
    if len(grid.downbeat_beats):
        in_bars = beats - grid.downbeat_beats[0]
        phases[DanceSignal.FOLLOW_HIPS_BAR] = _phase(hips[FOLLOW], in_bars, 4)
        phases[DanceSignal.LEAD_HIPS_BAR] = _phase(hips[LEAD], in_bars, 4)
    return phases


def consistency(phases: list[complex]) -> Consistency:
    """Return how alike phases are, those that are nan left out."""
    known = np.array(phases, dtype=np.complex128)
    known = known[np.isfinite(known)]
    n = len(known)
    if n == 0:
        return Consistency(float("nan"), 0, float("nan"), float("nan"))
    r = float(np.abs(known.mean()))
    return Consistency(r, n, float(np.sqrt(np.pi / (4 * n))), float(np.exp(-n * r * r)))


def _beat_numbers(times_s: FloatArray, beat_times_s: FloatArray) -> FloatArray:
    """Return how many beats have passed at each time, fractions included; nan outside the grid."""
    numbers = np.arange(len(beat_times_s), dtype=np.float64)
    return np.asarray(np.interp(times_s, beat_times_s, numbers, left=np.nan, right=np.nan))


def foot_speed(points: FloatArray, times_s: FloatArray) -> FloatArray:
    """Return the mean speed of the ankles in torso lengths a second, nan where one is not seen."""
    velocity = np.gradient(points[:, ANKLES], times_s, axis=0) / torso_length_px(points)
    return np.asarray(np.linalg.norm(velocity, axis=-1).mean(axis=-1))


def _hip_height(points: FloatArray) -> FloatArray:
    return np.asarray(-middle(points, HIPS)[:, 1] / torso_length_px(points))


def _phase(signal: FloatArray, beats: FloatArray, period_beats: int) -> complex:
    """Return the phase of a signal at a period, from a least-squares fit beside a parabola that takes slow drifts."""
    known = np.isfinite(signal) & np.isfinite(beats)
    if known.sum() < 2 or known.mean() * np.ptp(beats[np.isfinite(beats)]) < MIN_BEATS:
        return complex("nan")
    angle = 2 * np.pi * beats[known] / period_beats
    slow = (beats[known] - beats[known].mean()) / np.ptp(beats[known])
    columns = np.stack([np.cos(angle), np.sin(angle), np.ones_like(slow), slow, slow**2], axis=1)
    (cosine, sine, *_), *_ = np.linalg.lstsq(columns, signal[known], rcond=None)
    coefficient = complex(cosine, -sine)
    return coefficient / abs(coefficient) if coefficient else complex("nan")
