import numpy as np
import pytest

from video_processing.embeddings.evaluation import (
    evaluate_similarity,
    precision_at_5,
    same_category,
    shared_name_words,
    standardised,
)

CATEGORIES = ["basic"] * 6 + ["spin"] * 6


def everything(n: int) -> np.ndarray:
    return np.ones((n, n), dtype=bool)


def test_neighbours_of_the_own_category_score_one():
    relevant = same_category(CATEGORIES)

    precision = precision_at_5(relevant.astype(float), relevant, everything(12))

    assert precision.found == 1.0
    assert precision.chance == pytest.approx(5 / 11)
    assert precision.n_moves == 12


def test_a_move_is_not_its_own_neighbour():
    relevant = np.eye(12, dtype=bool)

    assert precision_at_5(np.eye(12), relevant, everything(12)).found == 0.0


def test_random_similarity_scores_as_chance():
    chance = np.random.default_rng(0)
    relevant = same_category([str(number % 10) for number in range(200)])

    precision = precision_at_5(chance.random((200, 200)), relevant, everything(200))

    assert precision.found == pytest.approx(precision.chance, abs=0.03)


def test_neighbours_across_filming_days_are_judged_apart_from_those_within():
    relevant = same_category(CATEGORIES)
    days = ["monday", "tuesday"] * 6
    same_day = np.equal.outer(np.array(days), np.array(days))
    similarity = np.where(same_day, 2.0, 0.0) + np.where(relevant & ~same_day, 1.0, 0.0)

    judged = evaluate_similarity(similarity, relevant, days)

    assert judged["across"].found == pytest.approx(3 / 5)  # three moves of the category exist on the other day
    assert judged["within"].found == pytest.approx(2 / 5)
    assert judged["within"].chance == pytest.approx(2 / 5)


def test_moves_of_unknown_days_count_only_among_all():
    judged = evaluate_similarity(np.zeros((12, 12)), same_category(CATEGORIES), [""] * 12)

    assert judged["all"].n_moves == 12
    assert judged["across"].n_moves == 0
    assert np.isnan(judged["across"].found)


def test_names_that_share_a_third_of_their_words_are_related():
    related = shared_name_words(["ladyturn_left2", "ladyturn_double", "spin_right_ladyturn_left", "outro"])

    assert related[0].tolist() == [True, True, True, False]
    assert related[1].tolist() == [True, True, False, False]
    assert related[3].tolist() == [False, False, False, True]


def test_standardised_similarities_of_any_spread_weigh_the_same():
    made = np.random.default_rng(0).normal(0.9, 0.001, (20, 20))
    others = ~np.eye(20, dtype=bool)

    score = standardised(made)

    assert score[others].mean() == pytest.approx(0.0, abs=1e-9)
    assert score[others].std() == pytest.approx(1.0)
    assert not standardised(np.ones((5, 5))).any()
