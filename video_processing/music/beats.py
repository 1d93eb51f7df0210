"""Beats by dynamic programming: D. Ellis, Beat Tracking by Dynamic Programming, JNMR 36 (2007)."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from video_processing.music.onsets import FLUX_LEAD_S
from video_processing.music.spectra import FINE_RATE_HZ

TIGHTNESS = 200.0
"""Cost of a squared log ratio of periods: 400 loses songs whose tempo drifts, 100 wavers."""
FAINT = 0.1
"""Of the median onset strength of beats: echoes stay below .06, the first and last strokes of songs are above .15."""


def track_beats(flux: NDArray[np.float64], period_frames: float) -> NDArray[np.float64]:
    """Return the beats in frames, rising, each moved to the onset beside it; empty without any onset."""
    spread = flux.std()
    if spread == 0:
        return np.empty(0)
    return refine_to_onsets(flux, _best_path(flux / spread, period_frames).astype(float))


def frames_to_s(frames: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the times of frames of onset strength, in seconds."""
    return frames / FINE_RATE_HZ + FLUX_LEAD_S


def s_to_frames(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the frames of onset strength that show onsets at these times."""
    return (times_s - FLUX_LEAD_S) * FINE_RATE_HZ


def _best_path(strength: NDArray[np.float64], period: float) -> NDArray[np.int64]:
    """Maximise the strength at the beats less TIGHTNESS * log(interval / period)^2; returns frames."""
    nearest, farthest = int(np.ceil(period / 2)), int(2 * period)
    cost = TIGHTNESS * np.log(np.arange(farthest, nearest - 1, -1) / period) ** 2
    n = len(strength)
    # Row i of `reach` holds the scores of frames i-farthest .. i-nearest: a block of `nearest` rows is free of itself.
    padded = np.full(n + farthest, -np.inf)
    score = padded[farthest:]
    reach = sliding_window_view(padded, len(cost))
    previous = np.full(n, -1)
    for first in range(0, n, nearest):
        block = np.arange(first, min(first + nearest, n))
        gains = reach[block] - cost
        best = gains.argmax(axis=1)
        gain = gains[np.arange(len(block)), best]
        linked = gain > 0
        previous[block[linked]] = block[linked] - farthest + best[linked]
        score[block] = strength[block] + np.where(linked, gain, 0)
    tail = max(0, n - round(period))
    return _backtrack(previous, tail + int(np.argmax(score[tail:])))


def _backtrack(previous: NDArray[np.int64], last: int) -> NDArray[np.int64]:
    path = [last]
    while previous[path[-1]] >= 0:
        path.append(int(previous[path[-1]]))
    return np.array(path[::-1])


def refine_to_onsets(flux: NDArray[np.float64], beats: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each beat at the top of the parabola through the strongest frame within 2 frames (20 ms)."""
    nearest = np.round(beats).astype(int)
    inner = nearest[(nearest >= 3) & (nearest < len(flux) - 3)]
    if len(inner) == 0:
        return inner.astype(float)
    around = inner[:, None] + np.arange(-2, 3)
    peak = around[np.arange(len(inner)), flux[around].argmax(axis=1)]
    left, top, right = flux[peak - 1], flux[peak], flux[peak + 1]
    bend = left - 2 * top + right
    shift = np.divide(0.5 * (left - right), bend, out=np.zeros(len(peak)), where=bend < 0)
    return np.asarray(peak + np.clip(shift, -0.5, 0.5))


def trim_ends(flux: NDArray[np.float64], beats: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the beats from the first to the last that has an onset: the path runs on into silence and last echoes."""
    if len(beats) == 0:
        return beats
    strength = flux[np.clip(np.round(beats).astype(int), 0, len(flux) - 1)]
    heard = np.flatnonzero(strength > FAINT * np.median(strength))
    return beats[heard[0] : heard[-1] + 1] if len(heard) else beats[:0]
