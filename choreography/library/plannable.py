"""A row of the library as the choreographer knows it by labels and counts alone: cheap, and safe in every process."""

import numpy as np

from ai_services.vocabulary import COUNTS_PER_PHRASE, Category, Difficulty, Energy, Role, Style
from choreography.models import Move
from choreography.planning.inputs import PlannableMove
from video_processing.music.serialization import grid_from_dict


def labelled_move(move: Move) -> PlannableMove:
    """Return a move without what its pictures, its sound and its words tell."""
    grid = grid_from_dict(move.grid)
    ones, bars = grid.count1_beats, grid.downbeat_beats
    if move.count1_beat is not None:
        ones = np.arange(move.count1_beat % COUNTS_PER_PHRASE, len(grid.beat_times_s), COUNTS_PER_PHRASE)
    # A clip is too short to tell 1 from 5 by its sound: until a person says, any bar may be entered.
    told = move.count1_beat is not None or grid.confidence.get("count1", 0.0) > 0
    return PlannableMove(
        move_id=str(move.id),
        name=move.name,
        category=Category(move.category),
        difficulty=Difficulty(move.difficulty),
        energy=Energy(move.energy),
        style=Style(move.style) if move.style else None,
        role_focus=Role(move.role_focus) if move.role_focus else None,
        clip_sha256=move.clip_sha256,
        beat_times_s=grid.beat_times_s,
        count1_beats=ones,
        downbeat_beats=None if told else bars,
    )
