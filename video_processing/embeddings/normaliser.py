"""Makes raw features of different units comparable: what is usual in a library becomes zero, what is rare one."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

CLIP_SDS = 3.0
LEAST_SD = 1e-6
"""A feature that varies less over the library tells nothing and is left at zero."""

MAX_COMPONENTS = 32
"""Directions kept of a library's variation; the rest is mostly noise of the joints."""


@dataclass(frozen=True)
class Normaliser:
    """What is usual in one library, and along which directions its moves differ."""

    mean: FloatArray
    """Shape (n_features,)."""
    sd: FloatArray
    """Shape (n_features,); 0 for a feature without information."""
    weights: FloatArray
    """Shape (n_features,): its block's weight over the root of its block's size."""
    directions: FloatArray
    """Shape (n_features, k), orthonormal columns: principal components; k = 0 keeps every direction as it is."""
    spread: FloatArray
    """Shape (k,): standard deviation of the library along each direction."""

    @classmethod
    def neutral(cls, weights: FloatArray) -> "Normaliser":
        """Return the normaliser of a library that is not known yet: features as they are, clipped and weighted."""
        size = len(weights)
        return cls(np.zeros(size), np.ones(size), weights, np.empty((size, 0)), np.empty(0))

    @classmethod
    def fit(cls, raws: FloatArray, weights: FloatArray) -> "Normaliser":
        """Learn from the raw features (n_moves, n_features) of a library, NaN left out.

        Moves that do not differ, such as a single one, say nothing of what is usual: they are taken as they are.
        """
        seen = np.isfinite(raws)
        count = np.maximum(seen.sum(axis=0), 1)
        mean = np.where(seen, raws, 0.0).sum(axis=0) / count
        sd = np.sqrt((np.where(seen, raws - mean, 0.0) ** 2).sum(axis=0) / count)
        sd = np.where(sd > LEAST_SD, sd, 0.0)
        if not sd.any():
            return cls.neutral(weights)
        standard = replace(cls.neutral(weights), mean=mean, sd=sd)
        directions, spread = _principal_directions(standard.scores(raws))
        return replace(standard, directions=directions, spread=spread)

    def scores(self, raw: FloatArray) -> FloatArray:
        """Return features (..., n_features) standardised, clipped to 3 deviations, unseen = usual = 0, weighted."""
        informative = self.sd > 0
        scores = np.where(informative, (raw - self.mean) / np.where(informative, self.sd, 1.0), 0.0)
        return np.where(np.isfinite(scores), np.clip(scores, -CLIP_SDS, CLIP_SDS), 0.0) * self.weights

    def apply(self, raw: FloatArray) -> FloatArray:
        """Return the vector (n_features,) of one move: unit norm, or all zero where nothing sets it apart.

        Along the principal directions the spread is brought to its square root: a few ways to differ that all moves
        share (the camera's side, the couple's distance) would else drown the rest.
        """
        vector = self.scores(raw)
        if len(self.spread):
            vector = self.directions @ ((self.directions.T @ vector) / np.sqrt(self.spread))
        norm = float(np.linalg.norm(vector))
        return np.asarray(vector / norm if norm > 0 else vector)


def _principal_directions(scores: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return directions (n_features, k) and the library's spread along them (k,), widest first."""
    _, strengths, directions = np.linalg.svd(scores - scores.mean(axis=0), full_matrices=False)
    kept = min(MAX_COMPONENTS, int(np.count_nonzero(strengths > 1e-6 * strengths[0])))
    return directions[:kept].T, strengths[:kept] / np.sqrt(len(scores))
