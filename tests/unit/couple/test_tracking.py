from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from video_processing.couple.analysis import NoCoupleError, analyse_couple
from video_processing.couple.tracking import assign, track_dancers

RED, BLUE = 0, 7
N_FRAMES = 90


def crossing_x(index: int) -> tuple[float, float]:
    """Return where the two are while they change sides three times."""
    sway = 260 * np.cos(index / N_FRAMES * 3 * np.pi)
    return 640 + sway, 640 - sway


def true_dancer(chosen: np.ndarray, observations, x_of_first: list[float]) -> np.ndarray:
    """Return for each frame with both seen whether the tracker's first dancer is the made first one."""
    answers = []
    for index, frame in enumerate(observations.frames):
        if (chosen[:, index] < 0).any():
            continue
        at = frame.people.keypoints_px[chosen[0, index], :, 0].mean()
        other = frame.people.keypoints_px[chosen[1, index], :, 0].mean()
        if abs(at - other) > 1:
            answers.append(abs(at - x_of_first[index]) < abs(other - x_of_first[index]))
    return np.array(answers)


def crossing_couple(observe, figure, first_wears, second_wears, shuffle_seed: int = 1):
    """Return a couple who pass each other; the detector names them in random order and sometimes sees only one."""
    chance = np.random.default_rng(shuffle_seed)
    frames = []
    for index in range(N_FRAMES):
        first_x, second_x = crossing_x(index)
        people = [(figure(first_x), first_wears, 0.9), (figure(second_x), second_wears, 0.8)]
        if abs(first_x - second_x) < 40:
            people = people[:1]
        if chance.random() < 0.5:
            people = people[::-1]
        people[0] = (people[0][0], people[0][1], 0.95)
        frames.append(people)
    return observe(frames)


def test_dancers_in_different_colours_are_not_exchanged_when_they_pass_each_other(observe, figure, colour):
    observations = crossing_couple(observe, figure, colour(RED), colour(BLUE))

    identities = track_dancers(observations.frames)

    same = true_dancer(identities.chosen, observations, [crossing_x(index)[0] for index in range(N_FRAMES)])
    assert len(same) > 70
    assert same.all() or not same.any()
    assert identities.confidence == 1.0


def test_a_clip_that_opens_in_an_embrace_is_followed_back_to_its_beginning(observe, figure, colour):
    embrace = [[(figure(640), colour(RED), 0.9), (figure(670), colour(BLUE), 0.85)] for _ in range(30)]
    apart = [[(figure(400), colour(RED), 0.9), (figure(900), colour(BLUE), 0.9)] for _ in range(30)]

    identities = track_dancers(observe(embrace + apart).frames)

    assert (identities.chosen[0] == identities.chosen[0, 0]).all()


def test_the_running_order_of_detections_does_not_matter(observe, figure, colour):
    one = crossing_couple(observe, figure, colour(RED), colour(BLUE), shuffle_seed=1)
    other = crossing_couple(observe, figure, colour(RED), colour(BLUE), shuffle_seed=2)

    appearances = [track_dancers(made.frames).appearance for made in (one, other)]

    ordered = [sorted(rows.round(6).tolist()) for rows in appearances]
    assert ordered[0] == ordered[1]


def test_the_same_clothes_leave_the_boxes_to_tell_the_dancers_apart_and_say_so(observe, figure, colour):
    apart = [[(figure(350 + index), colour(RED), 0.9), (figure(900 - index), colour(RED), 0.9)] for index in range(60)]

    identities = track_dancers(observe(apart).frames)

    assert identities.confidence == 0.0
    assert (identities.chosen == np.array([[0], [1]])).all() or (identities.chosen == np.array([[1], [0]])).all()


def test_a_single_person_goes_to_the_dancer_whose_clothes_fit(observe, figure, colour):
    both = [(figure(500), colour(RED), 0.9), (figure(800), colour(BLUE), 0.9)]
    frames = [both, both, [(figure(650), colour(BLUE), 0.9)], both]

    identities = track_dancers(observe(frames).frames)

    blue = int(np.flatnonzero(identities.chosen[:, 0] == 1)[0])
    assert identities.chosen[blue, 2] == 0
    assert identities.chosen[1 - blue, 2] == -1


def test_a_torso_that_is_not_seen_speaks_for_nobody(observe, figure, colour):
    frames = [[(figure(400), colour(RED), 0.9), (figure(900), colour(BLUE), 0.9)] for _ in range(6)]
    observations = observe(frames)
    hidden = replace(observations.frames[3], appearance=np.full((2, 112), np.nan))

    identities = track_dancers((*observations.frames[:3], hidden, *observations.frames[4:]))

    assert (identities.chosen[:, 3] == identities.chosen[:, 2]).all()


def test_a_clip_of_one_dancer_is_refused(observe, figure, colour):
    with pytest.raises(NoCoupleError, match="only 0%"):
        analyse_couple(observe([[(figure(640), colour(RED), 0.9)]] * 30))


@pytest.mark.parametrize("quarter_turns", [1, 2, 3])
def test_a_clip_that_has_to_be_turned_is_refused(observe, figure, colour, quarter_turns):
    def turned(x_px, wears):
        keypoints = figure(x_px)
        for _ in range(quarter_turns):
            keypoints[:, :2] = np.column_stack([keypoints[:, 1], 720 - keypoints[:, 0]])
        return keypoints, colour(wears), 0.9

    with pytest.raises(NoCoupleError, match="turn the clip"):
        analyse_couple(observe([[turned(300, RED), turned(420, BLUE)]] * 30))


def test_a_clip_with_a_long_dip_is_taken(observe, figure, colour):
    dipped = figure(800)
    dipped[:, :2] = np.column_stack([dipped[:, 1] + 400, dipped[:, 0] - 300])
    upright = [(figure(500), colour(RED), 0.9), (figure(620), colour(BLUE), 0.9)]

    found = analyse_couple(observe([upright] * 20 + [[upright[0], (dipped, colour(BLUE), 0.9)]] * 20))

    assert found.both_present_share > 0.4


def test_a_clip_of_nobody_is_refused(observe):
    with pytest.raises(NoCoupleError, match="No dancer"):
        analyse_couple(observe([[]] * 30))


def test_a_passer_by_does_not_make_a_couple(observe, figure, colour):
    alone = [[(figure(640), colour(RED), 0.9)]] * 56
    passing = [[(figure(640), colour(RED), 0.9), (figure(1000), colour(BLUE), 0.6)]] * 4

    with pytest.raises(NoCoupleError, match="only 7%"):
        analyse_couple(observe(alone + passing))


@pytest.mark.parametrize("n_people", [1, 2, 3, 4])
def test_people_go_to_dancers_as_the_hungarian_method_has_it(n_people):
    chance = np.random.default_rng(n_people)
    for _ in range(50):
        cost = chance.random((2, n_people))
        pairs = assign(cost)
        dancers, people = linear_sum_assignment(cost)
        assert sum(cost[pair] for pair in pairs) == pytest.approx(cost[dancers, people].sum())
        assert len({person for _, person in pairs}) == len(pairs) == min(2, n_people)


GREEN, YELLOW = 4, 2


@pytest.fixture
def embrace(figure, colour):
    """A made couple by frame: close together, and every third second one of them is hidden behind the other."""

    def people(index):
        sway = 15 * np.sin(index / 4)
        lead, follow = (figure(500 + sway), colour(RED), 0.8), (figure(580 - sway), colour(BLUE), 0.8)
        return [follow] if index // 15 % 3 == 2 else [lead, follow]

    return people


def seen_x_px(track) -> np.ndarray:
    """Return where the noses of both dancers are in all frames in which they were seen."""
    noses = track.keypoints_px[:, :, 0, 0]
    return noses[np.isfinite(noses)]


def test_a_small_onlooker_is_no_dancer(observe, figure, colour, embrace):
    onlooker = (figure(760, torso_px=55), colour(GREEN), 0.95)
    alone = analyse_couple(observe([embrace(index) for index in range(90)]))

    watched = analyse_couple(observe([[onlooker, *embrace(index)] for index in range(90)]))

    np.testing.assert_array_equal(watched.track.keypoints_px, alone.track.keypoints_px)


def dipped(keypoints: np.ndarray, away: float) -> np.ndarray:
    """Return the keypoints of a figure bent to half its height, leaning to one side (+ right)."""
    feet_px = keypoints[:, 1].max()
    up_px = feet_px - keypoints[:, 1]
    return np.column_stack([keypoints[:, 0] + away * up_px, feet_px - up_px / 2, keypoints[:, 2]])


def test_a_dancer_in_a_deep_dip_stays_a_dancer(observe, figure, colour):
    lead, follow = (figure(500), colour(RED), 0.9), (figure(600), colour(BLUE), 0.9)
    dip = [lead, (dipped(figure(620), 0.4), colour(BLUE), 0.9)]

    found = analyse_couple(observe([[lead, follow]] * 30 + [dip] * 20 + [[lead, follow]] * 10))

    assert found.both_present_share == 1.0


def test_a_small_onlooker_does_not_stand_in_for_a_dancer_who_dips_out_of_sight(observe, figure, colour):
    lead, follow = (figure(500), colour(RED), 0.9), (figure(600), colour(BLUE), 0.9)
    onlooker = (figure(700, torso_px=55), colour(GREEN), 0.95)

    found = analyse_couple(observe([[onlooker, lead, follow]] * 30 + [[onlooker, lead]] * 20))

    assert found.both_present_share == 0.6


def test_an_onlooker_as_tall_does_not_stand_in_for_a_hidden_dancer(observe, figure, colour, embrace):
    onlooker = (figure(1000), colour(GREEN), 0.95)
    alone = analyse_couple(observe([embrace(index) for index in range(90)]))

    watched = analyse_couple(observe([[onlooker, *embrace(index)] for index in range(90)]))

    np.testing.assert_array_equal(watched.track.keypoints_px, alone.track.keypoints_px)


@pytest.mark.parametrize("torso_px", [100.0, 90.0, 55.0])
def test_of_two_couples_one_is_followed_throughout(observe, figure, colour, embrace, torso_px):
    def others(index):
        sway = 12 * np.cos(index / 3)
        two = (figure(1050 + sway, torso_px=torso_px), colour(GREEN), 0.95)
        return [two, (figure(1130 - sway, torso_px=torso_px), colour(YELLOW), 0.95)]

    found = analyse_couple(observe([[*others(index), *embrace(index)] for index in range(90)]))

    x_px = seen_x_px(found.track)
    assert np.ptp(x_px) < 200
    assert torso_px > 90 or x_px.max() < 800


def test_dancers_who_stand_far_apart_are_a_couple_where_nobody_else_is(observe, figure, colour):
    apart = [
        [(figure(300 + index), colour(RED), 0.9), (figure(1000 - index), colour(BLUE), 0.9)] for index in range(60)
    ]

    found = analyse_couple(observe(apart))

    assert found.both_present_share == 1.0
    assert found.identity_confidence == 1.0


def test_dancers_are_found_again_where_the_film_was_cut(observe, figure, colour):
    left = [[(figure(250), colour(RED), 0.9), (figure(330), colour(BLUE), 0.9)] for _ in range(30)]
    right = [[(figure(1010), colour(BLUE), 0.9), (figure(930), colour(RED), 0.9)] for _ in range(30)]

    found = analyse_couple(observe(left + right))

    places_px = {tuple(np.unique(dancer[:, 0, 0].round())) for dancer in found.track.keypoints_px}
    assert places_px == {(250.0, 930.0), (330.0, 1010.0)}
