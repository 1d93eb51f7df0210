"""Measures of a dancer's body over time that roles, seams and embeddings share. Missing joints are NaN throughout."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

FloatArray = NDArray[np.float64]

SHOULDERS, HIPS = (5, 6), (11, 12)
BODY = slice(5, 17)
"""The 12 joints below the head."""

MIN_JOINT_CONFIDENCE = 0.3
LONGEST_GAP_S = 0.5
"""A joint unseen for longer than this stays missing."""

SMOOTHING_S = 0.08
"""Without smoothing, votes on roles of 35 real clips change with the detector's resolution (32 to 35 right); from 70 to
150 ms all are right at each of three."""


def joint_positions_px(keypoints_px: FloatArray, times_s: FloatArray) -> FloatArray:
    """Return x, y of the joints (..., n_frames, 17, 2): unsure ones dropped, gaps up to half a second bridged."""
    sure = keypoints_px[..., 2] >= MIN_JOINT_CONFIDENCE
    points = np.where(sure[..., None], keypoints_px[..., :2], np.nan)
    columns = np.moveaxis(points, -3, 0)
    flat = columns.reshape(len(times_s), -1).copy()
    for column in flat.T:
        bridge_gaps(column, times_s)
    return np.moveaxis(flat.reshape(columns.shape), 0, -3)


def bridge_gaps(column: FloatArray, times_s: FloatArray) -> None:
    """Fill, in place, runs of NaN between known values by straight lines when they are at most half a second long."""
    known = np.flatnonzero(np.isfinite(column))
    if len(known) < 2:
        return
    before, after = known[:-1], known[1:]
    short = (after - before > 1) & (times_s[after] - times_s[before] <= LONGEST_GAP_S + 1e-9)
    for left, right in zip(before[short], after[short], strict=True):
        inside = slice(left + 1, right)
        column[inside] = np.interp(times_s[inside], times_s[[left, right]], column[[left, right]])


def middle(points: FloatArray, joints: tuple[int, int]) -> FloatArray:
    """Return the point half way between two joints: (..., 17, 2) to (..., 2)."""
    return np.asarray(points[..., list(joints), :].mean(axis=-2))


def torso_length_px(points: FloatArray) -> float:
    """Return the median distance from mid-shoulder to mid-hip of points (n_frames, 17, 2), NaN if never seen."""
    lengths = np.linalg.norm(middle(points, SHOULDERS) - middle(points, HIPS), axis=-1)
    seen = lengths[np.isfinite(lengths)]
    return float(np.median(seen)) if len(seen) else float("nan")


def uprightness(points: FloatArray) -> float:
    """Return how upright the backs of dancers (..., 17, 2) are in the median: 1 stands, 0 lies, -1 is upside down.

    NaN if no back was ever seen.
    """
    backs = middle(points, SHOULDERS) - middle(points, HIPS)
    up = -backs[..., 1] / np.maximum(np.linalg.norm(backs, axis=-1), 1e-9)
    seen = up[np.isfinite(up)]
    return float(np.median(seen)) if len(seen) else float("nan")


def hip_path_torsos(points: FloatArray, times_s: FloatArray, shared: NDArray[np.bool_]) -> float:
    """Return how far the hips of a dancer (n_frames, 17, 2) travel, in torso lengths, over the frames `shared`.

    Smoothed first: the detector's jitter adds up like a path. NaN if never seen.
    """
    if len(times_s) < 2:
        return float("nan")
    hips = _smoothed(middle(points, HIPS), times_s)
    steps = np.linalg.norm(np.diff(hips, axis=0), axis=-1)[shared[1:] & shared[:-1]]
    steps = steps[np.isfinite(steps)]
    return float(steps.sum() / torso_length_px(points)) if len(steps) else float("nan")


def _smoothed(path: FloatArray, times_s: FloatArray) -> FloatArray:
    """Return a path (n_frames, 2) after a Gaussian of 80 ms over what was seen."""
    width_frames = SMOOTHING_S / float(np.median(np.diff(times_s)))
    seen = np.isfinite(path)
    total = gaussian_filter1d(np.where(seen, path, 0.0), width_frames, axis=0)
    weight = gaussian_filter1d(seen.astype(np.float64), width_frames, axis=0)
    return np.asarray(np.where(seen, total / np.maximum(weight, 1e-9), np.nan))
