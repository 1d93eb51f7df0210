"""How one dancer moves: speed, rhythm and path through the room."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.beat_samples import SAMPLES_PER_BEAT
from video_processing.couple.motion import HIPS, SHOULDERS, middle
from video_processing.couple.seen import seen_mean, seen_percentiles, seen_sd

FloatArray = NDArray[np.float64]

LEFT_WRIST, RIGHT_WRIST, LEFT_KNEE, RIGHT_KNEE, LEFT_ANKLE, RIGHT_ANKLE = 9, 10, 13, 14, 15, 16

ON_BEAT_BEATS = 0.25
"""Nearer than this to a beat is on it: half of all moments."""

PERIODS_BEATS = (8.0, 4.0, 2.0, 1.0, 0.5)
SPANS_BEATS = (0.5, 1.0, 2.0, 4.0, 8.0)
N_DIRECTIONS = 8
N_SLICES = 8
LEAST = 1e-3
"""Floor of a logarithm, in torso lengths a beat: still is still."""


def joint_speeds(points: FloatArray) -> FloatArray:
    """Return speeds (n, joints) in units of `points` (n, joints, 2) a beat, by central differences."""
    if len(points) < 2:
        return np.full(points.shape[:2], np.nan)
    return np.asarray(np.linalg.norm(np.gradient(points, axis=0), axis=-1) * SAMPLES_PER_BEAT)


def speed(speeds: FloatArray, beats: FloatArray) -> FloatArray:
    """Return mean, sd, p90 and log ratio on the beat to off the beat, of the speeds (n, 12) of 12 joints (48,)."""
    on_beat = np.abs(beats - np.round(beats)) <= ON_BEAT_BEATS
    on, off = seen_mean(speeds[on_beat]), seen_mean(speeds[~on_beat])
    ratio = np.log((on + LEAST) / (off + LEAST))
    return np.concatenate([seen_mean(speeds), seen_sd(speeds), *seen_percentiles(speeds, (90.0,)), ratio])


def period(points: FloatArray, beats: FloatArray) -> FloatArray:
    """Return the strength, 0..1, of five periods and the log sd, of eight signals of the body (48,).

    Signals: hips x and y, ankle spread, left and right wrist height over the hips, shoulder line, shoulders over
    hips sideways, knee height difference.
    """
    hips, shoulders = middle(points, HIPS), middle(points, SHOULDERS)
    signals = np.stack(
        [
            hips[:, 0],
            hips[:, 1],
            points[:, LEFT_ANKLE, 0] - points[:, RIGHT_ANKLE, 0],
            points[:, LEFT_WRIST, 1] - hips[:, 1],
            points[:, RIGHT_WRIST, 1] - hips[:, 1],
            points[:, SHOULDERS[0], 0] - points[:, SHOULDERS[1], 0],
            shoulders[:, 0] - hips[:, 0],
            points[:, LEFT_KNEE, 1] - points[:, RIGHT_KNEE, 1],
        ]
    )
    return np.concatenate([_strengths(signal, beats) for signal in signals])


def traj(points: FloatArray, speeds: FloatArray) -> FloatArray:
    """Return the path of the hips (32,): displacements, directions, energy over the clip, extents."""
    hips = middle(points, HIPS)
    body_speed = seen_mean(speeds, axis=1)
    low, high = seen_percentiles(_detrended(hips), (5.0, 95.0))
    extent = np.array(
        [
            *seen_sd(hips),
            high[1] - low[1],
            seen_mean(joint_speeds(hips[:, None])[:, 0]),
            np.subtract(*seen_percentiles(hips[:, 0], (100.0, 0.0))),
            seen_sd(body_speed) / (seen_mean(body_speed) + LEAST),
        ]
    )
    return np.concatenate([_displacements(hips), _directions(hips), slice_levels(body_speed), extent])


def slice_levels(values: FloatArray) -> FloatArray:
    """Return the log level of 8 equal parts of a positive signal (n,) against its mean (8,)."""
    edges = np.linspace(0, len(values), N_SLICES + 1).astype(np.int64)
    parts = np.array([seen_mean(values[start:end]) for start, end in pairwise(edges)])
    return np.asarray(np.log((parts + LEAST) / (seen_mean(values) + LEAST)))


def _strengths(signal: FloatArray, beats: FloatArray) -> FloatArray:
    """Return normalised Fourier amplitudes at the five periods, and log sd, of one signal (n,)."""
    seen = np.isfinite(signal)
    if seen.sum() < 2 * SAMPLES_PER_BEAT:
        return np.full(len(PERIODS_BEATS) + 1, np.nan)
    straight = np.polyval(np.polyfit(beats[seen], signal[seen], 1), beats)
    window = np.hanning(len(signal) + 2)[1:-1]
    value = np.where(seen, signal - straight, 0.0) * window
    waves = np.exp(-2j * np.pi * beats[None, :] / np.asarray(PERIODS_BEATS)[:, None])
    norm = np.sqrt((value**2).sum() * (window[seen] ** 2).sum() / 2)
    strengths = np.abs(waves @ (value * window)) / max(norm, 1e-9)
    return np.append(strengths, np.log(np.std(signal[seen] - straight[seen]) + LEAST))


def _displacements(hips: FloatArray) -> FloatArray:
    rows = []
    for span in SPANS_BEATS:
        lag = int(span * SAMPLES_PER_BEAT)
        moved = np.linalg.norm(hips[lag:] - hips[:-lag], axis=1) if lag < len(hips) else np.full(1, np.nan)
        rows.append(np.append(seen_mean(moved), seen_percentiles(moved, (90.0,))))
    return np.concatenate(rows)


def _directions(hips: FloatArray) -> FloatArray:
    """Return the shares of the hips' path that go each of 8 ways (8,), starting with right and turning downwards."""
    steps = np.diff(hips, axis=0)
    steps = steps[np.isfinite(steps).all(axis=1)]
    length = np.linalg.norm(steps, axis=1)
    if length.sum() <= 0:
        return np.full(N_DIRECTIONS, np.nan)
    way = np.round(np.arctan2(steps[:, 1], steps[:, 0]) / (2 * np.pi) * N_DIRECTIONS).astype(np.int64) % N_DIRECTIONS
    return np.asarray(np.bincount(way, weights=length, minlength=N_DIRECTIONS) / length.sum())


def _detrended(hips: FloatArray) -> FloatArray:
    """Return the hips' path without its slow part: less its mean over two beats around."""
    width = 2 * SAMPLES_PER_BEAT
    seen = np.isfinite(hips).all(axis=1)
    kernel = np.ones(width)
    count = np.convolve(seen, kernel, mode="same")[: len(hips)]
    total = np.stack([np.convolve(np.where(seen, axis, 0.0), kernel, mode="same")[: len(hips)] for axis in hips.T], 1)
    return np.asarray(hips - total / np.maximum(count, 1)[:, None])
