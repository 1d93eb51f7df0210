"""A song from the address of a video, where the operator allows it."""

from collections.abc import Callable

from django.conf import settings

from choreography.models import Song
from choreography.songs.importing import import_song
from common.errors import InputError
from common.scratch import scratch_folder
from users.models import User
from video_processing.url_import.addresses import video_id_of
from video_processing.url_import.fetching import fetch_sound


class UrlImportOffError(InputError):
    """Songs cannot be fetched from addresses here. Upload the file instead."""

    code = "song_url_off"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def import_song_from_url(url: str, owner: User | None = None, *, cancelled: Callable[[], bool] | None = None) -> Song:
    """Return the song of a YouTube address, fetched and brought in as a file would be.

    The address itself goes no further than its check. Raises UrlImportOffError, SongUrlError, VideoRefusedError,
    VideoUnavailableError, FetchingNotInstalledError, CancelledError, and what `import_song` raises.
    """
    if not settings.SONG_URL_IMPORT:
        raise UrlImportOffError
    video_id = video_id_of(url)
    with scratch_folder("url") as directory:
        sound = fetch_sound(video_id, directory, cancelled=cancelled)
        return import_song(sound.path, owner=owner, title=sound.title, artist=sound.artist)
