"""Statistics over what was seen: NaN marks what was not, and the answer is NaN where nothing was."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


def seen_mean(values: FloatArray, axis: int = 0) -> FloatArray:
    """Return the mean along an axis, NaN left out."""
    seen = np.isfinite(values)
    count = seen.sum(axis=axis)
    total = np.where(seen, values, 0.0).sum(axis=axis)
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), np.nan))


def seen_sd(values: FloatArray, axis: int = 0) -> FloatArray:
    """Return the standard deviation along an axis, NaN left out."""
    centred = values - np.expand_dims(seen_mean(values, axis), axis)
    return np.sqrt(seen_mean(centred**2, axis))


def seen_percentiles(values: FloatArray, percentiles: tuple[float, ...], axis: int = 0) -> FloatArray:
    """Return percentiles 0..100 along an axis, NaN left out: they replace that axis as the first one."""
    ordered = np.sort(np.moveaxis(values, axis, 0), axis=0)  # NaN sorts last
    count = np.isfinite(ordered).sum(axis=0)
    place = np.asarray(percentiles).reshape(-1, *[1] * count.ndim) / 100 * np.maximum(count - 1, 0)
    low = np.floor(place).astype(np.int64)
    high = np.minimum(low + 1, np.maximum(count - 1, 0))
    at_low, at_high = np.take_along_axis(ordered, low, axis=0), np.take_along_axis(ordered, high, axis=0)
    return np.asarray(at_low + (at_high - at_low) * (place - low))


def seen_summary(values: FloatArray, axis: int = 0) -> FloatArray:
    """Return mean, sd, p10 and p90 along an axis, shape (4, ...)."""
    return np.concatenate(
        [seen_mean(values, axis)[None], seen_sd(values, axis)[None], seen_percentiles(values, (10.0, 90.0), axis)]
    )


def seen_share(condition: NDArray[np.bool_], known: NDArray[np.bool_]) -> float:
    """Return the share, 0..1, of the known moments in which a condition holds; NaN if none is known."""
    return float((condition & known).sum() / known.sum()) if known.any() else float("nan")


def seen_histogram(values: FloatArray, low: float, high: float, n_bins: int) -> FloatArray:
    """Return shares (n_bins,) of the values between two limits; values outside count in the outer bins."""
    seen = values[np.isfinite(values)]
    if len(seen) == 0:
        return np.full(n_bins, np.nan)
    bins = np.clip(((seen - low) / (high - low) * n_bins).astype(np.int64), 0, n_bins - 1)
    return np.asarray(np.bincount(bins, minlength=n_bins) / len(seen), dtype=np.float64)


def mean_by_group(values: FloatArray, groups: NDArray[np.int64], n_groups: int) -> FloatArray:
    """Return the mean over the first axis of each group 0..n_groups-1, shape (n_groups, ...), NaN left out."""
    return np.stack([seen_mean(values[groups == group]) for group in range(n_groups)])
