"""A song's words and files. Runs in the web process: it opens no media."""

from choreography.models import Song, SongImport
from common import storage

NAME_MAX, GENRE_MAX = 200, 40
ROOT, UPLOADS = "songs", "uploads"


def delete_files(song: Song) -> None:
    """Remove the files of a song; nothing happens where there are none."""
    storage.delete(song.audio_key, song.source_key)


def upload_key(arrived: SongImport) -> str:
    """Return the key of a file until it is a song."""
    return f"{UPLOADS}/{arrived.id}/file"


def delete_upload(arrived: SongImport) -> None:
    """Remove the file that an import was made of; the song keeps its own copy."""
    storage.delete(arrived.upload_key)
