"""The counts of a song: found once, stored with the analyser's version, corrected by people apart from it."""

from typing import Any

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from choreography.models import Song
from choreography.queue.worker_measures import cache_used
from choreography.songs.corrections import corrected_analysis
from common import storage
from common.errors import NotFoundError
from video_processing.media.audio import decode_mono
from video_processing.music.analysis import ANALYSER_VERSION, analyse_song
from video_processing.music.grid import SongAnalysis
from video_processing.music.serialization import analysis_from_dict, analysis_to_dict
from video_processing.music.waveform import outline, pack_outline


def analysis_of(song: Song) -> SongAnalysis:
    """Return the analysis of a song on its corrected counts, found and stored where there is none of today's analyser.

    Raises SilenceError, NoRhythmError, TooShortError, DamagedSoundError (all InputErrors), MissingMediaError,
    NotFoundError where the song is removed meanwhile.
    """
    known = song.analysis is not None and song.analyser_version == ANALYSER_VERSION
    cache_used("song_analysis", known)
    if known:
        return stored_analysis(song)
    # The AAC rendition is what dancers hear, so its 0:00 is what the counts refer to.
    with storage.local_copy(song.audio_key) as path:
        fields = fields_of_sound(decode_mono(path))
    for name, value in fields.items():
        setattr(song, name, value)
    with transaction.atomic():
        # Somebody may have corrected the counts while we listened.
        locked = Song.objects.select_for_update().only("corrections").filter(id=song.id).first()
        if locked is None:
            raise NotFoundError("The song was removed meanwhile.")
        song.corrections = locked.corrections
        analysis = stored_analysis(song)
        song.tempo_bpm = analysis.grid.tempo_bpm
        song.save(update_fields=(*fields, "tempo_bpm"))
    return analysis


def stored_analysis(song: Song) -> SongAnalysis:
    """Return the analysis that a song's fields hold, on its corrected counts. Raises StoredAnalysisError."""
    return corrected_analysis(analysis_from_dict(song.analysis), song.corrections)


def fields_of_sound(samples: NDArray[np.float32]) -> dict[str, Any]:
    """Return the fields of a Song that its sound gives: mono samples at 22050 Hz. Raises as `analyse_song`."""
    return {
        "analysis": analysis_to_dict(analyse_song(samples)),
        "analyser_version": ANALYSER_VERSION,
        "waveform": pack_outline(outline(samples)),
    }
