"""An edit changes what it says and leaves the rest exactly as it was."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_services.vocabulary import Category, Difficulty, Energy
from choreography.blueprint.diff import diff_blueprints, same_dance
from choreography.blueprint.loading import dump_blueprint, load_blueprint
from choreography.planning.editing import (
    Draft,
    ban,
    change_section_energy,
    renewed,
    reorder,
    replan,
    replan_from,
    swap,
)
from choreography.planning.errors import (
    NoStandInError,
    NotAPhraseError,
    StaleBlueprintError,
    TwiceInARowError,
    UnknownMoveError,
)
from choreography.planning.inputs import Wish
from choreography.planning.plan import plan_choreography


@pytest.fixture(scope="module")
def draft(song, library, reference) -> Draft:
    wish = Wish(Difficulty.INTERMEDIATE)
    return Draft(plan_choreography(song, reference(song), library, wish), song, library, wish)


def anything(move) -> bool:
    return True


def check(blueprint) -> None:
    assert load_blueprint(dump_blueprint(blueprint)) == blueprint


def test_a_swap_changes_one_segment_and_keeps_the_others_as_they_are(draft):
    edited = swap(draft, 3, anything)

    diff = diff_blueprints(draft.blueprint, edited)
    assert [pair.before.index for pair in diff.swapped] == [3]
    assert (diff.added, diff.removed) == ((), ())
    untouched = [segment for segment in edited.segments if segment.index not in (3, 4)]
    assert all(segment == draft.blueprint.segments[segment.index] for segment in untouched)
    check(edited)


def test_a_swap_for_one_named_move_brings_that_move(draft):
    segment = draft.blueprint.segments[2]
    danced = {other.move_id for other in draft.blueprint.segments}
    wanted = next(
        move
        for move in draft.moves
        if move.move_id not in danced
        and move.difficulty is not Difficulty.ADVANCED
        and len(move.beat_times_s) > segment.target.beats + 4
    )

    edited = swap(draft, 2, lambda move: move.move_id == wanted.move_id)

    assert edited.segments[2].move_id == wanted.move_id


def test_a_swap_for_a_harder_move_may_leave_the_wished_level_only_when_asked(draft):
    def harder(move):
        return move.difficulty is Difficulty.ADVANCED

    with pytest.raises(UnknownMoveError):
        swap(draft, 1, harder)

    assert swap(draft, 1, harder, any_level=True).segments[1].difficulty is Difficulty.ADVANCED


def test_a_swap_for_the_neighbour_is_refused(draft):
    neighbour = draft.blueprint.segments[2].move_id

    with pytest.raises(TwiceInARowError, match="twice in a row"):
        swap(draft, 1, lambda move: move.move_id == neighbour)


def test_a_banned_move_is_gone_and_the_others_stay(draft):
    banned = draft.blueprint.segments[1].move_id

    edited = ban(draft, banned)

    assert banned not in {segment.move_id for segment in edited.segments}
    kept = [segment for segment in draft.blueprint.segments if segment.move_id != banned]
    assert len(diff_blueprints(draft.blueprint, edited).kept) == len(kept)
    check(edited)


def test_locked_moves_stay_and_the_rest_follows_the_new_wish(draft):
    changed = replace(draft, wish=replace(draft.wish, seed=5))

    edited = replan(changed, frozenset({0, 4}))

    kept = diff_blueprints(draft.blueprint, edited).kept
    assert {draft.blueprint.segments[0].move_id, draft.blueprint.segments[4].move_id} <= {s.move_id for s in kept}
    assert edited.segments != draft.blueprint.segments
    check(edited)


def test_replanning_from_a_move_keeps_all_before_it(draft):
    edited = replan_from(replace(draft, wish=replace(draft.wish, seed=8)), 3)

    assert edited.segments[:3] == draft.blueprint.segments[:3]
    assert edited.segments[3:] != draft.blueprint.segments[3:]


def test_replanning_with_nothing_changed_gives_the_same_plan(draft):
    assert replan_from(draft, 4) == draft.blueprint


def test_a_short_move_that_is_locked_is_not_jumped_over(draft):
    short = min(draft.blueprint.segments[1:-1], key=lambda segment: segment.target.beats)

    for seed in range(1, 6):
        edited = replan(replace(draft, wish=replace(draft.wish, seed=seed)), frozenset({short.index}))
        assert any(same_dance(short, segment) for segment in edited.segments)


def test_what_an_edit_does_not_touch_keeps_the_words_it_had(draft):
    untouched = draft.blueprint.segments[6]
    renamed = tuple(replace(m, name="New name") if m.move_id == untouched.move_id else m for m in draft.moves)

    edited = swap(replace(draft, moves=renamed), 2, anything)

    assert edited.segments[6] == untouched


def test_two_moves_change_places(draft):
    segments = draft.blueprint.segments

    edited = reorder(draft, 2, 3)

    before = [segment.move_id for segment in segments]
    after = [segment.move_id for segment in edited.segments]
    assert after == [*before[:2], before[3], before[2], *before[4:]]
    check(edited)


def test_a_section_danced_at_another_energy_changes_only_moves_that_begin_in_it(draft):
    span = draft.blueprint.sections[1]

    edited = change_section_energy(draft, 1, Energy.HIGH)

    outside = [s for s in draft.blueprint.segments if not span.start_s <= s.target.start_s < span.end_s]
    kept = {segment.target.first_beat for segment in diff_blueprints(draft.blueprint, edited).kept}
    assert {segment.target.first_beat for segment in outside} <= kept
    check(edited)


@settings(max_examples=25, deadline=None)
@given(
    index=st.integers(0, 7),
    category=st.sampled_from(Category),
    locked=st.sets(st.integers(0, 7)),
    seed=st.integers(1, 9),
)
def test_any_edit_gives_a_sound_plan(draft, index, category, locked, seed):
    redone = replan(replace(draft, wish=replace(draft.wish, seed=seed)), frozenset(locked))
    check(redone)
    for index_locked in locked:
        held = draft.blueprint.segments[index_locked]
        assert any(same_dance(held, segment) for segment in redone.segments)
    try:
        edited = swap(draft, index, lambda move: move.category is category)
    except (UnknownMoveError, TwiceInARowError):
        return
    check(edited)
    assert edited.segments[index].category is category


@pytest.mark.parametrize(
    "edit", [lambda d: swap(d, 99, anything), lambda d: replan_from(d, -1), lambda d: reorder(d, 0, 99)]
)
def test_a_move_that_is_not_in_the_plan_is_refused(draft, edit):
    with pytest.raises(NotAPhraseError, match="no move number"):
        edit(draft)


def test_a_section_that_is_not_in_the_song_is_refused(draft):
    with pytest.raises(NotAPhraseError, match="no section 51"):
        change_section_energy(draft, 50, Energy.LOW)


def test_an_edit_of_a_plan_on_old_counts_is_refused(draft, make_song):
    corrected = replace(draft, song=make_song(tempo_bpm=127.0))

    with pytest.raises(StaleBlueprintError, match="counts of the song were corrected"):
        swap(corrected, 0, anything)


def test_an_edit_of_a_plan_whose_clip_was_replaced_is_refused(draft):
    first = draft.blueprint.segments[0].move_id
    moves = tuple(replace(m, clip_sha256="f" * 64) if m.move_id == first else m for m in draft.moves)

    with pytest.raises(StaleBlueprintError, match="was replaced"):
        swap(replace(draft, moves=moves), 3, anything)


def test_a_move_that_left_the_library_cannot_be_kept(draft):
    first = draft.blueprint.segments[0].move_id
    moves = tuple(move for move in draft.moves if move.move_id != first)

    with pytest.raises(UnknownMoveError, match="no longer in the library"):
        swap(replace(draft, moves=moves), 3, anything)


def with_move(draft, move_id, **changes) -> Draft:
    return replace(draft, moves=tuple(replace(m, **changes) if m.move_id == move_id else m for m in draft.moves))


def without(draft, *segments) -> Draft:
    gone = {segment.move_id for segment in segments}
    return replace(draft, moves=tuple(move for move in draft.moves if move.move_id not in gone))


@pytest.mark.parametrize("beats", [1, 4])
def test_a_move_that_was_counted_anew_is_danced_from_its_new_count(draft, beats):
    moves = {move.move_id: move for move in draft.moves}
    lasting = (s for s in draft.blueprint.segments if len(moves[s.move_id].beat_times_s) > s.target.beats + 12)
    segment = next(lasting)
    move = moves[segment.move_id]
    counted = with_move(draft, move.move_id, count1_beats=move.count1_beats[:-1] + beats)

    edited = renewed(counted)

    (pair,) = diff_blueprints(draft.blueprint, edited).swapped
    assert (pair.before, pair.after.move_id) == (segment, segment.move_id)
    assert (pair.after.source.first_beat - segment.source.first_beat - beats) % 8 == 0
    check(edited)


def test_where_two_moves_are_gone_the_one_is_named_for_which_nothing_stands_in(draft):
    short = min(draft.blueprint.segments, key=lambda segment: segment.target.beats)
    long = max(draft.blueprint.segments[short.index + 2 :], key=lambda segment: segment.target.beats)
    assert long.target.beats > short.target.beats
    stand_in = next(m for m in draft.moves if m.move_id not in {s.move_id for s in draft.blueprint.segments})
    left = without(draft, short, long)
    hard = replace(left, moves=tuple(replace(move, difficulty=Difficulty.ADVANCED) for move in left.moves))
    easy = with_move(
        hard,
        stand_in.move_id,
        difficulty=Difficulty.BEGINNER,
        beat_times_s=draft.song.grid.beat_times_s[: short.target.beats + 1],
        count1_beats=np.array([0]),
        states=None,
    )

    with pytest.raises(NoStandInError, match=f"“{long.name}”"):
        renewed(easy)


def test_no_move_of_a_kind_that_was_refused_stands_in(draft):
    gone = draft.blueprint.segments[2]
    refused = replace(draft, wish=replace(draft.wish, avoid_categories=frozenset({gone.category})))
    assert renewed(without(draft, gone)).segments[2].category is gone.category

    edited = renewed(without(refused, gone))

    fresh = [pair.after for pair in diff_blueprints(draft.blueprint, edited).swapped]
    assert [(segment.index, segment.category is gone.category) for segment in fresh] == [(2, False)]


def test_a_stand_in_may_be_a_move_that_was_included_by_name_whatever_its_kind(draft):
    gone = draft.blueprint.segments[2]
    named = renewed(without(draft, gone)).segments[2]
    wish = replace(draft.wish, avoid_categories=frozenset({named.category}), include_moves=frozenset({named.move_id}))

    assert renewed(replace(without(draft, gone), wish=wish)).segments[2].move_id == named.move_id


def test_where_the_library_is_empty_nothing_stands_in(draft):
    with pytest.raises(NoStandInError, match=f"“{draft.blueprint.segments[0].name}”"):
        renewed(replace(draft, moves=()))
