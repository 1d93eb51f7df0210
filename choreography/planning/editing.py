"""Changes to a plan: one move, one kind, one section or the rest of the song; what is not touched stays as it is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ai_services.vocabulary import Energy
from choreography.blueprint.diff import same_dance
from choreography.blueprint.rules import SAME_INSTANT_S
from choreography.blueprint.schema import Blueprint, Segment
from choreography.planning.errors import (
    ImpossibleFilterError,
    NoMoveFitsError,
    NoStandInError,
    NotAPhraseError,
    SongOutOfReachError,
    StaleBlueprintError,
    TooFewMovesError,
    TwiceInARowError,
    UnknownMoveError,
)
from choreography.planning.holds import Choice, Hold, offered
from choreography.planning.inputs import PlannableMove, Wish
from choreography.planning.plan import grid_of, occasion_for, planned
from choreography.planning.scoring import Occasion
from choreography.planning.slots import heard
from video_processing.music.grid import SongAnalysis


@dataclass(frozen=True)
class Draft:
    """A plan on the desk, with what it was made from."""

    blueprint: Blueprint
    song: SongAnalysis = field(repr=False)
    moves: tuple[PlannableMove, ...] = field(repr=False)
    wish: Wish


def swap(draft: Draft, index: int, suits: Callable[[PlannableMove], bool], *, any_level: bool = False) -> Blueprint:
    """Return the plan with another move on the beats of segment `index`: the best of those that `suits` accepts.

    "Harder", "another turn" and "this one" are all such a test. Only with `any_level` may the move be above the wished
    difficulty. Raises `UnknownMoveError` where no other move passes, `TwiceInARowError` where only a neighbour does.
    """
    segment = _segment(draft, index)
    fitting = {move.move_id for move in draft.moves if _may_replace(draft, segment, move, any_level) and suits(move)}
    if not fitting:
        raise UnknownMoveError("The library has no other move like that.")
    ids = fitting - {near.move_id for near in draft.blueprint.segments if abs(near.index - index) == 1}
    if not ids:
        raise TwiceInARowError("That move is danced just before or after: it would play twice in a row.")
    choice = Choice(segment.target.first_beat, segment.target.beats, frozenset(ids))
    return _replanned(draft, (other for other in draft.blueprint.segments if other is not segment), (choice,))


def _may_replace(draft: Draft, segment: Segment, move: PlannableMove, any_level: bool) -> bool:
    within = any_level or move.difficulty.level <= draft.wish.difficulty.level
    return within and move.move_id != segment.move_id and move.move_id not in draft.wish.banned_moves


def ban(draft: Draft, move_id: str) -> Blueprint:
    """Return the plan without the move: only the beats on which it was danced are planned anew."""
    wish = replace(draft.wish, banned_moves=draft.wish.banned_moves | {move_id})
    kept = (segment for segment in draft.blueprint.segments if segment.move_id != move_id)
    return _replanned(replace(draft, wish=wish), kept)


def replan(draft: Draft, locked: frozenset[int]) -> Blueprint:
    """Return the plan with the locked segments (by index) as they are and all else planned anew."""
    return _replanned(draft, (_segment(draft, index) for index in sorted(locked)))


def replan_from(draft: Draft, index: int) -> Blueprint:
    """Return the plan with the segments ahead of `index` as they are and the rest planned anew."""
    _segment(draft, index)
    return replan(draft, frozenset(range(index)))


def reorder(draft: Draft, index: int, to_index: int) -> Blueprint:
    """Return the plan with segment `index` moved to place `to_index`; those between move up or down.

    Raises `NotAPhraseError` where a move would then no longer begin on a count 1 and end with a phrase,
    `TwiceInARowError` where one move would follow itself.
    """
    _check_current(draft)
    order = list(draft.blueprint.segments)
    _segment(draft, to_index)
    order.insert(to_index, order.pop(order.index(_segment(draft, index))))
    if any(earlier.move_id == later.move_id for earlier, later in pairwise(order)):
        raise TwiceInARowError("In that order one move would play twice in a row.")
    holds = []
    beat = draft.blueprint.segments[0].target.first_beat
    for segment in order:
        holds.append(replace(_hold(segment), first_beat=beat))
        beat += segment.target.beats
    return _planned(draft, holds)


def change_section_energy(draft: Draft, section: int, energy: Energy) -> Blueprint:
    """Return the plan with one section danced at another energy; only segments that begin in it are planned anew."""
    if not 0 <= section < len(draft.blueprint.sections):
        raise NotAPhraseError(f"The song has no section {section + 1}.")
    span = draft.blueprint.sections[section]
    wish = replace(draft.wish, section_energy={**draft.wish.section_energy, section: energy})
    outside = (
        segment for segment in draft.blueprint.segments if not span.start_s <= segment.target.start_s < span.end_s
    )
    return _replanned(replace(draft, wish=wish), outside)


def renewed(draft: Draft) -> Blueprint:
    """Return the plan danced from today's clips: a move whose clip was replaced or counted anew begins anew, on the
    same beats of the song.

    Where the clip does not last those beats, or the move is gone, the best of its kind stands in, else the best of any.
    All else stays. Raises `StaleBlueprintError` where the counts of the song were corrected, and `NoStandInError` where
    nothing stands in.
    """
    _check_counts(draft)
    segments = draft.blueprint.segments
    if not draft.moves:
        raise _no_stand_in(segments[0])
    moves = {move.move_id: move for move in draft.moves}
    occasion = occasion_for(draft.song, draft.blueprint.song, draft.moves, draft.wish)
    stay = tuple(each for each in segments if _is_as_planned(each, moves.get(each.move_id), occasion))
    held = replace(draft, blueprint=draft.blueprint.model_copy(update={"segments": stay}))
    holds = [_hold(segment) for segment in stay]
    if stay == segments:
        return _planned(held, holds)
    gone = {segment: _stand_ins(draft, segment) for segment in segments if segment not in stay}
    for choices in (tuple(gone.values()), ()):  # else whatever fits there
        try:
            return _planned(held, holds, choices)
        except (UnknownMoveError, NoMoveFitsError, TooFewMovesError, ImpossibleFilterError, SongOutOfReachError):
            continue
    without = (segment for segment, choice in gone.items() if not len(offered(occasion, choice)))
    raise _no_stand_in(next(without, next(iter(gone))))


def _no_stand_in(segment: Segment) -> NoStandInError:
    return NoStandInError(
        f"“{segment.name}” is not in the library as it was, and no other move fits there: "
        "go to another version, or plan the dance anew."
    )


def _is_as_planned(segment: Segment, move: PlannableMove | None, occasion: Occasion) -> bool:
    first = segment.source.first_beat
    return (
        move is not None
        and move.clip_sha256 == segment.clip_sha256
        and first < len(move.beat_times_s)
        and abs(move.beat_times_s[first] - segment.source.start_s) < SAME_INSTANT_S
        and len(offered(occasion, _hold(segment))) > 0
    )


def _stand_ins(draft: Draft, segment: Segment) -> Choice:
    near = {other.move_id for other in draft.blueprint.segments if abs(other.index - segment.index) == 1}
    fitting = [
        move
        for move in draft.moves
        if _may_replace(draft, segment, move, False)
        and (move.category not in draft.wish.avoid_categories or move.move_id in draft.wish.include_moves)
        and move.move_id not in near
    ]
    return Choice(
        segment.target.first_beat,
        segment.target.beats,
        frozenset({segment.move_id}),
        otherwise=(
            frozenset(move.move_id for move in fitting if move.category is segment.category),
            frozenset(move.move_id for move in fitting),
        ),
    )


def scores_of(draft: Draft) -> tuple[dict[str, float], ...]:
    """Return how each segment of the plan scores: points by the names of `scoring.score_parts`."""
    old = draft.blueprint
    holds = [_hold(segment) for segment in old.segments]
    return planned(draft.song, old.song, draft.moves, draft.wish, old.output, holds).parts


def _replanned(draft: Draft, kept: Iterable[Segment], choices: tuple[Choice, ...] = ()) -> Blueprint:
    _check_current(draft)
    return _planned(draft, [_hold(segment) for segment in kept], choices)


def _planned(draft: Draft, holds: Sequence[Hold], choices: tuple[Choice, ...] = ()) -> Blueprint:
    old = draft.blueprint
    plan = planned(draft.song, old.song, draft.moves, draft.wish, old.output, holds, choices)
    return _carried(draft, plan.blueprint)


def _check_counts(draft: Draft) -> None:
    if draft.blueprint.grid != grid_of(
        heard(draft.song, draft.blueprint.song.duration_s, half_time=draft.wish.half_time)
    ):
        raise StaleBlueprintError("The counts of the song were corrected since this plan was made: plan it anew.")


def _check_current(draft: Draft) -> None:
    _check_counts(draft)
    clips = {move.move_id: move.clip_sha256 for move in draft.moves}
    for segment in draft.blueprint.segments:
        if clips.get(segment.move_id, segment.clip_sha256) != segment.clip_sha256:
            raise StaleBlueprintError(
                f"The clip of {segment.name} was replaced since this plan was made: plan it anew."
            )


def _carried(draft: Draft, blueprint: Blueprint) -> Blueprint:
    """Return the new plan with the old segments themselves wherever they and what leads into them are unchanged."""
    old = {segment.target.first_beat: segment for segment in draft.blueprint.segments}
    previous_kept = True
    segments = []
    for segment in blueprint.segments:
        before = old.get(segment.target.first_beat)
        kept = before is not None and same_dance(before, segment)
        carried = before is not None and kept and previous_kept and before.seam.kind == segment.seam.kind
        segments.append(before.model_copy(update={"index": segment.index}) if before and carried else segment)
        previous_kept = kept
    return blueprint.model_copy(update={"segments": tuple(segments)})


def _segment(draft: Draft, index: int) -> Segment:
    if not 0 <= index < len(draft.blueprint.segments):
        raise NotAPhraseError(f"The plan has no move number {index + 1}.")
    return draft.blueprint.segments[index]


def _hold(segment: Segment) -> Hold:
    return Hold(segment.target.first_beat, segment.target.beats, segment.move_id, segment.source.first_beat)
