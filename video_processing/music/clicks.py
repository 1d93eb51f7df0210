"""A song with clicks on its counts: 1 and 5 by pitch, the others softly, so that an ear can judge a grid."""

import numpy as np

from video_processing.music.grid import BeatGrid
from video_processing.music.spectra import Float32Array

PITCH_HZ = {1: 1760.0, 5: 1174.7}
OTHER_PITCH_HZ = 880.0
ACCENT, SOFT = 0.5, 0.2
CLICK_S, DECAY_S = 0.06, 0.012
SONG_GAIN = 0.5


def click_track(samples: Float32Array, grid: BeatGrid, sample_rate_hz: int = 22050) -> Float32Array:
    """Return the song at half its level with a click at each beat, mono float32 of the same length within -1..1."""
    mixed = np.asarray(samples, dtype=np.float32) * np.float32(SONG_GAIN)
    for time_s, count in zip(grid.beat_times_s, grid.counts(), strict=True):
        first = round(float(time_s) * sample_rate_hz)
        click = click_sound(int(count), sample_rate_hz)[: max(0, len(mixed) - first)]
        mixed[first : first + len(click)] += click
    return np.asarray(np.clip(mixed, -1, 1))


def click_sound(count: int, sample_rate_hz: int) -> Float32Array:
    """Return the click of a count 1..8: high for 1, a fifth lower for 5, low and soft for the others."""
    times_s = np.arange(round(CLICK_S * sample_rate_hz)) / sample_rate_hz
    gain = ACCENT if count in PITCH_HZ else SOFT
    tone = np.sin(2 * np.pi * PITCH_HZ.get(count, OTHER_PITCH_HZ) * times_s)
    return np.asarray(gain * tone * np.exp(-times_s / DECAY_S), dtype=np.float32)
