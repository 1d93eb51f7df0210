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
    """Timbre without loudness and log onset strength: who plays; shape (n_bars, 23)."""
    pattern: NDArray[np.float64]
    """Spectrum and log onset strength on the quarters of beats: how they play; shape (n_bars, 60)."""
    content: NDArray[np.float64]
    """Chroma, timbre and log onset strength of the four beats side by side: what is played; shape (n_bars, 140)."""


def make_bars(downbeats: NDArray[np.int64], features: BeatFeatures, onsets: BeatOnsets) -> Bars:
    """Return the bars that open at the downbeats; beats missing at the end of the song repeat its last beat."""
    timbre, colour = _unit_size(features.mfcc), _unit_size(features.mfcc[:, 1:])
    strokes = _unit_size(np.log(np.hstack([onsets.on, onsets.half]) + LOG_FLOOR))
    quarters = _unit_size(np.log(onsets.quarters.reshape(len(onsets.on), -1) + LOG_FLOOR))
    beats = np.minimum(downbeats[:, None] + np.arange(COUNTS_PER_BAR), len(timbre) - 1)
    parts = (features.chroma, colour, strokes)
    return Bars(
        first_beats=downbeats,
        sound=np.hstack([timbre, _unit_size(onsets.on), 0.5 * features.chroma])[beats].mean(axis=1),
        texture=np.hstack([colour, strokes])[beats].mean(axis=1),
        pattern=np.hstack([_unit_size(features.mel_db), quarters])[beats].mean(axis=1),
        content=np.hstack([_contrast(part[beats].reshape(len(beats), -1)) for part in parts]),
    )


def _unit_size(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(standard_columns(columns) / np.sqrt(columns.shape[1]))


def _contrast(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return unit_rows(rows - rows.mean(axis=0))
