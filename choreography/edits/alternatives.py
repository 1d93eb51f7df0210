"""Which moves could stand at a place of a plan, best first: asked while somebody looks at a menu.

Whether a move fits is decided by the choreographer's own rules (`planning.offers`): count, room, tempo. How good it is
follows its own scores, as far as labels tell them; how the couple stands at the cut is known only to the planning
worker, so the likeness of the neighbours' movement stands in for the seam.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from django.db.models import F, FloatField, QuerySet, Value
from pgvector.django import CosineDistance

from ai_services.vocabulary import Category, Difficulty
from choreography import selectors
from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.schema import Blueprint, Segment
from choreography.blueprint.wishes import DanceWish
from choreography.edits.errors import CountsChangedError
from choreography.library.plannable import labelled_move
from choreography.models import Blueprint as StoredBlueprint
from choreography.models import Move, MoveEmbedding
from choreography.planning.beam import KINSHIP_WEIGHT, REUSE_COST, SAME_KIND_COST
from choreography.planning.errors import NotAPhraseError
from choreography.planning.inputs import FloatArray, Wish
from choreography.planning.library import library_of
from choreography.planning.offers import offers_for
from choreography.planning.plan import grid_of
from choreography.planning.scoring import Occasion, occasion_of
from choreography.planning.segments import windows_of
from choreography.planning.slots import Run, Slot, heard, runs_of, slots_of
from choreography.songs.corrections import counts_of
from video_processing.music.grid import SongAnalysis

MOST_CONSIDERED = 1_000
"""Moves nearest to the neighbours' movement that are looked at: a larger library is not read for a menu."""

POSES = ("lead", "follow", "interaction")
LOOK_BACK = 3


@dataclass(frozen=True)
class Alternative:
    """A move that fits a place of a plan."""

    move: Move
    score: float
    """Points by which alternatives are compared."""
    speed: float
    """Clip seconds a song second."""
    level_change: int
    """Steps harder (positive) or easier (negative) than the move that stands there."""
    above_wish: bool
    """Harder than the whole dance was wished: it comes only when asked for by name."""
    danced_at: tuple[int, ...]
    """Where the plan dances it already."""


def alternatives(
    version: StoredBlueprint, index: int, *, category: Category | None = None, difficulty: Difficulty | None = None
) -> list[Alternative]:
    """Return the moves that a swap of segment `index` may bring, best first, those above the wished level last.

    Only of one kind or level where asked.

    Raises NotAPhraseError, CountsChangedError, SongNotAnalysedError.
    """
    plan, asked = load_blueprint(version.data), DanceWish.from_json(version.wish)
    if index >= len(plan.segments):
        raise NotAPhraseError(f"The plan has no move number {index + 1}.")
    song, slots, run = _place(version, plan, plan.segments[index], asked)
    rows = _candidates(version, plan, index, asked)
    if category is not None:
        rows = rows.filter(category=category)
    if difficulty is not None:
        rows = rows.filter(difficulty=difficulty)
    moves = {str(move.id): move for move in rows[:MOST_CONSIDERED]}
    if not moves:
        return []
    library = library_of([labelled_move(move) for move in moves.values()])
    found = _fitting(plan, plan.segments[index], occasion_of(song, slots, library, _wish(asked)), run, moves)
    return sorted(found, key=lambda each: (each.above_wish, -each.score, str(each.move.id)))


def _candidates(version: StoredBlueprint, plan: Blueprint, index: int, asked: DanceWish) -> QuerySet[Move]:
    """Return moves that may stand there by name, those first that move as the neighbours do."""
    near = [segment for segment in plan.segments if abs(segment.index - index) == 1]
    taken = {plan.segments[index].move_id, *(segment.move_id for segment in near), *asked.banned_moves}
    rows = selectors.danceable_moves(version.owner_id).exclude(id__in=taken)
    kinship = Value(0.0, output_field=FloatField())
    for embedding in MoveEmbedding.objects.filter(move_id__in={segment.move_id for segment in near}):
        for part in POSES:
            distance = CosineDistance(F(f"embedding__{part}"), getattr(embedding, part))
            kinship = kinship + (Value(1.0, output_field=FloatField()) - distance) / Value(float(len(POSES)))  # type: ignore[assignment]
    unread = ("role_evidence", "heard_grid", "notes", "held_reason", "import_fault")
    return rows.defer(*unread).annotate(kinship=kinship).order_by("-kinship", "id")


def _place(
    version: StoredBlueprint, plan: Blueprint, segment: Segment, asked: DanceWish
) -> tuple[SongAnalysis, tuple[Slot, ...], Run]:
    """Return the song as the choreographer hears it, and the run of its slots that a segment fills."""
    song = heard(counts_of(version.song), plan.song.duration_s, half_time=asked.half_time)
    if grid_of(song) != plan.grid:
        raise CountsChangedError
    slots = slots_of(song, asked.duration_s)
    place = segment.target.first_beat, segment.target.beats
    run = next((run for runs in runs_of(slots) for run in runs if (run.first_beat, run.beats) == place), None)
    if run is None:
        raise CountsChangedError
    return song, slots, run


def _wish(asked: DanceWish) -> Wish:
    """Return a wish as the choreographer takes it, but for its words: their vectors need the sentence model."""
    return Wish(
        difficulty=asked.difficulty,
        energy=asked.energy,
        style=asked.style,
        section_energy=asked.section_energy,
        half_time=asked.half_time,
        wide_stretch=asked.wide_stretch,
        role=asked.role,
    )


def _fitting(
    plan: Blueprint, segment: Segment, occasion: Occasion, run: Run, moves: dict[str, Move]
) -> list[Alternative]:
    """Return the moves that can fill the run, each with its best piece there."""
    everything = np.ones(len(occasion.library.moves), dtype=np.bool_)
    offers = offers_for(occasion, run, windows_of(occasion.library, run.beats), everything)
    extra = _company(plan, segment, occasion, moves)
    best: dict[int, int] = {}
    for row in np.argsort(-offers.score, kind="stable"):
        best.setdefault(int(offers.move[row]), int(row))
    found = []
    for place, row in best.items():
        known = occasion.library.moves[place]
        found.append(
            Alternative(
                move=moves[known.move_id],
                score=float(offers.score[row] + extra[place]),
                speed=float(offers.speed[row]),
                level_change=known.difficulty.level - segment.difficulty.level,
                above_wish=known.difficulty.level > occasion.wish.difficulty.level,
                danced_at=tuple(other.index for other in plan.segments if other.move_id == known.move_id),
            )
        )
    return found


def _company(plan: Blueprint, segment: Segment, occasion: Occasion, moves: dict[str, Move]) -> FloatArray:
    """Return what each move gains or loses by the moves around it, shape (n_moves,)."""
    uses = Counter(other.move_id for other in plan.segments)
    recent = Counter(other.category for other in plan.segments[max(0, segment.index - LOOK_BACK) : segment.index])
    return np.array(
        [
            KINSHIP_WEIGHT * getattr(moves[move.move_id], "kinship", 0.0)
            - REUSE_COST * uses[move.move_id]
            - SAME_KIND_COST * recent[move.category]
            for move in occasion.library.moves
        ]
    )
