"""Count 1: which bars open a phrase of two bars, and where a half phrase breaks the alternation.

Bars carry a phase: +1 where even bars are count 1, -1 where odd bars are; it is constant but for half phrases. Two
kinds of evidence vote. A section opens on count 1: its first bar sounds as what follows, and what precedes it, often a
fill or a break, does not. And music comes back: two passages of the same content stand a whole number of phrases
apart, wherever in the song they are, which ties the phases of distant bars and shows half phrases between them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from video_processing.music.bars import Bars
from video_processing.music.beat_features import unit_rows
from video_processing.music.confidence import rising
from video_processing.music.openings import openness

FLIP_COST = 8.0
"""In bars of average evidence. On 126 made songs 8 invents no half phrase, 4 invents two."""
TIES_WEIGHT = 2.0
TIES_EXPONENT = 3
"""Only close matches count: of the ties beyond 8 bars 97 % are then right (made songs)."""
PASSAGE_BARS = 2
OPENING_LIMIT = 1.5
"""In 90th percentiles: a fade or a long silence must not outvote the song."""
MAX_STEPS = 24


@dataclass(frozen=True)
class Phrases:
    """Which bars open a phrase."""

    count1_bars: NDArray[np.int64]
    """Indices of bars."""
    confidence: float
    """0 where as much of the evidence of openings disagrees as agrees, 1 from three to one on."""


def find_phrases(bars: Bars) -> Phrases:
    """Return the likeliest count-1 bars of at least one bar."""
    n = len(bars.first_beats)
    votes = alternation(n) * _of_mean_size_1(opening_votes(bars.texture) + opening_votes(bars.sound))
    phase = best_phase(votes, TIES_WEIGHT * phase_ties(bars.content))
    total = float(np.abs(votes).sum())
    agreement = float(votes @ phase) / total if total > 0 else 0.0
    return Phrases(np.flatnonzero(phase * alternation(n) > 0), rising(agreement, 0.0, 0.5))


def alternation(n: int) -> NDArray[np.float64]:
    """Return +1, -1, +1, ..."""
    return np.where(np.arange(n) % 2 == 0, 1.0, -1.0)


def opening_votes(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how strongly each bar seems to open (> 0) or to continue (< 0) a phrase, of mean size 1."""
    opens = openness(rows)
    above = opens - np.median(opens)
    limit = np.percentile(np.abs(above), 90)
    share = np.clip(above / limit, -OPENING_LIMIT, OPENING_LIMIT) if limit > 0 else np.zeros(len(above))
    return _of_mean_size_1(np.sign(share) * share**2)


def phase_ties(content: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each pair of bars how much the song wants their phases equal (> 0) or opposite (< 0), symmetric.

    Passages of two bars are tied as far as they match better than passages one bar earlier and later. A row's
    sizes sum to 1 on average.
    """
    n = len(content)
    rows = unit_rows(content - content.mean(axis=0))
    alike = np.pad(rows @ rows.T, (0, PASSAGE_BARS))
    passages = np.mean([alike[k : n + k, k : n + k] for k in range(PASSAGE_BARS)], axis=0)
    wide = np.pad(passages, ((0, 0), (1, 1)), mode="edge")
    contrast = np.maximum(0, passages - np.maximum(wide[:, :-2], wide[:, 2:]))
    ties = ((contrast + contrast.T) / 2) ** TIES_EXPONENT * np.outer(alternation(n), alternation(n))
    np.fill_diagonal(ties, 0)
    return _of_mean_size_1(ties) / n


def _of_mean_size_1(values: NDArray[np.float64]) -> NDArray[np.float64]:
    size = float(np.abs(values).mean())
    return np.asarray(values / size if size > 0 else values)


def best_phase(opening: NDArray[np.float64], ties: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return phases of great total evidence, shape (n_bars,).

    From each of the two constant phases on, the stretch of bars that gains most turns, until none gains.
    """
    return max((_climb(start * np.ones(len(opening)), opening, ties) for start in (1, -1)), key=lambda found: found[1])[
        0
    ]


def _climb(
    phase: NDArray[np.float64], opening: NDArray[np.float64], ties: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    total = float(opening @ phase + phase @ ties @ phase / 2)
    for _ in range(MAX_STEPS):
        gains = turning_gains(phase, opening, ties)
        first, stop = np.unravel_index(gains.argmax(), gains.shape)
        if gains[first, stop] <= 1e-9:
            break
        phase[first:stop] *= -1
        total += float(gains[first, stop])
    return phase, total


def turning_gains(
    phase: NDArray[np.float64], opening: NDArray[np.float64], ties: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the evidence won by turning the bars first..stop-1, shape (n + 1, n + 1).

    -inf where stop <= first and where a bar of count 5 would follow another: a half phrase restarts at 1.
    """
    n = len(phase)
    votes = np.append(0, np.cumsum(opening * phase))
    block = np.pad((ties * np.outer(phase, phase)).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    row_sums, corner = block[:, -1], block.diagonal()
    inside = corner[None, :] - block - block.T + corner[:, None]
    gains = -2 * (votes[None, :] - votes[:, None]) - 2 * (row_sums[None, :] - row_sums[:, None] - inside)
    is_flip = np.concatenate([[False], np.diff(phase) != 0, [False]])
    opens = np.append(phase * alternation(n) > 0, True)
    # A flip at an edge of the stretch appears or disappears; the ends of the song are no flips.
    price = np.where(is_flip, -FLIP_COST, FLIP_COST)
    price[[0, -1]] = 0
    gains -= price[None, :] + price[:, None]
    inner = np.arange(n + 1)
    gains[(inner > 0) & ~is_flip & opens, :] = -np.inf
    gains[:, (inner < n) & ~is_flip & ~opens] = -np.inf
    flips_before = np.cumsum(is_flip)
    within = flips_before[None, :] - is_flip[None, :] - flips_before[:, None]
    gains[within > 0] = -np.inf
    gains[np.tril_indices(n + 1)] = -np.inf
    return np.asarray(gains)
