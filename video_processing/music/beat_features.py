"""Harmony and timbre beat by beat."""

from dataclasses import dataclass

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from video_processing.music.spectra import COARSE_RATE_HZ, N_COARSE_MELS, CoarseSpectra, Float32Array

N_MFCC = 14


@dataclass(frozen=True)
class BeatFeatures:
    """Means from each beat to the next; the last beat is as long as the one ahead of it."""

    chroma: NDArray[np.float64]
    """Shape (n_beats, 12), unit norm or zero."""
    bass_chroma: NDArray[np.float64]
    """Shape (n_beats, 12), unit norm or zero."""
    mfcc: NDArray[np.float64]
    """Shape (n_beats, 14), of dB; the first is loudness."""
    mel_db: NDArray[np.float64]
    """Shape (n_beats, 40), dB."""

    def between(self, first: int, stop: int) -> "BeatFeatures":
        """Return the beats first..stop-1."""
        part = slice(first, stop)
        return BeatFeatures(self.chroma[part], self.bass_chroma[part], self.mfcc[part], self.mel_db[part])


def beat_features(spectra: CoarseSpectra, beat_times_s: NDArray[np.float64]) -> BeatFeatures:
    """Return the features of each beat, from at least one beat on."""
    last = beat_times_s[-1] + (np.diff(beat_times_s)[-4:].mean() if len(beat_times_s) > 1 else 0.5)
    edges = np.round(np.append(beat_times_s, last) * COARSE_RATE_HZ).astype(int)
    mel_db = means_between(spectra.mel_db, edges)
    cepstra = scipy.fft.dct(mel_db, axis=1, norm="ortho")[:, :N_MFCC]
    return BeatFeatures(
        chroma=unit_rows(means_between(spectra.chroma, edges)),
        bass_chroma=unit_rows(means_between(spectra.bass_chroma, edges)),
        mfcc=cepstra / np.sqrt(N_COARSE_MELS),
        mel_db=mel_db,
    )


def means_between(rows: Float32Array, edges: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the mean of the rows from each edge to the next (at least one row), shape (len(edges) - 1, columns)."""
    total = np.vstack([np.zeros(rows.shape[1]), np.cumsum(rows, axis=0, dtype=np.float64)])
    first = np.clip(edges[:-1], 0, len(rows) - 1)
    stop = np.clip(edges[1:], first + 1, len(rows))
    return np.asarray((total[stop] - total[first]) / (stop - first)[:, None])


def unit_rows(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the rows at unit norm; rows of zeros stay."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0))


def standard_columns(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each column less its mean over its spread; constant columns become 0."""
    spread = columns.std(axis=0)
    centred = columns - columns.mean(axis=0)
    return np.asarray(np.divide(centred, spread, out=np.zeros_like(centred), where=spread > 1e-9))


def novelty(rows: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Return 1 - cosine of the sums of `reach` rows before and from each row, shape (n,); 0 where rows are missing."""
    total = np.vstack([np.zeros(rows.shape[1]), np.cumsum(rows, axis=0)])
    change = np.zeros(len(rows))
    at = np.arange(reach, len(rows) - reach + 1)
    if len(at) == 0:
        return change
    before, after = total[at] - total[at - reach], total[at + reach] - total[at]
    change[at] = 1 - (unit_rows(before) * unit_rows(after)).sum(axis=1)
    return change
