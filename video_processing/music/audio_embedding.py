"""The 128D audio embedding of a stretch of music: rhythm, tempo, timbre, harmony and dynamics.

Each scalar is taken against its mean and spread in `audio_normaliser.json` (part of the analyser's version), clipped
to 3 spreads, each block divided by the root of its size, and the whole scaled to unit norm.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from video_processing.music.beat_features import BeatFeatures
from video_processing.music.half_beat import LOG_FLOOR, BeatOnsets, bar_profile
from video_processing.music.spectra import N_COARSE_MELS

Array = NDArray[np.float64]

CLIP_SPREADS = 3.0
TEMPO_CENTRES_BPM, TEMPO_WIDTH_BPM = np.arange(95.0, 166.0, 10.0), 7.0
QUIET_DB = -25.0
ROLL_OFF = 0.85


@dataclass(frozen=True)
class Stretch:
    """What is known of the beats of a stretch of music, one row a beat."""

    beat_intervals_s: Array
    positions: NDArray[np.int64]
    """0 (downbeat) to 3."""
    onsets: BeatOnsets
    features: BeatFeatures
    level_db: Array

    def between(self, first: int, stop: int) -> "Stretch":
        """Return the beats first..stop-1."""
        return Stretch(
            self.beat_intervals_s[first:stop],
            self.positions[first:stop],
            self.onsets.between(first, stop),
            self.features.between(first, stop),
            self.level_db[first:stop],
        )


def embed(stretch: Stretch) -> Array:
    """Return the embedding, shape (128,), unit norm; zeros for a stretch without all four beats of a bar."""
    if len(np.unique(stretch.positions)) < 4:
        return np.zeros(sum(BLOCK_SIZES))
    means, spreads = _normaliser()
    standard = np.clip((describe(stretch) - means) / spreads, -CLIP_SPREADS, CLIP_SPREADS)
    vector = standard / np.sqrt(np.repeat(BLOCK_SIZES, BLOCK_SIZES))
    norm = np.linalg.norm(vector)
    return np.asarray(vector / norm if norm > 0 else vector)


def describe(stretch: Stretch) -> Array:
    """Return the 128 scalars before they are made comparable, in the order of `BLOCKS`."""
    return np.concatenate([block(stretch) for block, _ in BLOCKS])


def _rhythm(stretch: Stretch) -> Array:
    """Return the mean bar: 5 bands by 8 half beats."""
    return bar_profile(stretch.onsets, stretch.positions).ravel()


def _tempo(stretch: Stretch) -> Array:
    bpm = 60 / np.median(stretch.beat_intervals_s)
    return np.asarray(np.exp(-0.5 * ((bpm - TEMPO_CENTRES_BPM) / TEMPO_WIDTH_BPM) ** 2))


def _timbre(stretch: Stretch) -> Array:
    """Return mean and spread of the MFCC but the first, which is loudness."""
    cepstra = stretch.features.mfcc[:, 1:]
    return np.concatenate([cepstra.mean(axis=0), cepstra.std(axis=0)])


def _harmony(stretch: Stretch) -> Array:
    """Return the chroma rolled to its largest class (so that keys compare) and how much it moves, at bar lines too."""
    chroma = stretch.features.chroma
    mean = chroma.mean(axis=0)
    change = np.linalg.norm(np.diff(chroma, axis=0, prepend=chroma[:1]), axis=1)
    at_bars = change[stretch.positions == 0].mean()
    return np.concatenate([np.roll(mean, -int(mean.argmax())), [change.mean(), change.std(), at_bars, chroma.std()]])


def _balance(stretch: Stretch) -> Array:
    """Return the levels of six parts of the spectrum against their mean, dB."""
    parts = [part.mean() for part in np.array_split(stretch.features.mel_db, 6, axis=1)]
    return np.asarray(parts - np.mean(parts))


def _dynamics(stretch: Stretch) -> Array:
    level = stretch.level_db - stretch.level_db.max()
    spread = np.percentile(level, 90) - np.percentile(level, 10)
    change = np.abs(np.diff(level)).mean() if len(level) > 1 else 0.0
    return np.array([spread, level.std(), change, (level < QUIET_DB).mean()])


def _brightness(stretch: Stretch) -> Array:
    """Return mean and spread of centroid, bandwidth and roll-off, in mel bands."""
    power = 10 ** (stretch.features.mel_db / 10)
    share = power / power.sum(axis=1, keepdims=True)
    bands = np.arange(N_COARSE_MELS)
    centroid = share @ bands
    bandwidth = np.sqrt((share * (bands - centroid[:, None]) ** 2).sum(axis=1))
    roll_off = (share.cumsum(axis=1) < ROLL_OFF).sum(axis=1)
    measures = np.stack([centroid, bandwidth, roll_off])
    return np.concatenate([measures.mean(axis=1), measures.std(axis=1)])


def _onsets(stretch: Stretch) -> Array:
    """Return the strength at beats in each band and the log ratio of half beats to beats."""
    on, half = stretch.onsets.on.mean(axis=0), stretch.onsets.half.mean(axis=0)
    return np.concatenate([on, np.log((half + LOG_FLOOR) / (on + LOG_FLOOR))])


def _shape(stretch: Stretch) -> Array:
    """Return the levels of eight slices of the stretch against their mean, dB."""
    at = np.linspace(0, len(stretch.level_db) - 1, 17)[1::2]
    smooth = np.interp(at, np.arange(len(stretch.level_db)), stretch.level_db)
    return np.asarray(smooth - smooth.mean())


def _steadiness(stretch: Stretch) -> Array:
    """Return the variation of the beat intervals, the spread of the level, and two reserved zeros."""
    intervals = stretch.beat_intervals_s
    return np.array([intervals.std() / intervals.mean(), stretch.level_db.std(), 0.0, 0.0])


BLOCKS = (
    (_rhythm, 40),
    (_tempo, 8),
    (_timbre, 26),
    (_harmony, 16),
    (_balance, 6),
    (_dynamics, 4),
    (_brightness, 6),
    (_onsets, 10),
    (_shape, 8),
    (_steadiness, 4),
)
BLOCK_SIZES = [size for _, size in BLOCKS]


@cache
def _normaliser() -> tuple[Array, Array]:
    """Return the mean and the spread of each scalar, shapes (128,)."""
    stored = json.loads(Path(__file__).with_name("audio_normaliser.json").read_text())
    return np.array(stored["means"]), np.array(stored["spreads"])
