"""Which moves of a large library a plan looks at: those that a search finds for each part of the song, and the glue."""

from collections.abc import Sequence

import numpy as np

from ai_services.search.fusion import Part
from ai_services.search.library import SearchableLibrary
from choreography.planning.columns import unit_rows
from choreography.planning.inputs import FloatArray, PlannableMove, Wish
from choreography.planning.similarity import TEXT_SIZE
from choreography.planning.tempo import USUAL_STRETCH
from choreography.styles import NEUTRAL_CATEGORIES
from video_processing.music.grid import SongAnalysis

PLAN_ALL_UP_TO = 2_000
"""Moves that a plan compares one and all: 0.3 s of CPU."""

GLUE_SHARE = 0.1
"""Part of the search's answer, in moves, that basics, intros and outros get each on top."""


def shortlist(
    library: SearchableLibrary, moves: Sequence[PlannableMove], song: SongAnalysis, wish: Wish, top_k: int
) -> tuple[PlannableMove, ...]:
    """Return the moves to plan with: all of a small library, of a large one `top_k` a section of the song.

    Only moves that the wish allows and that can follow the tempo of the song. Basics, intros and outros are searched
    for by themselves, so that a plan can open, breathe and close. The order is that of `moves`. Where none is left all
    are returned: the plan then says what is wrong.
    """
    if len(moves) <= PLAN_ALL_UP_TO:
        return tuple(moves)
    near = [move for move in moves if _allowed(move, wish) and _in_tempo(move, song)]
    if not near:
        return tuple(moves)
    ids = [move.move_id for move in near]
    found: set[str] = set()
    for query in _queries(song, wish):
        found |= {match.move_id for match in library.search(query, top_k, ids)}
    glue_k = max(1, round(GLUE_SHARE * top_k))
    for category in NEUTRAL_CATEGORIES:
        of_kind = [move.move_id for move in near if move.category is category]
        for query in _queries(song, wish):
            found |= {match.move_id for match in library.search(query, glue_k, of_kind)}
    return tuple(move for move in moves if move.move_id in found)


def _queries(song: SongAnalysis, wish: Wish) -> list[dict[Part, FloatArray]]:
    """Return what to look for: the sound of each section, and the words of the wish where there are any."""
    sections = song.section_embeddings if len(song.section_embeddings) else song.audio_embedding[None]
    words = {} if wish.words is None else {Part.TEXT: unit_rows([wish.words], TEXT_SIZE)[0]}
    return [{Part.AUDIO: section, **words} for section in sections]


def _allowed(move: PlannableMove, wish: Wish) -> bool:
    return (
        move.difficulty.level <= wish.difficulty.level
        and move.category not in wish.avoid_categories
        and move.move_id not in wish.banned_moves
    )


def _in_tempo(move: PlannableMove, song: SongAnalysis) -> bool:
    if len(move.beat_times_s) < 2:
        return False
    beat_s = float(np.ptp(move.beat_times_s)) / (len(move.beat_times_s) - 1)
    return abs(beat_s * song.grid.tempo_bpm / 60 - 1.0) <= USUAL_STRETCH
