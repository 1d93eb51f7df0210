"""Brings a song file in: probed, stored as given and as AAC; the same bytes give the same song."""

import tempfile
import uuid
from pathlib import Path

from choreography.models import Song
from choreography.songs.analysis import analysis_fields
from common import storage
from common.errors import InputError
from users.models import User
from video_processing.media.audio import decode_mono
from video_processing.media.probe import probe_song
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
    if known is not None:
        return known
    info = probe_song(path)
    song_id = uuid.uuid4()
    source_key, audio_key = f"songs/{song_id}/source{path.suffix.lower()[:6]}", f"songs/{song_id}/song.m4a"
    with tempfile.TemporaryDirectory(prefix="bb-song-") as directory:
        rendition = Path(directory) / "song.m4a"
        aac = make_song_aac(path, rendition)
        if abs(aac.duration_s - info.duration_s) > DURATION_TOLERANCE_S:
            raise DamagedSongError
        analysis = analyse_song(decode_mono(rendition))
        storage.publish(rendition, audio_key, consume=True)
    storage.publish(path, source_key)
    song, made = Song.objects.get_or_create(
        owner=owner,
        sha256=sha256,
        defaults={
            "id": song_id,
            "title": title or info.title or readable_title(path),
            "artist": artist or info.artist or "",
            "duration_s": aac.duration_s,
            "audio_key": audio_key,
            "source_key": source_key,
            **analysis_fields(analysis),
        },
    )
    if not made:  # another process was quicker: its files stay, ours go
        storage.delete(audio_key)
        storage.delete(source_key)
    return song


def readable_title(path: Path) -> str:
    """Return a title made of a file's name: printable characters only, at most 200."""
    text = "".join(character if character.isprintable() else " " for character in path.stem.replace("_", " "))
    return " ".join(text.split())[:200] or "Untitled"
