"""What a class covers, and what its plan still lacks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ai_services.vocabulary import Difficulty
from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.schema import Blueprint, Segment
from instructors.models import ClassPlan, ItemKind, PlanItem
from instructors.phrases import moves_in, phrase_count, span_of
from instructors.selectors import items_of

SPARE_MIN = 5
"""Less than this is no gap: changing partners takes time too."""


@dataclass(frozen=True)
class CoveredMove:
    """A move that the class dances."""

    move_id: str
    name: str
    category: str
    difficulty: str
    times: int


@dataclass(frozen=True)
class Gap:
    """Something the plan lacks."""

    code: str
    detail: str
    item_id: UUID | None = None


@dataclass(frozen=True)
class Summary:
    """A class at a glance."""

    planned_minutes: int
    item_minutes: int
    left_minutes: int
    """Below zero: the parts take longer than the class."""
    moves: tuple[CoveredMove, ...]
    """In the order in which they first come."""
    categories: dict[str, int]
    difficulties: dict[str, int]
    hardest: str | None
    missing: tuple[Gap, ...]


@dataclass(frozen=True)
class ItemContent:
    """What one part of a class dances."""

    item: PlanItem
    segments: tuple[Segment, ...]
    first_phrase: int
    phrases: int
    """0 for an activity, and where the choreography is gone."""


def content_of(plan: ClassPlan) -> list[ItemContent]:
    """Return what each part of a plan dances, by the plans that are danced now."""
    read: dict[UUID, Blueprint] = {}
    return [_content(item, read) for item in items_of(plan)]


def summary_of(plan: ClassPlan) -> Summary:
    """Return a class at a glance."""
    contents = content_of(plan)
    segments = [segment for content in contents for segment in content.segments]
    times = Counter(segment.move_id for segment in segments)
    known = {segment.move_id: segment for segment in reversed(segments)}
    moves = tuple(
        CoveredMove(move_id, known[move_id].name, known[move_id].category, known[move_id].difficulty, count)
        for move_id, count in times.items()
    )
    taken = sum(content.item.minutes for content in contents)
    hardest = max((Difficulty(move.difficulty) for move in moves), key=lambda level: level.level, default=None)
    return Summary(
        planned_minutes=plan.minutes,
        item_minutes=taken,
        left_minutes=plan.minutes - taken,
        moves=moves,
        categories=dict(Counter(move.category for move in moves)),
        difficulties=dict(Counter(move.difficulty for move in moves)),
        hardest=hardest.value if hardest else None,
        missing=tuple(_gaps(plan, contents, taken, moves)),
    )


def _content(item: PlanItem, read: dict[UUID, Blueprint]) -> ItemContent:
    version = item.choreography.current if item.choreography is not None else None
    if version is None:
        return ItemContent(item, (), 1, 0)
    if version.id not in read:
        read[version.id] = load_blueprint(version.data)
    blueprint = read[version.id]
    if item.kind != ItemKind.PHRASES or item.first_phrase is None or item.last_phrase is None:
        return ItemContent(item, blueprint.segments, 1, phrase_count(blueprint))
    span = span_of(blueprint, item.first_phrase, item.last_phrase)
    phrases = min(item.last_phrase, phrase_count(blueprint)) - item.first_phrase + 1
    return ItemContent(item, tuple(moves_in(blueprint, span)), item.first_phrase, max(phrases, 0))


def _gaps(plan: ClassPlan, contents: Sequence[ItemContent], taken: int, moves: Sequence[CoveredMove]) -> list[Gap]:
    gaps = [
        Gap(f"no_{name}", f"The class has no {spoken} yet.")
        for name, spoken in (("objective", "objective"), ("warm_up", "warm-up"), ("cool_down", "cool-down"))
        if not getattr(plan, name)
    ]
    if not contents:
        gaps.append(Gap("no_items", "The class has no parts yet."))
    elif taken > plan.minutes:
        gaps.append(Gap("too_long", f"The parts take {taken - plan.minutes} minutes longer than the class."))
    elif plan.minutes - taken > SPARE_MIN:
        gaps.append(Gap("too_short", f"{plan.minutes - taken} minutes of the class are not planned yet."))
    harder = [move.name for move in moves if Difficulty(move.difficulty).level > Difficulty(plan.level).level]
    if harder:
        gaps.append(Gap("harder_than_level", f"Harder than the level of the class: {', '.join(harder[:5])}."))
    return gaps + [gap for content in contents if (gap := _gap_of(content.item)) is not None]


def _gap_of(item: PlanItem) -> Gap | None:
    if item.minutes == 0:
        return Gap("no_minutes", f"“{item.title}” has no minutes yet.", item.id)
    if item.kind == ItemKind.ACTIVITY:
        return None
    if item.choreography is None:
        return Gap("choreography_removed", f"The choreography of “{item.title}” was removed.", item.id)
    if not getattr(item.choreography, "finished", ()):
        return Gap("no_video", f"“{item.title}” has no video yet.", item.id)
    return None
