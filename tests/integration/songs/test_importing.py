"""A song file comes in by its content, once; what cannot be danced is refused in a sentence and leaves nothing."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytest_django.fixtures import Settings

from choreography.models import Song
from choreography.songs import analysis as songs_analysis
from choreography.songs import importing
from choreography.songs.analysis import analysis_of
from choreography.songs.corrections import correct_song
from choreography.songs.importing import import_song
from common import storage
from common.errors import InputError
from tests.integration.songs.conftest import RATE_HZ, Write
from users.models import User
from video_processing.media.audio import decode_mono
from video_processing.music.corrections import Correction, CorrectionKind
from video_processing.music.waveform import POINTS, unpack_outline

pytestmark = pytest.mark.django_db


def stored_files(media: Path) -> list[str]:
    return sorted(str(path.relative_to(media)) for path in media.rglob("*") if path.is_file())


def png_of_30000_px() -> bytes:
    rows = zlib.compressobj(9)
    picture = b"".join(rows.compress(bytes(3751)) for _ in range(30_000)) + rows.flush()
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)), (b"IDAT", picture), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def id3_tag(kind: bytes, content: bytes) -> bytes:
    body = kind + struct.pack(">I", len(content)) + b"\x00\x00" + content
    return b"ID3\x03\x00\x00" + bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0)) + body


def test_a_song_is_stored_with_its_sound_its_counts_and_its_outline(write_song: Write, settings: Settings) -> None:
    song = import_song(write_song("loop.flac", "flac", title="Obsesión (feat. Judy Santos)", artist="La Banda"))

    read = Song.objects.get(id=song.id)
    assert (read.title, read.artist) == ("Obsesión (feat. Judy Santos)", "La Banda")
    assert read.duration_s == pytest.approx(40.0, abs=0.05)
    assert read.tempo_bpm == pytest.approx(120.0, abs=0.5)
    rows = unpack_outline(bytes(read.waveform))
    assert rows.shape == (POINTS, 2)
    assert np.abs(rows[:400]).max() > 2 * np.abs(rows[420:]).max()
    with storage.local_copy(read.audio_key) as path:
        assert len(decode_mono(path)) == pytest.approx(40 * RATE_HZ, abs=RATE_HZ * 0.05)
    assert read.source_key.endswith("/source.flac")


def test_the_same_bytes_are_one_song_whatever_their_name(write_song: Write, owner: User) -> None:
    first = import_song(write_song("a.wav"), owner=owner)

    again = import_song(write_song("b.mp3"), owner=owner)

    assert again.id == first.id
    assert Song.objects.count() == 1


def test_bytes_of_another_owner_are_not_analysed_again_and_their_corrections_stay_theirs(
    write_song: Write, owner: User, stranger: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = import_song(write_song(), owner=owner, title="Mine")
    found = analysis_of(first)
    correct_song(first, Correction(CorrectionKind.SHIFT_BEATS, beats=1))

    def never(*_: object, **__: object) -> None:
        raise AssertionError("these bytes were listened to before")

    monkeypatch.setattr(songs_analysis, "analyse_song", never)
    monkeypatch.setattr(importing, "make_song_aac", never)
    second = import_song(write_song(), owner=stranger, title="Theirs")

    assert (second.id != first.id, second.title, second.corrections) == (True, "Theirs", [])
    assert analysis_of(second).grid.count1_beats.tolist() == found.grid.count1_beats.tolist()
    assert bytes(second.waveform) == bytes(first.waveform)
    for key in (first.audio_key, first.source_key):
        storage.delete(key)
    assert storage.exists(second.audio_key)
    assert storage.exists(second.source_key)


@pytest.mark.parametrize("moment", ["before its sound is copied", "while its sound is copied"])
def test_a_song_that_its_other_owner_removes_meanwhile_is_listened_to(
    write_song: Write, owner: User, stranger: User, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    first = import_song(write_song(), owner=owner)
    find, publish = importing._twin, storage.publish

    def remove() -> None:
        Song.objects.all().delete()
        storage.delete(first.audio_key, first.source_key)

    def found_and_removed(song: Song) -> Song | None:
        twin = find(song)
        remove()
        return twin

    def removed_and_published(source: Path, key: str, **options: bool) -> None:
        remove()
        publish(source, key, **options)

    if moment.startswith("before"):
        monkeypatch.setattr(importing, "_twin", found_and_removed)
    else:
        monkeypatch.setattr(storage, "publish", removed_and_published)

    second = import_song(write_song(), owner=stranger)

    assert Song.objects.get() == second
    assert second.tempo_bpm == pytest.approx(120.0, abs=0.5)
    assert storage.exists(second.audio_key)
    assert storage.exists(second.source_key)


def test_a_song_whose_files_were_lost_gets_them_back_and_keeps_its_corrections(write_song: Write) -> None:
    song = import_song(write_song())
    correct_song(song, Correction(CorrectionKind.HALF_TEMPO))
    storage.delete(song.audio_key)

    again = import_song(write_song())

    assert again.id == song.id
    assert storage.exists(song.audio_key)
    assert Song.objects.get().tempo_bpm == pytest.approx(60, abs=0.5)
    assert len(Song.objects.get().corrections) == 1


def test_what_its_owner_changes_while_lost_files_come_back_stays(
    write_song: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    song = import_song(write_song())
    storage.delete(song.audio_key)

    def meanwhile(stage: str) -> None:
        if stage == "storing":
            correct_song(Song.objects.get(), Correction(CorrectionKind.HALF_TEMPO))
            Song.objects.update(title="Another name")

    monkeypatch.setattr(importing, "inject", meanwhile)
    import_song(write_song())

    kept = Song.objects.get()
    assert (kept.title, len(kept.corrections)) == ("Another name", 1)
    assert kept.tempo_bpm == pytest.approx(60, abs=0.5)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("-i.mp3", "-i"),
        ("..\u202egnp.mp3", "..gnp"),
        ("\u200f\u2066luna_de enero\u2069.mp3", "luna de enero"),
        ("x" * 251 + ".mp3", "x" * 200),
        ("luna\nde\tenero.mp3", "luna de enero"),
        ("\u202e.mp3", "Untitled"),
        ("loop.html", "loop"),
        ("loop", "loop"),
    ],
)
def test_a_name_is_only_a_title(name: str, title: str, write_song: Write, settings: Settings) -> None:
    song = import_song(write_song(name))

    assert song.title == title
    assert stored_files(Path(settings.MEDIA_ROOT)) == [f"songs/{song.id}/song.m4a", f"songs/{song.id}/source.wav"]


def test_a_name_that_climbs_names_a_file_and_no_place(write_song: Write, settings: Settings, tmp_path: Path) -> None:
    write_song("x.mp3")

    song = import_song(tmp_path / "files" / ".." / "files" / "x.mp3", title="../../x.mp3")

    assert song.title == "../../x.mp3"
    assert stored_files(Path(settings.MEDIA_ROOT)) == [f"songs/{song.id}/song.m4a", f"songs/{song.id}/source.wav"]


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("Bachata Rosa feat. Nadie", "Bachata Rosa feat. Nadie"),
        ("  Luna\r\n\tde  Enero ", "Luna de Enero"),
        ("Luna\x07\x1b[31m de Enero", "Luna [31m de Enero"),
        ("Luna \u202e\u2067de\u2069 Ene\u200fro", "Luna de Enero"),
        ("x" * 5000, "x" * 200),
        ("\u202e\u200b", "loop"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_tags_become_one_plain_line(tag: str, title: str, write_song: Write) -> None:
    song = import_song(write_song("loop.flac", "flac", title=tag, artist=tag))

    assert Song.objects.get(id=song.id).title == title
    assert song.artist == ("" if title == "loop" else title)


def test_words_of_a_caller_are_cleaned_too(write_song: Write) -> None:
    song = import_song(write_song(), title="Luna\x00 de\u202e Enero", artist="\x00")

    assert (song.title, song.artist) == ("Luna de Enero", "")


def test_a_cover_of_30000_px_is_never_decoded(write_song: Write) -> None:
    path = write_song("loop.mp3", "libmp3lame")
    path.write_bytes(id3_tag(b"APIC", b"\x00image/png\x00\x03\x00" + png_of_30000_px()) + path.read_bytes())

    song = import_song(path)

    assert song.duration_s == pytest.approx(40, abs=0.2)
    with storage.local_copy(song.audio_key) as rendition:
        assert rendition.stat().st_size < 2 * 1024 * 1024


def silence(seconds: float) -> np.ndarray:
    return np.zeros(round(seconds * RATE_HZ), dtype=np.float32)


def with_nan(loop: np.ndarray) -> np.ndarray:
    damaged = loop.copy()
    damaged[RATE_HZ : 2 * RATE_HZ] = np.nan
    return damaged


HOSTILE: dict[str, tuple[Callable[[Write, np.ndarray], Path], str]] = {
    "a program": (lambda write, _: _bytes(write, b"\x7fELF\x02\x01\x01" + bytes(5000)), "unreadable_media"),
    "a Windows program": (lambda write, _: _bytes(write, b"MZ\x90\x00" + bytes(5000)), "unreadable_media"),
    "a page": (lambda write, _: _bytes(write, b"<!DOCTYPE html><html><script>alert(1)</script>"), "unreadable_media"),
    "a playlist": (
        lambda write, _: _bytes(write, b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n/etc/passwd\n"),
        "unreadable_media",
    ),
    "a script of ffmpeg": (
        lambda write, _: _bytes(write, b"ffconcat version 1.0\nfile '/etc/passwd'\n"),
        "unreadable_media",
    ),
    "0 bytes": (lambda write, _: _bytes(write, b""), "unreadable_media"),
    "tags and nothing else": (lambda write, _: _bytes(write, id3_tag(b"TIT2", b"\x00Luna")), "unreadable_media"),
    "a WAV that claims 4 GiB": (lambda write, _: _claiming(write, 0xFFFFFFFF), "media_limit"),
    "silence": (lambda write, _: write(samples=silence(25)), "silent_sound"),
    "samples that are no numbers": (
        lambda write, loop: write("loop.wav", "pcm_f32le", with_nan(loop)),
        "unreadable_media",
    ),
    "3 seconds": (lambda write, loop: write(samples=loop[: 3 * RATE_HZ]), "media_limit"),
    "11 minutes": (lambda write, loop: write(samples=np.tile(loop, 17)[: 660 * RATE_HZ]), "media_limit"),
    "51 MiB": (lambda write, _: _bytes(write, bytes(51 * 1024 * 1024)), "media_limit"),
}


def _bytes(write: Write, content: bytes) -> Path:
    path = write("song.mp3")
    path.write_bytes(content)
    return path


def _claiming(write: Write, size: int) -> Path:
    """A header of 4 GiB ahead of 3 s of sound."""
    path = write("song.wav", samples=silence(3))
    content = bytearray(path.read_bytes())
    content[4:8] = content[40:44] = struct.pack("<I", size)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_cannot_be_danced_is_refused_and_leaves_nothing(
    kind: str, write_song: Write, loop: np.ndarray, settings: Settings
) -> None:
    make, code = HOSTILE[kind]
    path = make(write_song, loop)

    with pytest.raises(InputError) as refused:
        import_song(path)

    assert refused.value.code == code
    assert str(refused.value).endswith(".")
    assert str(path.parent) not in str(refused.value)
    assert Song.objects.count() == 0
    assert stored_files(Path(settings.MEDIA_ROOT)) == []


def test_no_file_is_no_song(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.mp3", tmp_path):
        with pytest.raises(importing.SongFileMissingError):
            import_song(path)
