"""What goes wrong is said in a sentence, ends with an exit code, and leaves nothing behind."""

import json
import shutil
import wave
from pathlib import Path

import numpy as np
import pytest

from tests.acceptance.conftest import Studio
from video_processing.demo.songs.files import SongFile


def write_wav(path: Path, samples: np.ndarray, rate_hz: int = 22_050) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    return path


@pytest.fixture
def bad_song(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "song.wav"
    kind: str = request.param
    if kind == "text":
        path.write_text("This is not a song.")
    elif kind == "empty":
        path.touch()
    elif kind == "silence":
        write_wav(path, np.zeros(30 * 22_050))
    elif kind == "three seconds":
        write_wav(path, np.sin(np.arange(3 * 22_050) / 8))
    return path


@pytest.mark.parametrize(
    ("bad_song", "said"),
    [
        ("text", "not a sound or video file"),
        ("empty", "empty"),
        ("silence", "silent"),
        ("three seconds", "20 to 600 seconds"),
        ("missing", "no such song file"),
    ],
    indirect=["bad_song"],
)
def test_a_song_that_cannot_be_danced(studio: Studio, bad_song: Path, said: str, tmp_path: Path) -> None:
    done = studio.run("generate_choreography", bad_song, "--output", tmp_path / "out")
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_empty_library(empty_studio: Studio, song: SongFile, tmp_path: Path) -> None:
    other = {"DB_NAME": f"{empty_studio.folder.name}_empty".replace("-", "_"), "MEDIA_ROOT": str(tmp_path / "media")}
    assert empty_studio.run("migrate", **other).returncode == 0
    done = empty_studio.run("generate_choreography", song.sound_path, "--output", tmp_path / "out", **other)
    assert done.returncode != 0
    assert "no moves" in done.stderr.lower()
    assert not (tmp_path / "out").exists()


def test_a_damaged_clip_among_good_ones_is_skipped_and_named(
    studio: Studio, flashing_clips: Path, tmp_path: Path
) -> None:
    shutil.copytree(flashing_clips, tmp_path / "clips")
    annotations = json.loads((tmp_path / "clips" / "bachata_annotations.json").read_text())
    damaged = {**annotations["clips"][0], "video_path": "basic/damaged.mp4"}
    gone = {**annotations["clips"][0], "video_path": "basic/gone.mp4"}
    (tmp_path / "clips" / "basic").mkdir(exist_ok=True)
    (tmp_path / "clips" / "basic" / "damaged.mp4").write_bytes(b"\x00\x00\x00\x18ftypmp42 and then nothing")
    (tmp_path / "annotations.json").write_text(json.dumps({"clips": [*annotations["clips"], damaged, gone]}))
    done = studio.run(
        "generate_embeddings", "--video_dir", tmp_path / "clips", "--annotations", tmp_path / "annotations.json",
        "--workers", 1,
    )  # fmt: skip
    report = studio.report()
    assert done.returncode == 0
    assert {clip["clip"] for clip in report["failed_clips"]} == {"basic/damaged.mp4", "basic/gone.mp4"}
    assert report["summary"]["unchanged"] == len(annotations["clips"])


def test_a_clip_without_pose_model_and_sidecar_says_what_is_needed(
    empty_studio: Studio, flashing_clips: Path, tmp_path: Path
) -> None:
    clip = next(flashing_clips.rglob("*.mp4"))
    shutil.copy(clip, tmp_path / "alone.mp4")
    row = {"video_path": "alone.mp4", "move_label": "basic", "difficulty": "low", "energy_level": "low"}
    (tmp_path / "annotations.json").write_text(json.dumps({"clips": [row]}))
    done = empty_studio.run(
        "generate_embeddings", "--video_dir", tmp_path, "--annotations", tmp_path / "annotations.json", "--workers", 1
    )
    assert done.returncode != 0
    assert "POSE_MODEL_PATH" in empty_studio.report()["failed_clips"][0]["reason"]


def test_a_clip_gone_from_storage_is_named_and_the_result_stays_away(
    studio: Studio, song: SongFile, tmp_path: Path
) -> None:
    media = tmp_path / "media"
    shutil.copytree(studio.folder / "media", media)
    for mezzanine in media.rglob("mezzanine.mp4"):
        mezzanine.unlink()
    done = studio.run(
        "generate_choreography", song.sound_path, "--difficulty", "advanced", "--output", tmp_path / "out",
        MEDIA_ROOT=str(media),
    )  # fmt: skip
    assert done.returncode != 0
    assert "mezzanine.mp4 is gone from storage" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_song_whose_media_are_gone_is_mended_by_bringing_it_again(
    studio: Studio, song: SongFile, tmp_path: Path
) -> None:
    wish = ("generate_choreography", song.sound_path, "--difficulty", "advanced", "--duration", "20", "--output")
    assert studio.run(*wish, tmp_path / "before").returncode == 0
    for sound in (studio.folder / "media" / "songs").rglob("song.m4a"):
        sound.unlink()
    done = studio.run(*wish, tmp_path / "after")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "after" / "choreography.mp4").is_file()
