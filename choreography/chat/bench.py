"""A draft on the bench: what a change works with, and which of its moves the words of a change mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ai_services.vocabulary import Category
from choreography.blueprint.schema import Blueprint, Segment
from choreography.blueprint.wishes import DanceWish
from choreography.chat.drafts import Draft
from choreography.chat.levels import STEMS
from choreography.chat.regions import segments_in
from choreography.chat.understanding.edit import Target
from choreography.generation.library import moves_for
from choreography.generation.planning import planner_wish
from choreography.models import Move
from choreography.planning.editing import Draft as PlanDraft
from choreography.songs.analysis import analysis_of
from common.errors import InputError

EDGES = frozenset({Category.INTROS, Category.OUTRO})


class NothingChangedError(InputError):
    """The change finds nothing to change; `reason` says why, for the reply."""

    code = "nothing_changed"

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason


@dataclass(frozen=True)
class Bench:
    """A draft with all that a change needs."""

    draft: Draft
    moves: Sequence[Move]

    @property
    def plan(self) -> Blueprint:
        return self.draft.blueprint

    def desk(self, wish: DanceWish) -> PlanDraft:
        """Return the plan as the choreographer changes it, by a wish."""
        song, words = analysis_of(self.draft.song), planner_wish(wish)
        danced = frozenset(segment.move_id for segment in self.plan.segments)
        return PlanDraft(self.plan, song, moves_for(song, words, self.draft.owner_id, danced), words)

    def is_locked(self, segment: Segment) -> bool:
        return segment.target.first_beat in self.draft.locked

    def at(self, plan: Blueprint) -> "Bench":
        """Return the bench with the draft as far as it has been changed."""
        return replace(self, draft=replace(self.draft, blueprint=plan))

    @property
    def locked(self) -> frozenset[int]:
        return frozenset(segment.index for segment in self.plan.segments if self.is_locked(segment))


def indices_inside(bench: Bench, region: str) -> list[int]:
    """Return which moves of the plan are in a part of it. Raises NothingChangedError."""
    inside = segments_in(bench.plan, region)
    if not inside:
        raise NothingChangedError("no_such_part")
    return inside


def indices_meant(bench: Bench, target: Target) -> list[int]:
    """Return which moves of the plan are meant."""
    segments = bench.plan.segments
    if target.place is not None:
        place = target.place if target.place >= 0 else len(segments) + target.place
        return [place] if 0 <= place < len(segments) else []
    return [segment.index for segment in segments if is_meant(segment, target)]


def is_meant(segment: Segment, target: Target) -> bool:
    """Return whether a move of the plan is of a kind or a name; a name of the kind counts where the kind does not."""
    if target.category:
        category = Category(target.category)
        return segment.category is category or (
            category is not Category.LADYTURN
            and any(segment.name.lower().startswith(stem) for stem in STEMS.get(category, ()))
        )
    return bool(target.name) and target.name in segment.name.lower()
