"""Dancers who step on the beat agree with a right grid and with no other."""

import numpy as np
import pytest

from video_processing.couple.dance_phase import DanceSignal, consistency, dance_phases
from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import FOLLOW, LEAD, CoupleTrack

TORSO_PX = 100.0
RATE_HZ = 15.0


def grid_of(beat_s: float, first_s: float, duration_s: float = 12.0, first_downbeat: int | None = 0) -> BeatGrid:
    beats_s = np.arange(first_s, duration_s, beat_s)
    bars = np.arange(first_downbeat, len(beats_s), 4) if first_downbeat is not None else np.array([], dtype=np.int64)
    return BeatGrid(60 / beat_s, beats_s, bars, bars[::2])


def couple_on(grid: BeatGrid, seed: int, feet_late_beats: float = 0.0) -> CoupleTrack:
    """A couple whose feet stand still on each beat, and whose hips sink on each second and rise over each bar."""
    rng = np.random.default_rng(seed)
    times_s = np.arange(0, 12.0, 1 / RATE_HZ)
    beats = (times_s - grid.beat_times_s[0]) / (60 / grid.tempo_bpm)
    points = np.zeros((2, len(times_s), 17, 3))
    points[..., 2] = 0.9
    points[..., [5, 6], 1], points[..., [11, 12], 1] = 200.0, 200.0 + TORSO_PX
    hips = 6 * np.cos(np.pi * beats) + 6 * np.cos(np.pi * (beats - grid.downbeat_beats[0]) / 2)
    points[..., [11, 12], 1] += hips[:, None]
    late = beats - feet_late_beats
    points[..., [15, 16], 0] = (300 + 60 * (late - np.sin(2 * np.pi * late) / (2 * np.pi)))[:, None]
    points[..., [15, 16], 1] = 420.0
    points[..., :2] += rng.normal(0, 1.0, points[..., :2].shape)
    return CoupleTrack(times_s, points, 1280, 720)


def phases_of(signal: DanceSignal, shift_beats: float = 0.0) -> list[complex]:
    """Return the phases of 20 couples on grids shifted by a random multiple of `shift_beats`, 0..9 of it."""
    rng, phases = np.random.default_rng(3), []
    for seed in range(20):
        beat_s = 60 / rng.uniform(108, 136)
        truth = grid_of(beat_s, rng.uniform(0.1, 0.6), first_downbeat=int(rng.integers(4)))
        shifted = grid_of(
            beat_s,
            truth.beat_times_s[0] + shift_beats * int(rng.integers(10)) * beat_s,
            first_downbeat=int(truth.downbeat_beats[0]),
        )
        phases.append(dance_phases(couple_on(truth, seed), shifted)[signal])
    return phases


@pytest.mark.parametrize("signal", list(DanceSignal))
def test_on_the_true_beats_all_couples_move_alike(signal: DanceSignal) -> None:
    found = consistency(phases_of(signal))

    assert (found.clips, found.r > 0.95, found.p < 1e-6) == (20, True, True)


@pytest.mark.parametrize("signal", list(DanceSignal))
def test_on_beats_that_are_off_by_any_share_they_do_not(signal: DanceSignal) -> None:
    found = consistency(phases_of(signal, shift_beats=0.4 if signal.value.endswith("bar") else 0.1))

    assert found.r < 0.5
    assert found.p > 0.005


def test_hips_do_not_depend_on_which_beat_of_two_is_the_first() -> None:
    even, odd = phases_of(DanceSignal.FOLLOW_HIPS), phases_of(DanceSignal.FOLLOW_HIPS, shift_beats=1.0)

    assert consistency([*even, *odd]).r > 0.95


def test_bars_need_the_downbeat_and_are_left_out_without() -> None:
    turned = phases_of(DanceSignal.LEAD_HIPS_BAR, shift_beats=1.0)
    assert consistency(turned).r < 0.6

    truth = grid_of(0.5, 0.2)
    without = grid_of(0.5, 0.2, first_downbeat=None)
    assert DanceSignal.LEAD_HIPS_BAR not in dance_phases(couple_on(truth, 1), without)


def test_a_dancer_who_is_hardly_seen_says_nothing() -> None:
    grid = grid_of(0.5, 0.2)
    track = couple_on(grid, 1)
    track.keypoints_px[FOLLOW, 60:] = np.nan

    phases = dance_phases(track, grid)

    assert np.isnan(phases[DanceSignal.FOLLOW_FEET])
    assert np.isfinite(phases[DanceSignal.LEAD_HIPS])
    assert np.isfinite(track.keypoints_px[LEAD]).all()


def test_random_phases_give_what_chance_gives() -> None:
    rng = np.random.default_rng(5)
    found = [consistency(list(np.exp(2j * np.pi * rng.uniform(size=35)))) for _ in range(4000)]

    assert np.mean([row.r for row in found]) == pytest.approx(found[0].chance_r, rel=0.05)
    assert np.mean([row.p < 0.05 for row in found]) == pytest.approx(0.05, abs=0.01)


def test_without_clips_nothing_is_claimed() -> None:
    nothing = consistency([complex("nan")])

    assert nothing.clips == 0
    assert np.isnan(nothing.r)
