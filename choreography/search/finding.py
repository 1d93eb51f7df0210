"""Moves found by sound, words or movement, with the backend that the settings name. Not for the web process."""

from collections.abc import Mapping

from django.conf import settings

from ai_services.search.fusion import FloatArray, Part
from ai_services.search.index import Match
from choreography.search.filters import MoveFilter
from choreography.search.memory import search_memory
from choreography.search.pgvector import search_database
from choreography.search.sentences import sentence_vectors

ANY_MOVE = MoveFilter()


def find_moves(
    query: Mapping[Part, FloatArray], where: MoveFilter = ANY_MOVE, k: int | None = None
) -> tuple[Match, ...]:
    """Return the best moves for the parts of a query, each of shape (size,); `k` is VECTOR_SEARCH_TOP_K by default.

    Raises UnusableVectorError.
    """
    search = search_database if settings.VECTOR_SEARCH_BACKEND == "pgvector" else search_memory
    return search(query, settings.VECTOR_SEARCH_TOP_K if k is None else k, where)


def find_by_words(words: str, where: MoveFilter = ANY_MOVE, k: int | None = None) -> tuple[Match, ...]:
    """Return the moves whose description is nearest to the words. Raises TextModelUnavailableError."""
    return find_moves({Part.TEXT: sentence_vectors([words])[0]}, where, k)
