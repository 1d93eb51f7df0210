"""Plucked strings: Karplus and Strong (1983) solved in the frequency domain, so that every pitch is exactly in tune.

A string is a delay of one period T that feeds back through a low-pass H and a loss g. In time that is a loop per
sample; as a spectrum it is one division: Y(w) = X(w) / (1 - g H(w) exp(-i w T)), with T any real number of samples.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from video_processing.demo.songs.harmony import frequency_hz
from video_processing.demo.songs.sound import Sound


@dataclass(frozen=True)
class String:
    """A guitar's voice."""

    ring_s: float
    """Time in which a note at 220 Hz loses 60 dB."""
    dullness: float
    """0..0.5: how much faster than the fundamental the overtones die."""
    pluck_place: float
    """Where the finger plucks, as a share of the string from the bridge: small is bright."""
    cutoff_hz: float
    """Softness of the finger."""
    body_hz: tuple[float, ...]
    """Resonances of the box."""


REQUINTO_STRING = String(ring_s=1.5, dullness=0.16, pluck_place=0.19, cutoff_hz=1800, body_hz=(170, 300, 520))
SEGUNDA_STRING = String(ring_s=0.55, dullness=0.24, pluck_place=0.24, cutoff_hz=1900, body_hz=(110, 230, 560))
LEAD_STRING = String(ring_s=1.9, dullness=0.10, pluck_place=0.14, cutoff_hz=2300, body_hz=(210, 520, 980))

_EVEN_OVER_S, _EVEN_RMS = 0.2, 0.2
"""Notes of all pitches are equally loud over their first fifth of a second."""
_KEPT_RINGS = 1.5
"""A pluck is cut after this many times its ring; by then even the lowest string has lost 70 dB."""
_BODY_SHARPNESS = 4.0
_BODY_GAIN = 0.8


@lru_cache(maxsize=512)
def plucked_string(string: String, pitch: int, sample_rate_hz: int) -> Sound:
    """Return one pluck with an RMS of 0.2 over its first 0.2 s, shape (n,); about 2 ms of work, then remembered."""
    n = 1 << int(np.ceil(np.log2((_KEPT_RINGS + 0.1) * string.ring_s * sample_rate_hz)))
    hz = _bins_hz(n, sample_rate_hz)
    period = sample_rate_hz / frequency_hz(pitch)
    turn = 2 * np.pi * hz / sample_rate_hz
    ring_s = string.ring_s * (220.0 / frequency_hz(pitch)) ** 0.4
    loss = 10 ** (-3 * period / (ring_s * sample_rate_hz))
    low_pass = (1 - string.dullness) + string.dullness * np.cos(turn)
    spectrum = _pluck(string, pitch, n, sample_rate_hz) * (1 - np.exp(-1j * turn * period * string.pluck_place))
    spectrum *= _body(string, hz) / (1 - loss * low_pass * np.exp(-1j * turn * period))
    sound = np.fft.irfft(spectrum, n)[: int(_KEPT_RINGS * string.ring_s * sample_rate_hz)]
    attack = sound[: int(_EVEN_OVER_S * sample_rate_hz)]
    return np.asarray(sound * (_EVEN_RMS / np.sqrt(np.mean(attack**2))), dtype=np.float32)


def _bins_hz(n: int, sample_rate_hz: int) -> NDArray[np.float64]:
    return np.linspace(0.0, sample_rate_hz / 2, n // 2 + 1)


def _pluck(string: String, pitch: int, n: int, sample_rate_hz: int) -> NDArray[np.complex128]:
    """Return the spectrum of the excitation: noise that dies in 2.5 ms, so that the attack is sharp at every pitch."""
    t_s = np.arange(int(0.012 * sample_rate_hz)) / sample_rate_hz
    burst = np.random.default_rng([pitch, 7]).standard_normal(len(t_s)) * np.exp(-t_s / 0.0025)
    burst[0] += 2.0
    spectrum = np.fft.rfft(burst, n)
    hz = _bins_hz(n, sample_rate_hz)
    return np.asarray(spectrum / (1 + 1j * hz / string.cutoff_hz) ** 2)


def _body(string: String, hz: NDArray[np.float64]) -> NDArray[np.complex128]:
    """Return the answer of the box: each resonance is a damped oscillator beside the direct sound."""
    safe_hz = np.maximum(hz, 1.0)
    response = np.ones(len(hz), dtype=np.complex128)
    for body_hz in string.body_hz:
        response += _BODY_GAIN / (1 + 1j * _BODY_SHARPNESS * (safe_hz / body_hz - body_hz / safe_hz))
    return response * (hz > 60.0)
