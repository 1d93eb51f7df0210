"""Whether a move may be danced: a person's word first, then what its import and its vectors say."""

from collections.abc import Sequence

from ai_services.validation import EMBEDDING_DIMENSIONS, embedding_faults
from choreography.models import Move, MoveStatus

LONGEST = 255


def settle_status(move: Move, vector_faults: Sequence[str] = ()) -> bool:
    """Set `status` and `flag_reason` from all that is known against a move; return whether they changed."""
    reason = (move.held_reason or move.import_fault or "; ".join(vector_faults))[:LONGEST]
    status = MoveStatus.FLAGGED if reason else MoveStatus.PUBLISHED
    changed = (move.status, move.flag_reason) != (status, reason)
    move.status, move.flag_reason = status, reason
    return changed


def vector_faults(move: Move) -> list[str]:
    """Return what is wrong with a move's vectors; a move in which no couple is seen needs none."""
    if move.import_fault:
        return []
    if not hasattr(move, "embedding"):
        return ["it has no embeddings"]
    return embedding_faults({name: getattr(move.embedding, name) for name in EMBEDDING_DIMENSIONS})
