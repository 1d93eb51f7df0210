"""Feet that keep the beat of the song are told from feet that each keep one of their own, or none."""

import numpy as np
import pytest

from choreography.planning.coherence import coherence
from choreography.planning.timelines import Shown
from video_processing.couple.feet import FootSpeed

BEATS_S = 0.3 + 0.48 * np.arange(200)


@pytest.fixture
def clips(make_move):
    return [make_move(number, beat_times_s=0.2 + 0.5 * np.arange(33), states=None) for number in range(12)]


def feet(clips, late_beats) -> dict[str, FootSpeed]:
    """Return feet that are fastest a share of a beat behind each beat of their clip; pictures come 30 a second."""
    times_s = np.arange(0, 17, 1 / 30)
    return {
        clip.move_id: FootSpeed(times_s, 1 + 0.5 * np.cos(2 * np.pi * ((times_s - 0.2) / 0.5 - late)))
        for clip, late in zip(clips, late_beats, strict=True)
    }


def shown(clips, beats_off: float = 0.0) -> list[Shown]:
    """Return sixteen beats of each clip on the song's, a share of a beat off."""
    return [
        Shown(clip, clip.beat_times_s[:17], 0.3 + 0.48 * (16 * place + np.arange(17) + beats_off))
        for place, clip in enumerate(clips)
    ]


def test_feet_that_all_step_alike_are_coherent_whatever_their_phase(clips):
    for late in (0.0, 0.3):
        found = coherence(BEATS_S, shown(clips), feet(clips, [late] * 12))
        assert found.value == pytest.approx(0.25, abs=0.01)
        assert found.chance == pytest.approx(0.25 / np.sqrt(12), rel=0.05)


def test_clips_that_each_keep_a_beat_of_their_own_cancel_out(clips):
    found = coherence(BEATS_S, shown(clips), feet(clips, np.arange(12) / 12))

    assert found.value < 0.01
    assert found.chance > 0.05


def test_a_clip_played_at_its_own_tempo_loses_the_beat(clips):
    own = [
        Shown(clip, clip.beat_times_s[[0, -1]], 0.3 + 16.0 * place + np.array([0.0, 16.0]))
        for place, clip in enumerate(clips[:5])
    ]

    assert coherence(BEATS_S, own, feet(clips, [0.0] * 12)).value < 0.05


def test_feet_that_do_not_care_for_the_beat_are_at_chance(clips):
    rng = np.random.default_rng(1)
    times_s = np.arange(0, 17, 1 / 30)
    noise = {clip.move_id: FootSpeed(times_s, rng.uniform(0.5, 1.5, len(times_s))) for clip in clips}

    found = coherence(BEATS_S, shown(clips), noise)

    assert found.value < 2.5 * found.chance
    assert found.value < 0.05


def test_feet_that_were_not_seen_say_nothing(clips):
    unseen = {clips[0].move_id: FootSpeed(np.arange(10.0), np.full(10, np.nan))}

    for known in ({}, unseen):
        found = coherence(BEATS_S, shown(clips), known)
        assert np.isnan(found.value)
        assert np.isnan(found.chance)
