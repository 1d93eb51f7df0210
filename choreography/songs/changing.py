"""What an owner may change in a song: its words, its counts, whether it is there. Runs in the web process."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from choreography import selectors
from choreography.limits import take_turns
from choreography.models import Choreography, ChoreographyTask, Song
from choreography.songs.corrections import clear_corrections, correct_song, counts_of, undo_correction
from choreography.songs.receiving import Named
from common.errors import ConflictError, InputError
from users.models import User
from video_processing.music.corrections import CorrectionError, correction_from_dict


class TitleMissingError(InputError):
    """A song needs a title."""

    code = "title_missing"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class SongInUseError(ConflictError):
    """A choreography of this song is in the making: wait for it, or stop it first."""

    code = "song_in_use"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class SongDancedError(ConflictError):
    """This song is everybody's, and somebody keeps a choreography of it."""

    code = "song_danced"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def rename_song(*, user: User, song_id: UUID, **words: str) -> Song:
    """Change title, artist or genre, those that are given. Raises NotFoundError, NotAllowedError, TitleMissingError."""
    with transaction.atomic():
        song = selectors.changeable_song(user, song_id, for_update=True)
        for name, line in Named(**words).lines().items():
            if name in words:
                setattr(song, name, line)
        if not song.title:
            raise TitleMissingError
        song.save(update_fields=("title", "artist", "genre"))
        return song


def correct_counts(*, user: User, song_id: UUID, asked: Mapping[str, Any], beat: int | None = None) -> Song:
    """Correct the counts of a song by a `correction_from_dict`; `beat`, counted from 0, names a place for `time_s`.

    Raises NotFoundError, NotAllowedError, CorrectionError, SongNotAnalysedError.
    """
    song = selectors.changeable_song(user, song_id)
    if beat is not None:
        times_s = counts_of(song).grid.beat_times_s
        if beat >= len(times_s):
            raise CorrectionError(f"The song has {len(times_s)} beats.")
        asked = {**asked, "time_s": float(times_s[beat])}
    correct_song(song, correction_from_dict(asked))
    return song


def undo_counts(*, user: User, song_id: UUID, everything: bool = False) -> Song:
    """Undo the last correction that holds, or every one. Raises NotFoundError, NotAllowedError, NothingToUndoError."""
    song = selectors.changeable_song(user, song_id)
    (clear_corrections if everything else undo_correction)(song)
    return song


def delete_song(*, user: User, song_id: UUID) -> None:
    """Remove a song with its choreographies and all their files.

    Raises NotFoundError, NotAllowedError, SongInUseError, SongDancedError.
    """
    with transaction.atomic():
        take_turns(user)  # before any other row, as jobs do: so nobody waits for who waits for them
        song = selectors.changeable_song(user, song_id, for_update=True)
        tasks = ChoreographyTask.objects.filter(song=song)
        if tasks.exclude(status__in=ChoreographyTask.FINISHED).exists():
            raise SongInUseError
        if song.owner_id is None and Choreography.objects.filter(song=song).exclude(owner=user).exists():
            raise SongDancedError
        song.delete()  # files follow their rows: `choreography.receivers`


def forget_import(*, user: User, import_id: UUID) -> None:
    """Stop an import, or strike a finished one off the list; a song that came of it stays. Raises NotFoundError."""
    with transaction.atomic():
        selectors.song_import_of(user, import_id, for_update=True).delete()  # its file follows
