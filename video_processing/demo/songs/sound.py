"""The type of rendered sound."""

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float32]
"""Samples within -1..1, shape (n,) for mono, (n, 2) for stereo."""


def at_unit_peak(samples: NDArray[np.float64]) -> Sound:
    """Return samples scaled so that the loudest is 1 in size."""
    return np.asarray(samples / np.abs(samples).max(), dtype=np.float32)
