"""Five vectors of a move fused into one, so that one inner product is the weighted, z-scored sum of five cosines.

With unit vectors x (a move's) and q (a query's), part p's score is z_p = (q_p . x_p - mean_p) / sd_p, mean and sd taken
over the library's off-diagonal cosines: raw cosines would let the part with the widest range win. The sum over parts of
w_p z_p is then (fused q) . (fused x) - offset, where both sides carry each part times sqrt(w_p / sd_p), and the offset,
the sum of w_p mean_p / sd_p over the parts that the query has, does not depend on the move.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from common.errors import InputError

FloatArray = NDArray[np.float64]
Float32Array = NDArray[np.float32]


class Part(StrEnum):
    """One of the five vectors, in the order in which they lie in the fused one."""

    LEAD = "lead"
    FOLLOW = "follow"
    INTERACTION = "interaction"
    AUDIO = "audio"
    TEXT = "text"


SIZES = {Part.LEAD: 512, Part.FOLLOW: 512, Part.INTERACTION: 256, Part.AUDIO: 128, Part.TEXT: 384}
FUSED_SIZE = sum(SIZES.values())
WEIGHTS = {Part.TEXT: 0.35, Part.AUDIO: 0.35, Part.LEAD: 0.10, Part.FOLLOW: 0.10, Part.INTERACTION: 0.10}

SAME_EVERYWHERE = 1e-6
"""Cosines that spread less are all the same: there is no scale to divide by, and the part keeps its raw cosines."""


class UnusableVectorError(InputError):
    """A vector has the wrong size, no length, or holds what is no number."""

    code = "unusable_vector"


@dataclass(frozen=True)
class FusedQuery:
    """A query as one vector."""

    vector: Float32Array
    """Shape (1792,)."""
    offset: float
    """To be taken from an inner product with it: then that is the weighted, z-scored sum."""


@dataclass(frozen=True)
class Fusion:
    """The scale of each part over one library."""

    means: Mapping[Part, float]
    sds: Mapping[Part, float]
    weights: Mapping[Part, float]

    def moves(self, vectors: Mapping[Part, FloatArray]) -> Float32Array:
        """Return the fused vectors of n moves, shape (n, 1792), from all five parts, each of shape (n, size).

        Raises `UnusableVectorError`.
        """
        return np.concatenate([self._gain(part) * unit(vectors[part], part) for part in Part], axis=1, dtype=np.float32)

    def query(self, vectors: Mapping[Part, FloatArray]) -> FusedQuery:
        """Return the fused query of the parts given, each of shape (size,); absent parts do not count.

        Raises `UnusableVectorError`.
        """
        pieces = [
            self._gain(part) * unit(vectors[part][None], part)[0] if part in vectors else np.zeros(SIZES[part])
            for part in Part
        ]
        offset = sum(self.weights[part] * self.means[part] / self.sds[part] for part in vectors)
        return FusedQuery(np.concatenate(pieces, dtype=np.float32), offset)

    def _gain(self, part: Part) -> float:
        return float(np.sqrt(self.weights[part] / self.sds[part]))


def fit_fusion(vectors: Mapping[Part, FloatArray], weights: Mapping[Part, float] = WEIGHTS) -> Fusion:
    """Return the fusion of a library from its five parts, each of shape (n, size). Raises `UnusableVectorError`."""
    scales = {part: _off_diagonal(unit(vectors[part], part)) for part in Part}
    return Fusion(
        means={part: mean for part, (mean, _) in scales.items()},
        sds={part: sd for part, (_, sd) in scales.items()},
        weights=dict(weights),
    )


def unit(vectors: FloatArray, part: Part) -> FloatArray:
    """Return the rows with unit norm, shape (n, size). Raises `UnusableVectorError`."""
    if vectors.ndim != 2 or vectors.shape[1] != SIZES[part]:
        raise UnusableVectorError(f"A {part} vector has {vectors.shape[-1]} numbers and must have {SIZES[part]}.")
    norms = np.linalg.norm(np.asarray(vectors, dtype=np.float64), axis=1, keepdims=True)
    if not (np.isfinite(norms).all() and (norms > 0).all()):
        raise UnusableVectorError(f"A {part} vector is zero or holds what is no number.")
    rows: FloatArray = vectors / norms
    return rows


def _off_diagonal(rows: FloatArray) -> tuple[float, float]:
    """Return mean and sd of the cosines of all pairs of different rows.

    Sum and sum of squares follow from the sum vector and from the size x size Gram matrix, so 100,000 rows need no
    100,000 x 100,000 table.
    """
    n = len(rows)
    pairs = n * (n - 1)
    if pairs == 0:
        return 0.0, 1.0
    mean = (float(np.sum(rows.sum(axis=0) ** 2)) - n) / pairs
    mean_square = (float(np.sum((rows.T @ rows) ** 2)) - n) / pairs
    sd = float(np.sqrt(max(mean_square - mean**2, 0.0)))
    return (mean, sd) if sd > SAME_EVERYWHERE else (0.0, 1.0)
