"""A song for the shell: a file, which stays where it is, or the id of a song, with what was corrected in it."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from choreography.models import Song
from choreography.songs.analysis import analysis_of
from choreography.songs.importing import SongFileMissingError, readable_title
from common import storage
from common.errors import NotFoundError
from video_processing.media.audio import decode_mono
from video_processing.media.probe import probe_song
from video_processing.music.analysis import analyse_song
from video_processing.music.grid import SongAnalysis
from video_processing.music.spectra import Float32Array


@dataclass(frozen=True)
class HeardSong:
    """A song, its sound and what is known of it."""

    title: str
    samples: Float32Array
    """Mono at 22050 Hz."""
    analysis: SongAnalysis


def listen(given: str) -> HeardSong:
    """Return the song of a file or of an id; a file is neither stored nor remembered.

    Raises NotFoundError, SongFileMissingError, UnreadableMediaError, MediaLimitError, NoSoundError, SoundError
    (all InputErrors), MissingMediaError.
    """
    song_id = _id(given)
    if song_id is not None:
        song = Song.objects.filter(id=song_id).first()
        if song is None:
            raise NotFoundError("There is no song of that id.")
        with storage.local_copy(song.audio_key) as rendition:
            return HeardSong(str(song), decode_mono(rendition), analysis_of(song))
    path = Path(given)
    if not path.is_file():
        raise SongFileMissingError
    info = probe_song(path)
    samples = decode_mono(path)
    named = " – ".join(name for name in (info.artist, info.title) if name)
    return HeardSong(named or readable_title(path), samples, analyse_song(samples))


def _id(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None
