"""Corrections move counts, keep grids canonical, and can be undone."""

import json
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from video_processing.music.corrections import (
    TIMED,
    Correction,
    CorrectionError,
    CorrectionKind,
    correct,
    correct_all,
    correction_from_dict,
    correction_to_dict,
    recount,
    settle,
)
from video_processing.music.grid import BeatGrid

MakeGrid = Callable[..., BeatGrid]
SWAP = Correction(CorrectionKind.SWAP_ONE_AND_FIVE)
WITH_HALF_PHRASE = (0, 8, 16, 20, 28, 36, 44, 52, 60)

same_fixture = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    kind = draw(st.sampled_from(list(CorrectionKind)))
    if kind in TIMED:
        return Correction(kind, time_s=draw(st.floats(0, 40)))
    if kind is CorrectionKind.NUDGE:
        return Correction(kind, offset_ms=draw(st.floats(-250, 250)))
    return Correction(kind, beats=draw(st.integers(-4, 4)) if kind is CorrectionKind.SHIFT_BEATS else None)


def at(kind: CorrectionKind, time_s: float) -> Correction:
    return Correction(kind, time_s=time_s)


def test_a_shift_by_one_beat_moves_every_count(make_grid: MakeGrid) -> None:
    shifted = correct(make_grid(24), Correction(CorrectionKind.SHIFT_BEATS, beats=1))
    assert shifted.count1_beats.tolist() == [1, 9, 17]
    assert shifted.counts().tolist()[:4] == [8, 1, 2, 3]


def test_a_swap_puts_one_where_five_was(make_grid: MakeGrid) -> None:
    assert correct(make_grid(24), SWAP).count1_beats.tolist() == [4, 12, 20]


@pytest.mark.parametrize("count1", [(0, 8, 16, 24), (3, 11, 19, 27), (6, 14, 22), (0, 8, 12, 20)])
def test_two_swaps_are_none(make_grid: MakeGrid, count1: tuple[int, ...]) -> None:
    grid = recount(make_grid(30, count1), np.array(count1))
    assert correct(correct(grid, SWAP), SWAP).count1_beats.tolist() == grid.count1_beats.tolist()


def test_count_one_here_turns_the_whole_song(make_grid: MakeGrid) -> None:
    # Beat 13 is at 7.0 s and was a 6: the nearest count 1, at 16, moves three beats earlier.
    turned = correct(make_grid(32), at(CorrectionKind.COUNT_ONE_HERE, 7.02))
    assert turned.count1_beats.tolist() == [5, 13, 21, 29]


def test_count_one_from_leaves_what_comes_ahead(make_grid: MakeGrid) -> None:
    turned = correct(make_grid(40), at(CorrectionKind.COUNT_ONE_FROM, 0.5 + 0.5 * 20))
    assert turned.count1_beats.tolist() == [0, 8, 16, 20, 28, 36]


def test_count_one_from_a_count_one_changes_nothing(make_grid: MakeGrid) -> None:
    grid = make_grid(64, WITH_HALF_PHRASE)
    again = correct(grid, at(CorrectionKind.COUNT_ONE_FROM, 0.5 + 0.5 * 20))
    assert again.count1_beats.tolist() == list(WITH_HALF_PHRASE)


def test_an_inserted_half_phrase_moves_what_follows_by_four(make_grid: MakeGrid) -> None:
    grid = correct(make_grid(40), at(CorrectionKind.INSERT_HALF_PHRASE, 0.5 + 0.5 * 16))
    assert grid.count1_beats.tolist() == [0, 8, 16, 20, 28, 36]
    assert grid.counts().tolist()[16:22] == [1, 2, 3, 4, 1, 2]


@pytest.mark.parametrize("beat", [8, 16, 20, 24, 36])
def test_removing_the_half_phrase_undoes_its_insertion(make_grid: MakeGrid, beat: int) -> None:
    grid, time_s = make_grid(64), 0.5 + 0.5 * beat
    inserted = correct(grid, at(CorrectionKind.INSERT_HALF_PHRASE, time_s))
    removed = correct(inserted, at(CorrectionKind.REMOVE_HALF_PHRASE, time_s))
    assert inserted.count1_beats.tolist() != grid.count1_beats.tolist()
    assert removed.count1_beats.tolist() == grid.count1_beats.tolist()


def test_there_must_be_a_half_phrase_to_remove(make_grid: MakeGrid) -> None:
    with pytest.raises(CorrectionError, match="no half phrase"):
        correct(make_grid(), at(CorrectionKind.REMOVE_HALF_PHRASE, 10))


def test_a_nudge_moves_every_beat_and_no_count(make_grid: MakeGrid) -> None:
    grid = make_grid(24)
    nudged = correct(grid, Correction(CorrectionKind.NUDGE, offset_ms=-40))
    assert nudged.beat_times_s.tolist() == pytest.approx((grid.beat_times_s - 0.04).tolist())
    assert nudged.count1_beats.tolist() == grid.count1_beats.tolist()
    assert correct(nudged, Correction(CorrectionKind.NUDGE, offset_ms=40)).beat_times_s.tolist() == pytest.approx(
        grid.beat_times_s.tolist()
    )


def test_no_beat_is_nudged_ahead_of_the_song(make_grid: MakeGrid) -> None:
    early = correct_all(make_grid(24), [Correction(CorrectionKind.NUDGE, offset_ms=-250)] * 3)
    assert early.grid.beat_times_s[0] == pytest.approx(0.0)
    assert len(early.skipped) == 1


@pytest.mark.parametrize("offset_ms", [251, -251, float("nan"), float("inf"), None])
def test_a_nudge_is_small(offset_ms: float | None) -> None:
    with pytest.raises(CorrectionError):
        Correction(CorrectionKind.NUDGE, offset_ms=offset_ms)


def test_half_tempo_keeps_the_odd_counts(make_grid: MakeGrid) -> None:
    halved = correct(make_grid(64), Correction(CorrectionKind.HALF_TEMPO))
    assert halved.tempo_bpm == 60
    assert halved.beat_times_s.tolist() == (0.5 + np.arange(32.0)).tolist()
    assert halved.count1_beats.tolist() == [0, 8, 16, 24]


def test_double_tempo_then_half_is_the_grid_again(make_grid: MakeGrid) -> None:
    grid = make_grid(64)
    doubled = correct(grid, Correction(CorrectionKind.DOUBLE_TEMPO))
    again = correct(doubled, Correction(CorrectionKind.HALF_TEMPO))
    assert doubled.tempo_bpm == 240
    assert len(doubled.beat_times_s) == 128
    assert again.beat_times_s.tolist() == grid.beat_times_s.tolist()
    assert again.count1_beats.tolist() == grid.count1_beats.tolist()


def test_what_does_not_fit_is_skipped_and_named(make_grid: MakeGrid) -> None:
    pointless = at(CorrectionKind.REMOVE_HALF_PHRASE, 5)
    corrected = correct_all(make_grid(24), [pointless, SWAP])
    assert corrected.skipped == (pointless,)
    assert corrected.grid.count1_beats.tolist() == [4, 12, 20]


def test_a_correction_says_what_it_lacks() -> None:
    with pytest.raises(CorrectionError, match="time"):
        Correction(CorrectionKind.COUNT_ONE_HERE)
    with pytest.raises(CorrectionError, match="time"):
        Correction(CorrectionKind.SWAP_ONE_AND_FIVE, time_s=1)
    with pytest.raises(CorrectionError, match="number of beats"):
        Correction(CorrectionKind.SHIFT_BEATS)
    with pytest.raises(CorrectionError, match="at most four"):
        Correction(CorrectionKind.SHIFT_BEATS, beats=5)
    with pytest.raises(CorrectionError, match="negative"):
        Correction(CorrectionKind.COUNT_ONE_HERE, time_s=float("nan"))


def test_a_grid_of_a_few_beats_cannot_be_corrected(make_grid: MakeGrid) -> None:
    with pytest.raises(CorrectionError, match="too few"):
        correct(make_grid(5), SWAP)


@same_fixture
@given(steps=st.lists(corrections(), max_size=6))
def test_every_corrected_grid_is_canonical(make_grid: MakeGrid, steps: list[Correction]) -> None:
    grid = correct_all(recount(make_grid(96), np.arange(0, 96, 8)), steps).grid
    counts = grid.counts()
    follows = np.diff(counts)
    restarts = counts[1:][follows != 1]
    assert set(restarts.tolist()) <= {1}
    assert np.array_equal(np.flatnonzero(counts == 1), grid.count1_beats)
    assert np.array_equal(np.flatnonzero(counts % 4 == 1), grid.downbeat_beats)
    assert (np.diff(grid.beat_times_s) > 0).all()


@same_fixture
@given(steps=st.lists(corrections(), min_size=1, max_size=5))
def test_dropping_the_last_correction_undoes_it(make_grid: MakeGrid, steps: list[Correction]) -> None:
    grid = make_grid(96)
    before = correct_all(grid, steps[:-1]).grid
    correct_all(grid, steps)
    assert correct_all(grid, steps[:-1]).grid.count1_beats.tolist() == before.count1_beats.tolist()
    assert grid.count1_beats.tolist() == list(range(0, 96, 8))


@same_fixture
@given(step=corrections())
def test_a_settled_correction_does_the_same(make_grid: MakeGrid, step: Correction) -> None:
    grid = recount(make_grid(96), np.arange(3, 96, 8))
    assume(step.kind is not CorrectionKind.REMOVE_HALF_PHRASE)  # there is none
    wanted = correct(grid, step)
    assert correct(grid, settle(grid, step)).count1_beats.tolist() == wanted.count1_beats.tolist()


@pytest.mark.parametrize(
    "step", [SWAP, Correction(CorrectionKind.SHIFT_BEATS, beats=2), at(CorrectionKind.INSERT_HALF_PHRASE, 20.5)]
)
def test_a_settled_correction_leaves_an_analysis_that_agrees(make_grid: MakeGrid, step: Correction) -> None:
    grid = make_grid(96)
    better_analysis = correct(grid, step)
    again = correct(better_analysis, settle(grid, step))
    assert again.count1_beats.tolist() == better_analysis.count1_beats.tolist()


@given(step=corrections())
def test_a_correction_survives_json(step: Correction) -> None:
    assert correction_from_dict(json.loads(json.dumps(correction_to_dict(step)))) == step


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {},
        {"kind": "transpose"},
        {"kind": ["count_one_here"]},
        {"kind": "count_one_here", "time_s": "3"},
        {"kind": "count_one_here", "time_s": True},
        {"kind": "count_one_here", "time_s": float("inf")},
        {"kind": "shift_beats", "beats": 1.5},
        {"kind": "shift_beats", "beats": 1, "time_s": 2},
        {"kind": "swap_one_and_five", "note": "x"},
    ],
)
def test_anything_else_is_no_correction(document: object) -> None:
    with pytest.raises(CorrectionError):
        correction_from_dict(document)
