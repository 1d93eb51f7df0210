"""The beat period from the autocorrelation of onset strength."""

from dataclasses import dataclass

import numpy as np
import scipy.fft
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter1d

from video_processing.music.spectra import FINE_RATE_HZ

BPM_RANGE = (95.0, 165.0)
"""Bachata. A range below one octave is what keeps octave errors out."""
BPM_PRIOR, BPM_PRIOR_SD = 128.0, 18.0
RIVAL_RATIOS = (4 / 3, 3 / 4, 3 / 2, 2 / 3, 5 / 4, 4 / 5)
RIVAL_PULSE = 0.6
"""A rival has at least this share of the pulse of the first."""


@dataclass(frozen=True)
class Tempo:
    """A constant tempo that suits the sound."""

    bpm: float
    strength: float
    """The larger autocorrelation at one and at two beats over that at lag 0, 0..1; near 0 without a pulse."""

    @property
    def period_frames(self) -> float:
        """Return the beat period in frames of `FINE_RATE_HZ`."""
        return 60 * FINE_RATE_HZ / self.bpm


def estimate_tempos(flux: NDArray[np.float64]) -> list[Tempo]:
    """Return the likeliest tempo of the onset strength, shape (n_frames,), then its rivals; all in `BPM_RANGE`.

    Rivals stand in a ratio of small numbers to the first and have a pulse of about its strength: the syncopation of
    bachata suits two thirds and three quarters of its tempo well. Without any pulse the prior's tempo is the only one.
    """
    correlation = autocorrelation(flux - uniform_filter1d(flux, round(FINE_RATE_HZ), mode="nearest"))
    shortest, longest = 60 * FINE_RATE_HZ / BPM_RANGE[1], 60 * FINE_RATE_HZ / BPM_RANGE[0]
    lags = np.arange(int(shortest), int(np.ceil(longest)) + 1)
    prior = np.exp(-0.5 * ((60 * FINE_RATE_HZ / lags - BPM_PRIOR) / BPM_PRIOR_SD) ** 2)
    pulses = _pulses(correlation, lags)
    best = int(lags[np.argmax(pulses * prior if pulses.max() > 0 else prior)])
    tempos = [_refined(correlation, best)]
    least = RIVAL_PULSE * float(_pulses(correlation, np.array([best]))[0])
    for ratio in RIVAL_RATIOS:
        nearby = np.arange(int(best * ratio), int(np.ceil(best * ratio)) + 1)
        nearby = nearby[(nearby >= shortest) & (nearby <= longest)]
        if len(nearby) and _pulses(correlation, nearby).max() > max(least, 0):
            tempos.append(_refined(correlation, int(nearby[_pulses(correlation, nearby).argmax()])))
    return tempos


def _pulses(correlation: NDArray[np.float64], lags: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the correlation at each lag and, half as much, at twice and four times it; not below 0."""
    pulses = _at(correlation, lags) + 0.5 * _at(correlation, 2 * lags) + 0.5 * _at(correlation, 4 * lags)
    return np.maximum(pulses, 0)


def _refined(correlation: NDArray[np.float64], lag: int) -> Tempo:
    strength = float(_at(correlation, np.array([lag, 2 * lag])).max())
    return Tempo(60 * FINE_RATE_HZ / _refine(correlation, lag), float(np.clip(strength, 0, 1)))


def autocorrelation(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the autocorrelation at lags 0..n-1 over that at lag 0; zeros for a signal of zeros."""
    n = scipy.fft.next_fast_len(2 * len(signal), real=True)
    spectrum = scipy.fft.rfft(signal, n)
    correlation = np.asarray(scipy.fft.irfft(spectrum.real**2 + spectrum.imag**2, n)[: len(signal)])
    return correlation / correlation[0] if correlation[0] > 0 else np.zeros(len(signal))


def _refine(correlation: NDArray[np.float64], lag: int) -> float:
    """Return the lag to an eighth of a frame: the maximum around the largest multiple of it, at most 8, that fits."""
    multiple = min(8, max(1, (len(correlation) - 1) // (lag + 1) - 1))
    window = multiple * lag + np.arange(-multiple, multiple + 1)
    values = _at(correlation, window)
    return float(window[np.argmax(values)] / multiple) if values.max() > 0 else float(lag)


def _at(correlation: NDArray[np.float64], lags: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the correlation at the lags, 0 beyond its end."""
    return np.where(lags < len(correlation), correlation[np.minimum(lags, len(correlation) - 1)], 0.0)
