"""Songs made here, of known truth, as the choreographer takes them: heard by our own analysis."""

import hashlib
from uuid import UUID

from choreography.blueprint.schema import SongRef
from common.errors import UnavailableError
from video_processing.music.analysis import analyse_song
from video_processing.music.grid import SongAnalysis

try:
    from video_processing.demo.songs.trials import trial_specs, true_song
except ImportError as error:
    MISSING = error.name
else:
    MISSING = None

ALL_SONGS = 18


class MadeSongsUnavailableError(UnavailableError):
    """Made songs cannot be made here, or not so many."""

    code = "made_songs_unavailable"


def made_songs(count: int, seed_offset: int = 20) -> list[tuple[SongRef, SongAnalysis]]:
    """Return `count` of the 18 made songs of a seed, with what we hear in them. Raises MadeSongsUnavailableError."""
    if MISSING is not None:
        raise MadeSongsUnavailableError(f"{MISSING} is not installed: it comes with the extra `dev`.")
    if not 1 <= count <= ALL_SONGS:
        raise MadeSongsUnavailableError(f"--made takes 1 to {ALL_SONGS}.")
    songs = []
    for spec in trial_specs(seed_offset, count):
        song = true_song(spec)
        sha256 = hashlib.sha256(song.samples.tobytes()).hexdigest()
        analysis = analyse_song(song.samples)
        name = UUID(hex=sha256[:32], version=4)
        songs.append((SongRef(id=str(name), title=spec.title, duration_s=analysis.duration_s, sha256=sha256), analysis))
    return songs
