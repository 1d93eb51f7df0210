from dataclasses import replace

import numpy as np
import pytest

from video_processing.couple import voting
from video_processing.couple.analysis import analyse_couple, analyse_sidecar
from video_processing.couple.roles import RoleEvidence, role_by_hip_path
from video_processing.couple.voting import vote_roles
from video_processing.pose.keypoints import FOLLOW, LEAD
from video_processing.pose.sidecar import Sidecar

SUIT, DRESS, JEANS, SKIRT = 1, 5, 8, 10


def test_the_dancer_who_travels_further_follows():
    assert role_by_hip_path(np.array([4.0, 7.0])).follow == 1
    assert role_by_hip_path(np.array([7.0, 4.0])).follow == 0


def test_equal_paths_are_a_toss_up():
    assert role_by_hip_path(np.array([5.0, 5.0])).confidence == 0.0
    assert role_by_hip_path(np.array([5.0, np.nan])).confidence == 0.0


def test_confidence_grows_with_the_ratio_of_the_paths():
    ratios = [role_by_hip_path(np.array([1.0, ratio])).confidence for ratio in (1.05, 1.2, 1.6, 3.0)]

    assert ratios == sorted(ratios)
    assert ratios[-1] == 1.0


@pytest.fixture
def library(colour):
    """Two couples: suit and dress in six clips, jeans and skirt in six; in one of each the lead travels further."""

    def clip(lead_wears, follow_wears, lead_path, follow_path, follow_first):
        pair = [(lead_path, colour(lead_wears)), (follow_path, colour(follow_wears))]
        pair = pair[::-1] if follow_first else pair
        return RoleEvidence(np.array([one[0] for one in pair]), np.stack([one[1] for one in pair]))

    clips, truth = [], []
    for lead_wears, follow_wears in ((SUIT, DRESS), (JEANS, SKIRT)):
        for number in range(6):
            unusual, follow_first = number == 3, number % 2 == 0
            paths = (6.0, 5.0) if unusual else (4.0, 6.0)
            clips.append(clip(lead_wears, follow_wears, *paths, follow_first))
            truth.append(0 if follow_first else 1)
    return clips, truth


def test_the_library_overrules_a_clip_in_which_the_lead_travels_further(library):
    clips, truth = library

    alone = [role_by_hip_path(clip.hip_path_torsos).follow for clip in clips]
    voted = [choice.follow for choice in vote_roles(clips)]

    assert sum(one != true for one, true in zip(alone, truth, strict=True)) == 2
    assert voted == truth


def clips_of(colour, lead_wears, follow_wears, paths):
    return [RoleEvidence(np.array(path), np.stack([colour(lead_wears), colour(follow_wears)])) for path in paths]


def test_a_lead_in_what_another_couples_follow_wears_leads(colour):
    usual, unusual = (4.0, 6.0), (6.0, 5.6)
    first = clips_of(colour, SUIT, DRESS, [usual] * 12)
    second = clips_of(colour, JEANS, SKIRT, [usual] * 12)
    crossed = clips_of(colour, DRESS, JEANS, [usual] * 5 + [unusual])

    choices = vote_roles([*first, *second, *crossed])

    assert {choice.follow for choice in choices} == {1}


def test_partners_who_exchange_roles_in_the_same_clothes_are_told_by_their_paths(colour):
    led = clips_of(colour, SUIT, DRESS, [(4.0, 6.0)] * 7)
    followed = clips_of(colour, DRESS, SUIT, [(4.0, 6.0)] * 6)

    choices = vote_roles([*led, *followed])

    assert {choice.follow for choice in choices} == {1}


def test_a_dancer_without_known_clothes_keeps_the_role_of_the_hip_path(library):
    clips, _ = library
    unknown = replace(clips[3], appearance=np.full((2, 112), np.nan))

    choices = vote_roles([*clips[:3], unknown, *clips[4:]])

    assert choices[3] == role_by_hip_path(unknown.hip_path_torsos)


def test_a_couple_in_the_same_clothes_keeps_the_role_of_the_hip_path(colour):
    twins = RoleEvidence(np.array([3.0, 5.0]), np.stack([colour(SUIT), colour(SUIT)]))

    assert vote_roles([twins]) == [role_by_hip_path(twins.hip_path_torsos)]


def test_a_library_too_large_to_cluster_at_once_votes_in_batches(monkeypatch, library):
    clips, truth = library
    monkeypatch.setattr(voting, "MAX_VOTERS", 6)

    assert [choice.follow for choice in vote_roles(clips)] == truth


def test_an_empty_library_has_no_votes():
    assert vote_roles([]) == []


@pytest.fixture
def couple(observe, figure, colour):
    """A still lead in a suit and a follow in a dress who sways."""

    def people(index):
        sway = 60 * np.sin(index / 4)
        return [(figure(850 + sway), colour(DRESS), 0.9), (figure(450), colour(SUIT), 0.9)]

    return analyse_couple(observe([people(index) for index in range(60)]))


def test_the_swaying_dancer_is_found_to_follow(couple):
    assert couple.track.keypoints_px[FOLLOW, :, 0, 0].std() > 20
    assert couple.track.keypoints_px[LEAD, :, 0, 0].std() == 0
    assert couple.both_present_share == 1.0
    assert couple.hip_path_torsos[FOLLOW] > couple.hip_path_torsos[LEAD]


def test_flipping_a_couple_twice_changes_nothing(couple):
    once = couple.flipped()

    np.testing.assert_array_equal(once.track.keypoints_px[LEAD], couple.track.keypoints_px[FOLLOW])
    np.testing.assert_array_equal(once.flipped().appearance, couple.appearance)


def test_roles_given_beside_a_clip_hold_even_when_the_lead_travels_further(couple):
    odd = couple.flipped().track

    given = analyse_sidecar(Sidecar(odd, roles_known=True))
    guessed = analyse_sidecar(Sidecar(odd, roles_known=False))

    np.testing.assert_array_equal(given.track.keypoints_px, odd.keypoints_px)
    assert given.role_confidence == 1.0
    np.testing.assert_array_equal(guessed.track.keypoints_px, odd.keypoints_px[::-1])
