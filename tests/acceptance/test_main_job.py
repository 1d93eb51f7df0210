"""A song and a folder of clips become one video in which every beat of the dance lies on a beat of the song."""

import json
from html import unescape
from itertools import pairwise
from pathlib import Path

import av
import jsonschema
import numpy as np
import pytest

from tests.acceptance.conftest import ROOT, Studio
from video_processing.demo.songs.files import SongFile

FLASH_RISE = 40.0
"""Levels (of 255) by which a flash brightens its corner."""


@pytest.fixture(scope="module")
def dance(studio: Studio, song: SongFile) -> Path:
    output = studio.folder / "dance"
    done = studio.run(
        "generate_choreography", song.sound_path, "--difficulty", "advanced", "--energy", "medium",
        "--style", "romantic", "--output", output,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return output


def blueprint_of(dance: Path) -> dict[str, object]:
    document: dict[str, object] = json.loads((dance / "blueprint.json").read_text())
    return document


def corner_levels(video: Path) -> tuple[np.ndarray, np.ndarray]:
    """Return the time and the brightness of the flashing corner of every frame."""
    times, levels = [], []
    with av.open(str(video)) as container:
        for frame in container.decode(video=0):
            luma = frame.reformat(format="gray").to_ndarray()
            times.append(frame.time)
            levels.append(float(luma[:40, :40].mean()))
    return np.array(times), np.array(levels)


def test_all_files_are_there_and_nothing_else(dance: Path) -> None:
    names = {path.name for path in dance.iterdir()}
    assert names == {"choreography.mp4", "blueprint.json", "captions.vtt", "chapters.vtt", "poster.jpg"}


def test_the_blueprint_obeys_its_published_schema(dance: Path) -> None:
    schema = json.loads((ROOT / "choreography" / "blueprint" / "blueprint.schema.json").read_text())
    jsonschema.validate(blueprint_of(dance), schema)


def test_every_move_starts_on_a_count_1_and_none_follows_itself(dance: Path) -> None:
    plan = blueprint_of(dance)
    segments, ones = plan["segments"], set(plan["grid"]["count1_beats"])
    assert all(segment["target"]["first_beat"] in ones for segment in segments)
    assert all(a["clip_sha256"] != b["clip_sha256"] for a, b in pairwise(segments))


def test_the_video_is_as_long_as_the_song_in_picture_and_sound(dance: Path, song: SongFile) -> None:
    with av.open(str(dance / "choreography.mp4")) as video:
        picture, sound = video.streams.video[0], video.streams.audio[0]
        picture_s = float(picture.duration * picture.time_base)
        sound_s = float(sound.duration * sound.time_base)
        assert (picture.codec_context.name, sound.codec_context.name) == ("h264", "aac")
    assert picture_s == pytest.approx(song.truth().duration_s, abs=1 / 24)
    assert sound_s == pytest.approx(picture_s, abs=1 / 24)


def test_every_beat_of_the_dancers_falls_within_a_frame_of_a_beat_of_the_song(dance: Path, song: SongFile) -> None:
    times_s, levels = corner_levels(dance / "choreography.mp4")
    plan = blueprint_of(dance)
    first_s, last_s = plan["segments"][0]["target"]["start_s"], plan["segments"][-1]["target"]["end_s"]
    frame_s = 1 / 24
    bright = levels > np.median(levels) + FLASH_RISE
    flashes = times_s[1:][bright[1:] & ~bright[:-1]]
    flashes = flashes[(flashes >= first_s - frame_s) & (flashes < last_s - frame_s)]
    beats_s = song.truth().beat_times_s
    beats_s = beats_s[(beats_s >= first_s - frame_s) & (beats_s < last_s - frame_s)]
    error_s = np.abs(beats_s[None, :] - flashes[:, None]).min(axis=1)
    assert len(flashes) == len(beats_s)
    assert error_s.max() <= frame_s
    assert error_s.mean() <= 0.020


def test_captions_name_the_moves_and_chapters_the_parts_of_the_song(dance: Path) -> None:
    plan = blueprint_of(dance)
    captions, chapters = (unescape((dance / name).read_text()) for name in ("captions.vtt", "chapters.vtt"))
    assert captions.startswith("WEBVTT")
    assert chapters.startswith("WEBVTT")
    assert all(segment["name"] in captions for segment in plan["segments"])
    assert chapters.count("-->") == len(plan["sections"])
    assert all(section["label"].title() in chapters for section in plan["sections"])


def test_a_shorter_dance_ends_with_a_phrase(studio: Studio, song: SongFile) -> None:
    output = studio.folder / "short"
    done = studio.run("generate_choreography", song.sound_path, "--difficulty", "advanced", "--duration", "30",
                      "--output", output)  # fmt: skip
    assert done.returncode == 0, done.stderr
    plan = blueprint_of(output)
    with av.open(str(output / "choreography.mp4")) as video:
        stream = video.streams.video[0]
        length_s = float(stream.duration * stream.time_base)
    assert length_s == pytest.approx(plan["segments"][-1]["target"]["end_s"], abs=1 / 24)
    assert 25 <= length_s <= 35
