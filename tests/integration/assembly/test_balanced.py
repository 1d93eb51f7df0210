from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from common.errors import CancelledError
from common.processes import run
from video_processing.assembly.balanced import assemble_balanced
from video_processing.assembly.blends import BLEND_BEATS
from video_processing.assembly.fast import assemble_fast
from video_processing.media.ffmpeg import binary
from video_processing.mezzanine.making import MezzanineMismatchError
from video_processing.mezzanine.parameters import MezzanineParameters

SMALL = MezzanineParameters(width_px=320, height_px=180)
CUT_BEATS = 8


def pictures(path: Path) -> tuple[np.ndarray, np.ndarray]:
    with av.open(str(path)) as container:
        frames = [
            (float(f.pts * f.time_base), f.to_ndarray(format="gray")[::4, ::4]) for f in container.decode(video=0)
        ]
    return np.array([time for time, _ in frames]), np.array([picture for _, picture in frames], dtype=float)


@pytest.fixture
def pair(moves: Any, song: Any, tmp_path: Path) -> tuple[Path, Path, float, float]:
    """The same timeline assembled fast and balanced; the song's times of the seam and of the beat before it."""
    timeline = song.timeline([moves[Fraction(25)], moves[Fraction(60_000, 1001)]])
    assemble_fast(timeline, tmp_path / "fast.mp4")
    assemble_balanced(timeline, tmp_path / "balanced.mp4", parameters=SMALL)
    beats = timeline.cuts[0].target_beats_s
    return tmp_path / "fast.mp4", tmp_path / "balanced.mp4", beats[-1], beats[-2]


def test_only_the_last_half_beat_before_a_seam_differs_from_fast_assembly(pair: Any) -> None:
    fast, balanced, seam_s, beat_s = pair

    (fast_times, fast_pictures), (times, blended) = pictures(fast), pictures(balanced)

    assert (times == fast_times).all()
    difference = np.abs(blended - fast_pictures).mean(axis=(1, 2))
    inside = (times >= seam_s - BLEND_BEATS * (seam_s - beat_s)) & (times < seam_s - 1e-4)
    assert difference[~inside].max() == 0
    assert difference[inside][2:].min() > 1
    assert inside.sum() >= 4


def test_a_blend_goes_from_one_move_to_the_other(pair: Any, moves: Any) -> None:
    fast, balanced, seam_s, _ = pair
    (times, plain), (_, blended) = pictures(fast), pictures(balanced)
    at = int(np.flatnonzero(times < seam_s - 1e-4)[-1])

    def share_of_old(i: int) -> float:
        old, mixed = plain[i] - plain[i].mean(), blended[i] - blended[i].mean()
        return float((old * mixed).sum() / (old * old).sum())

    shares = [share_of_old(i) for i in range(at - 4, at + 1)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.6
    assert shares[-1] < 0.3


def test_flashes_stay_on_the_beat_through_blends(moves: Any, song: Any, watch: Any, tmp_path: Path) -> None:
    timeline = song.timeline(list(moves.values()))

    report = assemble_balanced(timeline, tmp_path / "video.mp4", parameters=SMALL)

    watched = watch(tmp_path / "video.mp4")
    beats = song.beats_s[4 : 4 + 7 * CUT_BEATS]
    flashes = watched.flashes_s()
    flashes = flashes[(flashes > beats[0] - 0.2) & (flashes < beats[-1] + 0.2)]
    errors = (flashes - beats).reshape(7, CUT_BEATS)
    assert (np.abs(errors).max(axis=1) < np.array([1 / float(rate) for rate in moves])).all()
    assert 0 < report.encoded_frames < 0.1 * report.video_frames


def test_an_independent_decoder_finds_no_error(pair: Any) -> None:
    _, balanced, _, _ = pair

    arguments = ["-v", "warning", "-xerror", "-i", str(balanced), "-map", "0:v", "-fps_mode", "passthrough"]
    finished = run([binary(), *arguments, "-f", "framecrc", "-"], timeout_s=60)

    assert finished.stderr_tail == ""


def test_progress_rises_to_the_end(moves: Any, song: Any, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    timeline = song.timeline([moves[Fraction(24)], moves[Fraction(50)], moves[Fraction(24)]])

    assemble_balanced(
        timeline, tmp_path / "v.mp4", parameters=SMALL, on_progress=lambda done, total: told.append((done, total))
    )

    assert [done for done, _ in told] == list(range(1, told[-1][1] + 1))
    assert len({total for _, total in told}) == 1


def test_cancelling_between_blends_leaves_nothing(moves: Any, song: Any, tmp_path: Path) -> None:
    timeline = song.timeline([moves[Fraction(24)], moves[Fraction(50)]])

    with pytest.raises(CancelledError):
        assemble_balanced(timeline, tmp_path / "out" / "v.mp4", parameters=SMALL, cancelled=lambda: True)

    assert not list(tmp_path.glob("out/*"))


def test_parameters_other_than_the_library_s_are_refused(moves: Any, song: Any, tmp_path: Path) -> None:
    timeline = song.timeline([moves[Fraction(24)], moves[Fraction(50)]])
    other = MezzanineParameters(width_px=320, height_px=180, level="4.1")

    with pytest.raises(MezzanineMismatchError):
        assemble_balanced(timeline, tmp_path / "v.mp4", parameters=other)

    assert not (tmp_path / "v.mp4").exists()
