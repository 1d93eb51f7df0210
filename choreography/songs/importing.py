"""Brings a song file in: probed, stored as given and as AAC; the same bytes give the same song."""

import tempfile
from pathlib import Path

from django.db import IntegrityError, transaction

from choreography.models import Song
from choreography.songs.analysis import analysis_fields
from common import storage
from common.errors import InputError
from users.models import User
from video_processing.media.audio import decode_mono
from video_processing.media.probe import SongInfo, probe_song
from video_processing.media.rendition import make_song_aac
from video_processing.media.whole_file import sha256_of
from video_processing.music.analysis import analyse_song

DURATION_TOLERANCE_S = 0.2
"""AAC frames are 23 ms: a rendition whose length differs by more lost part of the song."""


class SongFileMissingError(InputError):
    """There is no such song file."""

    code = "song_missing"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class DamagedSongError(InputError):
    """The song breaks off: its sound is shorter than the file claims."""

    code = "song_damaged"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def import_song(path: Path, *, owner: User | None = None, title: str = "", artist: str = "") -> Song:
    """Return the song of a file, made when its bytes are new to the owner; one that cannot be danced never enters.

    Raises SongFileMissingError, DamagedSongError, UnreadableMediaError, MediaLimitError, NoSoundError, SilenceError,
    NoRhythmError (all InputErrors).
    """
    if not path.is_file():
        raise SongFileMissingError
    sha256 = sha256_of(path)
    known = Song.objects.filter(owner=owner, sha256=sha256).first()
    if known is not None and storage.exists(known.audio_key) and storage.exists(known.source_key):
        return known
    info = probe_song(path)
    song = known or _new_song(path, info, owner, sha256, title, artist)
    with tempfile.TemporaryDirectory(prefix="bb-song-") as directory:
        rendition = Path(directory) / "song.m4a"
        song.duration_s = make_song_aac(path, rendition).duration_s
        if abs(song.duration_s - info.duration_s) > DURATION_TOLERANCE_S:
            raise DamagedSongError
        for name, value in analysis_fields(analyse_song(decode_mono(rendition))).items():
            setattr(song, name, value)
        storage.publish(rendition, song.audio_key, consume=True)
    storage.publish(path, song.source_key)
    return _saved(song)


def _new_song(path: Path, info: SongInfo, owner: User | None, sha256: str, title: str, artist: str) -> Song:
    song = Song(owner=owner, sha256=sha256, title=title or info.title or readable_title(path))
    song.artist = artist or info.artist or ""
    song.audio_key = f"songs/{song.id}/song.m4a"
    song.source_key = f"songs/{song.id}/source{path.suffix.lower()[:6]}"
    return song


def _saved(song: Song) -> Song:
    try:
        with transaction.atomic():
            song.save()
    except IntegrityError:  # another process brought the same bytes in first: its files stay, ours go
        storage.delete(song.audio_key)
        storage.delete(song.source_key)
        return Song.objects.get(owner=song.owner, sha256=song.sha256)
    return song


def readable_title(path: Path) -> str:
    """Return a title made of a file's name: printable characters only, at most 200."""
    text = "".join(character if character.isprintable() else " " for character in path.stem.replace("_", " "))
    return " ".join(text.split())[:200] or "Untitled"
