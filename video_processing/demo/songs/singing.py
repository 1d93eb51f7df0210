"""A wordless voice: a glottal wave whose pitch glides and trembles, coloured by the formants of a vowel."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from video_processing.demo.songs.harmony import frequency_hz
from video_processing.demo.songs.sound import Sound

_TABLE_SIZE = 4096
_HIGHEST_HARMONIC_HZ = 6500.0
_GLIDE_S = 0.035
_WIDEST_GLIDE = 3
"""Semitones."""
_VIBRATO_HZ = 5.4
_VIBRATO_SEMITONES = 0.28
_VIBRATO_AFTER_S = 0.22
_FLUTTER_SEMITONES = 0.06
_ATTACK_S = 0.03
_RELEASE_S = 0.07

VOWELS = (
    ((650, 1.0, 80), (1080, 0.5, 90), (2650, 0.16, 120), (2900, 0.14, 130)),
    ((430, 1.0, 60), (820, 0.42, 90), (2600, 0.10, 110), (2850, 0.10, 120)),
    ((480, 1.0, 65), (1650, 0.30, 110), (2450, 0.18, 120), (3000, 0.12, 130)),
)
"""Tenor "ah", "oh", "eh": frequency, level, bandwidth in Hz of each formant (after Fant)."""


def sung_note(pitch: int, from_pitch: int, length_s: float, vowel: int, sample_rate_hz: int) -> Sound:
    """Return a note that glides in from another pitch, shape (n,), RMS near 0.3; `vowel` picks one of three."""
    n = int((length_s + _RELEASE_S) * sample_rate_hz)
    t_s = np.arange(n) / sample_rate_hz
    glide = np.clip(from_pitch - pitch, -_WIDEST_GLIDE, _WIDEST_GLIDE) * np.exp(-t_s / _GLIDE_S)
    depth = _VIBRATO_SEMITONES * np.clip((t_s - _VIBRATO_AFTER_S) / 0.3, 0, 1)
    bend = glide + depth * np.sin(2 * np.pi * _VIBRATO_HZ * t_s) + _flutter(t_s, pitch, vowel)
    turns = np.cumsum(frequency_hz(pitch) * np.exp2(bend / 12)) / sample_rate_hz
    wave = _glottal_table(pitch)[(turns * _TABLE_SIZE).astype(np.int64) % _TABLE_SIZE]
    wave *= np.minimum(1.0, t_s / _ATTACK_S) * np.clip((t_s[-1] - t_s) / _RELEASE_S, 0, 1)
    return _with_formants(wave, vowel, sample_rate_hz)


def _flutter(t_s: NDArray[np.float64], pitch: int, vowel: int) -> NDArray[np.float64]:
    """Return the small wander of a living voice, in semitones: random turns some eight times a second."""
    knots_s = np.arange(0.0, t_s[-1] + 0.25, 0.125)
    turns = np.random.default_rng([pitch, vowel, len(t_s)]).standard_normal(len(knots_s))
    return np.asarray(np.interp(t_s, knots_s, _FLUTTER_SEMITONES * turns))


@lru_cache(maxsize=64)
def _glottal_table(pitch: int) -> NDArray[np.float64]:
    """Return one period: harmonics that fall by 9 dB an octave, as of a sung tone of medium effort."""
    harmonics = np.arange(1, int(_HIGHEST_HARMONIC_HZ / frequency_hz(pitch)) + 1)
    phase = 2 * np.pi * np.arange(_TABLE_SIZE) / _TABLE_SIZE
    return np.asarray((harmonics[:, None] ** -1.5 * np.sin(harmonics[:, None] * phase)).sum(axis=0))


def _with_formants(wave: NDArray[np.float64], vowel: int, sample_rate_hz: int) -> Sound:
    sound = 0.12 * wave
    for formant_hz, level, bandwidth_hz in VOWELS[vowel]:
        b, a = signal.iirpeak(formant_hz, formant_hz / bandwidth_hz, fs=sample_rate_hz)
        sound += level * signal.lfilter(b, a, wave)
    rms = float(np.sqrt(np.mean(sound**2)))
    return np.asarray(sound * (0.3 / max(rms, 1e-9)), dtype=np.float32)
