"""What every vector index can do, whatever library or database stands behind it."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Float32Array = NDArray[np.float32]
IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class Hits:
    """Rows found, nearest first."""

    rows: IntArray
    """Shape (n,), indices of the vectors as they were put in."""
    products: Float32Array
    """Shape (n,), their inner products with the query, falling."""


@dataclass(frozen=True)
class Match:
    """A move that was found."""

    move_id: str
    score: float
    """Weighted sum of z-scores over the parts of the query: 0 is an average pair of moves."""


class VectorIndex(Protocol):
    """Finds the vectors with the largest inner products."""

    def __len__(self) -> int:
        """Return how many vectors there are."""

    def search(self, query: Float32Array, k: int, among: IntArray | None = None) -> Hits:
        """Return the k best rows, fewer where there are fewer; with `among`, of these rows only."""
