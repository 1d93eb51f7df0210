"""Breaks: beats on which the music stops."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import median_filter

BREAK_BELOW_DB = 15.0
NEIGHBOUR_BEATS = 17


def find_breaks(beat_level_db: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the indices of beats whose level is 15 dB under the median of the 17 beats around them."""
    usual = median_filter(beat_level_db, NEIGHBOUR_BEATS, mode="nearest")
    return np.flatnonzero(beat_level_db < usual - BREAK_BELOW_DB)
