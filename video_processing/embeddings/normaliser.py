"""Makes raw features of different units comparable: what is usual in a library becomes zero, what is rare one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

CLIP_SDS = 3.0
LEAST_SD = 1e-6
"""A feature that varies less over the library tells nothing and is left at zero."""


@dataclass(frozen=True)
class Normaliser:
    """Mean and standard deviation of each feature over one library, and the blocks that share a weight."""

    mean: FloatArray
    """Shape (n_features,)."""
    sd: FloatArray
    """Shape (n_features,); 0 for a feature without information."""
    block_sizes: tuple[int, ...]

    @classmethod
    def fit(cls, raws: FloatArray, blocks: dict[str, int]) -> "Normaliser":
        """Learn from the raw features (n_clips, n_features) of a library, NaN left out."""
        seen = np.isfinite(raws)
        count = np.maximum(seen.sum(axis=0), 1)
        mean = np.where(seen, raws, 0.0).sum(axis=0) / count
        sd = np.sqrt((np.where(seen, raws - mean, 0.0) ** 2).sum(axis=0) / count)
        return cls(mean, np.where(sd > LEAST_SD, sd, 0.0), tuple(blocks.values()))

    def apply(self, raw: FloatArray) -> FloatArray:
        """Return the vector (n_features,) of one clip: unit norm, or all zero where nothing sets it apart.

        Standardised, clipped to 3 deviations, unseen = usual = 0, each block divided by the root of its size.
        """
        informative = self.sd > 0
        scores = np.zeros_like(self.mean)
        scores[informative] = (raw[informative] - self.mean[informative]) / self.sd[informative]
        scores = np.where(np.isfinite(scores), np.clip(scores, -CLIP_SDS, CLIP_SDS), 0.0)
        weighted = scores / np.sqrt(np.repeat(self.block_sizes, self.block_sizes))
        norm = float(np.linalg.norm(weighted))
        return np.asarray(weighted / norm if norm > 0 else weighted)
