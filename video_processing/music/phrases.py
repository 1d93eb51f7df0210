"""Count 1: which bars open a phrase of two bars, and where a half phrase breaks the alternation.

Bars carry a phase: +1 where even bars are count 1, -1 where odd bars are; it is constant but for half phrases. Two
kinds of evidence vote. Sections open on count 1: a bar that begins something new pulls its own phase. And loops of
chords come back: two passages of the same chords stand an even number of bars apart, which ties distant bars.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter1d

from video_processing.music.bars import Bars, bar_novelty
from video_processing.music.beat_features import unit_rows

FLIP_COST = 3.0
NOVELTY_EXPONENT = 4
"""Only clear section boundaries may vote: exponent 1 lets every bar line vote and is right half as often."""
LOOP_BARS = 4
LOOP_WEIGHT = 1.0
MAX_FLIPS = 6


@dataclass(frozen=True)
class Phrases:
    """Which bars open a phrase."""

    count1_bars: NDArray[np.int64]
    """Indices of bars."""
    confidence: float
    """Evidence for these phrases over that for their opposite (1 and 5 swapped), 0..1 of all evidence."""


def find_phrases(bars: Bars) -> Phrases:
    """Return the likeliest count-1 bars of at least one bar."""
    n = len(bars.first_beats)
    opening = opening_evidence(bar_novelty(bars.sound)) * alternation(n)
    ties = loop_ties(bars.chroma)
    phase = best_phase(opening, ties)
    total = float(np.abs(opening).sum())
    confidence = float(abs(opening @ phase)) / total if total > 0 else 0.0
    return Phrases(np.flatnonzero(phase * alternation(n) > 0), confidence)


def alternation(n: int) -> NDArray[np.float64]:
    """Return +1, -1, +1, ..."""
    return np.where(np.arange(n) % 2 == 0, 1.0, -1.0)


def opening_evidence(change: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how strongly each bar seems to open (> 0) or to continue (< 0) a phrase, from its novelty."""
    above = change - uniform_filter1d(change, 5, mode="nearest")
    return np.asarray(np.sign(above) * np.abs(above) ** NOVELTY_EXPONENT)


def loop_ties(chroma: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each pair of bars how much the song wants their phases equal (> 0) or opposite (< 0), symmetric.

    Passages of four bars match if their harmony does, and better than passages a bar earlier or later.
    """
    n = len(chroma)
    rows = unit_rows(chroma - chroma.mean(axis=0))
    alike = np.pad(rows @ rows.T, (0, LOOP_BARS))
    passages = sum(alike[k : n + k, k : n + k] for k in range(LOOP_BARS)) / LOOP_BARS
    wide = np.pad(passages, ((0, 0), (1, 1)))
    contrast = passages - (wide[:, :-2] + wide[:, 2:]) / 2
    ties = (contrast + contrast.T) / 2 * np.outer(alternation(n), alternation(n))
    np.fill_diagonal(ties, 0)
    return np.asarray(ties)


def best_phase(opening: NDArray[np.float64], ties: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return phases of great total evidence, shape (n_bars,): the stretch of most gain turns until none gains."""
    weights = LOOP_WEIGHT * ties
    phase = np.ones(len(opening))
    for _ in range(2 * MAX_FLIPS):
        gains = turning_gains(phase, opening, weights)
        first, stop = np.unravel_index(gains.argmax(), gains.shape)
        if gains[first, stop] <= 1e-9:
            break
        phase[first:stop] *= -1
    return phase


def turning_gains(
    phase: NDArray[np.float64], opening: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the evidence won by turning the bars first..stop-1, shape (n + 1, n + 1), -inf where stop <= first."""
    n = len(phase)
    votes = np.append(0, np.cumsum(opening * phase))
    agreement = weights * np.outer(phase, phase)
    block = np.pad(agreement.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    row_sums, corner = block[:, -1], block.diagonal()
    inside = corner[None, :] - block - block.T + corner[:, None]
    all_ties = row_sums[None, :] - row_sums[:, None]
    # A flip at an edge of the stretch appears or disappears; the ends of the song are no flips.
    flips = np.concatenate([[0], np.where(np.diff(phase) == 0, 1.0, -1.0), [0]]) if n else np.zeros(1)
    gains = -2 * (votes[None, :] - votes[:, None]) - 2 * (all_ties - inside)
    gains -= FLIP_COST * (flips[None, :] + flips[:, None])
    gains[np.tril_indices(n + 1)] = -np.inf
    return np.asarray(gains)
