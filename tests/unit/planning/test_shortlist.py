"""A large library is searched before it is planned with; what is found still makes a whole plan."""

import numpy as np
import pytest

from ai_services.search.fusion import Part
from ai_services.search.library import searchable_library
from ai_services.vocabulary import Category, Difficulty
from choreography.planning import shortlist as module
from choreography.planning.inputs import Wish
from choreography.planning.plan import plan_choreography
from choreography.planning.shortlist import shortlist

WISH = Wish(Difficulty.INTERMEDIATE)


@pytest.fixture(scope="module")
def many(make_move):
    return tuple(make_move(number) for number in range(400))


@pytest.fixture(scope="module")
def searchable(many):
    vectors = {
        Part.LEAD: np.stack([move.lead for move in many]),
        Part.FOLLOW: np.stack([move.follow for move in many]),
        Part.INTERACTION: np.stack([move.interaction for move in many]),
        Part.AUDIO: np.stack([move.audio for move in many]),
        Part.TEXT: np.stack([move.text for move in many]),
    }
    return searchable_library(1, [move.move_id for move in many], vectors)


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr(module, "PLAN_ALL_UP_TO", 100)


def test_a_small_library_is_planned_with_whole(searchable, many, song):
    assert shortlist(searchable, many, song, WISH, 5) == many


def test_only_moves_that_the_wish_and_the_tempo_allow_are_listed(searchable, many, song, large):
    wish = Wish(
        Difficulty.BEGINNER, avoid_categories=frozenset({Category.SPIN}), banned_moves=frozenset({many[0].move_id})
    )

    listed = shortlist(searchable, many, song, wish, 20)

    assert 0 < len(listed) < len(many) / 3
    assert {move.difficulty for move in listed} == {Difficulty.BEGINNER}
    assert Category.SPIN not in {move.category for move in listed}
    assert many[0] not in listed
    assert all(abs(np.diff(move.beat_times_s).mean() * 128 / 60 - 1) <= 0.12 for move in listed)


def test_moves_that_sound_like_a_section_are_listed(searchable, many, song, large):
    allowed = shortlist(searchable, many, song, WISH, 400)
    likeness = [max(song.section_embeddings @ move.audio) for move in allowed]
    nearest = allowed[int(np.argmax(likeness))]

    assert nearest in shortlist(searchable, many, song, WISH, 3)


def test_basics_intros_and_outros_are_always_among_them(searchable, many, song, large):
    kinds = {move.category for move in shortlist(searchable, many, song, WISH, 10)}

    assert {Category.BASIC, Category.INTROS, Category.OUTRO} <= kinds


def test_a_shortlist_makes_a_whole_plan(searchable, many, song, reference, large):
    listed = shortlist(searchable, many, song, WISH, 15)

    blueprint = plan_choreography(song, reference(song), listed, WISH)

    assert blueprint.segments[0].category is Category.INTROS
    assert blueprint.segments[-1].category is Category.OUTRO
    assert blueprint.compromises == ()


def test_a_song_that_no_move_can_follow_is_left_for_the_plan_to_refuse(searchable, many, make_song, large):
    assert shortlist(searchable, many, make_song(tempo_bpm=200.0), WISH, 15) == many
