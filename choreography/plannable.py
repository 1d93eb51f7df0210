"""A row of the library as the choreographer knows it by labels and counts alone: cheap, and safe in every process."""

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.models import Move
from choreography.planning.inputs import PlannableMove
from video_processing.music.serialization import grid_from_dict


def labelled_move(move: Move) -> PlannableMove:
    """Return a move without what its pictures, its sound and its words tell."""
    grid = grid_from_dict(move.grid)
    return PlannableMove(
        move_id=str(move.id),
        name=move.name,
        category=Category(move.category),
        difficulty=Difficulty(move.difficulty),
        energy=Energy(move.energy),
        style=Style(move.style) if move.style else None,
        clip_sha256=move.clip_sha256,
        beat_times_s=grid.beat_times_s,
        count1_beats=grid.count1_beats,
        # A clip is too short to tell 1 from 5 by its sound: until a person says, any bar may be entered.
        downbeat_beats=grid.downbeat_beats if grid.confidence.get("count1", 0.0) == 0 else None,
    )
