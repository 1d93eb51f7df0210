"""Features of whole bars: what phrases and sections are found from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from video_processing.music.beat_features import BeatFeatures, standard_columns
from video_processing.music.half_beat import BeatOnsets

BEATS = 4


@dataclass(frozen=True)
class Bars:
    """The bars of a song, one row each."""

    first_beats: NDArray[np.int64]
    """The downbeats, shape (n_bars,)."""
    sound: NDArray[np.float64]
    """Timbre, onset strength and half-weighted chroma, shape (n_bars, 30), each part of about unit size."""
    chroma: NDArray[np.float64]
    """Chroma of each of the four beats side by side, shape (n_bars, 48)."""
    bass_chroma: NDArray[np.float64]
    """The same of the bass."""


def make_bars(downbeats: NDArray[np.int64], features: BeatFeatures, onsets: BeatOnsets) -> Bars:
    """Return the bars that open at the downbeats; beats missing at the end of the song repeat its last beat."""
    timbre = standard_columns(features.mfcc) / np.sqrt(features.mfcc.shape[1])
    strength = standard_columns(onsets.on) / np.sqrt(onsets.on.shape[1])
    beat_sound = np.hstack([timbre, strength, 0.5 * features.chroma])
    beats = np.minimum(downbeats[:, None] + np.arange(BEATS), len(beat_sound) - 1)
    return Bars(
        first_beats=downbeats,
        sound=beat_sound[beats].mean(axis=1),
        chroma=features.chroma[beats].reshape(len(downbeats), -1),
        bass_chroma=features.bass_chroma[beats].reshape(len(downbeats), -1),
    )


def bar_novelty(rows: NDArray[np.float64], reach: int = 4) -> NDArray[np.float64]:
    """Return the distance of the means of the bars before and from each bar over its spread, shape (n_bars,).

    Fewer than `reach` bars are taken near the ends; 0 at the first bar.
    """
    n = len(rows)
    total = np.vstack([np.zeros(rows.shape[1]), np.cumsum(rows, axis=0)])
    at = np.arange(1, n)
    first, stop = np.maximum(at - reach, 0), np.minimum(at + reach, n)
    before = (total[at] - total[first]) / (at - first)[:, None]
    after = (total[stop] - total[at]) / (stop - at)[:, None]
    change = np.zeros(n)
    change[1:] = np.linalg.norm(after - before, axis=1)
    spread = change.std()
    return change / spread if spread > 1e-9 else np.zeros(n)
