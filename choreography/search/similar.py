"""Which moves are alike: safe in the web process, for the database compares them."""

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

import numpy as np

from ai_services.search.fusion import FloatArray, Part
from choreography import selectors
from choreography.models import Move, MoveEmbedding
from choreography.search.filters import MoveFilter
from choreography.search.pgvector import search_database
from common.errors import NotFoundError


class Modality(StrEnum):
    """In which respect moves are compared."""

    ALL = "all"
    POSE = "pose"
    LEAD = "lead"
    FOLLOW = "follow"
    INTERACTION = "interaction"
    AUDIO = "audio"
    TEXT = "text"

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the vectors that are compared."""
        if self is Modality.ALL:
            return tuple(Part)
        return (Part.LEAD, Part.FOLLOW, Part.INTERACTION) if self is Modality.POSE else (Part(self.value),)


@dataclass(frozen=True)
class SimilarMove:
    """A move and how alike it is."""

    move: Move
    score: float
    """0 for an average pair of moves; the higher the more alike."""


def similar_moves(
    move_id: UUID,
    limit: int = 10,
    modality: Modality = Modality.ALL,
    *,
    owner_id: UUID | None = None,
    where: MoveFilter | None = None,
) -> tuple[SimilarMove, ...]:
    """Return the moves most like a move, best first; everybody's and those of `owner_id`.

    Raises NotFoundError for a move that this owner may not dance.
    """
    query = vectors_of(move_id, modality, owner_id)
    where = where or MoveFilter()
    where = replace(where, owner_id=owner_id, left_out=where.left_out | {str(move_id)})
    found = search_database(query, limit, where)
    moves = {str(move.id): move for move in Move.objects.filter(id__in=[match.move_id for match in found])}
    return tuple(SimilarMove(moves[match.move_id], match.score) for match in found if match.move_id in moves)


def vectors_of(move_id: UUID, modality: Modality, owner_id: UUID | None) -> dict[Part, FloatArray]:
    """Return the vectors of a move. Raises NotFoundError."""
    known = selectors.danceable_moves(owner_id).filter(id=move_id)
    row = MoveEmbedding.objects.filter(move__in=known).values(*modality.parts).first()
    if row is None:
        raise NotFoundError("There is no such move.")
    return {part: np.asarray(row[part], dtype=np.float64) for part in modality.parts}
