import numpy as np
import pytest

from video_processing.couple.interaction import interaction_track
from video_processing.couple.motion import bridge_gaps, hip_path_torsos
from video_processing.couple.relation import Relation, couple_height, hands_held, relations

SIDE = np.pi / 2


def stand(figure, lead_x, follow_x, lead_yaw=0.0, follow_yaw=0.0, lead_looks=0.0, follow_looks=0.0):
    """Return joints (2, 1, 17, 2) in torso lengths; `looks` moves the nose sideways."""
    pair = []
    for x, yaw, looks in ((lead_x, lead_yaw, lead_looks), (follow_x, follow_yaw, follow_looks)):
        points = figure(100 * x, yaw=yaw)[:, :2] / 100
        points[0, 0] += looks
        pair.append(points[None])
    return np.stack(pair)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ({"lead_x": 4, "follow_x": 6, "lead_yaw": SIDE, "follow_yaw": SIDE, "lead_looks": 0.1, "follow_looks": -0.1},
         Relation.FACING),
        ({"lead_x": 5, "follow_x": 5.3}, Relation.SHADOW),
        ({"lead_x": 4, "follow_x": 6}, Relation.SIDE_BY_SIDE),
        ({"lead_x": 5, "follow_x": 5.3, "follow_yaw": np.pi}, Relation.OPPOSED),
        ({"lead_x": 4, "follow_x": 6, "lead_yaw": SIDE, "follow_yaw": SIDE, "lead_looks": -0.1, "follow_looks": 0.1},
         Relation.BACK),
    ],
)  # fmt: skip
def test_each_way_to_stand_has_its_name(figure, made, expected):
    assert relations(stand(figure, **made)).tolist() == [expected]


def test_a_missing_dancer_makes_the_relation_unknown(figure):
    points = stand(figure, 4, 6)
    points[1] = np.nan

    assert relations(points).tolist() == [Relation.UNKNOWN]


def test_hands_that_meet_are_held_and_only_those(figure):
    points = stand(figure, 5, 6)

    held = hands_held(points)[:, 0]

    assert couple_height(points) == pytest.approx(2.95)
    assert held.tolist() == [True, False, False, False]  # lead's left hand in follow's right


def test_the_relation_and_the_hold_are_told_beat_by_beat(make_track, figure, grid):
    def follow(time_s):
        return figure(500.0 if time_s < 4 else 900.0)

    seen = interaction_track(make_track(lambda _: figure(400.0), follow), grid)

    assert seen.count.tolist() == [1, 2, 3, 4, 5, 6, 7, 8] * 2 + [1]
    assert seen.hands[:7, 0].all()
    assert not seen.hands[9:].any()
    np.testing.assert_allclose(seen.distance_torsos[[2, 12]], [1.0, 5.0], atol=1e-6)


def test_two_who_sway_together_correlate_and_two_who_mirror_each_other_do_not(make_track, figure, grid):
    def sway(x_px, sign):
        return lambda time_s: figure(x_px + sign * 50 * np.sin(2 * np.pi * time_s))

    together = interaction_track(make_track(sway(400, 1), sway(800, 1)), grid)
    mirrored = interaction_track(make_track(sway(400, 1), sway(800, -1)), grid)

    np.testing.assert_allclose(together.velocity_correlation, 1.0, atol=1e-6)
    np.testing.assert_allclose(mirrored.velocity_correlation, -1.0, atol=1e-6)


def test_a_short_gap_is_bridged_and_a_long_one_is_not():
    times = np.arange(30) / 15
    column = times.copy()
    column[3:8] = np.nan
    column[12:25] = np.nan

    bridge_gaps(column, times)

    np.testing.assert_allclose(column[:12], times[:12])
    assert np.isnan(column[12:25]).all()


def test_the_hip_path_is_counted_in_torso_lengths(figure):
    times = np.arange(151) / 15
    points = np.stack([figure(400 + 4 * step)[:, :2] for step in range(151)])

    assert hip_path_torsos(points, times, np.ones(151, dtype=bool)) == pytest.approx(6.0, rel=0.01)
    assert np.isnan(hip_path_torsos(points, times, np.zeros(151, dtype=bool)))


def test_the_jitter_of_a_still_dancer_is_hardly_a_path(figure):
    times = np.arange(151) / 15
    jitter = np.random.default_rng(0).normal(0, 2, (151, 17, 2))
    points = np.stack([figure(400)[:, :2]] * 151) + jitter
    raw_path = np.linalg.norm(np.diff(points[:, [11, 12]].mean(axis=1), axis=0), axis=1).sum() / 100

    assert hip_path_torsos(points, times, np.ones(151, dtype=bool)) < raw_path / 3
