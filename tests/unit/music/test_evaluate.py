"""Scores mean what they say."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from video_processing.music.evaluate import TrueSong, mean_scores, score_beats
from video_processing.music.grid import BeatGrid


@pytest.fixture
def song(make_grid: Callable[..., BeatGrid]) -> TrueSong:
    return TrueSong("made", np.zeros(0, dtype=np.float32), make_grid(64), np.array([8.5]))


def test_the_truth_scores_one(song: TrueSong) -> None:
    score = score_beats("truth", song, song.grid.beat_times_s)
    assert (score.beat_f, score.beat_f_tight, score.bias_ms, score.is_octave_error) == (1, 1, 0, False)


def test_late_beats_have_a_positive_bias(song: TrueSong) -> None:
    score = score_beats("late", song, song.grid.beat_times_s + 0.04)
    assert score.bias_ms == pytest.approx(40)
    assert (score.beat_f, score.beat_f_tight) == (1, 0)


def test_half_the_beats_are_an_octave_error(song: TrueSong) -> None:
    score = score_beats("half", song, song.grid.beat_times_s[::2])
    assert score.is_octave_error
    assert score.beat_f == pytest.approx(2 / 3)


def test_no_beats_score_nothing(song: TrueSong) -> None:
    score = score_beats("none", song, np.zeros(0))
    assert score.beat_f == 0
    assert np.isnan(score.bias_ms)


def test_means_leave_out_what_a_method_does_not_answer(song: TrueSong) -> None:
    score = score_beats("truth", song, song.grid.beat_times_s)
    means = mean_scores([score, replace(score, count1_f=0.5)])
    assert means["count1_f"] == 0.5
    assert np.isnan(means["boundary_f"])
    assert (means["songs"], means["octave_errors"]) == (2, 0)


def test_a_half_phrase_is_known(make_grid: Callable[..., BeatGrid], song: TrueSong) -> None:
    assert not song.has_half_phrase
    assert replace(song, grid=make_grid(64, (0, 8, 12, 20))).has_half_phrase


def test_the_tempo_curve_follows_the_beats() -> None:
    times_s = np.concatenate([np.arange(16) * 0.5, 8 + np.arange(16) * 0.4])
    curve = BeatGrid(133.0, times_s, np.zeros(0, int), np.zeros(0, int)).tempo_curve_bpm()
    assert curve[:8] == pytest.approx(120)
    assert curve[-8:] == pytest.approx(150)
    assert BeatGrid(120.0, np.array([1.0]), np.zeros(0, int), np.zeros(0, int)).tempo_curve_bpm().tolist() == [120]
