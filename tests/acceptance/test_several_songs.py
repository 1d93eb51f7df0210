"""Several songs in one command, the qualities, and the list of songs."""

import json
from pathlib import Path

import av
import pytest

from choreography.blueprint.schema import QUALITIES
from tests.acceptance.conftest import Studio
from video_processing.demo.songs.files import SongFile

WISH = ("--difficulty", "advanced", "--duration", "20")


def picture_of(folder: Path) -> tuple[int, int, float]:
    """Return width, height and length in seconds of a dance's video."""
    with av.open(str(folder / "choreography.mp4")) as video:
        stream = video.streams.video[0]
        return stream.width, stream.height, float(stream.duration * stream.time_base)


def test_a_song_that_cannot_be_danced_does_not_stop_the_others(studio: Studio, song: SongFile, tmp_path: Path) -> None:
    (tmp_path / "noise.wav").write_text("This is not a song.")
    output = tmp_path / "out"

    done = studio.run(
        "generate_choreography", tmp_path / "noise.wav", song.sound_path, *WISH, "--workers", 2, "--output", output
    )

    report = json.loads((output / "choreography_report.json").read_text())
    failed, danced = report["songs"]
    assert done.returncode != 0
    assert "1 of 2 songs could not be danced" in done.stderr
    assert "1 danced, 1 failed" in done.stdout
    assert "Traceback" not in done.stderr
    assert failed["error"]["reason"] in done.stderr
    assert danced["video"] == str(output / song.sound_path.stem / "choreography.mp4")
    assert danced["moves"] == len(json.loads((Path(danced["video"]).parent / "blueprint.json").read_text())["segments"])
    assert danced["seconds"]["assembly"] > 0
    assert {path.name for path in output.iterdir()} == {song.sound_path.stem, "choreography_report.json"}


def test_songs_of_one_name_get_folders_of_their_own(studio: Studio, song: SongFile, tmp_path: Path) -> None:
    twin = tmp_path / song.sound_path.name
    twin.write_bytes(song.sound_path.read_bytes())
    output = tmp_path / "out"

    done = studio.run("generate_choreography", song.sound_path, twin, *WISH, "--output", output)

    assert done.returncode == 0, done.stderr
    name = song.sound_path.stem
    assert (output / name / "blueprint.json").is_file()
    assert (output / f"{name}-2" / "blueprint.json").is_file()


@pytest.mark.parametrize(("quality", "height_px"), [("balanced", 720), ("high_quality", 1080)])
def test_a_quality_is_made_as_asked(
    studio: Studio, song: SongFile, tmp_path: Path, quality: str, height_px: int
) -> None:
    done = studio.run("generate_choreography", song.sound_path, *WISH, "--quality", quality, "--output", tmp_path / "o")

    assert done.returncode == 0, done.stderr
    plan = json.loads((tmp_path / "o" / "blueprint.json").read_text())
    width, height, length_s = picture_of(tmp_path / "o")
    assert plan["output"] == {"width": width, "height": height, "quality": quality}
    assert height == height_px
    assert length_s == pytest.approx(plan["segments"][-1]["target"]["end_s"], abs=1 / 24)


def test_an_unknown_quality_is_refused_and_the_known_ones_are_named(studio: Studio, tmp_path: Path) -> None:
    done = studio.run("generate_choreography", "song.wav", "--quality", "splendid", "--output", tmp_path / "out")

    assert done.returncode != 0
    assert all(quality in done.stderr for quality in QUALITIES)
    assert not (tmp_path / "out").exists()


def test_the_list_of_songs_gives_ids_that_can_be_danced(studio: Studio, song: SongFile, tmp_path: Path) -> None:
    assert studio.run("generate_choreography", song.sound_path, *WISH, "--output", tmp_path / "first").returncode == 0

    listed = studio.run("generate_choreography", "--list-songs")

    (line,) = [line for line in listed.stdout.splitlines() if song.spec.title in line]
    song_id, tempo, unit = line.split()[:3]
    assert float(tempo) == pytest.approx(song.spec.tempo_bpm, rel=0.01)
    assert unit == "BPM"
    again = studio.run("generate_choreography", song_id, *WISH, "--output", tmp_path / "again")
    assert again.returncode == 0, again.stderr
    plans = [json.loads((tmp_path / name / "blueprint.json").read_text()) for name in ("first", "again")]
    assert [segment["move_id"] for segment in plans[0]["segments"]] == [
        segment["move_id"] for segment in plans[1]["segments"]
    ]


def test_a_command_without_a_song_says_what_it_needs(empty_studio: Studio) -> None:
    done = empty_studio.run("generate_choreography")

    assert done.returncode != 0
    assert "A song and --output are needed" in done.stderr
