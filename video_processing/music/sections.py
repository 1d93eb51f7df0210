"""Sections: stretches of bars that sound alike, with labels by place and loudness."""

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import SectionLabel
from video_processing.music.bars import Bars, bar_novelty

MIN_BARS, MAX_BARS = 2, 20
BOUNDARY_COST, NOVELTY_GAIN = 2.0, 1.0
"""In median squared differences of neighbouring bars."""
OFF_PHRASE_COST = 1.0
"""More for a boundary that is no count 1."""
LOUD_QUANTILE = 0.6
OUTRO_MAX_BARS = 6


def find_boundaries(bars: Bars, count1_bars: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the bars that open a section, the first always 0, by the partition of least cost.

    Cost of a section: its squared error about its mean; of a boundary: BOUNDARY_COST less its novelty.
    """
    n = len(bars.sound)
    unit = float(np.median((np.diff(bars.sound, axis=0) ** 2).sum(axis=1))) if n > 1 else 0.0
    change = bar_novelty(bars.sound)
    high = float(np.percentile(change, 90))
    price = BOUNDARY_COST - NOVELTY_GAIN * (change / high if high > 0 else change)
    price += OFF_PHRASE_COST * ~np.isin(np.arange(n), count1_bars)
    price[0] = 0
    return _best_partition(bars.sound, unit * price)


def _best_partition(rows: NDArray[np.float64], boundary_cost: NDArray[np.float64]) -> NDArray[np.int64]:
    n = len(rows)
    total = np.vstack([np.zeros(rows.shape[1]), np.cumsum(rows, axis=0)])
    squares = np.append(0, np.cumsum((rows**2).sum(axis=1)))
    cost, opened = np.full(n + 1, np.inf), np.zeros(n + 1, dtype=int)
    cost[0] = 0
    for stop in range(1, n + 1):
        first = np.arange(max(0, stop - MAX_BARS), max(1, stop - MIN_BARS + 1))
        spread = squares[stop] - squares[first] - ((total[stop] - total[first]) ** 2).sum(axis=1) / (stop - first)
        candidates = cost[first] + boundary_cost[first] + spread
        cost[stop], opened[stop] = candidates.min(), first[candidates.argmin()]
    boundaries = [n]
    while boundaries[-1] > 0:
        boundaries.append(int(opened[boundaries[-1]]))
    return np.array(boundaries[:0:-1])


def label_sections(n_bars: NDArray[np.int64], level_db: NDArray[np.float64]) -> list[SectionLabel]:
    """Return a soft label of each section from its length in bars and its level: a hint, never to be relied on."""
    loud = level_db > np.quantile(level_db, LOUD_QUANTILE)
    labels = [SectionLabel.CHORUS if is_loud else SectionLabel.VERSE for is_loud in loud]
    if len(labels) < 3:
        return labels
    labels[0] = SectionLabel.INTRO
    if n_bars[-1] <= OUTRO_MAX_BARS or level_db[-1] < np.median(level_db):
        labels[-1] = SectionLabel.OUTRO
    return labels
