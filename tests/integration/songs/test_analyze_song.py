"""`manage.py analyze_song`: what people, programs and ears are told."""

import json
import wave
from pathlib import Path

import cv2
import numpy as np
import pytest
from django.core.management import CommandError, call_command

from choreography.models import Song
from choreography.songs.corrections import correct_song
from choreography.songs.importing import import_song
from tests.integration.songs.conftest import LEAD_IN_S, RATE_HZ, Write
from video_processing.music.corrections import Correction, CorrectionKind

pytestmark = pytest.mark.django_db
KEYS = {"tempo_bpm", "beat_times_s", "downbeat_beats", "count1_beats", "sections", "confidence"}


def test_a_table_says_tempo_counts_and_sections(write_song: Write, capfd: pytest.CaptureFixture[str]) -> None:
    call_command("analyze_song", str(write_song("luna.flac", "flac", title="Luna", artist="La Banda")))

    told = capfd.readouterr().out
    assert told.startswith("La Banda – Luna\n  120.0 BPM, 0:40.0, 78 beats\n  First count 1 at 0:0")
    assert "Intro" in told or "Verse" in told
    assert "Sure of beats" in told
    assert Song.objects.count() == 0


def test_programs_get_nothing_but_json(write_song: Write, capfd: pytest.CaptureFixture[str]) -> None:
    call_command("analyze_song", str(write_song()), "--json")

    document = json.loads(capfd.readouterr().out)
    assert set(document) == KEYS
    beats_s = np.array(document["beat_times_s"])
    assert document["tempo_bpm"] == pytest.approx(120, abs=0.2)
    assert beats_s == pytest.approx(LEAD_IN_S + 0.5 * np.arange(len(beats_s)), abs=0.02)
    assert set(document["count1_beats"]) < set(document["downbeat_beats"]) < set(range(len(beats_s)))
    assert set(np.diff(document["downbeat_beats"])) == {4}
    assert all(set(section) == {"label", "start_s", "end_s", "energy"} for section in document["sections"])
    assert set(document["confidence"]) == {"beat", "downbeat", "count1"}


def test_several_songs_are_a_list_in_their_order_and_one_bad_song_stops_no_other(
    write_song: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.mp3"
    bad.write_text("no song")
    good = str(write_song())

    with pytest.raises(CommandError, match=r"bad\.mp3: This is not a sound") as refused:
        call_command("analyze_song", good, str(bad), good, "--json")

    first, second, third = json.loads(capfd.readouterr().out)
    assert set(first) == KEYS
    assert first == third
    assert second["error"]["code"] == "unreadable_media"
    assert refused.value.returncode == 1


def test_the_picture_and_the_clicks_of_one_song(write_song: Write, tmp_path: Path, loop: np.ndarray) -> None:
    call_command("analyze_song", str(write_song()), "--plot", tmp_path / "a.png", "--click", tmp_path / "a.wav")

    assert cv2.imread(str(tmp_path / "a.png")).shape[1] == 1600
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert (file.getnchannels(), file.getframerate()) == (1, RATE_HZ)
        clicked = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2") / 32768
    added = np.abs(clicked - 0.5 * loop[: len(clicked)])
    at_beat, between = (round((LEAD_IN_S + 0.5 * 8 + offset_s) * RATE_HZ) for offset_s in (0.0, 0.25))
    assert added[at_beat - 200 : at_beat + 600].max() > 0.1
    assert added[between - 200 : between + 600].max() < 0.01


def test_pictures_of_several_songs_go_into_a_folder_each_under_its_own_name(write_song: Write, tmp_path: Path) -> None:
    first = write_song("luna.wav")
    other = tmp_path / "other" / "luna.wav"
    other.parent.mkdir()
    other.write_bytes(first.read_bytes())

    call_command("analyze_song", str(first), str(other), "--plot", tmp_path / "pictures")

    assert sorted(path.name for path in (tmp_path / "pictures").iterdir()) == ["luna-2.png", "luna.png"]


def test_the_id_of_a_song_gives_its_corrected_counts(write_song: Write, capfd: pytest.CaptureFixture[str]) -> None:
    song = import_song(write_song())
    correct_song(song, Correction(CorrectionKind.HALF_TEMPO))

    call_command("analyze_song", str(song.id), "--json")

    assert json.loads(capfd.readouterr().out)["tempo_bpm"] == pytest.approx(60, abs=0.2)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("gone.mp3", "There is no such song file"),
        ("00000000-0000-4000-8000-000000000000", "There is no song of that id"),
    ],
)
def test_what_is_not_there_is_said(given: str, said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("analyze_song", given)


def test_a_picture_that_cannot_be_written_is_said(write_song: Write, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(CommandError, match=r"Not a directory|File exists"):
        call_command("analyze_song", str(write_song()), "--plot", tmp_path / "file" / "a.png")
