from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from video_processing.demo.songs import files
from video_processing.demo.songs.files import fingerprint_of, make_demo_songs
from video_processing.demo.songs.rendering import render_song
from video_processing.demo.songs.spec import SongSpec


def test_a_song_file_holds_the_rendered_samples_its_name_and_its_truth(tmp_path: Path, short_song: SongSpec) -> None:
    (song,) = make_demo_songs(tmp_path, [short_song])

    with av.open(str(song.sound_path)) as container:
        tags = {name.lower(): value for name, value in container.metadata.items()}
        pcm = np.concatenate([frame.to_ndarray().reshape(-1, 2) for frame in container.decode(audio=0)])
    rendered = render_song(short_song)
    assert (tags["title"], tags["artist"], tags["mood"]) == ("Prueba", "Bachata Buddy Studio", "playful")
    assert pcm.shape == rendered.samples.shape
    assert np.abs(pcm / 32_767 - rendered.samples).max() < 1 / 32_767
    assert song.truth().beat_times_s == pytest.approx(rendered.truth.beat_times_s, abs=1e-6)


def test_a_second_call_keeps_the_songs_and_another_spec_makes_them_anew(tmp_path: Path, short_song: SongSpec) -> None:
    (song,) = make_demo_songs(tmp_path, [short_song])
    before = song.sound_path.stat().st_mtime_ns

    make_demo_songs(tmp_path, [short_song])
    kept = song.sound_path.stat().st_mtime_ns
    make_demo_songs(tmp_path, [replace(short_song, tempo_bpm=140.0)])

    assert kept == before
    assert song.sound_path.stat().st_mtime_ns > before
    assert song.truth().tempo_bpm == pytest.approx(140.0)


def test_a_damaged_truth_is_made_again(tmp_path: Path, short_song: SongSpec) -> None:
    (song,) = make_demo_songs(tmp_path, [short_song])
    song.truth_path.write_text("{", encoding="utf-8")

    make_demo_songs(tmp_path, [short_song])

    assert song.truth().title == "Prueba"


def test_a_failure_while_writing_leaves_nothing_behind(
    tmp_path: Path, short_song: SongSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_written(path: Path, song: object, tags: object) -> None:
        path.write_bytes(b"fLaC")
        raise OSError("the disk went away")

    monkeypatch.setattr(files, "write_flac", half_written)

    with pytest.raises(OSError, match="disk"):
        make_demo_songs(tmp_path, [short_song])
    assert list(tmp_path.iterdir()) == []


def test_progress_counts_the_songs_up_to_all(tmp_path: Path, short_song: SongSpec) -> None:
    told: list[tuple[int, int]] = []
    specs = [short_song, replace(short_song, slug="otra", seed=9)]

    make_demo_songs(tmp_path, specs, progress=lambda done, total: told.append((done, total)))

    assert told == [(0, 2), (1, 2), (2, 2)]


def test_the_fingerprint_follows_the_spec(short_song: SongSpec) -> None:
    assert fingerprint_of(short_song) == fingerprint_of(replace(short_song))
    assert fingerprint_of(short_song) != fingerprint_of(replace(short_song, seed=8))
