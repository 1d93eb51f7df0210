"""Levels: powers as decibels, and levels as shares of a song's own range."""

import numpy as np
from numpy.typing import NDArray

FLOOR_DB = -120.0
"""Given for digital silence."""
FLAT_ENERGY_DB = 1.0
"""Phrases that differ by less are called equally loud."""


def power_to_db(power: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return 10 log10, not below `FLOOR_DB`."""
    return 10 * np.log10(np.maximum(power, 10 ** (FLOOR_DB / 10)))


def db_to_power(level_db: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the power of levels."""
    return np.asarray(10 ** (level_db / 10))


def energy_shares(level_db: NDArray[np.float64], phrase_energy_db: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return levels as shares 0..1 of the way from the quietest phrase to the loudest."""
    quietest, loudest = phrase_energy_db.min(), phrase_energy_db.max()
    return np.asarray(np.clip((level_db - quietest) / max(loudest - quietest, FLAT_ENERGY_DB), 0, 1))
