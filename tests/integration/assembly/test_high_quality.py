from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from common.errors import CancelledError
from video_processing.assembly.high_quality import HIGH_QUALITY, assemble_high_quality
from video_processing.assembly.overlays import count_overlays, name_overlays
from video_processing.assembly.timeline import Chapter, Timeline, TimelineError

COUNTS = [1, 2, 3, 4, 5, 6, 7, 8]
QUICK = replace(HIGH_QUALITY, width_px=640, height_px=360)
"""A ninth of the pixels, and otherwise the same."""


@pytest.fixture
def timeline(moves: Any, song: Any) -> Timeline:
    short = replace(song, duration_s=float(song.beats_s[12]) + 0.1)
    return short.timeline([moves[Fraction(25)]], chapters=(Chapter("Básico", 2.0, 6.0),))


def corners(path: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray, tuple[int, int]]:
    """Times, brightness, and how much white stands in the corner of the counts, frame by frame; the size."""
    times, levels, whites = [], [], []
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            picture = frame.to_ndarray(format="gray")
            times.append(float(frame.pts * frame.time_base))
            levels.append(picture[:, :320].mean())
            whites.append(int((picture[265:, 530:] > 200).sum()))
        size = (container.streams.video[0].width, container.streams.video[0].height)
    return np.array(times), np.array(levels), np.array(whites), size


def test_counts_stand_in_the_picture_on_their_beats(timeline: Timeline, song: Any, tmp_path: Path) -> None:
    beats = song.beats_s[4:12].tolist()
    overlays = count_overlays(beats, COUNTS, beats[-1] + 0.4) + name_overlays(timeline.chapters)
    told: list[tuple[int, int]] = []

    report = assemble_high_quality(
        timeline,
        tmp_path / "v.mp4",
        overlays=overlays,
        parameters=QUICK,
        on_progress=lambda done, total: told.append((done, total)),
    )

    times, levels, whites, size = corners(tmp_path / "v.mp4")
    assert size == (640, 360)
    assert len(times) == report.video_frames == report.encoded_frames
    dark = levels < 150
    shown = (times > beats[0] + 0.05) & (times < beats[-1] + 0.35) & dark
    absent = (times < beats[0] - 0.05) & dark
    assert whites[shown].min() > 60
    assert whites[absent].max() == 0
    flashes = times[levels > 150]
    assert np.abs(flashes[(flashes > beats[0] - 0.2) & (flashes < beats[-1] + 0.2)] - beats).max() < 1 / 25
    assert told[-1] == (1000, 1000)
    assert told == sorted(told)


def test_without_overlays_each_frame_is_encoded_once_and_chapters_stay(
    timeline: Timeline, song: Any, tmp_path: Path
) -> None:
    assemble_high_quality(timeline, tmp_path / "v.mp4", song=song.aac, parameters=QUICK)

    with av.open(str(tmp_path / "v.mp4")) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == (640, 360)
        assert container.chapters()[0]["metadata"]["title"] == "Básico"
        assert float(stream.duration * stream.time_base) == pytest.approx(timeline.duration_s, abs=0.001)


def test_a_cut_without_its_clip_is_refused(timeline: Timeline, tmp_path: Path) -> None:
    bare = replace(timeline, cuts=tuple(replace(cut, clip=None) for cut in timeline.cuts))

    with pytest.raises(TimelineError, match="no clip"):
        assemble_high_quality(bare, tmp_path / "v.mp4")


def test_cancelling_leaves_nothing(timeline: Timeline, tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        assemble_high_quality(timeline, tmp_path / "out" / "v.mp4", cancelled=lambda: True)

    assert not list(tmp_path.glob("out/*"))


def test_high_quality_is_full_hd() -> None:
    assert (HIGH_QUALITY.width_px, HIGH_QUALITY.height_px, HIGH_QUALITY.crf) == (1920, 1080, 18)
