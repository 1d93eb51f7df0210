"""Every kind of film that people bring, made small: what can be danced is imported, the rest is refused and named."""

from pathlib import Path

import numpy as np
import pytest

from choreography.models import Move, MoveStatus
from common import storage
from tests.integration.library.conftest import Import
from tests.integration.library.made_clips import (
    DURATION_S,
    LEAD_IN_S,
    TEMPO_BPM,
    Dance,
    annotation,
    rotate,
    write_annotations,
    write_clip,
    write_couple,
)
from video_processing.media.frames import frame_times_s
from video_processing.media.probe import probe_clip
from video_processing.mezzanine.packets import read_index
from video_processing.music.serialization import grid_from_dict

PATH = "basic/film.mp4"


def brought(bring: Import, folder: Path) -> tuple[Move | None, str]:
    """Return the move that the film became, or why it did not."""
    write_annotations(folder, [annotation(PATH)])
    report = bring(folder)
    reasons = [clip["reason"] for clip in report["failed_clips"]]
    return Move.objects.filter(library_path=PATH).first(), "".join(reasons)


def assert_on_the_beat(move: Move) -> None:
    """Check that the counts are the music's, and that each beat in the film has a keyframe within a frame."""
    grid = grid_from_dict(move.grid)
    assert grid.tempo_bpm == pytest.approx(TEMPO_BPM, rel=0.01)
    away_s = (grid.beat_times_s - LEAD_IN_S) % (60 / TEMPO_BPM)
    assert np.minimum(away_s, 60 / TEMPO_BPM - away_s).max() < 0.03
    with storage.local_copy(move.mezzanine_key) as mezzanine:
        index, shape = read_index(mezzanine), probe_clip(mezzanine)
    assert (shape.width_px, shape.height_px, shape.rotation_deg) == (1280, 720, 0)
    seen = grid.beat_times_s[grid.beat_times_s <= index.times_s[-1]]
    away_s = np.abs(seen[:, None] - index.times_s[index.keyframes]).min(axis=1)
    assert away_s.max() <= np.diff(index.times_s).max()


@pytest.mark.parametrize("fps", ["24000/1001", "24", "30000/1001", "60000/1001"])
def test_films_of_every_frame_rate_keep_their_frames(bring: Import, tmp_path: Path, fps: str) -> None:
    write_couple(write_clip(tmp_path / PATH, fps=fps), Dance())
    frames = len(frame_times_s(tmp_path / PATH))

    move, _ = brought(bring, tmp_path)

    assert move is not None and move.status == MoveStatus.PUBLISHED
    assert move.fps == pytest.approx(eval_fraction(fps), rel=0.01)
    assert_on_the_beat(move)
    with storage.local_copy(move.mezzanine_key) as mezzanine:
        assert len(read_index(mezzanine).times_s) == frames


def test_a_film_of_varying_frame_rate_keeps_the_times_of_its_frames(bring: Import, tmp_path: Path) -> None:
    film = write_clip(tmp_path / PATH, fps="30", filters="select='not(between(mod(n,11),2,4))'")
    write_couple(film, Dance())
    times_s = frame_times_s(film)
    assert np.ptp(np.diff(times_s)) > 0.05

    move, _ = brought(bring, tmp_path)

    assert move is not None
    assert_on_the_beat(move)
    with storage.local_copy(move.mezzanine_key) as mezzanine:
        np.testing.assert_allclose(read_index(mezzanine).times_s, times_s, atol=0.001)


@pytest.mark.parametrize("turned", [0, 90], ids=["portrait", "rotated"])
def test_an_upright_film_stands_upright(bring: Import, tmp_path: Path, turned: int) -> None:
    film = write_clip(tmp_path / PATH, size="160x90" if turned else "90x160")
    if turned:
        rotate(film, turned)
    assert (probe_clip(film).width_px, probe_clip(film).height_px) == (90, 160)
    write_couple(film, Dance(), (90, 160))

    move, _ = brought(bring, tmp_path)

    assert move is not None and move.status == MoveStatus.PUBLISHED
    assert move.duration_s == pytest.approx(DURATION_S, abs=0.2)
    assert_on_the_beat(move)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("text", "not a sound or video file"),
        ("empty", "empty"),
        ("sound alone", "no video"),
        ("no sound", "no sound"),
        ("cut short", "damaged"),
    ],
)
def test_what_cannot_be_danced_is_refused_in_a_sentence(bring: Import, tmp_path: Path, kind: str, said: str) -> None:
    film = tmp_path / PATH
    film.parent.mkdir()
    if kind == "text":
        film.write_text("This is not a film.")
    elif kind == "empty":
        film.touch()
    else:
        write_clip(film, picture=kind != "sound alone", sound=kind != "no sound")
    if kind == "cut short":
        film.write_bytes(film.read_bytes()[: film.stat().st_size // 3])
    write_couple(film, Dance())

    move, reason = brought(bring, tmp_path)

    assert move is None
    assert said in reason.lower()
    assert str(tmp_path) not in reason
    assert not list((tmp_path / "media").rglob("*.mp4"))


def eval_fraction(fps: str) -> float:
    """Return a frame rate written as ffmpeg writes it."""
    count, _, seconds = fps.partition("/")
    return float(count) / float(seconds or 1)
