from pathlib import Path

import numpy as np
import pytest

from video_processing.assembly.blending import mix
from video_processing.assembly.blends import describe_blends, with_blends
from video_processing.assembly.packets import describe_video
from video_processing.assembly.timeline import Cut, Timeline
from video_processing.mezzanine.packets import MezzanineIndex

A, B, SONG, FILE = Path("a.mp4"), Path("b.mp4"), Path("song.m4a"), Path("blends.mp4")


def index(fps: float, frames: int, keyframes: list[int]) -> MezzanineIndex:
    sizes = np.full(frames, 100)
    return MezzanineIndex(np.arange(frames) / fps, np.array(keyframes), np.cumsum(sizes), sizes, frames / fps, "same")


INDICES = {A: index(10, 30, [0, 10, 20]), B: index(20, 60, [0, 20, 40])}


def test_the_last_half_beat_of_a_move_is_mixed_with_what_leads_up_to_the_next() -> None:
    timeline = Timeline(3.0, (Cut(A, (0.0, 1.0), (0.0, 1.0)), Cut(B, (1.0, 2.0), (1.0, 3.0))), SONG)

    (blend,) = describe_blends(timeline, describe_video(timeline, INDICES), INDICES)

    # B is danced at half its speed: 0.1 s of the song is one of its frames.
    assert (blend.run, blend.leaving, blend.leaving_frames) == (0, A, (5, 6, 7, 8, 9))
    assert (blend.entering, blend.entering_frames) == (B, (15, 16, 17, 18, 19))
    assert blend.weights == pytest.approx((0.0, 0.104, 0.352, 0.648, 0.896))


def test_a_move_without_earlier_frames_lends_its_first() -> None:
    timeline = Timeline(3.0, (Cut(A, (0.0, 1.0), (0.0, 1.0)), Cut(B, (0.0, 1.0), (1.0, 3.0))), SONG)

    (blend,) = describe_blends(timeline, describe_video(timeline, INDICES), INDICES)

    assert blend.entering_frames == (0, 0, 0, 0, 0)


def test_a_clip_that_runs_on_is_not_blended_with_itself() -> None:
    timeline = Timeline(3.0, (Cut(A, (0.0, 1.0), (0.0, 1.0)), Cut(A, (1.0, 2.0), (1.0, 3.0))), SONG)

    assert describe_blends(timeline, describe_video(timeline, INDICES), INDICES) == ()


def test_blending_changes_no_time_and_no_other_frame() -> None:
    cuts = (
        Cut(A, (0.0, 1.0), (0.5, 1.5)),
        Cut(B, (1.0, 2.0), (1.5, 2.5)),
        Cut(A, (1.0, 2.0), (2.5, 3.5)),
    )
    plan = describe_video(Timeline(4.0, cuts, SONG), INDICES)
    blends = describe_blends(Timeline(4.0, cuts, SONG), plan, INDICES)

    blended = with_blends(plan, blends, FILE)

    assert [(run.mezzanine.stem, run.first_frame, len(run.ticks)) for run in blended.runs] == [
        ("a", 0, 5), ("blends", 0, 5), ("b", 20, 10), ("blends", 5, 10), ("a", 10, 15),
    ]  # fmt: skip
    before, after = (np.concatenate([run.ticks for run in each.runs]) for each in (plan, blended))
    assert (before == after).all()
    assert blended.end_tick == plan.end_tick


def test_a_plan_without_blends_stays_as_it_is() -> None:
    plan = describe_video(Timeline(1.0, (Cut(A, (0.0, 1.0), (0.0, 1.0)),), SONG), INDICES)

    assert [run.mezzanine for run in with_blends(plan, (), FILE).runs] == [A]


@pytest.mark.parametrize(("weight", "expected"), [(0.0, 200), (0.5, 150), (1.0, 100)])
def test_mixing_is_in_proportion(weight: float, expected: int) -> None:
    before, after = np.full((6, 4), 200, dtype=np.uint8), np.full((6, 4), 100, dtype=np.uint8)

    assert (mix(before, after, weight) == expected).all()
