"""Keyed values to values at every frame."""

import numpy as np
from scipy.interpolate import PchipInterpolator

from video_processing.demo.couple.anatomy import FloatArray
from video_processing.demo.couple.score import Keys, Pulse


def keyed(keys: Keys, beats: FloatArray) -> FloatArray:
    """Return a smooth curve through the keys that never overshoots them (monotone cubic), shape of `beats`."""
    if len(keys) == 1:
        return np.full(beats.shape, keys[0][1])
    at, values = np.array(keys).T
    curve = PchipInterpolator(at, values)
    return np.asarray(curve(np.clip(beats, at[0], at[-1])))


def pulsed(pulses: tuple[Pulse, ...], channel: str, beats: FloatArray) -> FloatArray:
    """Return the sum of a channel's accents: each a raised cosine, so it starts and ends without a jerk."""
    total = np.zeros(beats.shape)
    for pulse in pulses:
        if pulse.channel == channel:
            away = np.clip(np.abs(beats - pulse.beat) / pulse.width_beats, 0.0, 1.0)
            total += pulse.amount * (0.5 + 0.5 * np.cos(np.pi * away))
    return total


def smooth_step(share: FloatArray) -> FloatArray:
    """Return the minimum-jerk course from 0 to 1 (Flash and Hogan 1985): speed and acceleration are 0 at both ends."""
    t = np.clip(share, 0.0, 1.0)
    return np.asarray(t**3 * (10.0 - 15.0 * t + 6.0 * t * t))
