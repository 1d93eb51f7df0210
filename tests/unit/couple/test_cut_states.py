import numpy as np
import pytest

from video_processing.couple.cut_states import LEFT_FOOT, RIGHT_FOOT, cut_states
from video_processing.couple.relation import Relation
from video_processing.couple.states import UNKNOWN
from video_processing.pose.keypoints import CoupleTrack

LEFT_ANKLE, RIGHT_ANKLE = 15, 16


def test_poses_are_measured_from_the_hips_in_torso_lengths(make_track, figure, grid):
    states = cut_states(make_track(lambda _: figure(400.0), lambda _: figure(800.0, torso_px=80.0)), grid)

    assert states.poses_torsos.shape == (17, 2, 12, 2)
    np.testing.assert_allclose(states.poses_torsos[:, 0], states.poses_torsos[:, 1], atol=1e-9)
    np.testing.assert_allclose(states.poses_torsos[3, 0, 6:8].mean(axis=0), 0.0, atol=1e-9)
    np.testing.assert_allclose(states.scale, [[100 / 720, 80 / 720]] * 17)
    np.testing.assert_allclose(states.hips_torsos[:, :, 0], [[-2.4, 2.0]] * 17)


@pytest.mark.parametrize(
    ("bars_px", "size_px"),
    [((0, 0), (1280, 720)), ((500, 0), (1780, 720)), ((0, 300), (1280, 1020)), ((0, 0), (1780, 720))],
    ids=["none", "left", "above", "right"],
)
def test_place_and_scale_are_those_in_the_picture_that_is_shown(make_track, figure, grid, bars_px, size_px):
    track = make_track(lambda _: figure(400.0), lambda _: figure(800.0))
    barred = track.keypoints_px + np.array([*bars_px, 0.0])
    alone = cut_states(track, grid)

    found = cut_states(CoupleTrack(track.times_s, barred, *size_px, (*bars_px, 1280, 720)), grid)

    np.testing.assert_allclose(found.hips_torsos, alone.hips_torsos)
    np.testing.assert_allclose(found.scale, alone.scale)


def test_a_low_picture_is_as_high_as_what_is_shown_around_it(make_track, figure, grid):
    track = make_track(lambda _: figure(400.0, 270.0), lambda _: figure(800.0, 270.0))

    states = cut_states(CoupleTrack(track.times_s, track.keypoints_px, 1280, 540), grid)

    np.testing.assert_allclose(states.scale, 100 / 720)


def test_the_hold_and_the_relation_are_known_at_each_beat(make_track, figure, grid):
    states = cut_states(make_track(lambda _: figure(400.0), lambda t: figure(500.0 if t < 4 else 900.0)), grid)

    assert states.hold.tolist() == [1] * 8 + [0] * 9
    assert states.relation.tolist() == [Relation.SIDE_BY_SIDE] * 17
    assert states.codes.shape == (17, 4)


def test_the_foot_under_the_body_carries_the_weight(make_track, figure, grid):
    def stepping(time_s):
        person = figure(800.0)
        on_left = int(time_s / 0.5 + 1e-6) % 2 == 0
        person[RIGHT_ANKLE if on_left else LEFT_ANKLE, 0] += -60 if on_left else 60
        return person

    states = cut_states(make_track(lambda _: figure(300.0), stepping), grid)

    assert states.weight_foot[:16, 1].tolist() == [LEFT_FOOT, RIGHT_FOOT] * 8
    assert (states.weight_foot[:, 0] == UNKNOWN).all()


def test_a_dancer_who_leaves_is_unseen_at_those_beats(make_track, figure, grid):
    states = cut_states(make_track(lambda _: figure(300.0), lambda t: figure(800.0) if t < 4 else None), grid)

    assert np.isfinite(states.poses_torsos[:8, 1]).all()
    assert np.isnan(states.poses_torsos[9:, 1]).all()
    assert (states.hold[9:] == UNKNOWN).all()
    assert (states.relation[9:] == Relation.UNKNOWN).all()


def test_beats_beyond_the_pictures_are_unseen(make_track, figure, grid):
    states = cut_states(make_track(lambda _: figure(300.0), lambda _: figure(800.0), duration_s=4.0), grid)

    assert np.isfinite(states.scale[:8]).all()
    assert np.isnan(states.scale[10:]).all()


def test_more_movement_is_more_energy(make_track, figure, grid):
    def swaying(width_px):
        return lambda time_s: figure(800.0 + width_px * np.sin(2 * np.pi * time_s))

    calm, lively = (cut_states(make_track(lambda _: figure(300.0), swaying(width)), grid) for width in (10, 60))

    assert (lively.motion_energy[:15] > 3 * calm.motion_energy[:15]).all()


@pytest.mark.parametrize(("steps_hz", "clear"), [(2.0, True), (1.37, False)])
def test_feet_that_step_on_the_beat_are_clear_and_feet_of_another_tempo_are_not(
    make_track, figure, grid, steps_hz, clear
):
    def stepping(time_s):
        person = figure(800.0)
        person[[LEFT_ANKLE, RIGHT_ANKLE], 0] += 40 * np.sin(np.pi * steps_hz * time_s)
        return person

    states = cut_states(make_track(lambda _: figure(300.0), stepping), grid)

    assert (states.foot_clarity > 0.25) == clear
    assert 0.0 <= states.foot_clarity <= 1.0
