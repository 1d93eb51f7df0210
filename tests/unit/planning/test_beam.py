"""The search weighs what follows what: variety, kinship, a basic after two figures, and what is forbidden."""

from dataclasses import replace

import numpy as np
import pytest

from ai_services.vocabulary import Category
from choreography.planning.beam import Rules, Step, best_sequence
from choreography.planning.library import library_of
from choreography.planning.offers import Offers


@pytest.fixture(scope="module")
def library(make_move):
    """Eight figures of different kinds and, last, a basic; nothing is known of seams."""
    kinds = [Category.SPIN, Category.SHADOW, Category.GOLPES, Category.STYLE, Category.BOLERO, Category.LADYTURN]
    kinds += [Category.HIPROLLS, Category.FOOTWORK, Category.BASIC]
    return library_of([make_move(n, category=kind, bare=True) for n, kind in enumerate(kinds)])


BASIC = 8


def offers(library, slots: int, scores: dict[int, float], span: int = 1) -> list[Offers]:
    """Return the same moves, each a slot long, with the same scores for every slot."""
    moves = np.array(list(scores))
    n = len(moves)
    return [
        Offers(
            end_slot=np.full(n, slot + span),
            move=moves,
            first_beat=np.zeros(n, dtype=np.int64),
            beats=np.full(n, 8),
            entry_row=library.first_row[moves],
            exit_row=library.first_row[moves] + 8,
            speed=np.ones(n),
            score=np.array(list(scores.values())),
        )
        for slot in range(slots)
    ]


def rules(distance: int = 4, own: tuple[int, ...] = (), wanted: tuple[int, ...] = ()) -> Rules:
    return Rules(np.full(9, distance), np.isin(np.arange(9), own), frozenset(wanted))


def danced(table: list[Offers], steps: list[Step] | None) -> list[int]:
    assert steps is not None
    return [int(table[step.slot].move[step.offer]) for step in steps]


def test_equal_moves_are_all_danced_once(library):
    table = offers(library, 8, dict.fromkeys(range(8), 0.0))

    assert sorted(danced(table, best_sequence(table, library, rules(distance=1)))) == list(range(8))


def test_a_better_move_comes_back_only_after_four(library):
    table = offers(library, 9, {0: 100.0, 1: 0.0, 2: 0.0, 3: 0.0, 4: 0.0})

    order = danced(table, best_sequence(table, library, rules()))

    assert order[0] == order[5] == 0
    assert order.count(0) == 2


def test_a_move_of_the_dancer_s_own_choice_may_come_back_sooner_but_never_at_once(library):
    table = offers(library, 9, {0: 100.0, 1: 0.0, 2: 0.0, 3: 0.0, 4: 0.0})

    order = danced(table, best_sequence(table, library, rules(own=(0,))))

    assert [order[i] for i in (0, 2, 4, 6, 8)] == [0] * 5
    assert 0 not in order[1::2]


def test_nothing_is_found_where_one_move_would_have_to_follow_itself(library):
    table = offers(library, 3, {0: 0.0})

    assert best_sequence(table, library, rules(distance=1, own=(0,))) is None


def test_a_slot_without_offers_is_stepped_over_by_a_longer_move_or_ends_the_search(library):
    table = offers(library, 3, dict.fromkeys(range(4), 0.0))
    table[1] = table[1].take(np.array([], dtype=np.int64))
    long = replace(table[0], end_slot=np.full(4, 2))

    assert best_sequence(table, library, rules()) is None
    assert [step.slot for step in best_sequence([long, *table[1:]], library, rules()) or []] == [0, 2]


def test_a_basic_comes_between_figures(library):
    table = offers(library, 3, {0: 0.0, 1: 0.0, 2: 0.0, BASIC: -0.2})

    order = danced(table, best_sequence(table, library, rules()))

    assert order[2] == BASIC


def test_moves_that_move_alike_follow_each_other(library):
    pose = np.zeros((9, 1280))
    pose[np.arange(9), np.arange(9)] = 1.0
    pose[5] = pose[0]
    alike = replace(library, pose=pose)
    table = offers(alike, 2, {0: 1.0, 1: 0.0, 3: 0.0, 5: 0.0})

    assert set(danced(table, best_sequence(table, alike, rules()))) == {0, 5}


def test_a_wanted_kind_is_danced_once_and_not_over_and_over(library):
    table = offers(library, 6, {**dict.fromkeys(range(7), 0.0), 7: -1.0})
    footwork = int(library.category[7])

    order = danced(table, best_sequence(table, library, rules(distance=1, wanted=(footwork,))))

    assert order.count(7) == 1


def test_a_wider_beam_is_never_worse(library):
    rng = np.random.default_rng(5)
    table = [replace(one, score=rng.normal(0, 2, 9)) for one in offers(library, 12, dict.fromkeys(range(9), 0.0))]

    def total(width: int) -> float:
        steps = best_sequence(table, library, rules(), width) or []
        return sum(float(table[step.slot].score[step.offer]) for step in steps)

    assert total(200) >= total(1)
