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


@dataclass(frozen=True)
class Tempo:
    """A constant tempo that suits the sound best."""

    bpm: float
    strength: float
    """Autocorrelation at the beat period over that at lag 0, at most 1; near 0 without a pulse."""

    @property
    def period_frames(self) -> float:
        """Return the beat period in frames of `FINE_RATE_HZ`."""
        return 60 * FINE_RATE_HZ / self.bpm


def estimate_tempo(flux: NDArray[np.float64]) -> Tempo:
    """Return the tempo of the onset strength, shape (n_frames,), in `BPM_RANGE`; the prior's where it is constant."""
    correlation = autocorrelation(flux - uniform_filter1d(flux, round(FINE_RATE_HZ), mode="nearest"))
    lags = np.arange(int(60 * FINE_RATE_HZ / BPM_RANGE[1]), int(np.ceil(60 * FINE_RATE_HZ / BPM_RANGE[0])) + 1)
    bpm = 60 * FINE_RATE_HZ / lags
    prior = np.exp(-0.5 * ((bpm - BPM_PRIOR) / BPM_PRIOR_SD) ** 2)
    pulse = _at(correlation, lags) + 0.5 * _at(correlation, 2 * lags) + 0.5 * _at(correlation, 4 * lags)
    lag = int(lags[np.argmax(np.maximum(pulse, 0) * prior if pulse.max() > 0 else prior)])
    refined = _refine(correlation, lag)
    strength = _at(correlation, np.array([lag]))[0]
    return Tempo(bpm=60 * FINE_RATE_HZ / refined, strength=float(np.clip(strength, 0, 1)))


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
