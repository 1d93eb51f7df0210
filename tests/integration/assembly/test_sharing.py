from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import pytest

from video_processing.assembly.fast import assemble_fast
from video_processing.assembly.sharing import make_share_copy
from video_processing.assembly.timeline import Chapter


def test_a_share_copy_is_480_lines_high_and_as_long(moves: Any, song: Any, watch: Any, tmp_path: Path) -> None:
    timeline = song.timeline([moves[Fraction(30)]], chapters=(Chapter("Básico", 1.0, 5.0),))
    assemble_fast(timeline, tmp_path / "video.mp4")
    told: list[float] = []

    make_share_copy(tmp_path / "video.mp4", tmp_path / "small.mp4", on_progress=told.append)

    with av.open(str(tmp_path / "small.mp4")) as container:
        assert (container.streams.video[0].width, container.streams.video[0].height) == (854, 480)
        assert [c["metadata"]["title"] for c in container.chapters()] == ["Básico"]
        assert float(container.duration / av.time_base) == pytest.approx(song.duration_s, abs=0.05)
    flashes, originals = (watch(tmp_path / name).flashes_s() for name in ("small.mp4", "video.mp4"))
    assert flashes == pytest.approx(originals, abs=1 / 30)
    assert told == sorted(told)
