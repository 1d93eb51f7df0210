"""An edit becomes a plan: the choreographer's own edits, around what is locked. Runs where plans are made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from choreography.blueprint.diff import diff_blueprints, same_dance
from choreography.blueprint.schema import Blueprint, Segment
from choreography.blueprint.wishes import DanceWish
from choreography.edits.edit import Ban, Edit, Renew, Reorder, Replan, ReplanFrom, SectionEnergy, Swap
from choreography.edits.errors import OutdatedLocksError, SegmentLockedError
from choreography.planning.editing import Draft, ban, change_section_energy, renewed, reorder, replan, replan_from, swap
from choreography.planning.errors import NotAPhraseError, StaleBlueprintError, TwiceInARowError, UnknownMoveError
from choreography.planning.inputs import PlannableMove
from choreography.planning.plan import explained_plan
from common.errors import InternalError

Suits = Callable[[PlannableMove], bool]
SEEDS_TRIED = 4
"""Plans made in search of another one; each takes a fifth of a second for a song of three minutes."""

SEEDS = 2**31


@dataclass(frozen=True)
class Desk:
    """A version of a plan, with all that an edit of it needs."""

    draft: Draft
    asked: DanceWish
    locked: frozenset[int]
    """First beats of the locked moves."""
    tried: Mapping[int, frozenset[str]]
    """Moves that stood at a first beat in earlier versions: another one is wanted, not one of these again."""


@dataclass(frozen=True)
class Edited:
    """The plan that an edit gives, and the wish by which the next edit plans."""

    blueprint: Blueprint
    asked: DanceWish


def applied(edit: Edit, desk: Desk) -> Edited:
    """Return the plan after the edit; what is locked is as it was.

    Raises the errors of `choreography.planning.errors`, SegmentLockedError, and OutdatedLocksError where nothing can be
    planned before locked moves are set free.
    """
    there = {move.move_id for move in desk.draft.moves}
    if any(segment.move_id not in there for segment in _locked_segments(desk)):
        raise OutdatedLocksError
    try:
        edited = _applied(edit, desk)
    except StaleBlueprintError as error:
        if _locked_segments(desk):
            raise OutdatedLocksError from error
        raise
    for segment in _locked_segments(desk):
        if isinstance(edit, Renew):
            if not any(_same_move(segment, other) for other in edited.blueprint.segments):
                raise OutdatedLocksError
        elif not any(same_dance(segment, other) for other in edited.blueprint.segments):
            raise SegmentLockedError
    return edited


def _applied(edit: Edit, desk: Desk) -> Edited:
    match edit:
        case Swap():
            return Edited(_swapped(edit, desk), desk.asked)
        case Ban():
            return _banned(edit, desk)
        case Reorder():
            return Edited(reorder(desk.draft, edit.segment, edit.to), desk.asked)
        case SectionEnergy():
            return _section_energy(edit, desk)
        case ReplanFrom():
            return _anew(desk, edit.seed, edit.segment)
        case Replan():
            return _anew(desk, edit.seed, 0)
        case Renew():
            return Edited(renewed(desk.draft), desk.asked)
        case _:
            raise InternalError("This edit needs no planning.")


def _same_move(one: Segment, other: Segment) -> bool:
    """Return whether both are one move on the same beats of the song, from whichever clip."""
    return (one.move_id, one.target) == (other.move_id, other.target)


def _swapped(edit: Swap, desk: Desk) -> Blueprint:
    """Return the plan with the swap: of the tests that an answer may pass, the strictest that a move passes."""
    segment = _segment(desk.draft.blueprint, edit.segment)
    any_level = edit.to in ("harder", "move")
    failure: Exception | None = None
    for suits in _tests(edit, segment, desk.tried.get(segment.target.first_beat, frozenset())):
        try:
            return swap(desk.draft, edit.segment, suits, any_level=any_level)
        except (UnknownMoveError, TwiceInARowError) as error:
            failure = failure or error
    raise failure or UnknownMoveError("The library has no other move like that.")


def _tests(edit: Swap, segment: Segment, tried: frozenset[str]) -> Iterable[Suits]:
    level = segment.difficulty.level

    def fresh(suits: Suits) -> Suits:
        return lambda move: move.move_id not in tried and suits(move)

    def same_kind(move: PlannableMove) -> bool:
        return move.category is segment.category

    tests: dict[str, tuple[Suits, ...]] = {
        "harder": (
            lambda move: move.difficulty.level == level + 1 and same_kind(move),
            lambda move: move.difficulty.level > level and same_kind(move),
            lambda move: move.difficulty.level > level,
        ),
        "easier": (
            lambda move: move.difficulty.level == level - 1 and same_kind(move),
            lambda move: move.difficulty.level < level and same_kind(move),
            lambda move: move.difficulty.level < level,
        ),
        "same_kind": (same_kind,),
        "category": (lambda move: move.category is edit.category,),
        "any": (lambda _: True,),
    }
    if edit.to == "move":
        return (lambda move: move.move_id == edit.move_id,)
    wanted = tests[edit.to]
    return (*map(fresh, wanted), *wanted) if tried else wanted


def _banned(edit: Ban, desk: Desk) -> Edited:
    if any(segment.move_id == edit.move_id for segment in _locked_segments(desk)):
        raise SegmentLockedError
    asked = replace(desk.asked, banned_moves=desk.asked.banned_moves | {edit.move_id})
    return Edited(ban(desk.draft, edit.move_id), asked)


def _section_energy(edit: SectionEnergy, desk: Desk) -> Edited:
    energies = {**desk.asked.section_energy, edit.section: edit.energy}
    asked = replace(desk.asked, section_energy=energies)
    if not desk.locked:
        return Edited(change_section_energy(desk.draft, edit.section, edit.energy), asked)
    if not 0 <= edit.section < len(desk.draft.blueprint.sections):
        raise NotAPhraseError(f"The song has no section {edit.section + 1}.")
    span = desk.draft.blueprint.sections[edit.section]
    outside = {s.index for s in desk.draft.blueprint.segments if not span.start_s <= s.target.start_s < span.end_s}
    draft = replace(desk.draft, wish=replace(desk.draft.wish, section_energy=energies))
    return Edited(replan(draft, frozenset(outside | _locked_indices(desk))), asked)


def _replanned(desk: Desk, seed: int, first: int) -> Edited:
    asked = replace(desk.asked, seed=seed)
    draft = replace(desk.draft, wish=replace(desk.draft.wish, seed=seed))
    held = frozenset(range(first)) | _locked_indices(desk)
    if not held:  # nothing of the old plan stays, so it does not matter on which counts it was made
        old = draft.blueprint
        return Edited(explained_plan(draft.song, old.song, draft.moves, draft.wish, old.output).blueprint, asked)
    if first:
        _segment(draft.blueprint, first)
    return Edited(replan(draft, held) if desk.locked else replan_from(draft, first), asked)


def _anew(desk: Desk, seed: int | None, first: int) -> Edited:
    """Return the plan of a seed; without one, of the next one that changes anything: locks leave few plans."""
    if seed is not None:
        return _replanned(desk, seed, first)
    for step in range(1, SEEDS_TRIED + 1):
        edited = _replanned(desk, (desk.asked.seed + step) % SEEDS, first)
        diff = diff_blueprints(desk.draft.blueprint, edited.blueprint)
        if diff.swapped or diff.added or diff.grid_changed:
            break
    return edited


def _locked_segments(desk: Desk) -> list[Segment]:
    return [s for s in desk.draft.blueprint.segments if s.target.first_beat in desk.locked]


def _locked_indices(desk: Desk) -> frozenset[int]:
    return frozenset(segment.index for segment in _locked_segments(desk))


def _segment(plan: Blueprint, index: int) -> Segment:
    if not 0 <= index < len(plan.segments):
        raise NotAPhraseError(f"The plan has no move number {index + 1}.")
    return plan.segments[index]


def moves_tried(
    changes: Iterable[tuple[UUID, UUID | None, Mapping[str, object]]], version_id: UUID
) -> dict[int, frozenset[str]]:
    """Return which moves swaps took away from each first beat, on the way from the first version to this one.

    `changes`: id, parent and change of all versions.
    """
    known = {row_id: (parent_id, change) for row_id, parent_id, change in changes}
    tried: dict[int, set[str]] = {}
    at: UUID | None = version_id
    while at is not None and at in known:
        at, change = known[at]
        match change:
            case {"kind": "swap", "parameters": {"first_beat": int(first_beat), "from_move_id": str(move_id)}}:
                tried.setdefault(first_beat, set()).add(move_id)
    return {first_beat: frozenset(ids) for first_beat, ids in tried.items()}
