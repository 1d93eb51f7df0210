"""The library as it is searched: names, fusion and index of one version, built at once and never changed."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ai_services.search.faiss_index import RERANK, vector_index
from ai_services.search.fusion import FloatArray, FusedQuery, Fusion, Part, fit_fusion
from ai_services.search.index import IntArray, Match, VectorIndex


@dataclass(frozen=True)
class SearchableLibrary:
    """All published moves of one version of the library."""

    version: Hashable
    """Compare with the database's: where it differs, build anew."""
    move_ids: tuple[str, ...]
    fusion: Fusion
    index: VectorIndex

    def search(self, query: Mapping[Part, FloatArray], k: int, among: Sequence[str] | None = None) -> tuple[Match, ...]:
        """Return the k best moves for the parts of the query (each of shape (size,)), best first.

        `among` keeps the search to these moves; ids that the library does not hold are left out. Raises
        `UnusableVectorError`.
        """
        fused = self.fusion.query(query)
        rows = None
        if among is not None:
            rows = np.array([self._row_of[move_id] for move_id in among if move_id in self._row_of], dtype=np.int64)
        return self.search_rows(fused, k, rows)

    def search_rows(self, fused: FusedQuery, k: int, rows: IntArray | None = None) -> tuple[Match, ...]:
        """Return the k best moves, of these rows of `move_ids` where they are given, best first."""
        hits = self.index.search(fused.vector, k, rows)
        return tuple(
            Match(self.move_ids[row], float(product) - fused.offset)
            for row, product in zip(hits.rows, hits.products, strict=True)
        )

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {move_id: row for row, move_id in enumerate(self.move_ids)}


def searchable_library(
    version: Hashable,
    move_ids: Sequence[str],
    vectors: Mapping[Part, FloatArray],
    fusion: Fusion | None = None,
    rerank: int = RERANK,
) -> SearchableLibrary:
    """Return the library ready to be searched; row i of every part (shape (n, size)) belongs to `move_ids[i]`.

    Without a `fusion` it is fitted to these vectors. Raises `UnusableVectorError`.
    """
    fusion = fusion or fit_fusion(vectors)
    return SearchableLibrary(version, tuple(move_ids), fusion, vector_index(fusion.moves(vectors), rerank))
