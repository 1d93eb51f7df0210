"""The couple dances as bodies do: planted feet, bones of one length, joined hands, turns that turn."""

import numpy as np
import pytest

from video_processing.demo.couple.anatomy import Bone
from video_processing.demo.couple.feet import weight_course
from video_processing.demo.couple.hands import joined_share
from video_processing.demo.couple.joints import in_picture, keypoints_m
from video_processing.demo.couple.rotation import place

LEAD, FOLLOW = 0, 1
MAX_SLIDE_M = 0.03
MAX_GAP_M = 0.03


def test_a_foot_does_not_slide_while_it_bears_weight(any_move):
    for role, part in enumerate(any_move.score.dancers):
        on_left = weight_course(part.feet, any_move.beats).on_left
        for side, share in ((0, on_left), (1, 1 - on_left)):
            bearing = np.flatnonzero(share > 0.6)
            stands = np.split(bearing, np.flatnonzero(np.diff(bearing) > 1) + 1)
            ball = any_move.skeletons[role].balls_m[:, side]
            slides = [np.linalg.norm(ball[stand] - ball[stand[0]], axis=-1).max() for stand in stands if len(stand)]
            assert max(slides) < MAX_SLIDE_M


def test_no_foot_sinks_into_the_floor(any_move):
    for skeleton in any_move.skeletons:
        assert skeleton.balls_m[:, :, 1].min() > -0.005


def test_joined_hands_meet_within_three_centimetres(any_move):
    for grip in any_move.score.grips:
        joined = joined_share(grip, any_move.beats) > 0.999
        lead = any_move.skeletons[LEAD].palms_m[joined, grip.lead_side]
        follow = any_move.skeletons[FOLLOW].palms_m[joined, grip.follow_side]
        assert np.linalg.norm(lead - follow, axis=-1).max(initial=0.0) < MAX_GAP_M


@pytest.mark.parametrize(
    ("upper", "lower", "length"),
    [
        (Bone.LEFT_THIGH, Bone.LEFT_SHIN, "thigh_m"),
        (Bone.RIGHT_SHIN, Bone.RIGHT_FOOT, "shin_m"),
        (Bone.LEFT_UPPER_ARM, Bone.LEFT_FOREARM, "upper_arm_m"),
    ],
)
def test_bones_keep_their_length_within_two_percent(any_move, upper, lower, length):
    for skeleton, body in zip(any_move.skeletons, any_move.move.filming_day.bodies, strict=True):
        measured = np.linalg.norm(skeleton.origins_m[:, upper] - skeleton.origins_m[:, lower], axis=-1)
        assert measured == pytest.approx(getattr(body, length), rel=0.02)


def test_the_palm_stays_at_the_end_of_the_forearm(any_move):
    for skeleton, body in zip(any_move.skeletons, any_move.move.filming_day.bodies, strict=True):
        end = place(
            skeleton.origins_m[:, Bone.LEFT_FOREARM],
            skeleton.rotations[:, Bone.LEFT_FOREARM],
            (0.0, -body.forearm_m - body.palm_m, 0.0),
        )
        assert np.linalg.norm(end - skeleton.palms_m[:, 0], axis=-1).max() < 0.01


def test_the_follow_travels_more_than_the_lead(any_move):
    day = any_move.move.filming_day
    camera = day.camera(any_move.move.view_deg)
    paths = []
    for skeleton, body in zip(any_move.skeletons, day.bodies, strict=True):
        seen = in_picture(keypoints_m(skeleton, body), camera)[:, :, :2]
        hips, shoulders = seen[:, 11:13].mean(axis=1), seen[:, 5:7].mean(axis=1)
        torso = np.median(np.linalg.norm(shoulders - hips, axis=-1))
        paths.append(np.linalg.norm(np.diff(hips, axis=0), axis=-1).sum() / torso)
    assert paths[FOLLOW] > 1.05 * paths[LEAD]


def _shoulder_line_turn_deg(danced_move, role, first_beat, last_beat):
    chest = danced_move.skeletons[role].rotations[:, Bone.CHEST]
    facing = np.unwrap(np.arctan2(chest[:, 0, 0], -chest[:, 2, 0]))
    at = np.interp([first_beat, last_beat], danced_move.beats, np.degrees(facing))
    return -(at[1] - at[0])


def test_a_right_turn_takes_her_shoulders_once_round_to_the_right(danced):
    turn = _shoulder_line_turn_deg(danced("right_turn"), FOLLOW, 7.0, 11.0)
    assert turn == pytest.approx(-360.0, abs=5.0)


def test_a_double_spin_takes_her_twice_round(danced):
    turn = _shoulder_line_turn_deg(danced("double_spin"), FOLLOW, 7.0, 11.0)
    assert turn == pytest.approx(-720.0, abs=5.0)


def test_the_lead_keeps_facing_her_while_she_turns(danced):
    assert abs(_shoulder_line_turn_deg(danced("right_turn"), LEAD, 7.0, 11.0)) < 15.0


def _slowest_near(danced_move, role, beat):
    """Return the beat at which both balls together move least, within half a beat: the middle of the still stretch."""
    speed = np.linalg.norm(np.diff(danced_move.skeletons[role].balls_m, axis=0), axis=-1).sum(axis=1)
    times = danced_move.beats[:-1] + np.diff(danced_move.beats) / 2
    near = np.abs(times - beat) < 0.5
    still = near & (speed <= speed[near].min() + 0.02 * (speed.max() - speed.min()))
    return float(times[still].mean())


@pytest.mark.parametrize("slug", ["side_basic", "open_basic", "quick_basic", "forward_and_back", "right_turn"])
@pytest.mark.parametrize("role", [LEAD, FOLLOW])
def test_feet_come_to_rest_on_the_counts(danced, slug, role):
    move = danced(slug)
    beat_s = 60.0 / move.move.tempo_bpm
    for count in (0, 1, 2, 4, 5, 6):
        assert abs(_slowest_near(move, role, count) - count) * beat_s < 0.040


def test_the_tap_leaves_the_weight_on_the_other_foot(danced):
    move = danced("side_basic")
    on_left = weight_course(move.score.dancers[LEAD].feet, move.beats).on_left
    after_3, on_4 = np.interp([2.5, 3.2], move.beats, on_left)
    assert after_3 > 0.9
    assert on_4 > 0.9


def test_the_hip_answers_the_tap(danced):
    move = danced("side_basic")
    left_up = move.skeletons[FOLLOW].rotations[:, Bone.PELVIS, 1, 0]
    before, on_tap = np.interp([3.4, 4.0 - 1.0], move.beats, left_up)
    assert on_tap > before + np.sin(np.radians(5.0))
