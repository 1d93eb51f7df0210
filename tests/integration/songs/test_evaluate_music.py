"""`manage.py evaluate_music`: our figures beside librosa's, on made songs and on the dancers of a library."""

import json

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from choreography.management.commands import evaluate_music
from common import storage
from tests.factories import make_move
from tests.integration.songs.conftest import LEAD_IN_S, Write
from video_processing.music.grid import BeatGrid
from video_processing.music.serialization import grid_to_dict
from video_processing.pose.keypoints import CoupleTrack
from video_processing.pose.storage import pack_track

needs_librosa = pytest.mark.skipif(evaluate_music.MISSING is not None, reason="librosa and mir_eval are optional")


@needs_librosa
def test_three_methods_are_scored_on_the_same_songs(capfd: pytest.CaptureFixture[str]) -> None:
    call_command("evaluate_music", "--songs", "2", "--seed-offset", "21", "--json")

    document = json.loads(capfd.readouterr().out)
    assert set(document["means"]) == {"easy", "hard", "all"}
    ours, default, tuned = (document["means"]["all"][name] for name in ("ours", "librosa default", "librosa tuned"))
    assert (ours["songs"], default["songs"], tuned["songs"]) == (2, 2, 2)
    assert ours["beat_f"] >= 0.99
    assert abs(ours["bias_ms"]) <= 5
    assert default["count1_whole_f"] is None
    assert len(document["songs"]) == 6


@needs_librosa
def test_people_get_a_table(capfd: pytest.CaptureFixture[str]) -> None:
    call_command("evaluate_music", "--songs", "1")

    title, columns, *rows = capfd.readouterr().out.splitlines()
    assert title.startswith("1 made songs, seed offset 20")
    assert columns.split()[:2] == ["beat", "F"]
    assert [row.split("  ")[0] for row in rows[:3]] == ["easy, ours", "easy, librosa default", "easy, librosa tuned"]


@needs_librosa
def test_the_dancers_of_a_library_judge(db: None, write_song: Write, capfd: pytest.CaptureFixture[str]) -> None:
    times_s = np.arange(0, 40, 1 / 15)
    beats = (times_s - LEAD_IN_S) / 0.5
    points = np.full((2, len(times_s), 17, 3), 0.9)
    points[..., [5, 6], 1], points[..., [11, 12], 1] = 200.0, 300.0
    points[..., [15, 16], 0] = (300 + 60 * (beats - np.sin(2 * np.pi * beats) / (2 * np.pi)))[:, None]
    grid = BeatGrid(120.0, LEAD_IN_S + 0.5 * np.arange(78), np.arange(0, 78, 4), np.arange(0, 78, 8))
    storage.publish_bytes(pack_track(CoupleTrack(times_s, points, 1280, 720)), "keypoints.npz")
    storage.publish(write_song(), "clip.wav")
    make_move(grid=grid_to_dict(grid), clip_key="clip.wav", keypoints_key="keypoints.npz")

    call_command("evaluate_music", "--clips", "--json")

    clips = json.loads(capfd.readouterr().out)["clips"]
    assert set(clips) == {"ours", "librosa default", "librosa tuned"}
    assert clips["ours"]["follow feet"]["clips"] == clips["librosa tuned"]["follow feet"]["clips"] == 1
    assert clips["ours"]["follow feet"]["r"] == pytest.approx(1.0)


@needs_librosa
def test_no_clips_is_said(db: None) -> None:
    with pytest.raises(CommandError, match="no clips in the library main"):
        call_command("evaluate_music", "--clips")


@needs_librosa
@pytest.mark.parametrize("wrong", [("--songs", "0"), ("--songs", "19"), ("--seed-offset", "-1")])
def test_numbers_out_of_range_are_said(wrong: tuple[str, str]) -> None:
    with pytest.raises(CommandError, match="1 to 18"):
        call_command("evaluate_music", *wrong)


def test_a_missing_library_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate_music, "MISSING", "librosa")

    with pytest.raises(CommandError, match=r"librosa is not installed: .*\[dev\]"):
        call_command("evaluate_music")
