"""The door to FAISS: exact search in memory, and a graph above 20,000 vectors where exact search gets slow."""

import faiss
import numpy as np

from ai_services.search.index import Float32Array, Hits, IntArray

GRAPH_ABOVE = 20_000
"""Vectors from which on the graph answers: an exact search takes 71 ms at 100,000."""

LINKS, BUILD_WIDTH, SEARCH_WIDTH = 32, 120, 512
"""Neighbours of a node of the graph, and how many candidates building and searching keep.

Measured at 25,000 vectors of 1792 numbers: recall@50 1.00 for whole moves, for words and for sound with words, in 4.4
to 5.0 ms of CPU (exact: 7.3 ms; a width of 256: 0.99 in 3.0 ms). For poses alone it is 0.88 (a third of the weight is a
poor guide through the graph), 0.98 at a width of 1024. Building took 41 s of CPU.
"""

EXACT_AMONG = 0.2
"""Share of the vectors up to which a filtered search compares all that are left: a graph would walk past the rest."""


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
            return _search_among(self._index, query, k, among)
        return _hits(*self._index.search(query[None], min(k, len(self))))


class GraphIndex:
    """Approximate (HNSW): walks a graph of near vectors. For vectors of one common norm, as fused ones are."""

    def __init__(self, vectors: Float32Array, search_width: int = SEARCH_WIDTH) -> None:
        """Take vectors of shape (n, size); a wider search finds more and takes longer."""
        self._index = faiss.IndexHNSWFlat(vectors.shape[1], LINKS, faiss.METRIC_INNER_PRODUCT)
        self._index.hnsw.efConstruction = BUILD_WIDTH
        self._index.hnsw.efSearch = search_width
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def __len__(self) -> int:
        """Return how many vectors there are."""
        return int(self._index.ntotal)

    def search(self, query: Float32Array, k: int, among: IntArray | None = None) -> Hits:
        """Return the k best rows that the walk meets, of `among` where it is given."""
        if among is not None and len(among) <= EXACT_AMONG * len(self):
            return _search_among(self._index, query, k, among)
        walk = faiss.SearchParameters()
        if among is not None:
            walk.sel = faiss.IDSelectorBatch(np.ascontiguousarray(among, dtype=np.int64))
        return _hits(*self._index.search(query[None], min(k, len(self)), params=walk))


def vector_index(vectors: Float32Array, graph_above: int = GRAPH_ABOVE) -> FlatIndex | GraphIndex:
    """Return the index that suits the number of vectors, shape (n, size)."""
    return GraphIndex(vectors) if len(vectors) > graph_above else FlatIndex(vectors)


def _search_among(index: faiss.Index, query: Float32Array, k: int, among: IntArray) -> Hits:
    rows = np.unique(np.asarray(among, dtype=np.int64))
    if len(rows) == 0:
        return Hits(rows, np.empty(0, dtype=np.float32))
    products = index.reconstruct_batch(rows) @ query
    best = np.argsort(-products, kind="stable")[:k]
    return Hits(rows[best], products[best])


def _hits(products: Float32Array, rows: IntArray) -> Hits:
    """Return one query's answer; FAISS fills up with row -1 where it found fewer than k."""
    found = rows[0] >= 0
    return Hits(rows[0][found], products[0][found])
