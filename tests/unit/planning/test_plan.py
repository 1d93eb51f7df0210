"""Every plan keeps its promises, whatever the song, the library and the wish; or it is refused in words."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.blueprint.counts import music_end_s
from choreography.blueprint.loading import dump_blueprint, load_blueprint
from choreography.planning.errors import (
    EmptyLibraryError,
    ImpossibleFilterError,
    NoMoveOfThatDifficultyError,
    SongOutOfReachError,
    SongTooShortError,
    TooFewMovesError,
)
from choreography.planning.inputs import Wish
from choreography.planning.plan import plan_choreography
from choreography.planning.slots import slots_of, twins_of
from choreography.planning.tempo import USUAL_STRETCH, WIDEST_STRETCH
from common.errors import InputError

ANY_WISH = Wish(Difficulty.ADVANCED)

phrases = st.lists(st.sampled_from([8, 8, 8, 8, 4, 12]), min_size=3, max_size=30)
wishes = st.builds(
    Wish,
    difficulty=st.sampled_from(Difficulty),
    energy=st.none() | st.sampled_from(Energy),
    style=st.none() | st.sampled_from(Style),
    duration_s=st.none() | st.floats(10, 100),
    seed=st.integers(0, 5),
    avoid_categories=st.frozensets(st.sampled_from(Category), max_size=3),
    include_categories=st.frozensets(st.sampled_from(Category), max_size=2),
)


@settings(max_examples=150, deadline=None)
@given(
    phrases=phrases,
    tempo_bpm=st.floats(104, 150),
    numbers=st.sets(st.integers(0, 200), min_size=1, max_size=40),
    bare=st.booleans(),
    wish=wishes,
)
def test_every_plan_keeps_its_promises_or_is_refused(
    make_song, make_move, reference, phrases, tempo_bpm, numbers, bare, wish
):
    song = make_song(phrases, tempo_bpm)
    moves = [make_move(number, bare=bare) for number in sorted(numbers)]

    try:
        blueprint = plan_choreography(song, reference(song), moves, wish)
    except InputError as refusal:
        assert str(refusal).endswith(".")
        return

    assert load_blueprint(dump_blueprint(blueprint)) == blueprint
    segments = blueprint.segments
    ones = set(song.grid.count1_beats.tolist())
    assert segments[0].target.first_beat == song.grid.count1_beats[0]
    for segment in segments:
        move = next(move for move in moves if move.move_id == segment.move_id)
        assert segment.difficulty.level <= wish.difficulty.level
        assert segment.category not in wish.avoid_categories
        since_one = segment.target.first_beat - max(one for one in ones if one <= segment.target.first_beat)
        assert since_one % 4 == 0
        assert (segment.source.first_beat - move.count1_beats[0] - since_one) % 8 == 0
        stretch = abs(
            (segment.source.end_s - segment.source.start_s) / (segment.target.end_s - segment.target.start_s) - 1
        )
        assert stretch <= WIDEST_STRETCH + 1e-6
        if stretch > USUAL_STRETCH + 1e-3:
            assert any("off the tempo filmed" in sentence for sentence in blueprint.compromises)
    assert all(earlier.move_id != later.move_id for earlier, later in pairwise(segments))


def test_the_whole_song_is_danced_from_the_first_one_to_the_last_whole_phrase(make_song, library, reference):
    song = make_song((8,) * 20, lead_in_beats=5, tail_beats=3)

    target = plan_choreography(song, reference(song), library, ANY_WISH).segments[-1].target

    assert target.first_beat + target.beats == 5 + 20 * 8


def test_half_phrases_end_a_move_so_that_the_next_one_starts_on_one(make_song, library, reference):
    song = make_song((8, 8, 4, 8, 8, 8, 4, 8, 8, 8))

    segments = plan_choreography(song, reference(song), library, ANY_WISH).segments

    after_half = {3 + 20, 3 + 48}
    assert after_half <= {segment.target.first_beat for segment in segments}


def test_a_wish_for_a_minute_ends_on_the_phrase_end_nearest_to_it(make_song, library, reference):
    song = make_song((8,) * 40, 120.0)

    blueprint = plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED, duration_s=60.0))

    phrase_s = 8 * 60 / 120
    assert abs(music_end_s(blueprint) - 60.0) <= phrase_s / 2 + 0.05


def test_the_same_seed_gives_the_same_plan_and_another_seed_another(song, library, reference):
    plans = [
        plan_choreography(song, reference(song), library, Wish(Difficulty.INTERMEDIATE, seed=seed))
        for seed in (3, 3, 4)
    ]

    assert plans[0] == plans[1]
    assert [s.move_id for s in plans[0].segments] != [s.move_id for s in plans[2].segments]


def test_the_order_of_the_library_does_not_matter(song, library, reference):
    forward = plan_choreography(song, reference(song), library, ANY_WISH)

    assert plan_choreography(song, reference(song), library[::-1], ANY_WISH) == forward


@pytest.mark.parametrize("first", range(0, 60, 6))
def test_no_clip_comes_back_within_four_moves_even_where_six_must_fill_the_song(song, make_move, reference, first):
    tempting = {"category": Category.BASIC, "difficulty": Difficulty.BEGINNER}
    moves = [
        make_move(n, **(tempting if n == first else {"category": Category.INTROS})) for n in range(first, first + 6)
    ]

    order = [s.move_id for s in plan_choreography(song, reference(song), moves, ANY_WISH).segments]

    assert all(order[i] not in order[max(0, i - 4) : i] for i in range(len(order)))


@pytest.mark.parametrize("difficulty", Difficulty)
@pytest.mark.parametrize("energy", Energy)
@pytest.mark.parametrize("style", Style)
def test_each_cell_of_the_wish_gives_a_plan(song, library, reference, difficulty, energy, style):
    blueprint = plan_choreography(song, reference(song), library, Wish(difficulty, energy, style))

    assert all(segment.difficulty.level <= difficulty.level for segment in blueprint.segments)


def test_moves_off_the_wished_style_are_admitted_in_words(song, make_move, reference):
    moves = [make_move(n, style=Style.PLAYFUL, category=Category.SPIN) for n in range(40)]
    wish = Wish(Difficulty.ADVANCED, style=Style.ROMANTIC)

    compromises = plan_choreography(song, reference(song), moves, wish).compromises

    assert any(
        "not romantic: of those at this level" in sentence and "none is romantic" in sentence
        for sentence in compromises
    )


def test_a_wish_that_is_met_leaves_no_compromise(song, make_move, reference):
    moves = [make_move(n, style=Style.SENSUAL, energy=Energy.LOW) for n in range(60)]

    blueprint = plan_choreography(song, reference(song), moves, Wish(Difficulty.ADVANCED, Energy.LOW, Style.SENSUAL))

    assert blueprint.compromises == ()


def test_a_library_too_small_for_the_song_says_so(song, make_move, reference):
    moves = [make_move(n, difficulty=Difficulty.BEGINNER) for n in range(3)]

    compromises = plan_choreography(song, reference(song), moves, Wish(Difficulty.BEGINNER)).compromises

    assert any("come back within 4 moves" in sentence for sentence in compromises)


def test_an_included_kind_is_danced(song, library, reference):
    plain = {segment.category for segment in plan_choreography(song, reference(song), library, ANY_WISH).segments}

    for left_out in set(Category) - plain - {Category.INTROS, Category.OUTRO}:
        wish = Wish(Difficulty.ADVANCED, include_categories=frozenset({left_out}))
        blueprint = plan_choreography(song, reference(song), library, wish)
        assert left_out in {segment.category for segment in blueprint.segments}


def test_an_included_kind_that_the_library_lacks_is_admitted(song, library, reference):
    moves = [move for move in library if move.category is not Category.SHADOW]
    wish = Wish(Difficulty.ADVANCED, include_categories=frozenset({Category.SHADOW}))

    assert "No shadow position could be included: none fits this song and level." in (
        plan_choreography(song, reference(song), moves, wish).compromises
    )


def refused(error, song, moves, wish, reference):
    with pytest.raises(error) as caught:
        plan_choreography(song, reference(song), moves, wish)
    return str(caught.value)


def test_an_empty_library_is_refused(song, reference):
    assert "no moves yet" in refused(EmptyLibraryError, song, [], ANY_WISH, reference)


def test_one_move_is_refused(song, make_move, reference):
    moves = [make_move(2)]

    assert "twice in a row" in refused(TooFewMovesError, song, moves, ANY_WISH, reference)


def test_a_difficulty_the_library_lacks_is_refused_with_what_it_has(song, make_move, reference):
    moves = [make_move(n, difficulty=Difficulty.INTERMEDIATE) for n in range(9)]

    message = refused(NoMoveOfThatDifficultyError, song, moves, Wish(Difficulty.BEGINNER), reference)

    assert message == "The library has no beginner moves; it has 9 intermediate."


def test_avoiding_everything_is_refused(song, library, reference):
    wish = Wish(Difficulty.ADVANCED, avoid_categories=frozenset(Category))

    assert "avoid or ban fewer" in refused(ImpossibleFilterError, song, library, wish, reference)


def test_a_song_out_of_reach_is_refused_with_the_reach(make_song, library, reference):
    fast = make_song((8,) * 20, 190.0)

    message = refused(SongOutOfReachError, fast, library, ANY_WISH, reference)

    assert "190 beats a minute" in message
    assert message.endswith("would bring it into reach.")


def test_a_song_without_a_phrase_is_refused(make_song, library, reference):
    tiny = make_song((), lead_in_beats=3, tail_beats=2)

    refused(SongTooShortError, tiny, library, ANY_WISH, reference)


def test_energy_is_given_up_rather_than_energy_and_style(song, make_move, reference):
    moves = [make_move(n, style=Style.ROMANTIC, energy=Energy.LOW, category=Category.BOLERO) for n in range(30)]
    moves += [make_move(n, style=Style.PLAYFUL, energy=Energy.LOW, category=Category.SPIN) for n in range(30, 60)]
    wish = Wish(Difficulty.ADVANCED, Energy.HIGH, Style.ROMANTIC)

    blueprint = plan_choreography(song, reference(song), moves, wish)

    assert {segment.category for segment in blueprint.segments} == {Category.BOLERO}
    assert len(blueprint.compromises) == 1
    assert "not of high energy" in blueprint.compromises[0]
    assert "none is of high energy and romantic" in blueprint.compromises[0]


def test_moves_that_must_come_back_come_back_where_the_music_does(make_song, make_move, reference):
    song = make_song((8,) * 40)
    moves = [make_move(number, difficulty=Difficulty.BEGINNER) for number in (1, 3, 4, 11)]

    blueprint = plan_choreography(song, reference(song), moves, Wish(Difficulty.BEGINNER))

    slots = slots_of(song)
    begun = {segment.target.first_beat: segment for segment in blueprint.segments}
    pairs = [
        (begun[slot.first_beat], begun[slots[twin].first_beat])
        for slot, twin in zip(slots, twins_of(slots), strict=True)
        if twin >= 0 and slot.first_beat in begun and slots[twin].first_beat in begun
    ]
    same = [segment for segment, before in pairs if segment.move_id == before.move_id]
    assert len(same) == len(pairs) >= 5
    assert all("It comes back where the music does, as in the " in segment.why for segment in same)
