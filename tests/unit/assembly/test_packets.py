from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from video_processing.assembly.packets import TICKS_HZ, Run, VideoPlan, describe_video
from video_processing.assembly.timeline import Cut, Timeline, TimelineError
from video_processing.mezzanine.packets import MezzanineIndex

A, B, SONG = Path("a.mp4"), Path("b.mp4"), Path("song.m4a")


def index(fps: float, frames: int, keyframes: list[int]) -> MezzanineIndex:
    times = np.arange(frames) / fps
    sizes = np.full(frames, 100)
    return MezzanineIndex(times, np.array(keyframes), np.arange(frames) * 100, sizes, frames / fps, "same")


def listed(plan: VideoPlan) -> list[tuple[str, int, list[float]]]:
    """The whole plan, in seconds."""
    return [(run.mezzanine.stem, run.first_frame, (run.ticks / TICKS_HZ).round(4).tolist()) for run in plan.runs]


def test_two_cuts_with_lead_in_and_tail_as_a_whole() -> None:
    # 10 frames a second; A's beats are 0.5 s apart and danced at 0.4 s, B's at 0.25 s.
    indices = {A: index(10, 20, [0, 5, 10, 15]), B: index(10, 12, [0, 5, 10])}
    cuts = (Cut(A, (0.5, 1.0, 1.5), (0.6, 1.0, 1.4)), Cut(B, (0.5, 1.0), (1.4, 1.65)))

    plan = describe_video(Timeline(2.0, cuts, SONG), indices)

    assert plan.end_tick == 180_000
    assert listed(plan) == [
        (
            "a",
            0,
            [0.0, 0.28, 0.36, 0.44, 0.52, 0.6, 0.68, 0.76, 0.84, 0.92, 1.0, 1.08, 1.16, 1.24, 1.32],
        ),
        ("b", 5, [1.4, 1.45, 1.5, 1.55, 1.6, 1.65, 1.7]),
    ]


def test_frames_between_the_last_keyframe_and_the_start_are_squeezed_out_of_sight() -> None:
    indices = {A: index(10, 30, [0, 5, 10, 20])}
    cuts = (Cut(A, (1.0, 2.0), (0.3, 1.3)),)

    plan = describe_video(Timeline(1.3, cuts, SONG), indices)

    # Frame 7 is the first to be seen; 5 and 6 are needed to decode it and last a tick each.
    assert plan.runs[0].first_frame == 5
    assert plan.runs[0].ticks[:6].tolist() == [0, 1, 2, 9_000, 18_000, 27_000]


def test_a_cut_on_the_first_moment_of_the_song_has_no_lead_in() -> None:
    plan = describe_video(Timeline(1.0, (Cut(A, (1.0, 2.0), (0.0, 1.0)),), SONG), {A: index(10, 30, [0, 10, 20])})

    assert listed(plan) == [("a", 10, [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])]


def test_each_beat_has_its_own_rate() -> None:
    cut = Cut(A, (0.0, 0.5, 1.0), (0.0, 1.0, 1.25))

    plan = describe_video(Timeline(1.25, (cut,), SONG), {A: index(8, 9, [0, 4, 8])})

    assert listed(plan) == [("a", 0, [0.0, 0.25, 0.5, 0.75, 1.0, 1.0625, 1.125, 1.1875])]


def test_a_cut_enters_on_the_keyframe_nearest_its_beat_exactly_on_the_song() -> None:
    cut = Cut(A, (0.54, 1.0), (3.0, 3.5))

    plan = describe_video(Timeline(3.5, (cut,), SONG), {A: index(10, 20, [0, 5, 10])})

    at = plan.runs[0].first_frame
    assert (plan.runs[0].ticks[5 - at]) == 3 * TICKS_HZ


def test_a_beat_without_a_keyframe_is_refused() -> None:
    with pytest.raises(TimelineError, match="keyframe"):
        describe_video(Timeline(3.5, (Cut(A, (0.7, 1.2), (3.0, 3.5)),), SONG), {A: index(10, 20, [0, 5, 10])})


def test_a_clip_that_ends_on_its_last_beat_holds_its_last_frame() -> None:
    plan = describe_video(Timeline(5.0, (Cut(A, (0.0, 1.0), (0.0, 1.0)),), SONG), {A: index(4, 4, [0])})

    assert plan == VideoPlan(plan.runs, 450_000)
    assert listed(plan) == [("a", 0, [0.0, 0.25, 0.5, 0.75])]


@st.composite
def timelines(draw: st.DrawFn) -> tuple[Timeline, dict[Path, MezzanineIndex]]:
    fps = {path: draw(st.sampled_from([23.976, 24, 25, 29.97, 30, 50, 59.94])) for path in (A, B)}
    indices, now, cuts = {}, draw(st.floats(0, 3)), []
    beats = {}
    for path, rate in fps.items():
        gaps = draw(st.lists(st.floats(0.35, 0.7), min_size=9, max_size=9))
        beats[path] = np.cumsum([draw(st.floats(0, 2)), *gaps])
        frames = int((beats[path][-1] + draw(st.floats(-0.3, 1.5))) * rate)
        nearest = [int(np.argmin(np.abs(np.arange(frames) / rate - beat))) for beat in beats[path][:8]]
        indices[path] = index(rate, frames, sorted({0, *nearest}))
    for path in draw(st.lists(st.sampled_from([A, B]), min_size=1, max_size=5)):
        first = draw(st.integers(0, 6))
        count = draw(st.integers(1, 9 - first))
        target = now + np.concatenate(
            [[0], np.cumsum(draw(st.lists(st.floats(0.35, 0.7), min_size=count, max_size=count)))]
        )
        cuts.append(Cut(path, tuple(beats[path][first : first + count + 1]), tuple(target)))
        now = float(target[-1])
    return Timeline(now + draw(st.floats(0, 5)), tuple(cuts), SONG), indices


@given(timelines())
def test_every_plan_rises_starts_on_keyframes_and_meets_the_beats(
    made: tuple[Timeline, dict[Path, MezzanineIndex]],
) -> None:
    timeline, indices = made

    plan = describe_video(timeline, indices)

    ticks = np.concatenate([run.ticks for run in plan.runs])
    assert ticks[0] == 0
    assert (np.diff(ticks) > 0).all()
    assert ticks[-1] < plan.end_tick
    for run, cut in zip(plan.runs, timeline.cuts, strict=True):
        file = indices[cut.mezzanine]
        assert run.first_frame in file.keyframes
        assert run.first_frame + len(run.ticks) <= len(file.times_s)
        assert_beats_met(run, cut, file)


def assert_beats_met(run: Run, cut: Cut, file: MezzanineIndex) -> None:
    """The frame nearest each beat of the clip is shown within one frame of the song's beat."""
    frame_s = file.times_s[1]
    for source, target in zip(cut.source_beats_s[:-1], cut.target_beats_s[:-1], strict=True):
        at = int(np.argmin(np.abs(file.times_s - source))) - run.first_frame
        held_from_the_start = at == 0 and run.ticks[0] == 0
        if at < len(run.ticks) and not held_from_the_start:
            assert abs(run.ticks[at] / TICKS_HZ - target) <= max(frame_s, 0.001)
