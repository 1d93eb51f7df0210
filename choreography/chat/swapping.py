"""One move of a draft in place of another, by the strictest test that a move passes; else a shorter one."""

from collections.abc import Callable

from ai_services.vocabulary import Category, Energy
from choreography.blueprint.schema import Blueprint, Segment
from choreography.blueprint.wishes import DanceWish
from choreography.chat.bench import EDGES, Bench, NothingChangedError
from choreography.chat.levels import stepped_difficulty
from choreography.chat.library import best_first, moves_named
from choreography.chat.understanding.edit import Target
from choreography.planning.editing import Draft as PlanDraft
from choreography.planning.editing import swap
from choreography.planning.errors import NoMoveFitsError, NotAPhraseError, TwiceInARowError, UnknownMoveError
from choreography.planning.holds import Choice, Hold
from choreography.planning.inputs import PlannableMove
from choreography.planning.plan import planned
from choreography.planning.styles import fits_style

SHORTER_BEATS = (16, 8)
"""Tried in place of a longer move when no wanted one is as long."""
CANNOT_PLACE = (UnknownMoveError, TwiceInARowError, NoMoveFitsError)


def swapped(bench: Bench, index: int, wanted: Target, wish: DanceWish) -> Blueprint:
    """Return the plan with one move in place of another: of the tests it may pass, the strictest that one passes."""
    segment = bench.plan.segments[index]
    if bench.is_locked(segment):
        raise NothingChangedError("locked")
    desk, failure = bench.desk(wish), None
    for suits, any_level in _tests(bench, segment, wanted, wish):
        try:
            return swap(desk, index, suits, any_level=any_level)
        except CANNOT_PLACE as error:
            failure = failure or error
    for suits, any_level in _tests(bench, segment, wanted, wish):
        ids = frozenset(move.move_id for move in desk.moves if suits(move) and _allowed(move, wish, any_level))
        plan = _swapped_shorter(bench, desk, segment, ids)
        if plan is not None:
            return plan
    raise NothingChangedError("no_such_move", str(failure or ""))


def _allowed(move: PlannableMove, wish: DanceWish, any_level: bool) -> bool:
    return move.move_id not in wish.banned_moves and (any_level or move.difficulty.level <= wish.difficulty.level)


def _swapped_shorter(bench: Bench, desk: PlanDraft, segment: Segment, ids: frozenset[str]) -> Blueprint | None:
    """Return the plan with a shorter move where no wanted one is as long; what its place leaves over is planned anew.

    At the end of the dance the shorter move comes last, elsewhere first.
    """
    target, is_last = segment.target, segment is bench.plan.segments[-1]
    holds = [
        Hold(other.target.first_beat, other.target.beats, other.move_id, other.source.first_beat)
        for other in bench.plan.segments
        if other is not segment
    ]
    for beats in SHORTER_BEATS:
        if not ids or beats >= target.beats:
            continue
        first_beat = target.first_beat + (target.beats - beats if is_last else 0)
        choice = Choice(first_beat, beats, ids)
        try:
            return planned(
                desk.song, bench.plan.song, desk.moves, desk.wish, bench.plan.output, holds, (choice,)
            ).blueprint
        except (*CANNOT_PLACE, NotAPhraseError):
            continue
    return None


Suits = Callable[[PlannableMove], bool]


def _tests(bench: Bench, segment: Segment, wanted: Target, wish: DanceWish) -> list[tuple[Suits, bool]]:
    level = segment.difficulty.level
    top = stepped_difficulty(wish.difficulty, 1).level
    edge = segment.category in EDGES
    energies = {str(move.id): Energy(move.energy).level for move in bench.moves}
    now = energies.get(segment.move_id, wish.energy.level)
    if wanted.name:
        ids = {str(move.id) for move in best_first(moves_named(bench.moves, wanted.name), wish.difficulty, wish.style)}
        return [(lambda move: move.move_id in ids, False)]
    if wanted.category:
        category = Category(wanted.category)
        return [
            (lambda move: move.category is category and (not wanted.difficulty or _harder(move, level, wanted)), False),
            (lambda move: move.category is category, False),
        ]
    if wanted.difficulty > 0:
        return [
            (lambda move: level < move.difficulty.level <= top and move.category is segment.category, True),
            (lambda move: level < move.difficulty.level <= top and _in_style(move, wish), True),
            (lambda move: level < move.difficulty.level <= top and move.category not in EDGES, True),
        ]
    if wanted.difficulty < 0:
        return [
            (lambda move: move.difficulty.level < level and move.category is segment.category, False),
            (lambda move: move.difficulty.level < level and _in_style(move, wish), False),
            (lambda move: move.difficulty.level < level and move.category not in EDGES, False),
        ]
    if wanted.energy:
        return [
            (lambda move: _livelier(move, now, wanted) and move.category is segment.category, False),
            (lambda move: _livelier(move, now, wanted) and not edge and _in_style(move, wish), False),
            (lambda move: _livelier(move, now, wanted) and not edge and move.category not in EDGES, False),
        ]
    return [(lambda move: move.category is segment.category if edge else move.category not in EDGES, False)]


def _livelier(move: PlannableMove, level: int, wanted: Target) -> bool:
    return (move.energy.level - level) * wanted.energy > 0


def _in_style(move: PlannableMove, wish: DanceWish) -> bool:
    return move.category not in EDGES and fits_style(move.category, move.style, wish.style)


def _harder(move: PlannableMove, level: int, wanted: Target) -> bool:
    return (move.difficulty.level - level) * wanted.difficulty > 0
