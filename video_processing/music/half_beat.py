"""Tells the beat from its half: the bar of bachata has a shape that its mirror image half a beat later lacks."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d

from video_processing.music.spectra import FINE_RATE_HZ

BAR_TEMPLATE = np.array(
    [
        [0.500, -0.652, 0.022, 0.280, 0.296, -0.414, 0.413, -0.444],
        [0.316, -0.259, -0.124, 0.041, 0.048, -0.170, 0.321, -0.172],
        [0.093, -0.092, -0.024, -0.037, 0.006, -0.057, 0.099, 0.012],
        [0.165, -0.187, 0.116, -0.104, 0.214, -0.137, 0.021, -0.087],
        [0.171, -0.237, 0.147, -0.142, 0.215, -0.181, 0.163, -0.136],
    ]
)
"""Log onset strength less its mean, rows `BANDS_HZ`, columns 1, 1&, 2, 2&, 3, 3&, 4, 4&.

Learned on recordings: bass on 1, 2&, 3, 4 and rarely on the other halves; bongo on 1 and 4; güira on every beat.
"""
ON_BEAT_REACH_S = 0.05
QUARTER_REACH_S = 0.03
LOG_FLOOR = 0.02


@dataclass(frozen=True)
class BeatOnsets:
    """Onset strength of each band at beats and half-way to the next beat."""

    on: NDArray[np.float64]
    """Shape (n_beats, 5)."""
    half: NDArray[np.float64]
    """Shape (n_beats, 5)."""
    quarters: NDArray[np.float64]
    """Within 30 ms of each quarter of each beat, shape (n_beats, 4, 5): the güira's sixteenths tell verse and mambo."""

    def between(self, first: int, stop: int) -> "BeatOnsets":
        """Return the beats first..stop-1."""
        part = slice(first, stop)
        return BeatOnsets(self.on[part], self.half[part], self.quarters[part])


@dataclass(frozen=True)
class CheckedBeats:
    """Beats of which the check is sure that they are not the half beats, as far as `margin` says."""

    frames: NDArray[np.float64]
    score: float
    """Cosine of the bar's profile with the template, -1..1."""
    margin: float
    """Score less that of the half beats, -2..2; never below 0."""


def check_half_beat(band_flux: NDArray[np.float64], frames: NDArray[np.float64]) -> CheckedBeats:
    """Return the beats, or the points half-way between and around them where the template suits those better."""
    if len(frames) < 2:
        return CheckedBeats(frames, 0.0, 0.0)
    steps = np.diff(frames) / 2
    halves = np.concatenate([[frames[0] - steps[0]], frames[:-1] + steps, [frames[-1] + steps[-1]]])
    scores = [template_scores(beat_onsets(band_flux, grid)).max() for grid in (frames, halves)]
    chosen = int(np.argmax(scores))
    return CheckedBeats((frames, halves)[chosen], float(scores[chosen]), float(abs(scores[0] - scores[1])))


def beat_onsets(band_flux: NDArray[np.float64], frames: NDArray[np.float64]) -> BeatOnsets:
    """Return the strongest onsets around each beat and its parts; the last beat lasts as long as the eight before."""
    intervals = np.append(np.diff(frames), np.diff(frames)[-8:].mean()) if len(frames) > 1 else np.zeros(len(frames))
    wide, narrow = (_strongest(band_flux, reach_s) for reach_s in (ON_BEAT_REACH_S, QUARTER_REACH_S))
    return BeatOnsets(
        on=_at(wide, frames),
        half=_at(wide, frames + intervals / 2),
        quarters=np.stack([_at(narrow, frames + intervals * part / 4) for part in range(4)], axis=1),
    )


def _strongest(band_flux: NDArray[np.float64], reach_s: float) -> NDArray[np.float64]:
    return np.asarray(maximum_filter1d(band_flux, 2 * round(reach_s * FINE_RATE_HZ) + 1, axis=1, mode="constant"))


def _at(band_flux: NDArray[np.float64], frames: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the values at the nearest frames, shape (len(frames), 5)."""
    return band_flux[:, np.clip(np.round(frames).astype(int), 0, band_flux.shape[1] - 1)].T


def template_scores(onsets: BeatOnsets) -> NDArray[np.float64]:
    """Return the cosine of the mean bar with the template if beat q is a downbeat, shape (4,); zeros below 4 beats."""
    beats = np.arange(len(onsets.on))
    if len(beats) < 4:
        return np.zeros(4)
    return np.array([_cosine(bar_profile(onsets, (beats - q) % 4), BAR_TEMPLATE) for q in range(4)])


def bar_profile(onsets: BeatOnsets, positions: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the mean bar as log onset strength less each row's mean, shape (5, 8).

    `positions` says for each beat where in the bar it stands, 0 to 3; each of the four must occur.
    """
    profile = np.empty((5, 8))
    for j in range(4):
        profile[:, 2 * j] = onsets.on[positions == j].mean(axis=0)
        profile[:, 2 * j + 1] = onsets.half[positions == j].mean(axis=0)
    logs = np.log(profile + LOG_FLOOR)
    return np.asarray(logs - logs.mean(axis=1, keepdims=True))


def _cosine(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    norm = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float((a * b).sum()) / norm if norm > 0 else 0.0
