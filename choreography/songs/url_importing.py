"""A song from the address of a video, where the operator allows it."""

from collections.abc import Callable

from django.conf import settings

from choreography.models import Song
from choreography.songs.importing import import_song, nothing_more
from choreography.songs.receiving import Named, UrlImportOffError
from common.scratch import scratch_folder
from users.models import User
from video_processing.url_import.addresses import video_id_of
from video_processing.url_import.fetching import fetch_sound


def import_song_from_url(url: str, owner: User | None = None, *, cancelled: Callable[[], bool] | None = None) -> Song:
    """Return the song of a YouTube address, fetched and brought in as a file would be.

    The address itself goes no further than its check. Raises UrlImportOffError, SongUrlError, and what
    `import_song_of_video` raises.
    """
    if not settings.SONG_URL_IMPORT:
        raise UrlImportOffError
    return import_song_of_video(video_id_of(url), owner, cancelled=cancelled)


def import_song_of_video(
    video_id: str,
    owner: User | None,
    *,
    named: Named | None = None,
    cancelled: Callable[[], bool] | None = None,
    confirm: Callable[[Song], None] = nothing_more,
) -> Song:
    """Return the song of a video, fetched and brought in as a file would be; words that are not given are the site's.

    Raises VideoRefusedError, VideoUnavailableError, FetchingNotInstalledError, CancelledError, and what `import_song`
    raises.
    """
    named = named or Named()
    with scratch_folder("url") as directory:
        sound = fetch_sound(video_id, directory, cancelled=cancelled)
        return import_song(
            sound.path,
            owner=owner,
            title=named.title or sound.title,
            artist=named.artist or sound.artist,
            genre=named.genre,
            confirm=confirm,
        )
