"""A large library is searched before it is planned with; what is found still makes a whole plan."""

import numpy as np
import pytest

from ai_services.search.fusion import Part
from ai_services.search.library import searchable_library
from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.planning.inputs import Wish
from choreography.planning.plan import plan_choreography
from choreography.planning.styles import focus_of
from choreography.search.filters import Label, Labels, MoveFilter
from choreography.search.shortlist import shortlist

WISH = Wish(Difficulty.INTERMEDIATE)


def tempo_bpm(move) -> float:
    return float(60 / np.diff(move.beat_times_s).mean())


@pytest.fixture(scope="module")
def many(make_move):
    return tuple(make_move(number) for number in range(400))


@pytest.fixture(scope="module")
def listed(many):
    """Return the moves of a shortlist, searched for in an index as the worker holds one."""
    vectors = {part: np.stack([getattr(move, part.value) for move in many]) for part in Part}
    library = searchable_library(1, [move.move_id for move in many], vectors)
    labels = Labels(
        Label(
            move.move_id,
            None,
            move.difficulty,
            move.energy,
            move.style,
            move.category,
            tempo_bpm(move),
            focus_of(move.category, move.role_focus),
        )
        for move in many
    )

    def search(query, where, k):
        return library.search_rows(library.fusion.query(query), k, labels.rows(where))

    def of(song, wish=WISH, top_k=20):
        ids = shortlist(search, song, wish, MoveFilter(), top_k)
        return [move for move in many if move.move_id in ids]

    return of


def test_only_moves_that_the_wish_and_the_tempo_allow_are_listed(listed, many, song):
    wish = Wish(
        Difficulty.BEGINNER, avoid_categories=frozenset({Category.SPIN}), banned_moves=frozenset({many[0].move_id})
    )

    found = listed(song, wish)

    assert 0 < len(found) < len(many) / 3
    assert {move.difficulty for move in found} == {Difficulty.BEGINNER}
    assert Category.SPIN not in {move.category for move in found}
    assert many[0] not in found
    assert all(abs(128 / tempo_bpm(move) - 1) <= 0.13 for move in found)


def test_moves_that_sound_like_a_section_are_listed(listed, song):
    allowed = listed(song, top_k=400)
    likeness = [max(song.section_embeddings @ move.audio) for move in allowed]

    assert allowed[int(np.argmax(likeness))] in listed(song, top_k=3)


def test_basics_intros_and_outros_and_wanted_kinds_are_always_among_them(listed, song):
    wanted = frozenset({Category.HAMMERLOCK})

    kinds = {move.category for move in listed(song, Wish(Difficulty.ADVANCED, include_categories=wanted), top_k=4)}

    assert {Category.BASIC, Category.INTROS, Category.OUTRO, Category.HAMMERLOCK} <= kinds


def test_moves_in_the_wished_mood_are_searched_for_by_themselves(listed, song):
    wish = Wish(Difficulty.ADVANCED, Energy.HIGH, Style.PLAYFUL)

    found = listed(song, wish, top_k=10)

    assert sum(move.energy is Energy.HIGH and move.style is Style.PLAYFUL for move in found) >= 10


def test_moves_about_the_wished_role_are_searched_for_by_themselves(listed, song):
    def about(wish: Wish) -> int:
        return sum(focus_of(move.category, None) is Role.FOLLOW for move in listed(song, wish, top_k=8))

    assert about(Wish(Difficulty.ADVANCED, role=Role.FOLLOW)) >= about(Wish(Difficulty.ADVANCED)) + 8


def test_a_move_asked_for_by_name_is_listed_whatever_it_is_like(listed, many, song):
    far = max(many, key=lambda move: abs(tempo_bpm(move) - 128))

    assert far in listed(song, Wish(Difficulty.ADVANCED, include_moves=frozenset({far.move_id})), top_k=1)


def test_a_shortlist_makes_a_whole_plan(listed, song, reference):
    blueprint = plan_choreography(song, reference(song), listed(song, top_k=15), WISH)

    assert blueprint.segments[0].category is Category.INTROS
    assert blueprint.segments[-1].category is Category.OUTRO
    assert blueprint.compromises == ()


def test_where_few_clips_come_near_the_tempo_farther_ones_are_listed(listed, make_song):
    found = listed(make_song(tempo_bpm=155.0), Wish(Difficulty.ADVANCED), top_k=30)

    assert any(abs(155 / tempo_bpm(move) - 1) > 0.12 for move in found)
    assert all(abs(155 / tempo_bpm(move) - 1) <= 0.16 for move in found)
