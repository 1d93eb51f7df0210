"""Which moves of a large library a plan looks at: those that a search finds for each part of the song, and the glue."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ai_services.search.fusion import FloatArray, Part
from ai_services.search.index import Match
from choreography.planning.columns import unit_rows
from choreography.planning.inputs import Wish
from choreography.planning.similarity import TEXT_SIZE
from choreography.planning.slots import heard
from choreography.planning.styles import NEUTRAL_CATEGORIES
from choreography.planning.tempo import widest_stretch
from choreography.search.filters import MoveFilter
from video_processing.music.grid import SongAnalysis

PLAN_ALL_UP_TO = 2_000
"""Moves that a plan compares one and all."""

GLUE_SHARE = 0.1
"""Part of the search's answer, in moves, that basics, intros and outros get each on top."""

Search = Callable[[Mapping[Part, FloatArray], MoveFilter, int], tuple[Match, ...]]


def shortlist(search: Search, song: SongAnalysis, wish: Wish, everybodys: MoveFilter, top_k: int) -> frozenset[str]:
    """Return the ids of the moves to plan with: `top_k` a section of the song.

    Only moves that the wish allows and that can follow the tempo of the song. Basics, intros and outros are searched
    for by themselves, so that a plan can open, breathe and close; moves in the wished style and energy as well, so
    that the first rung of the ladder is not empty, and moves about the wished role. `everybodys` says whose moves may
    be found.
    """
    song = heard(song, song.duration_s, half_time=wish.half_time)
    near = replace(
        everybodys,
        difficulty=wish.difficulty,
        without=wish.avoid_categories,
        left_out=wish.banned_moves,
        tempo_bpm=song.grid.tempo_bpm,
    )
    found: set[str] = set(wish.include_moves)
    for where, k in _filters(near, wish, top_k):
        for query in _queries(song, wish):
            found |= {match.move_id for match in search(query, where, k)}
    if len(found) < top_k:  # little can follow this tempo as filmed: look as far as a plan may stretch
        far = replace(near, stretch=widest_stretch(wide=wish.wide_stretch))
        for query in _queries(song, wish):
            found |= {match.move_id for match in search(query, far, top_k)}
    return frozenset(found)


def _filters(near: MoveFilter, wish: Wish, top_k: int) -> Iterator[tuple[MoveFilter, int]]:
    yield near, top_k
    yield replace(near, style=wish.style, energy=wish.energy), top_k
    if wish.role is not None:
        yield replace(near, role=wish.role), top_k
    glue_k = max(1, round(GLUE_SHARE * top_k))
    for category in sorted(NEUTRAL_CATEGORIES | wish.include_categories):
        yield replace(near, categories=frozenset({category})), glue_k


def _queries(song: SongAnalysis, wish: Wish) -> list[dict[Part, FloatArray]]:
    """Return what to look for: the sound of each section, and the words of the wish where there are any."""
    sections = song.section_embeddings if len(song.section_embeddings) else song.audio_embedding[None]
    words = {} if wish.words is None else {Part.TEXT: unit_rows([wish.words], TEXT_SIZE)[0]}
    return [{Part.AUDIO: section, **words} for section in sections]
