"""Whether the clips of a plan are in the library as they were when it was made."""

from uuid import UUID

from choreography.blueprint.schema import Blueprint, Segment
from choreography.models import Move

SAME_BEAT_S = 0.01
"""Well within a frame, which is how far a move may begin from the keyframe of its beat."""


def clips_are_there(plan: Blueprint) -> bool:
    """Return whether a video of the plan can be made: each clip is the same, with keyframes where its moves begin."""
    ids = [segment.move_id for segment in plan.segments]
    moves = Move.objects.only("clip_sha256", "grid", "heard_grid").in_bulk(ids)
    return all(_has_start_of(segment, moves.get(UUID(segment.move_id))) for segment in plan.segments)


def _has_start_of(segment: Segment, move: Move | None) -> bool:
    if move is None or move.clip_sha256 != segment.clip_sha256:
        return False
    beats_s = move.grid["beat_times_s"] + move.heard_grid.get("beat_times_s", [])
    return any(abs(beat_s - segment.source.start_s) < SAME_BEAT_S for beat_s in beats_s)
