"""Takes files and addresses in that are to become songs. Runs in the web process: it reads first bytes, no media."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from choreography.limits import check_room_for_import, take_turns
from choreography.models import Song, SongImport, SongImportStatus
from choreography.queue.deferring import defer_song_import
from choreography.songs.keeping import GENRE_MAX, NAME_MAX, delete_upload, upload_key
from common import storage
from common.errors import InputError
from common.text import one_line
from users.models import User
from video_processing.media.limits import SONG_BYTES_MAX, check_size
from video_processing.media.sniffing import SONG_FORMATS, check_format
from video_processing.media.whole_file import sha256_of
from video_processing.url_import.addresses import video_id_of

VIDEO_PREFIX = "video:"


class UrlImportOffError(InputError):
    """Songs cannot be fetched from addresses here. Upload the file instead."""

    code = "song_url_off"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@dataclass(frozen=True)
class Named:
    """What its owner calls a song; where empty, the file's own tags speak."""

    title: str = ""
    artist: str = ""
    genre: str = ""

    def lines(self) -> dict[str, str]:
        """Return the names as rows keep them, each one plain line."""
        return {
            "title": one_line(self.title, NAME_MAX),
            "artist": one_line(self.artist, NAME_MAX),
            "genre": one_line(self.genre, GENRE_MAX),
        }


def receive_file(*, user: User, path: Path, file_name: str = "", named: Named) -> SongImport:
    """Keep a file (it may be moved away) and put its import on the queue; bytes that are a song already come back done.

    Raises UnreadableMediaError, MediaLimitError, TooManyImportsError, StorageFullError.
    """
    check_format(path, SONG_FORMATS)
    check_size(path, SONG_BYTES_MAX)
    sha256 = sha256_of(path)
    told = named.lines() | {"file_name": one_line(file_name, NAME_MAX)}
    song = Song.objects.filter(owner=user, sha256=sha256).first()
    if song is not None and storage.exists(song.audio_key):  # else its media were lost: the import brings them back
        return _done(user, sha256, told, song)
    return _queued(user, sha256, told, path)


def takes_addresses() -> bool:
    """Return whether the operator lets songs be fetched from addresses."""
    return bool(settings.SONG_URL_IMPORT)


def receive_address(*, user: User, url: str, named: Named) -> SongImport:
    """Put the import of a YouTube video's sound on the queue; of the address only the video's id is kept.

    Raises UrlImportOffError, SongUrlError, TooManyImportsError.
    """
    if not takes_addresses():
        raise UrlImportOffError
    return _queued(user, VIDEO_PREFIX + video_id_of(url), named.lines())


def _done(user: User, source: str, told: dict[str, str], song: Song) -> SongImport:
    """Make an import that has its song already; it takes the place of finished ones of that source."""
    with transaction.atomic():
        take_turns(user)
        if (known := _on_its_way(user, source)) is not None:
            return known
        SongImport.objects.filter(owner=user, source=source).delete()
        completed, now = SongImportStatus.COMPLETED, timezone.now()
        return SongImport.objects.create(
            owner=user, source=source, song=song, status=completed, finished_at=now, **told
        )


def _queued(user: User, source: str, told: dict[str, str], path: Path | None = None) -> SongImport:
    """Make an import of a file (or of a source that has none) with its job, both or neither.

    One of the same source that is on its way is the same import. Finished ones give way: who sends a file again sees it
    once, as it went last.
    """
    arrived = SongImport(owner=user, source=source, **told)
    try:
        if path is not None:
            with transaction.atomic():
                take_turns(user)
                if (known := _on_its_way(user, source)) is not None:
                    return known
                check_room_for_import(user)
            # Between the two, with nothing locked: a large file takes seconds to reach a remote storage.
            arrived.upload_key = upload_key(arrived)
            storage.publish(path, arrived.upload_key, consume=True)
        with transaction.atomic():
            take_turns(user)
            if (known := _on_its_way(user, source)) is not None:
                transaction.on_commit(lambda: delete_upload(arrived), robust=True)
                return known
            check_room_for_import(user)
            SongImport.objects.filter(owner=user, source=source).delete()
            arrived.save()
            defer_song_import(arrived.id)
            return arrived
    except BaseException:
        # The row may be there, though the answer was lost. Where the database does not say, it is the janitor's.
        if not SongImport.objects.filter(id=arrived.id).exists():
            delete_upload(arrived)
        raise


def _on_its_way(user: User, source: str) -> SongImport | None:
    return SongImport.objects.filter(owner=user, source=source).exclude(status__in=SongImport.FINISHED).first()
