"""The desk: each player's level, place between left and right, share of the room; and the finished loudness."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from video_processing.demo.songs.sound import Sound
from video_processing.demo.songs.spec import PERCUSSION, Mix, Part

LOUDNESS_DBFS = -16.0
"""RMS of a song over its whole length, before the limiter rounds its peaks."""

_LEVELS = {
    Part.BONGO: 0.50,
    Part.GUIRA: 0.36,
    Part.BASS: 0.50,
    Part.SEGUNDA: 0.15,
    Part.REQUINTO: 0.46,
    Part.LEAD: 0.38,
    Part.VOICE: 0.28,
    Part.CORO: 0.15,
}
"""Set so that the levels of five bands come to those of real bachata recordings."""
_PLACES = {
    Part.BONGO: -0.25,
    Part.GUIRA: 0.40,
    Part.BASS: 0.0,
    Part.SEGUNDA: 0.50,
    Part.REQUINTO: -0.45,
    Part.LEAD: 0.15,
    Part.VOICE: 0.0,
    Part.CORO: 0.3,
}
"""-1 left, 1 right."""
_ROOM_SENDS = {
    Part.BONGO: 0.10,
    Part.GUIRA: 0.06,
    Part.BASS: 0.0,
    Part.SEGUNDA: 0.16,
    Part.REQUINTO: 0.22,
    Part.LEAD: 0.30,
    Part.VOICE: 0.32,
    Part.CORO: 0.40,
}
_ROOM_S = 1.1
"""Time in which the room loses 60 dB."""
_ROOM_AFTER_S = 0.014
_ROOM_BAND_HZ = (180.0, 4200.0)
_ROOM_GAIN = 1.4
_STRETCH = 1 << 20
"""Samples."""
_HISS = 6e-5
"""White noise some 84 dB below full scale: no recording is silent."""


def channel_gains(part: Part, *, stereo: bool) -> tuple[float, ...]:
    """Return constant-power gains, left and right, or the one of mono."""
    if not stereo:
        return (_LEVELS[part],)
    angle = (1 + _PLACES[part]) * np.pi / 4
    return (float(_LEVELS[part] * np.sqrt(2) * np.cos(angle)), float(_LEVELS[part] * np.sqrt(2) * np.sin(angle)))


def room_gain(part: Part, mix: Mix) -> float:
    """Return the gain of a part into the room."""
    return _LEVELS[part] * _ROOM_SENDS[part] * (mix.percussion_room if part in PERCUSSION else mix.room)


def add_room(channel: Sound, room: Sound, side: int, sample_rate_hz: int) -> None:
    """Add the room's answer to one channel, shapes (n,), in stretches: all at once would hold 300 MB for 150 s."""
    response = _room_response(side, sample_rate_hz)
    for start in range(0, len(room), _STRETCH):
        wet = signal.oaconvolve(room[start : start + _STRETCH], response)
        kept = channel[start : start + len(wet)]
        kept += wet[: len(kept)]


@lru_cache(maxsize=8)
def _room_response(side: int, sample_rate_hz: int) -> Sound:
    """Return a small hall: dying noise without the lowest lows and the highs, its own for each side."""
    n = int(_ROOM_S * sample_rate_hz)
    t_s = np.arange(n) / sample_rate_hz
    noise = np.random.default_rng([side, 5]).standard_normal(n) * 10 ** (-3 * t_s / _ROOM_S)
    b, a = signal.butter(1, _ROOM_BAND_HZ, "bandpass", fs=sample_rate_hz)
    tail = np.concatenate([np.zeros(int(_ROOM_AFTER_S * sample_rate_hz)), signal.lfilter(b, a, noise)])
    return np.asarray(tail * (_ROOM_GAIN / np.sqrt(np.sum(tail**2))), dtype=np.float32)


def finished(channels: NDArray[np.float32], seed: int) -> Sound:
    """Return the mix at its loudness, peaks rounded by tanh so that nothing passes 1.

    `channels` has shape (1 or 2, n) and is used up; the result has shape (n,) or (n, 2).
    """
    rms = float(np.sqrt(np.mean([np.dot(channel, channel) / len(channel) for channel in channels])))
    channels *= np.float32(10 ** (LOUDNESS_DBFS / 20) / max(rms, 1e-9))
    rng = np.random.default_rng([seed, 3])
    for side in range(len(channels)):
        channels[side] += np.float32(_HISS) * rng.standard_normal(channels.shape[1], dtype=np.float32)
    samples = np.tanh(channels, out=channels)
    samples *= np.float32(0.98)
    return np.ascontiguousarray(samples.T) if len(samples) == 2 else samples[0]
