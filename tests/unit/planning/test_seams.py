"""A seam is near where both dancers stand alike, far where they do not, and only a fitting one is said to flow."""

from dataclasses import replace

import numpy as np
import pytest

from choreography.planning.library import Library, library_of
from choreography.planning.seams import CODE_WEIGHT, UNSEEN_JOINT, flows, seam_distances, seam_score


@pytest.fixture(scope="module")
def still(make_move) -> Library:
    """Two clips of a couple that stands still, hand in hand."""
    moves = []
    for number in (0, 1):
        move = make_move(number)
        n = len(move.beat_times_s)
        states = replace(
            move.states,
            poses_torsos=np.tile(np.linspace(-1, 1, 48).reshape(1, 2, 12, 2), (n, 1, 1, 1)),
            hips_torsos=np.zeros((n, 2, 2)),
            scale=np.full((n, 2), 0.2),
            hold=np.full(n, 2),
            relation=np.zeros(n, dtype=np.int64),
            weight_foot=np.zeros((n, 2), dtype=np.int64),
        )
        moves.append(replace(move, states=states))
    return library_of(moves)


def rows(*values: int) -> np.ndarray:
    return np.array(values)


def changed(library: Library, row: int, **values: object) -> Library:
    arrays = {}
    for name, value in values.items():
        arrays[name] = getattr(library, name).copy()
        arrays[name][row] = value
    return replace(library, **arrays)


def test_the_same_stance_is_no_distance(still):
    assert seam_distances(still, rows(0, 5), rows(30)).tolist() == [[0.0], [0.0]]
    assert flows(still, 0, 30, 0.0)
    assert seam_score(0.0) == 1.0


def test_joints_apart_count_by_their_mean_distance(still):
    apart = changed(still, 30, joints=still.joints[30] + 0.4)

    assert seam_distances(apart, rows(0), rows(30))[0, 0] == pytest.approx(0.4, abs=1e-6)


def test_joints_not_seen_count_as_strangers(still):
    unseen = changed(still, 30, joints=np.nan)

    assert seam_distances(unseen, rows(0), rows(30))[0, 0] == pytest.approx(UNSEEN_JOINT)


def test_another_place_and_another_size_count(still):
    moved = changed(still, 30, hips=1.0, log_scale=np.log(0.3))

    assert seam_distances(moved, rows(0), rows(30))[0, 0] == pytest.approx(0.5 + np.log(1.5), abs=1e-6)


def test_a_place_beyond_three_torsos_counts_no_more(still):
    far = changed(still, 30, hips=50.0)

    assert seam_distances(far, rows(0), rows(30))[0, 0] == pytest.approx(1.5)


def test_another_hold_costs_and_makes_a_cut(still):
    other = changed(still, 30, codes=[0, 0, 0, 0])

    distance = float(seam_distances(other, rows(0), rows(30))[0, 0])

    assert distance == pytest.approx(CODE_WEIGHT)
    assert not flows(other, 0, 30, distance)


def test_a_hold_that_was_not_seen_costs_nothing(still):
    unknown = changed(still, 30, codes=[-1, -1, -1, -1])

    assert seam_distances(unknown, rows(0), rows(30))[0, 0] == 0.0


def test_distant_poses_never_flow(still):
    assert not flows(still, 0, 30, 0.9)
