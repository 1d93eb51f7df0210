"""Loudness of stretches of sound."""

import itertools

import numpy as np
from numpy.typing import NDArray

from video_processing.music.decibels import power_to_db
from video_processing.music.spectra import SAMPLE_RATE_HZ, Float32Array

AUDIBLE_BELOW_LOUD_DB = 38.0
SILENCE_DB = -80.0
"""A sound that nowhere rises above this is silent: below half a bit of a 16-bit file."""


def levels_db(samples: Float32Array, edges_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the RMS level in dBFS between neighbouring edges, shape (len(edges_s) - 1,); the floor if empty."""
    edges = np.clip(np.round(edges_s * SAMPLE_RATE_HZ).astype(int), 0, len(samples))
    energy = np.array([np.dot(samples[a:b], samples[a:b]) for a, b in itertools.pairwise(edges)])
    return power_to_db(energy / np.maximum(np.diff(edges), 1))


def frame_levels_db(samples: Float32Array, frame_s: float = 0.02) -> NDArray[np.float64]:
    """Return the RMS level in dBFS of each whole frame of the sound."""
    size = round(frame_s * SAMPLE_RATE_HZ)
    frames = samples[: len(samples) // size * size].reshape(-1, size)
    return power_to_db(np.einsum("ij,ij->i", frames, frames, dtype=np.float64) / size)


def audible_span_s(samples: Float32Array, frame_s: float = 0.02) -> tuple[float, float]:
    """Return the first and last second that are less than `AUDIBLE_BELOW_LOUD_DB` below the loud parts."""
    levels = frame_levels_db(samples, frame_s)
    audible = np.flatnonzero(levels >= np.percentile(levels, 95) - AUDIBLE_BELOW_LOUD_DB)
    return float(audible[0] * frame_s), float((audible[-1] + 1) * frame_s)
