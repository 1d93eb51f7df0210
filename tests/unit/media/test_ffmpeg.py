from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from common.errors import CancelledError
from common.storage import StorageFullError
from video_processing.media import ffmpeg
from video_processing.media.container import CLIP_MEDIA, SONG_MEDIA, UnreadableMediaError
from video_processing.media.ffmpeg import EncodingError, describe_input, run_ffmpeg
from video_processing.media.whole_file import whole_file
from video_processing.mezzanine.copying import copy_packets

NOISE = ["-f", "lavfi", "-i", "anoisesrc=duration=2", "-f", "null", "-"]
ENDLESS = ["-re", "-f", "lavfi", "-i", "anoisesrc", "-f", "null", "-"]


def test_an_input_is_opened_by_its_content_and_by_no_other_protocol(tmp_path: Path) -> None:
    path = tmp_path / "-i http:song.mp3"
    path.write_bytes(b"fLaC" + bytes(100))

    arguments = describe_input(path, SONG_MEDIA)

    assert arguments[:2] == ["-protocol_whitelist", "file"]
    assert arguments[-4:] == ["-f", "flac", "-i", f"file:{path}"]
    assert "h264" not in arguments[3].split(",")


def test_a_song_is_not_an_input_where_a_clip_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"fLaC" + bytes(100))

    with pytest.raises(UnreadableMediaError):
        describe_input(path, CLIP_MEDIA)


def test_the_program_named_by_the_setting_is_run(tmp_path: Path, settings: Settings) -> None:
    settings.FFMPEG_BINARY = tmp_path / "my-ffmpeg"

    assert ffmpeg.binary() == str(tmp_path / "my-ffmpeg")


def test_progress_is_told_in_seconds_of_output() -> None:
    told: list[float] = []

    run_ffmpeg(NOISE, timeout_s=30, on_progress=told.append)

    assert told[-1] == pytest.approx(2.0, abs=0.05)


def test_what_ffmpeg_cannot_do_is_an_encoding_error_without_its_words() -> None:
    with pytest.raises(EncodingError) as caught:
        run_ffmpeg(["-f", "lavfi", "-i", "no_such_filter", "-f", "null", "-"], timeout_s=30)

    assert "no_such_filter" not in str(caught.value)
    assert "no_such_filter" in caught.value.__cause__.stderr_tail


def test_a_full_disk_is_told_as_such() -> None:
    with pytest.raises(StorageFullError):
        run_ffmpeg([*NOISE[:4], "-f", "wav", "/dev/full"], timeout_s=30)


def test_a_spent_quota_is_told_as_a_full_disk(settings: Settings, tmp_path: Path) -> None:
    tool = tmp_path / "ffmpeg"
    tool.write_text("#!/bin/sh\necho 'av_interleaved_write_frame(): Disk quota exceeded' >&2\nexit 1\n")
    tool.chmod(0o755)
    settings.FFMPEG_BINARY = str(tool)

    with pytest.raises(StorageFullError):
        run_ffmpeg(NOISE, timeout_s=30)


def test_a_full_disk_under_a_copy_is_not_blamed_on_the_clip(clip_file: Callable[..., Path]) -> None:
    with pytest.raises(StorageFullError):
        copy_packets(clip_file(), Path("/dev/full"))


def test_an_endless_run_can_be_cancelled() -> None:
    with pytest.raises(CancelledError):
        run_ffmpeg(ENDLESS, timeout_s=30, cancelled=lambda: True)


def test_a_file_that_failed_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    old = tmp_path / "video.mp4"
    old.write_text("old")

    with pytest.raises(RuntimeError), whole_file(old) as partial:
        partial.write_text("half")
        raise RuntimeError

    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("video.mp4", "old")]


def test_a_file_that_succeeded_replaces_the_old_one(tmp_path: Path) -> None:
    old = tmp_path / "video.mp4"
    old.write_text("old")

    with whole_file(old) as partial:
        partial.write_text("new")
        assert old.read_text() == "old"

    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("video.mp4", "new")]
