"""The search in memory: vectors and labels of one state of the library, read once, kept by the process."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from ai_services.search.fusion import FloatArray, Part
from ai_services.search.index import Match
from ai_services.search.library import SearchableLibrary, searchable_library
from choreography import selectors
from choreography.search.filters import Labels, MoveFilter, labels_of
from choreography.search.scales import read_vectors, scales_of
from choreography.search.state import State, library_state

_reading = threading.Lock()


@dataclass(frozen=True)
class _Loaded:
    library: SearchableLibrary
    labels: Labels


def search_memory(query: Mapping[Part, FloatArray], k: int, where: MoveFilter) -> tuple[Match, ...]:
    """Return the k best moves for the parts of the query, each of shape (size,), best first.

    Raises UnusableVectorError.
    """
    state = library_state()
    with _reading:
        loaded = _loaded(state, settings.VECTOR_SEARCH_RERANK)
    if loaded is None or not query:
        return ()
    return loaded.library.search_rows(loaded.library.fusion.query(query), k, loaded.labels.rows(where))


@lru_cache(maxsize=1)
def _loaded(state: State, rerank: int) -> _Loaded | None:
    ids, vectors = read_vectors()
    if not ids:
        return None
    told = {label.move_id: label for label in labels_of(selectors.danced_moves())}
    names = [str(move_id) for move_id in ids]
    kept = [row for row, name in enumerate(names) if name in told]
    vectors = {part: rows[kept] for part, rows in vectors.items()}
    names = [names[row] for row in kept]
    library = searchable_library(state, names, vectors, scales_of(state, vectors), rerank)
    return _Loaded(library, Labels(told[name] for name in names))


def forget_library() -> None:
    """Read the library anew at the next search."""
    _loaded.cache_clear()
