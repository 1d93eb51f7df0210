"""What the choreographer is given: everybody's moves and the dancer's own, all of a small library, part of a large."""

import numpy as np
import pytest

from ai_services.vocabulary import Difficulty
from choreography.generation import library as module
from choreography.generation.library import moves_for, plannable_moves
from choreography.library.touching import touch_library
from choreography.models import MAIN_LIBRARY, Move
from choreography.planning.inputs import Wish
from choreography.planning.plan import plan_choreography
from choreography.search import memory, state
from choreography.selectors import left_out_moves
from common import storage
from tests.made_dances import store_library
from tests.unit.planning.conftest import made_song, ref_of
from users.models import User

WISH = Wish(Difficulty.ADVANCED)


@pytest.fixture(autouse=True)
def forgetful() -> None:
    state.forget_state()
    memory.forget_library()


@pytest.fixture
def rows(db: None) -> list[Move]:
    return store_library()


def ids(moves) -> set[str]:
    return {move.move_id for move in moves}


def test_a_private_move_is_planned_with_by_its_owner_alone(rows, owner: User, stranger: User):
    Move.objects.filter(id=rows[0].id).update(owner=owner)
    touch_library(MAIN_LIBRARY)

    assert ids(plannable_moves(owner.pk)) - ids(plannable_moves(stranger.pk)) == {str(rows[0].id)}
    assert ids(plannable_moves()) == ids(plannable_moves(stranger.pk))


@pytest.mark.parametrize("size", ["small", "large"])
def test_a_move_whose_keypoints_were_lost_is_planned_without(rows, settings, monkeypatch, caplog, size):
    if size == "large":
        monkeypatch.setattr(module, "PLAN_ALL_UP_TO", 10)
    storage.delete(rows[0].keypoints_key)
    module._states_of.cache_clear()

    given = ids(moves_for(made_song((8,) * 10), WISH, keep=[str(rows[0].id), str(rows[1].id)]))

    assert str(rows[0].id) not in given
    assert str(rows[1].id) in given
    assert f"planning without {rows[0].library_path}" in caplog.text


def test_moves_of_another_encoder_than_most_are_left_out_until_they_are_most(rows):
    of_new = {str(row.id) for row in rows[: len(rows) // 4]}
    Move.objects.filter(id__in=of_new).update(mezzanine_fingerprint="new")
    touch_library(MAIN_LIBRARY)

    assert ids(plannable_moves()) == {str(row.id) for row in rows} - of_new
    assert {str(move.id) for move in left_out_moves(MAIN_LIBRARY)} == of_new

    of_new = {str(row.id) for row in rows[: len(rows) * 3 // 4]}
    Move.objects.filter(id__in=of_new).update(mezzanine_fingerprint="new")
    touch_library(MAIN_LIBRARY)

    assert ids(plannable_moves()) == of_new


def test_a_private_move_of_another_encoder_is_left_out_and_alone_it_is_danced(rows, owner: User):
    Move.objects.filter(id=rows[0].id).update(owner=owner, mezzanine_fingerprint="new")
    touch_library(MAIN_LIBRARY)
    assert str(rows[0].id) not in ids(plannable_moves(owner.pk))

    Move.objects.exclude(id=rows[0].id).delete()
    assert ids(plannable_moves(owner.pk)) == {str(rows[0].id)}


def test_the_same_moves_are_given_until_the_library_changes(rows):
    before = plannable_moves()
    assert plannable_moves() is before

    Move.objects.filter(id=rows[0].id).update(status="flagged")
    touch_library(MAIN_LIBRARY)

    assert ids(before) - ids(plannable_moves()) == {str(rows[0].id)}


def test_a_count_one_that_a_person_gave_is_certain(rows):
    Move.objects.filter(id=rows[0].id).update(count1_beat=6)
    touch_library(MAIN_LIBRARY)

    move = next(move for move in plannable_moves() if move.move_id == str(rows[0].id))

    assert move.downbeat_beats is None
    assert set(move.count1_beats % 8) == {6}


@pytest.mark.parametrize("backend", ["faiss", "pgvector"])
def test_of_a_large_library_a_search_finds_the_moves_to_plan_with(rows, settings, monkeypatch, backend):
    settings.VECTOR_SEARCH_BACKEND, settings.VECTOR_SEARCH_TOP_K = backend, 3
    monkeypatch.setattr(module, "PLAN_ALL_UP_TO", 10)
    song = made_song((8,) * 10)
    kept = str(rows[-1].id)

    moves = moves_for(song, WISH, keep=[kept])

    assert 8 < len(moves) < len(rows)
    assert kept in ids(moves)
    assert ids(moves_for(song, WISH, keep=[kept])) == ids(moves)
    plan_choreography(song, ref_of(song), moves, WISH)


def test_of_a_large_library_nobody_gets_the_moves_of_others(rows, settings, monkeypatch, owner, stranger):
    settings.VECTOR_SEARCH_TOP_K = 100
    monkeypatch.setattr(module, "PLAN_ALL_UP_TO", 10)
    Move.objects.filter(id=rows[3].id).update(owner=owner)
    touch_library(MAIN_LIBRARY)
    song, private = made_song((8,) * 10), str(rows[3].id)

    asked = Wish(Difficulty.ADVANCED, include_moves=frozenset({private}))

    assert private in ids(moves_for(song, asked, owner.pk))
    assert private not in ids(moves_for(song, asked, stranger.pk, keep=[private]))


def test_vectors_come_with_the_moves(rows):
    move = plannable_moves()[0]

    assert move.audio is not None
    assert np.isclose(np.linalg.norm(move.audio), 1.0)
    assert move.states is not None
