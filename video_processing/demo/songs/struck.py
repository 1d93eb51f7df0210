"""Bass, bongo, bell and guira: sums of dying oscillations and bursts of noise."""

from functools import lru_cache

import numpy as np
from scipy import signal

from video_processing.demo.songs.harmony import frequency_hz
from video_processing.demo.songs.notes import Stroke
from video_processing.demo.songs.sound import Sound, at_unit_peak
from video_processing.music.grid import FloatArray

VARIANTS = 4
"""Each stroke exists this often, so that repeated ones do not sound like a machine."""

_BASS_HARMONICS = ((1, 0.9, 1.3), (2, 0.9, 2.6), (3, 0.36, 4.5), (4, 0.18, 7.0), (5, 0.10, 10.0), (6, 0.06, 14.0))
"""Number, level, loss per second."""
_DRUM_MODES = ((1.0, 1.0, 1.0), (1.59, 0.45, 1.7), (2.14, 0.28, 2.4), (2.65, 0.16, 3.2))
"""Ratio to the fundamental of a round membrane (Rossing, Science of Percussion Instruments), level, loss factor."""
_BELL_MODES = ((1.0, 1.0, 1.0), (1.51, 0.8, 1.2), (2.7, 0.35, 2.2), (4.1, 0.2, 3.5))


@lru_cache(maxsize=64)
def bass_note(pitch: int, sample_rate_hz: int) -> Sound:
    """Return a note of the bass with its loudest sample at 1, shape (n,), 1.8 s."""
    t_s = np.arange(int(1.8 * sample_rate_hz)) / sample_rate_hz
    hz = frequency_hz(pitch)
    sound = np.zeros(len(t_s))
    for number, level, loss in _BASS_HARMONICS:
        sound += level * np.exp(-loss * t_s) * np.sin(2 * np.pi * hz * number * t_s)
    sound *= 1 - np.exp(-t_s / 0.0025)
    return at_unit_peak(sound)


@lru_cache(maxsize=64)
def stroke_sound(stroke: Stroke, variant: int, sample_rate_hz: int) -> Sound:
    """Return a stroke of the percussion with its loudest sample at 1, shape (n,); `variant` is 0..VARIANTS-1."""
    rng = np.random.default_rng([int(stroke), variant, 11])
    match stroke:
        case Stroke.MACHO:
            sound = _drum(620.0, 0.035, rng, sample_rate_hz)
        case Stroke.HEMBRA:
            sound = _drum(310.0, 0.075, rng, sample_rate_hz)
        case Stroke.BELL:
            sound = _modes(587.0, _BELL_MODES, 0.09, rng, sample_rate_hz)
        case Stroke.SCRAPE:
            sound = _scrape(0.050, rng, sample_rate_hz)
        case Stroke.TICK:
            sound = _scrape(0.018, rng, sample_rate_hz)
    return at_unit_peak(sound)


def _modes(
    hz: float,
    modes: tuple[tuple[float, float, float], ...],
    decay_s: float,
    rng: np.random.Generator,
    sample_rate_hz: int,
) -> FloatArray:
    t_s = np.arange(int(7 * decay_s * sample_rate_hz)) / sample_rate_hz
    sound = np.zeros(len(t_s))
    for ratio, level, loss in modes:
        sound += level * rng.uniform(0.8, 1.2) * np.exp(-loss * t_s / decay_s) * np.sin(2 * np.pi * hz * ratio * t_s)
    return sound


def _drum(hz: float, decay_s: float, rng: np.random.Generator, sample_rate_hz: int) -> FloatArray:
    """The head's tension falls by a few per cent as the stroke dies; a slap of skin of 3 ms opens it."""
    sound = _modes(hz * rng.uniform(0.99, 1.01), _DRUM_MODES, decay_s, rng, sample_rate_hz)
    t_s = np.arange(len(sound)) / sample_rate_hz
    return sound + 0.8 * rng.standard_normal(len(sound)) * np.exp(-t_s / 0.003)


def _scrape(length_s: float, rng: np.random.Generator, sample_rate_hz: int) -> FloatArray:
    """Noise of the metal, roughened by the teeth that the scraper passes at some 260 a second."""
    t_s = np.arange(int(3 * length_s * sample_rate_hz)) / sample_rate_hz
    nyquist_hz = sample_rate_hz / 2
    band = signal.butter(2, (3800.0, min(11500.0, 0.94 * nyquist_hz)), "bandpass", fs=sample_rate_hz, output="sos")
    noise = signal.sosfilt(band, rng.standard_normal(len(t_s)))
    teeth = 0.55 + 0.45 * np.cos(2 * np.pi * 260.0 * t_s) ** 2
    envelope = (1 - np.exp(-t_s / 0.0008)) * np.where(
        t_s < length_s, 1 - 0.4 * t_s / length_s, 0.6 * np.exp(-(t_s - length_s) / (0.25 * length_s))
    )
    return np.asarray(noise * teeth * envelope)
