"""The door to FAISS: exact search in memory; above 20,000 vectors short codes first, exact products of the best."""

import faiss
import numpy as np

from ai_services.search.index import Float32Array, Hits, IntArray

CODES_ABOVE = 20_000
"""Vectors from which on codes go ahead: exact search reads 7 kB a vector, 38 ms of CPU for 100,000."""

NUMBERS_A_CODE, CODE_BITS = 4, 4
"""Four numbers of a vector become one of 16 shapes: a vector of 1792 numbers takes 224 bytes."""

TRAINED_ON = 10_000
"""Vectors, evenly spread, from which the shapes are learnt."""

RERANK = 30
"""Candidates by code that are compared exactly, for each row asked for.

At 100,000 vectors 20 / 30 / 40 find .98 / .99 / .995 by the sound alone (1.00 by all five parts) in 3.4 / 4.2 / 5.1 ms
of CPU (`scripts/bench search`).
"""

EXACT_AMONG = 0.2
"""Share of the vectors up to which a filtered search compares all that are left."""


class FlatIndex:
    """Exact: compares the query with every vector."""

    def __init__(self, vectors: Float32Array) -> None:
        """Take vectors of shape (n, size)."""
        self._index = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def __len__(self) -> int:
        """Return how many vectors there are."""
        return int(self._index.ntotal)

    def search(self, query: Float32Array, k: int, among: IntArray | None = None) -> Hits:
        """Return the k best rows, of `among` where it is given."""
        if among is not None:
            return _exactly(self._index, query, k, among)
        products, rows = self._index.search(query[None], min(k, len(self)))
        return Hits(rows[0], products[0])


class CodedIndex:
    """Nearly exact: every vector is compared by a short code, the best of these by all its numbers.

    Unlike a graph of neighbours or a list of clusters, codes serve a query by the sound alone as well as one by all
    five parts: nothing was arranged by one kind of nearness.
    """

    def __init__(self, vectors: Float32Array, rerank: int = RERANK) -> None:
        """Take vectors of shape (n, size); the more candidates are compared again, the more is found."""
        vectors = np.ascontiguousarray(vectors, dtype=np.float32)
        size = vectors.shape[1]
        self._rerank = rerank
        self._exact = faiss.IndexFlatIP(size)
        self._exact.add(vectors)
        self._codes = faiss.IndexPQFastScan(size, size // NUMBERS_A_CODE, CODE_BITS, faiss.METRIC_INNER_PRODUCT)
        self._codes.train(vectors[:: max(1, len(vectors) // TRAINED_ON)])
        self._codes.add(vectors)

    def __len__(self) -> int:
        """Return how many vectors there are."""
        return int(self._exact.ntotal)

    def search(self, query: Float32Array, k: int, among: IntArray | None = None) -> Hits:
        """Return the k best rows of the candidates, of `among` where it is given."""
        if among is None:
            return _exactly(self._exact, query, k, self._candidates(query, k * self._rerank))
        share = len(among) / max(len(self), 1)
        if share <= EXACT_AMONG:
            return _exactly(self._exact, query, k, among)
        allowed = np.zeros(len(self), dtype=np.bool_)
        allowed[among] = True
        candidates = self._candidates(query, round(k * self._rerank / share))
        left = candidates[allowed[candidates]]
        return _exactly(self._exact, query, k, left if len(left) >= min(k, len(among)) else among)

    def _candidates(self, query: Float32Array, count: int) -> IntArray:
        rows = self._codes.search(query[None], min(count, len(self)))[1][0]
        found: IntArray = rows[rows >= 0]  # FAISS fills up with -1 where it found fewer
        return found


def vector_index(vectors: Float32Array, rerank: int = RERANK, codes_above: int = CODES_ABOVE) -> FlatIndex | CodedIndex:
    """Return the index that suits the number of vectors, shape (n, size)."""
    return CodedIndex(vectors, rerank) if len(vectors) > codes_above else FlatIndex(vectors)


def _exactly(index: faiss.Index, query: Float32Array, k: int, among: IntArray) -> Hits:
    rows = np.unique(np.asarray(among, dtype=np.int64))
    if len(rows) == 0:
        return Hits(rows, np.empty(0, dtype=np.float32))
    # einsum, not a product of matrices: that one starts threads which cost more than so few rows.
    products = np.einsum("ij,j->i", index.reconstruct_batch(rows), query)
    best = np.argsort(-products, kind="stable")[:k]
    return Hits(rows[best], products[best])
