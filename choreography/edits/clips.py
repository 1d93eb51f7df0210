"""Whether the clips of a plan are in the library as they were when it was made."""

from uuid import UUID

from choreography.blueprint.schema import Blueprint, Segment
from choreography.models import Move

SAME_BEAT_S = 0.01
"""Well within a frame, which is how far a move may begin from the keyframe of its beat."""


def clips_are_there(plan: Blueprint) -> bool:
    """Return whether a video of the plan can be made: each clip is the same, with keyframes where its moves begin.

    In high quality the pictures are made anew from the clips, which may begin on any frame.
    """
    ids = [segment.move_id for segment in plan.segments]
    moves = Move.objects.only("clip_sha256", "grid", "heard_grid").in_bulk(ids)
    from_any_frame = plan.output.quality == "high_quality"
    for segment in plan.segments:
        move = moves.get(UUID(segment.move_id))
        if move is None or move.clip_sha256 != segment.clip_sha256:
            return False
        if not from_any_frame and not _has_start_of(segment, move):
            return False
    return True


def _has_start_of(segment: Segment, move: Move) -> bool:
    beats_s = move.grid["beat_times_s"] + move.heard_grid.get("beat_times_s", [])
    return any(abs(beat_s - segment.source.start_s) < SAME_BEAT_S for beat_s in beats_s)
