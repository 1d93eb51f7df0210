"""The choreographer: a song, a library and a wish become a blueprint."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from choreography.blueprint.rules import check_rules
from choreography.blueprint.schema import (
    VERSION,
    BeatSpan,
    Blueprint,
    Grid,
    Output,
    Seam,
    SectionSpan,
    Segment,
    SongRef,
)
from choreography.planning.admission import check_library, refusal, usable_moves
from choreography.planning.explain import compromises, whys
from choreography.planning.holds import Choice, Hold, narrowed, own_choice
from choreography.planning.inputs import FloatArray, PlannableMove, Wish
from choreography.planning.library import library_of
from choreography.planning.offers import offers_of
from choreography.planning.pieces import Piece, pieces_of
from choreography.planning.relaxation import strictest_sequence
from choreography.planning.scoring import Occasion, occasion_of
from choreography.planning.seams import seam_score
from choreography.planning.slots import heard, slots_of
from video_processing.music.grid import SongAnalysis

DEFAULT_OUTPUT = Output(width=1280, height=720, quality="fast")

DECIMALS = 6
"""Of seconds in a blueprint: microseconds."""


@dataclass(frozen=True)
class Plan:
    """A blueprint, and how each of its segments scored."""

    blueprint: Blueprint
    parts: tuple[dict[str, float], ...]
    """One a segment: points by the names of `scoring.score_parts`."""


def plan_choreography(
    song: SongAnalysis,
    song_ref: SongRef,
    moves: Sequence[PlannableMove],
    wish: Wish,
    output: Output = DEFAULT_OUTPUT,
) -> Blueprint:
    """Return the best plan found: moves on every phrase of the song, or of its wished length.

    Each move begins on a count 1 or 5, no clip plays twice in a row, none is above the wished difficulty, and
    `compromises` says where the wish could not be met. The same input gives the same plan. Raises the errors of
    `planning.errors`.
    """
    return explained_plan(song, song_ref, moves, wish, output).blueprint


def explained_plan(
    song: SongAnalysis,
    song_ref: SongRef,
    moves: Sequence[PlannableMove],
    wish: Wish,
    output: Output = DEFAULT_OUTPUT,
) -> Plan:
    """Return the plan of `plan_choreography` with the scores behind it."""
    check_library(moves, wish)
    return planned(song, song_ref, moves, wish, output, ())


def planned(
    song: SongAnalysis,
    song_ref: SongRef,
    moves: Sequence[PlannableMove],
    wish: Wish,
    output: Output,
    holds: Sequence[Hold],
    choices: Sequence[Choice] = (),
) -> Plan:
    """Return the best plan found around the pieces that are held and with the moves chosen for some beats.

    Raises the errors of `planning.errors`.
    """
    occasion = occasion_for(song, song_ref, moves, wish)
    song, library = occasion.song, occasion.library
    usable = usable_moves(library, wish)
    offers = narrowed(occasion, offers_of(occasion, usable), holds, choices)
    found = strictest_sequence(occasion, offers, own_choice(library, holds, choices))
    if found is None:
        raise refusal(occasion, usable, offers)
    pieces = pieces_of(occasion, found)
    blueprint = Blueprint(
        version=VERSION,
        song=song_ref,
        grid=grid_of(song),
        sections=_sections(song),
        segments=tuple(
            _segment(occasion, index, piece, reason)
            for index, (piece, reason) in enumerate(zip(pieces, whys(occasion, pieces), strict=True))
        ),
        output=output,
        compromises=compromises(occasion, usable, pieces, offers),
    )
    check_rules(blueprint)
    return Plan(blueprint, tuple(piece.parts for piece in pieces))


def occasion_for(song: SongAnalysis, song_ref: SongRef, moves: Sequence[PlannableMove], wish: Wish) -> Occasion:
    """Return the song as it is danced, with the moves that there are, at least one."""
    song = heard(song, song_ref.duration_s, half_time=wish.half_time)
    return occasion_of(song, slots_of(song, wish.duration_s), library_of(moves), wish)


def grid_of(song: SongAnalysis) -> Grid:
    """Return the song's counts as a blueprint holds them."""
    return Grid(
        tempo_bpm=float(song.grid.tempo_bpm),
        beat_times_s=_seconds(song.grid.beat_times_s),
        count1_beats=tuple(int(beat) for beat in song.grid.count1_beats),
    )


def _sections(song: SongAnalysis) -> tuple[SectionSpan, ...]:
    return tuple(
        SectionSpan(
            label=section.label,
            start_s=round(section.start_s, DECIMALS),
            end_s=round(section.end_s, DECIMALS),
            energy=round(section.energy, DECIMALS),
        )
        for section in song.sections
    )


def _segment(occasion: Occasion, index: int, piece: Piece, why: str) -> Segment:
    move, run = piece.move, piece.run
    clip_s = _seconds(move.beat_times_s[piece.first_beat : piece.first_beat + run.beats + 1])
    song_s = _seconds(occasion.song.grid.beat_times_s[run.first_beat : run.first_beat + run.beats + 1])
    return Segment(
        index=index,
        move_id=move.move_id,
        name=move.name,
        category=move.category,
        difficulty=move.difficulty,
        clip_sha256=move.clip_sha256,
        source=BeatSpan(start_s=clip_s[0], end_s=clip_s[-1], first_beat=piece.first_beat, beats=run.beats),
        target=BeatSpan(start_s=song_s[0], end_s=song_s[-1], first_beat=run.first_beat, beats=run.beats),
        warp=tuple(zip(clip_s, song_s, strict=True)),
        seam=_seam(piece),
        why=why,
    )


def _seam(piece: Piece) -> Seam:
    if piece.seam_distance is None:
        return Seam(kind="start", score=1.0)
    return Seam(kind="flow" if piece.flows else "cut", score=round(seam_score(piece.seam_distance), DECIMALS))


def _seconds(times_s: FloatArray) -> tuple[float, ...]:
    return tuple(float(second) for second in np.round(times_s, DECIMALS))
