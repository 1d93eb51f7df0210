from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from video_processing.assembly.baseline import assemble_the_usual_way
from video_processing.media.probe import probe_clip


def test_the_usual_way_makes_a_video_of_the_same_cuts(moves: Any, song: Any, tmp_path: Path) -> None:
    short = replace(song, duration_s=float(song.beats_s[8]) + 0.1)
    timeline = short.timeline([moves[Fraction(25)]], first_beat=0)

    assemble_the_usual_way(timeline, song.aac, tmp_path / "video.mp4")

    made = probe_clip(tmp_path / "video.mp4")
    danced_s = timeline.cuts[0].target_beats_s[-1] - timeline.cuts[0].target_beats_s[0]
    assert made.duration_s == pytest.approx(danced_s, abs=0.1)
    assert (made.width_px, made.height_px, made.fps) == (1280, 720, pytest.approx(30, abs=0.1))
