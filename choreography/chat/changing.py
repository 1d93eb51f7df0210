"""Changes of a draft in the words of dancers: each gives another draft, and leaves alone what it does not name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.blueprint.schema import Blueprint, Segment
from choreography.chat.drafts import Draft, diff_rows
from choreography.chat.levels import STEMS, stepped_difficulty, stepped_energy
from choreography.chat.library import best_first, moves_named, moves_with_the_sound_of
from choreography.chat.regions import segments_in
from choreography.chat.understanding.durations import SHORTEST_S
from choreography.chat.understanding.edit import Edit, EditKind, Target
from choreography.generation.library import moves_for
from choreography.generation.planning import planner_wish
from choreography.models import Move
from choreography.planning.editing import Draft as PlanDraft
from choreography.planning.editing import replan, scores_of, swap
from choreography.planning.errors import (
    ImpossibleFilterError,
    NoMoveFitsError,
    NotAPhraseError,
    TooFewMovesError,
    TwiceInARowError,
    UnknownMoveError,
)
from choreography.planning.holds import Choice, Hold
from choreography.planning.inputs import PlannableMove
from choreography.planning.plan import planned
from choreography.songs.analysis import analysis_of
from choreography.styles import fits_style
from choreography.wishes import DanceWish
from common.errors import InputError

SHORTER, LONGER = 2 / 3, 3 / 2
STEP_S = 5.0
SHORTER_BEATS = (16, 8)
"""Tried in place of a longer move when no wanted one is as long."""
EDGES = frozenset({Category.INTROS, Category.OUTRO})
CANNOT_PLACE = (UnknownMoveError, TwiceInARowError, NoMoveFitsError)


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

    @property
    def locked(self) -> frozenset[int]:
        return frozenset(segment.index for segment in self.plan.segments if self.is_locked(segment))


def changed(draft: Draft, edit: Edit, moves: Sequence[Move], new_id: str) -> Draft:
    """Return the draft with one change.

    Raises NothingChangedError, and the errors of `choreography.planning.errors`.
    """
    bench = Bench(draft, moves)
    wish, plan = _CHANGES[edit.kind](bench, edit)
    scores = scores_of(replace(bench.desk(wish), blueprint=plan))
    return replace(draft, id=new_id, blueprint=plan, wish=wish, scores=scores)


def rewished(draft: Draft, wish: DanceWish, moves: Sequence[Move], new_id: str) -> Draft:
    """Return the draft planned anew by another wish; what is locked stays."""
    bench = Bench(draft, moves)
    plan = replan(bench.desk(wish), bench.locked)
    return replace(
        draft, id=new_id, blueprint=plan, wish=wish, scores=scores_of(replace(bench.desk(wish), blueprint=plan))
    )


Changed = tuple[DanceWish, Blueprint]


def _swap(bench: Bench, edit: Edit) -> Changed:
    indices = _meant(bench, edit.target)
    if not indices:
        raise NothingChangedError("not_danced")
    chosen = indices if edit.target.every else indices[:1]
    wish, plan = bench.draft.wish, bench.plan
    for index in chosen:
        plan = _swapped(replace(bench, draft=replace(bench.draft, blueprint=plan)), index, edit.replacement, wish)
    return wish, plan


def _swapped(bench: Bench, index: int, wanted: Target, wish: DanceWish) -> Blueprint:
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


def _ban(bench: Bench, edit: Edit) -> Changed:
    gone = _meant(bench, edit.target)
    wish = banned(bench.draft.wish, edit.target, bench.moves)
    if edit.target.place is not None:
        if not gone:
            raise NothingChangedError("not_danced")
        wish = replace(wish, banned_moves=wish.banned_moves | {bench.plan.segments[index].move_id for index in gone})
    out = {
        segment.index
        for segment in bench.plan.segments
        if segment.category in wish.avoid_categories or segment.move_id in wish.banned_moves
    }
    if out & bench.locked:
        raise NothingChangedError("locked")
    kept = frozenset(range(len(bench.plan.segments))) - out
    return wish, (replan(bench.desk(wish), kept) if out else bench.plan)


def banned(wish: DanceWish, target: Target, moves: Sequence[Move]) -> DanceWish:
    """Return the wish without a kind of move, or without the moves of a name."""
    if target.category:
        category = Category(target.category)
        return replace(
            wish,
            avoid_categories=wish.avoid_categories | {category},
            include_categories=wish.include_categories - {category},
            banned_moves=wish.banned_moves | moves_with_the_sound_of(moves, [category]),
        )
    if target.name:
        ids = frozenset(str(move.id) for move in moves_named(moves, target.name))
        return replace(wish, banned_moves=wish.banned_moves | ids, include_moves=wish.include_moves - ids)
    return wish


def _add(bench: Bench, edit: Edit) -> Changed:
    """Dance one more move of a kind, in place of the one inside the dance that serves it least."""
    wish = bench.draft.wish
    if edit.replacement.category:
        category = Category(edit.replacement.category)
        wish = replace(
            wish,
            avoid_categories=wish.avoid_categories - {category},
            banned_moves=wish.banned_moves - moves_with_the_sound_of(bench.moves, [category]),
            include_categories=wish.include_categories | {category},
        )
    points = [sum(part.values()) for part in bench.draft.scores]
    inner = [
        segment
        for segment in bench.plan.segments
        if segment.category not in EDGES and not _is(segment, edit.replacement) and not bench.is_locked(segment)
    ]
    by_need = sorted(inner, key=lambda segment: points[segment.index] if segment.index < len(points) else 0.0)
    for segment in by_need:
        try:
            return wish, _swapped(bench, segment.index, edit.replacement, wish)
        except NothingChangedError:
            continue
    raise NothingChangedError("no_such_move")


def _energy(bench: Bench, edit: Edit) -> Changed:
    wish = bench.draft.wish
    if edit.region == "whole":
        energy = Energy(edit.value) if edit.value else stepped_energy(wish.energy, edit.step)
        if energy is wish.energy and not wish.section_energy:
            raise NothingChangedError("energy_at_its_end")
        wish = replace(wish, energy=energy, section_energy={})
        return wish, replan(bench.desk(wish), bench.locked)
    inside = _inside(bench, edit.region)
    energies = dict(wish.section_energy)
    for number, span in enumerate(bench.plan.sections):
        if any(span.start_s <= bench.plan.segments[index].target.start_s < span.end_s for index in inside):
            now = energies.get(number, wish.energy)
            energies[number] = Energy(edit.value) if edit.value else stepped_energy(now, edit.step)
    wish = replace(wish, section_energy=energies)
    plan = _replanned(bench, wish, inside)
    step = edit.step or Energy(edit.value).level - bench.draft.wish.energy.level
    return wish, plan if diff_rows(bench.plan, plan) or not step else _swapped_each(bench, inside, step, wish)


def _swapped_each(bench: Bench, inside: Sequence[int], step: int, wish: DanceWish) -> Blueprint:
    """Return the plan with each move of a part calmer or livelier than it is, where the library has such a move."""
    plan = bench.plan
    for index in inside:
        try:
            here = replace(bench, draft=replace(bench.draft, blueprint=plan))
            plan = _swapped(here, index, Target(energy=step), wish)
        except NothingChangedError:
            continue
    return plan


def _difficulty(bench: Bench, edit: Edit) -> Changed:
    wish = bench.draft.wish
    if edit.region == "whole":
        level = Difficulty(edit.value) if edit.value else stepped_difficulty(wish.difficulty, edit.step)
        if level is wish.difficulty:
            raise NothingChangedError("difficulty_at_its_end")
        wish = replace(wish, difficulty=level)
        return wish, replan(bench.desk(wish), bench.locked)
    plan, hit = bench.plan, False
    for index in _inside(bench, edit.region):
        if plan.segments[index].category in EDGES:
            continue
        try:
            here = replace(bench, draft=replace(bench.draft, blueprint=plan))
            plan, hit = _swapped(here, index, Target(difficulty=edit.step), wish), True
        except NothingChangedError:
            continue
    if not hit:
        raise NothingChangedError("difficulty_at_its_end")
    return wish, plan


def _style(bench: Bench, edit: Edit) -> Changed:
    wish, style = bench.draft.wish, Style(edit.value)
    if edit.region == "whole":
        wish = replace(wish, style=style)
        return wish, replan(bench.desk(wish), bench.locked)
    plan, hit = bench.plan, False
    for index in _inside(bench, edit.region):
        segment = plan.segments[index]
        own = next((move for move in bench.moves if str(move.id) == segment.move_id), None)
        if segment.category in EDGES or (own and own.style == style):
            continue
        desk = replace(bench.desk(wish), blueprint=plan)
        try:
            plan = swap(
                desk, index, lambda move: move.category not in EDGES and fits_style(move.category, move.style, style)
            )
            hit = True
        except CANNOT_PLACE:
            continue
    if not hit:
        raise NothingChangedError("no_such_move")
    return wish, plan


def _open(bench: Bench, edit: Edit) -> Changed:
    return _at(bench, 0, edit.replacement)


def _close(bench: Bench, edit: Edit) -> Changed:
    return _at(bench, len(bench.plan.segments) - 1, edit.replacement)


def _at(bench: Bench, index: int, wanted: Target) -> Changed:
    wish = bench.draft.wish
    if _is(bench.plan.segments[index], wanted):
        raise NothingChangedError("as_it_is")
    return wish, _swapped(bench, index, wanted, wish)


def _length(bench: Bench, edit: Edit) -> Changed:
    """Dance shorter or longer; all moves that still fit stay, but for the last, which make room for an ending."""
    segments, song_s = bench.plan.segments, bench.plan.song.duration_s
    now_s = segments[-1].target.end_s
    wanted_s = float(edit.value) if edit.value else now_s * (SHORTER if edit.step < 0 else LONGER)
    wanted_s = max(SHORTEST_S, round(wanted_s / STEP_S) * STEP_S)
    whole = wanted_s >= song_s
    if (whole and now_s > song_s - STEP_S * 2) or (edit.step < 0 and wanted_s >= now_s):
        raise NothingChangedError("length_at_its_end")
    wish = replace(bench.draft.wish, duration_s=None if whole else wanted_s)
    stay = [s.index for s in segments if s.target.end_s <= wanted_s and s.category is not Category.OUTRO]
    failure: Exception | None = None
    for spare in (1, 2, 3, len(stay)):
        try:
            return wish, replan(bench.desk(wish), frozenset(stay[: max(0, len(stay) - spare)]))
        except (NotAPhraseError, NoMoveFitsError, TwiceInARowError) as error:
            failure = error
    assert failure is not None
    raise failure


def _again(bench: Bench, _: Edit) -> Changed:
    wish = replace(bench.draft.wish, seed=(bench.draft.wish.seed + 1) % 2**31)
    return wish, replan(bench.desk(wish), bench.locked)


def _replanned(bench: Bench, wish: DanceWish, inside: Sequence[int]) -> Blueprint:
    kept = frozenset(range(len(bench.plan.segments))) - frozenset(inside) | bench.locked
    return replan(bench.desk(wish), kept)


def _inside(bench: Bench, region: str) -> list[int]:
    inside = segments_in(bench.plan, region)
    if not inside:
        raise NothingChangedError("no_such_part")
    return inside


def _meant(bench: Bench, target: Target) -> list[int]:
    """Return which moves of the plan are meant."""
    segments = bench.plan.segments
    if target.place is not None:
        place = target.place if target.place >= 0 else len(segments) + target.place
        return [place] if 0 <= place < len(segments) else []
    return [segment.index for segment in segments if _is(segment, target)]


def _is(segment: Segment, target: Target) -> bool:
    """Return whether a move of the plan is of a kind or a name; a name of the kind counts where the kind does not."""
    if target.category:
        category = Category(target.category)
        return segment.category is category or (
            category is not Category.LADYTURN
            and any(segment.name.lower().startswith(stem) for stem in STEMS.get(category, ()))
        )
    return bool(target.name) and target.name in segment.name.lower()


_CHANGES: dict[EditKind, Callable[[Bench, Edit], Changed]] = {
    EditKind.SWAP: _swap,
    EditKind.BAN: _ban,
    EditKind.ADD: _add,
    EditKind.ENERGY: _energy,
    EditKind.DIFFICULTY: _difficulty,
    EditKind.STYLE: _style,
    EditKind.OPEN: _open,
    EditKind.CLOSE: _close,
    EditKind.LENGTH: _length,
    EditKind.AGAIN: _again,
}

NO_PLAN = (ImpossibleFilterError, TooFewMovesError, NoMoveFitsError)
"""A change that leaves too little to dance."""
