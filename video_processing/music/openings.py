"""Which bars open something new. A section's first bar sounds as what follows it, and not as what it follows."""

import numpy as np
from numpy.typing import NDArray

REACH_BARS = 3


def openness(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much more each bar resembles the three after it than those ahead, and the bar ahead of it less so.

    `rows` describes the bars, shape (n_bars, k); the answer, shape (n_bars,), has their unit. The bar just ahead is
    left out of what precedes: a fill or a break resembles neither side. The resemblance to what follows weighs twice,
    so that the fill itself does not pass for an opening. 0 for the first two bars and the last, which lack neighbours.
    """
    return np.array([_openness(rows, bar) if 2 <= bar <= len(rows) - 2 else 0.0 for bar in range(len(rows))])


def _openness(rows: NDArray[np.float64], bar: int) -> float:
    before = np.median(rows[max(0, bar - 1 - REACH_BARS) : bar - 1], axis=0)
    after = np.median(rows[bar + 1 : bar + 1 + REACH_BARS], axis=0)
    own, last = rows[bar], rows[bar - 1]
    opens = _distance(own, before) - 2 * _distance(own, after)
    closes = _distance(last, after) - _distance(last, before)
    return opens + closes


def _distance(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    return float(np.linalg.norm(a - b))
