"""A couple's joints on the beats of its music: eight samples a beat, so that tempo and frame rate no longer matter."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.motion import joint_positions_px, torso_length_px
from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import CoupleTrack

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

SAMPLES_PER_BEAT = 8
BEATS_PER_BAR = 4


@dataclass(frozen=True)
class BeatSamples:
    """The couple's joints at n_samples moments, an eighth of a beat apart."""

    beats: FloatArray
    """Shape (n_samples,): position in beats of the clip's grid, rising by 1/8."""
    bar_beats: FloatArray
    """Shape (n_samples,): position in the bar, 0 (a downbeat) up to 4."""
    points_px: FloatArray
    """Shape (2, n_samples, 17, 2): x, y of the joints, NaN where not seen."""
    torso_px: FloatArray
    """Shape (2,): median torso length of each dancer; NaN if never seen."""

    @property
    def couple_scale_px(self) -> float:
        """Return the mean torso length of the two."""
        return float(self.torso_px.mean())

    def half_beat_of_bar(self) -> IntArray:
        """Return which of the 8 half beats of the bar each sample lies in, 0..7."""
        return np.floor(self.bar_beats * 2).astype(np.int64) % (2 * BEATS_PER_BAR)

    def beat_of_bar(self) -> IntArray:
        """Return which of the 4 beats of the bar each sample lies in, 0..3."""
        return np.floor(self.bar_beats).astype(np.int64) % BEATS_PER_BAR


def sample_on_beats(track: CoupleTrack, grid: BeatGrid) -> BeatSamples:
    """Return the couple at eight samples a beat, wherever both the grid and the pictures reach.

    A grid of fewer than two beats, or a track of fewer than two frames, gives no samples.
    """
    points = joint_positions_px(track.keypoints_px, track.times_s)
    torso = np.array([torso_length_px(points[dancer]) for dancer in range(2)])
    beats = _sample_beats(track.times_s, grid.beat_times_s)
    times = np.interp(beats, np.arange(len(grid.beat_times_s)), grid.beat_times_s) if len(beats) else beats
    sampled = interpolate_points(points, track.times_s, times)
    return BeatSamples(beats, _position_in_bar(beats, grid.downbeat_beats), sampled, torso)


def interpolate_points(points: FloatArray, times_s: FloatArray, at_times_s: FloatArray) -> FloatArray:
    """Return points (2, n_frames, ...) at other times (2, n_times, ...), straight between frames, NaN beside NaN."""
    if len(times_s) < 2 or len(at_times_s) == 0:
        return np.full((2, len(at_times_s), *points.shape[2:]), np.nan)
    after = np.clip(np.searchsorted(times_s, at_times_s, side="right"), 1, len(times_s) - 1)
    share = (at_times_s - times_s[after - 1]) / (times_s[after] - times_s[after - 1])
    share = np.clip(share, 0.0, 1.0).reshape(1, -1, *[1] * (points.ndim - 2))
    return np.asarray(points[:, after - 1] * (1 - share) + points[:, after] * share)


def _sample_beats(times_s: FloatArray, beat_times_s: FloatArray) -> FloatArray:
    if len(beat_times_s) < 2 or len(times_s) < 2:
        return np.empty(0)
    frame_gap_s = float(np.median(np.diff(times_s)))
    eighths = np.arange((len(beat_times_s) - 1) * SAMPLES_PER_BEAT + 1) / SAMPLES_PER_BEAT
    at_s = np.interp(eighths, np.arange(len(beat_times_s)), beat_times_s)
    return np.asarray(eighths[(at_s >= times_s[0] - frame_gap_s) & (at_s <= times_s[-1] + frame_gap_s)])


def _position_in_bar(beats: FloatArray, downbeat_beats: IntArray) -> FloatArray:
    if len(downbeat_beats) == 0:
        return np.asarray(beats % BEATS_PER_BAR)
    last = np.searchsorted(downbeat_beats, beats, side="right") - 1
    return np.asarray((beats - downbeat_beats[np.maximum(last, 0)]) % BEATS_PER_BAR)
