"""Features of whole bars: what phrases and sections are found from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import COUNTS_PER_BAR
from video_processing.music.beat_features import BeatFeatures, standard_columns, unit_rows
from video_processing.music.half_beat import LOG_FLOOR, BeatOnsets


@dataclass(frozen=True)
class Bars:
    """The bars of a song, one row each, the parts of a row each of about unit size."""

    first_beats: NDArray[np.int64]
    """The downbeats, shape (n_bars,)."""
    sound: NDArray[np.float64]
    """Timbre with loudness, onset strength and half-weighted chroma: what sections differ in; shape (n_bars, 31)."""
    texture: NDArray[np.float64]
    """Timbre without loudness and log onset strength: who plays, and how; shape (n_bars, 23)."""
    content: NDArray[np.float64]
    """Chroma, timbre and log onset strength of the four beats side by side: what is played; shape (n_bars, 140)."""


def make_bars(downbeats: NDArray[np.int64], features: BeatFeatures, onsets: BeatOnsets) -> Bars:
    """Return the bars that open at the downbeats; beats missing at the end of the song repeat its last beat."""
    timbre = _unit_size(features.mfcc)
    colour = _unit_size(features.mfcc[:, 1:])
    strokes = _unit_size(np.log(np.hstack([onsets.on, onsets.half]) + LOG_FLOOR))
    beats = np.minimum(downbeats[:, None] + np.arange(COUNTS_PER_BAR), len(timbre) - 1)
    parts = (features.chroma, colour, strokes)
    return Bars(
        first_beats=downbeats,
        sound=np.hstack([timbre, _unit_size(onsets.on), 0.5 * features.chroma])[beats].mean(axis=1),
        texture=np.hstack([colour, strokes])[beats].mean(axis=1),
        content=np.hstack([_contrast(part[beats].reshape(len(beats), -1)) for part in parts]),
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


def _unit_size(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(standard_columns(columns) / np.sqrt(columns.shape[1]))


def _contrast(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return unit_rows(rows - rows.mean(axis=0))
