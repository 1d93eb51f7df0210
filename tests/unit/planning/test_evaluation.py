"""The figures tell a plan from chance, and are right on timelines whose truth is known."""

import numpy as np
import pytest

from ai_services.vocabulary import Difficulty
from choreography.planning.evaluation import evaluate
from choreography.planning.inputs import Wish
from choreography.planning.plan import plan_choreography
from choreography.planning.timelines import Shown, greedy_timeline, random_timeline, timeline_of


@pytest.fixture(scope="module")
def song(make_song):
    return make_song((8,) * 40, 126.0)


@pytest.fixture(scope="module")
def ours(song, library, reference):
    blueprint = plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED))
    return evaluate(song, timeline_of(blueprint, library), library, Difficulty.ADVANCED)


def test_a_plan_cuts_on_one_or_five_and_lands_on_the_beats(ours):
    assert ours.cuts_on_count == ours.cuts_on_beat == 1.0
    assert ours.cuts_on_one >= 0.5
    assert ours.beat_error_ms < 0.01
    assert ours.repeats_within_4 == 0
    assert ours.within_difficulty == 1.0
    assert ours.max_stretch <= 0.12


def test_a_plan_beats_chance_where_chance_can_score(song, library, ours):
    random = [evaluate(song, random_timeline(song, library, seed), library, Difficulty.ADVANCED) for seed in range(10)]

    assert ours.seam_distance < 0.9 * np.mean([quality.seam_distance for quality in random])
    assert ours.energy_correlation > 0.3 > np.mean([quality.energy_correlation for quality in random])
    assert np.mean([quality.cuts_on_one for quality in random]) < 0.2
    assert np.mean([quality.beat_error_ms for quality in random]) > 60


def test_the_greedy_loop_repeats_its_twenty(song, library):
    timeline = greedy_timeline(song, library)
    likeness = {move.move_id: float(move.audio @ song.audio_embedding) for move in library}

    shown = [likeness[one.move.move_id] for one in timeline[:20]]
    assert shown == sorted(shown, reverse=True)
    assert timeline[-1].song_s[-1] == pytest.approx(song.duration_s)


def test_clips_shown_a_quarter_beat_late_are_a_quarter_beat_off(song, library):
    beat_s = 60 / 126.0
    move = library[0]
    clip_s = move.beat_times_s[:9]
    late = Shown(move, clip_s, song.grid.beat_times_s[3:12] + beat_s / 4)

    quality = evaluate(song, [late], library, Difficulty.ADVANCED)

    assert quality.beat_error_ms == pytest.approx(1000 * beat_s / 4, rel=0.05)
    assert quality.cuts_on_one == 0.0
    assert np.isnan(quality.seam_distance)
    assert np.isnan(quality.energy_correlation)


def test_repeats_and_levels_are_counted(song, library):
    beginner = next(move for move in library if move.difficulty is Difficulty.BEGINNER)
    advanced = next(move for move in library if move.difficulty is Difficulty.ADVANCED)
    order = [beginner, advanced, beginner, beginner]
    timeline = [
        Shown(move, move.beat_times_s[:9], song.grid.beat_times_s[3 + 8 * i : 12 + 8 * i])
        for i, move in enumerate(order)
    ]

    quality = evaluate(song, timeline, library, Difficulty.BEGINNER)

    assert (quality.moves, quality.distinct, quality.repeats_within_4) == (4, 2, 2)
    assert quality.within_difficulty == 0.75
