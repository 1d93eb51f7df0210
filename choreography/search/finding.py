"""Moves found by sound, words or movement, with the backend that the settings name. Not for the web process."""

from collections.abc import Mapping
from uuid import UUID

import numpy as np
from django.conf import settings

from ai_services.search.fusion import FloatArray, Part
from ai_services.search.index import Match
from choreography.search.filters import MoveFilter
from choreography.search.memory import search_memory
from choreography.search.pgvector import search_database
from choreography.search.sentences import sentence_vectors
from choreography.search.similar import Modality, vectors_of

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


def find_by_sound(sound: FloatArray, where: MoveFilter = ANY_MOVE, k: int | None = None) -> tuple[Match, ...]:
    """Return the moves whose own sound is nearest to a song's or a section's, shape (128,)."""
    return find_moves({Part.AUDIO: np.asarray(sound, dtype=np.float64)}, where, k)


def find_like(
    move_id: UUID, modality: Modality = Modality.POSE, where: MoveFilter = ANY_MOVE, k: int | None = None
) -> tuple[Match, ...]:
    """Return the moves most like a move, itself left out. Raises NotFoundError."""
    query = vectors_of(move_id, modality, where.owner_id)
    found = find_moves(query, where, (settings.VECTOR_SEARCH_TOP_K if k is None else k) + 1)
    return tuple(match for match in found if match.move_id != str(move_id))[: k or settings.VECTOR_SEARCH_TOP_K]
