import numpy as np
import pytest

from video_processing.clip_grid import GridCorrections, corrected_grid, count1_beat, is_danceable
from video_processing.music.grid import BeatGrid

DURATION_S = 9.0


@pytest.fixture
def heard() -> BeatGrid:
    """Eighteen beats at 120 BPM from 0.25 s on; bars on 1, 5, ..., count 1 on 1, 9 and 17."""
    sure = {"beat": 0.9, "downbeat": 0.7, "count1": 0.0}
    return BeatGrid(120.0, 0.25 + 0.5 * np.arange(18), np.arange(1, 18, 4), np.arange(1, 18, 8), sure)


def test_without_corrections_counts_are_as_heard(heard: BeatGrid) -> None:
    assert corrected_grid(heard, GridCorrections(), DURATION_S) is heard


def test_dancers_who_are_late_have_their_counts_late(heard: BeatGrid) -> None:
    grid = corrected_grid(heard, GridCorrections(av_offset_ms=100.0), DURATION_S)

    np.testing.assert_allclose(grid.beat_times_s, heard.beat_times_s + 0.1)
    assert grid.count1_beats.tolist() == heard.count1_beats.tolist()


def test_beats_ahead_of_the_first_picture_are_left_out_and_counts_stay_with_theirs(heard: BeatGrid) -> None:
    grid = corrected_grid(heard, GridCorrections(av_offset_ms=-800.0), DURATION_S)

    assert len(grid.beat_times_s) == 16
    assert grid.beat_times_s[0] == pytest.approx(0.45)
    assert grid.count1_beats.tolist() == [7, 15]
    assert grid.downbeat_beats.tolist() == [3, 7, 11, 15]


def test_beats_behind_the_last_picture_are_left_out(heard: BeatGrid) -> None:
    grid = corrected_grid(heard, GridCorrections(av_offset_ms=500.0), DURATION_S)

    assert grid.beat_times_s[-1] <= DURATION_S
    assert len(grid.beat_times_s) == 17


@pytest.mark.parametrize("said_s", [2.25, 2.2, 2.3])
def test_counts_run_in_eights_from_the_one_that_a_person_said(heard: BeatGrid, said_s: float) -> None:
    said = GridCorrections(count1_s=said_s)
    grid = corrected_grid(heard, said, DURATION_S)

    assert grid.count1_beats.tolist() == [4, 12]
    assert grid.downbeat_beats.tolist() == [0, 4, 8, 12, 16]
    assert grid.confidence == {"beat": 0.9, "downbeat": 1.0, "count1": 1.0}
    assert count1_beat(grid, said) == 4
    assert heard.confidence["count1"] == 0.0


def test_a_count_1_that_left_the_picture_is_known_by_the_next_one(heard: BeatGrid) -> None:
    said = GridCorrections(av_offset_ms=-1000.0, count1_s=0.25)
    grid = corrected_grid(heard, said, DURATION_S)

    assert grid.count1_beats.tolist() == [6, 14]
    assert count1_beat(grid, said) == 6


def test_nobody_said_a_count_1(heard: BeatGrid) -> None:
    assert count1_beat(heard, GridCorrections()) is None


def test_a_clip_without_a_whole_phrase_is_not_danceable(heard: BeatGrid) -> None:
    assert is_danceable(heard)
    assert is_danceable(corrected_grid(heard, GridCorrections(count1_s=heard.beat_times_s[9]), DURATION_S))
    assert not is_danceable(BeatGrid(120.0, heard.beat_times_s[:8], np.array([0]), np.array([0])))
    assert not is_danceable(BeatGrid(120.0, np.array([]), np.array([], dtype=int), np.array([], dtype=int)))
