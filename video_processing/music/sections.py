"""Sections: stretches of phrases that belong together, with labels by place and loudness."""

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import SectionLabel
from video_processing.music.bars import Bars
from video_processing.music.openings import openness

MIN_BARS, MIN_INTRO_BARS = 4, 2
LOOP_BARS = 4
"""Harmony and melody come back after so many bars, as long as a section lasts."""
EVIDENCE_BIAS, OPENNESS_WEIGHT, LOOP_BREAK_WEIGHT = -1.9, 2.15, 4.5
"""Log odds of a boundary, fitted on 54 made songs: HR3 .88 on these, .87 on 72 others."""
LOUD_QUANTILE = 0.6
OUTRO_MAX_BARS = 6


def find_boundaries(bars: Bars, count1_bars: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the bars that open a section, the first always 0: phrase starts of greatest total evidence.

    Sections last four bars or more, but for an intro.
    """
    n = len(bars.first_beats)
    evidence = boundary_evidence(bars)
    candidates = count1_bars[(count1_bars >= MIN_INTRO_BARS) & (count1_bars <= n - MIN_INTRO_BARS)]
    return np.concatenate([[0], _best_subset(candidates, evidence[candidates])]).astype(np.int64)


def boundary_evidence(bars: Bars) -> NDArray[np.float64]:
    """Return the log odds that each bar opens a section, shape (n_bars,), if it opens a phrase.

    Openness counts in steps from bar to bar, of median size.
    """
    steps = np.linalg.norm(np.diff(bars.pattern, axis=0), axis=1)
    usual = float(np.median(steps)) if len(steps) else 0.0
    opens = openness(bars.pattern) / usual if usual > 0 else np.zeros(len(bars.pattern))
    return EVIDENCE_BIAS + OPENNESS_WEIGHT * opens + LOOP_BREAK_WEIGHT * loop_breaks(bars.content)


def loop_breaks(content: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how little the four bars from each bar on resemble the four ahead of them, 1 - mean cosine, shape (n,)."""
    n = len(content)
    alike = np.zeros(n)
    norms = np.linalg.norm(content, axis=1)
    products = norms[LOOP_BARS:] * norms[:-LOOP_BARS]
    dots = (content[LOOP_BARS:] * content[:-LOOP_BARS]).sum(axis=1)
    alike[LOOP_BARS:] = np.divide(dots, products, out=np.zeros(len(dots)), where=products > 0)
    total = np.append(0, np.cumsum(alike))
    first, stop = np.minimum(np.maximum(np.arange(n), LOOP_BARS), n), np.minimum(np.arange(n) + LOOP_BARS, n)
    counted = np.maximum(stop - first, 0)
    mean = np.divide(total[stop] - total[first], counted, out=np.ones(n), where=counted > 0)
    return np.asarray(1 - mean)


def _best_subset(bars: NDArray[np.int64], evidence: NDArray[np.float64]) -> list[int]:
    """Return the bars of greatest total evidence that lie at least `MIN_BARS` apart, rising."""
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for index, (bar, gain) in enumerate(zip(bars, evidence, strict=True)):
        reachable = int(np.searchsorted(bars[:index], bar - MIN_BARS, side="right"))
        total, chosen = best[reachable]
        best.append(max(best[-1], (total + float(gain), [*chosen, int(bar)]), key=lambda found: found[0]))
    return best[-1][1]


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
