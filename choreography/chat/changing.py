"""Changes of a draft in the words of dancers: each gives another draft, and leaves alone what it does not name."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.blueprint.schema import Blueprint
from choreography.blueprint.wishes import DanceWish
from choreography.chat.bench import EDGES, Bench, NothingChangedError, indices_inside, indices_meant, is_meant
from choreography.chat.drafts import Draft, diff_rows
from choreography.chat.levels import stepped_difficulty, stepped_energy
from choreography.chat.library import moves_named, moves_with_the_sound_of
from choreography.chat.swapping import CANNOT_PLACE, swapped
from choreography.chat.understanding.durations import SHORTEST_S
from choreography.chat.understanding.edit import Edit, EditKind, Target
from choreography.models import Move
from choreography.planning.editing import replan, scores_of, swap
from choreography.planning.errors import (
    ImpossibleFilterError,
    NoMoveFitsError,
    NotAPhraseError,
    TooFewMovesError,
    TwiceInARowError,
)
from choreography.planning.styles import fits_style

SHORTER, LONGER = 2 / 3, 3 / 2
STEP_S = 5.0


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
    indices = indices_meant(bench, edit.target)
    if not indices:
        raise NothingChangedError("not_danced")
    chosen = indices if edit.target.every else indices[:1]
    wish, plan = bench.draft.wish, bench.plan
    for index in chosen:
        plan = swapped(bench.at(plan), index, edit.replacement, wish)
    return wish, plan


def _ban(bench: Bench, edit: Edit) -> Changed:
    gone = indices_meant(bench, edit.target)
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
        if segment.category not in EDGES and not is_meant(segment, edit.replacement) and not bench.is_locked(segment)
    ]
    by_need = sorted(inner, key=lambda segment: points[segment.index] if segment.index < len(points) else 0.0)
    for segment in by_need:
        try:
            return wish, swapped(bench, segment.index, edit.replacement, wish)
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
    inside = indices_inside(bench, edit.region)
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
            plan = swapped(bench.at(plan), index, Target(energy=step), wish)
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
    for index in indices_inside(bench, edit.region):
        if plan.segments[index].category in EDGES:
            continue
        try:
            plan, hit = swapped(bench.at(plan), index, Target(difficulty=edit.step), wish), True
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
    for index in indices_inside(bench, edit.region):
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
    if is_meant(bench.plan.segments[index], wanted):
        raise NothingChangedError("as_it_is")
    return wish, swapped(bench, index, wanted, wish)


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
