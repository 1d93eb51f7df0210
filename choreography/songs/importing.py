"""Brings a song file in: probed, stored as given and as AAC; the same bytes give the same song."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import IntegrityError, InterfaceError, OperationalError, transaction

from choreography.limits import take_turns
from choreography.models import Song
from choreography.songs.analysis import fields_of_sound, stored_analysis
from choreography.songs.keeping import GENRE_MAX, NAME_MAX, delete_files
from common import storage
from common.errors import InputError
from common.faults import inject
from common.scratch import scratch_folder
from common.storage import MissingMediaError
from common.text import one_line
from users.models import User
from video_processing.media.audio import decode_mono
from video_processing.media.ffmpeg import EncodingError
from video_processing.media.probe import SongInfo, probe_song
from video_processing.media.rendition import make_song_aac
from video_processing.media.whole_file import sha256_of
from video_processing.music.analysis import ANALYSER_VERSION

DURATION_TOLERANCE_S = 0.2
"""AAC frames are 23 ms: a rendition whose length differs by more lost part of the song."""
SUFFIXES = {"mp3": ".mp3", "wav": ".wav", "flac": ".flac", "mov": ".m4a", "ogg": ".ogg", "matroska": ".mka"}
"""By demuxer: the name of what was uploaded never becomes part of a key."""


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


def nothing_more(song: Song) -> None:
    """Confirm a song."""


def import_song(
    path: Path,
    *,
    owner: User | None = None,
    title: str = "",
    artist: str = "",
    genre: str = "",
    file_name: str = "",
    confirm: Callable[[Song], None] = nothing_more,
) -> Song:
    """Return the song of a file, made when its bytes are new to the owner; one that cannot be danced never enters.

    Bytes that another owner brought in are neither encoded nor analysed again. Words that are not given are those of
    its tags; `file_name` (of `path`, where empty) is the last resort. `confirm` runs in the transaction that saves the
    song: what it raises leaves neither row nor file of a new song.

    Raises SongFileMissingError, DamagedSongError, UnreadableMediaError, MediaLimitError, NoSoundError, SilenceError,
    NoRhythmError (all InputErrors).
    """
    if not path.is_file():
        raise SongFileMissingError
    sha256 = sha256_of(path)
    known = Song.objects.filter(owner=owner, sha256=sha256).first()
    if known is not None and _has_media(known):
        return _confirmed(known, confirm)
    info = probe_song(path)
    inject("listening")
    song = known or _new_song(info, owner, sha256)
    if known is None:
        song.title = one_line(title, NAME_MAX) or info.title or readable_title(Path(file_name or path.name))
        song.artist = one_line(artist, NAME_MAX) or info.artist or ""
        song.genre = one_line(genre, GENRE_MAX) or (info.genre or "")[:GENRE_MAX].rstrip()
    try:
        twin = _twin(song)
        if twin is None or not _copied(twin, song):
            _encode_and_analyse(path, info, song)
        song.tempo_bpm = stored_analysis(song).grid.tempo_bpm
        storage.publish(path, song.source_key)
        inject("storing")
        return _saved(song, confirm)
    except (OperationalError, InterfaceError):
        raise  # it may be there, though the answer was lost: files that no row refers to are the janitor's
    except BaseException:
        if known is None:
            delete_files(song)
        raise


SOUND_FIELDS = ("audio_key", "source_key", "duration_s", "tempo_bpm", "analysis", "analyser_version", "waveform")
"""Of a song that is brought in again: what its sound gives, and where its files lie."""


def _new_song(info: SongInfo, owner: User | None, sha256: str) -> Song:
    song = Song(owner=owner, sha256=sha256)
    song.audio_key = f"songs/{song.id}/song.m4a"
    song.source_key = f"songs/{song.id}/source{SUFFIXES[info.container.split(',')[0]]}"
    return song


def _encode_and_analyse(path: Path, info: SongInfo, song: Song) -> None:
    with scratch_folder("song") as directory:
        rendition = directory / "song.m4a"
        song.duration_s = _encode(path, rendition)
        if abs(song.duration_s - info.duration_s) > DURATION_TOLERANCE_S:
            raise DamagedSongError
        _set(song, fields_of_sound(decode_mono(rendition)))
        storage.publish(rendition, song.audio_key, consume=True)


def _encode(path: Path, rendition: Path) -> float:
    try:
        return make_song_aac(path, rendition).duration_s
    except EncodingError:
        decode_mono(path)  # says what is wrong where the fault is the file's, such as samples that are not numbers
        raise


def _twin(song: Song) -> Song | None:
    """Return a song of the same bytes, of whatever owner, that has all that its sound gives."""
    twins = Song.objects.filter(sha256=song.sha256, analyser_version=ANALYSER_VERSION).exclude(id=song.id)
    return next((twin for twin in twins if storage.exists(twin.audio_key)), None)


def _copied(twin: Song, song: Song) -> bool:
    """Give `song` what its sound gives, taken from its twin; corrections are the owner's and stay there.

    Return whether that was possible: the twin is another's, who may remove it at any moment.
    """
    try:
        with storage.local_copy(twin.audio_key) as rendition:
            storage.publish(rendition, song.audio_key)
    except (MissingMediaError, FileNotFoundError):
        return False
    _set(song, {name: getattr(twin, name) for name in ("duration_s", "analysis", "analyser_version", "waveform")})
    return True


def _set(song: Song, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(song, name, value)


def _has_media(song: Song) -> bool:
    return storage.exists(song.audio_key) and storage.exists(song.source_key)


def _saved(song: Song, confirm: Callable[[Song], None]) -> Song:
    try:
        with transaction.atomic():
            _take_turn(song.owner)
            _save(song)
            confirm(song)
    except IntegrityError:  # another process brought the same bytes in first: its files stay, ours go
        delete_files(song)
        return _confirmed(Song.objects.get(owner=song.owner, sha256=song.sha256), confirm)
    return song


def _confirmed(song: Song, confirm: Callable[[Song], None]) -> Song:
    with transaction.atomic():
        _take_turn(song.owner)
        confirm(song)
    return song


def _take_turn(owner: User | None) -> None:
    # Who closes the account or removes the song takes the owner's row first, too. Raises NotFoundError.
    if owner is not None:
        take_turns(owner)


def _save(song: Song) -> None:
    """Save what the sound gives; what its owner corrected or renamed while we listened stays."""
    now = Song.objects.select_for_update().only("corrections").filter(id=song.id).first()
    if now is None:
        song.save(force_insert=True)
        return
    song.corrections = now.corrections
    song.tempo_bpm = stored_analysis(song).grid.tempo_bpm
    song.save(update_fields=SOUND_FIELDS)


def readable_title(path: Path) -> str:
    """Return a title made of a file's name: printable characters only, at most 200."""
    return one_line(path.stem.replace("_", " "), NAME_MAX) or "Untitled"
