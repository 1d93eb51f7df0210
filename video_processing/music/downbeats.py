"""The first beat of each bar of four, from the shape of the bar and from changes of harmony."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter1d

from ai_services.vocabulary import COUNTS_PER_BAR
from video_processing.music.beat_features import BeatFeatures, novelty, standard_columns
from video_processing.music.half_beat import BAR_TEMPLATE, LOG_FLOOR, BeatOnsets

JUMP_COST = 12.0
"""In standard deviations of the evidence: a bar that is not of four beats needs about three clear bars against it."""
LOCAL_BEATS = 33
"""Onsets are compared with the mean of so many beats."""
CHORD_WEIGHT = 0.8


@dataclass(frozen=True)
class BarPositions:
    """Where each beat stands in its bar."""

    positions: NDArray[np.int64]
    """0 (downbeat) to 3, shape (n_beats,)."""
    evidence: NDArray[np.float64]
    """Shape (n_beats, 4), for each position; larger is more likely."""

    def downbeats(self) -> NDArray[np.int64]:
        """Return the indices of the beats that open a bar."""
        return np.flatnonzero(self.positions == 0)


def find_downbeats(onsets: BeatOnsets, features: BeatFeatures) -> BarPositions:
    """Return the likeliest position of each beat; a jump inside the count of four must be well founded."""
    evidence = standard_columns(local_template_scores(onsets))
    evidence[:, 0] += CHORD_WEIGHT * chord_change(features)
    return BarPositions(best_positions(evidence), evidence)


def local_template_scores(onsets: BeatOnsets) -> NDArray[np.float64]:
    """Return how well each beat and its half suit each position of the bar template, shape (n_beats, 4)."""
    on, half = (np.log(strength + LOG_FLOOR) for strength in (onsets.on, onsets.half))
    usual = uniform_filter1d((on + half) / 2, LOCAL_BEATS, axis=0, mode="nearest")
    return np.asarray((on - usual) @ BAR_TEMPLATE[:, 0::2] + (half - usual) @ BAR_TEMPLATE[:, 1::2])


def chord_change(features: BeatFeatures) -> NDArray[np.float64]:
    """Return how much harmony and bass change at each beat, shape (n_beats,), in standard deviations.

    Bass novelty over a single beat would fire on count 4, where the bass anticipates: it is taken over two.
    """
    cues = [novelty(features.chroma, 4), novelty(features.bass_chroma, 2), novelty(features.chroma, 2)]
    return np.asarray(standard_columns(np.stack(cues, axis=1)) @ np.array([1, 1, 0.5]))


def best_positions(evidence: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the path of positions of greatest evidence; any step but to the next position costs `JUMP_COST`."""
    n = len(evidence)
    came_from = np.empty((n, COUNTS_PER_BAR), dtype=np.int64)
    score = evidence[0].copy()
    for b in range(1, n):
        step, jump = np.roll(score, 1), score.max() - JUMP_COST
        came_from[b] = np.where(step >= jump, np.roll(np.arange(COUNTS_PER_BAR), 1), score.argmax())
        score = np.maximum(step, jump) + evidence[b]
    positions = np.empty(n, dtype=np.int64)
    positions[-1] = score.argmax()
    for b in range(n - 1, 0, -1):
        positions[b - 1] = came_from[b, positions[b]]
    return positions
