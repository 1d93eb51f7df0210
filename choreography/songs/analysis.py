"""The counts of a song: found once, stored with the analyser's version, corrected by people apart from it."""

from typing import Any

from choreography.models import Song
from common import storage
from video_processing.media.audio import decode_mono
from video_processing.music.analysis import ANALYSER_VERSION, analyse_song
from video_processing.music.grid import SongAnalysis
from video_processing.music.serialization import analysis_from_dict, analysis_to_dict


def analysis_of(song: Song) -> SongAnalysis:
    """Return the analysis of a song, made and stored where there is none of today's analyser.

    Raises SilenceError, NoRhythmError, TooShortError, DamagedSoundError (all InputErrors), MissingMediaError.
    """
    if song.analysis is None or song.analyser_version != ANALYSER_VERSION:
        # The AAC rendition is what dancers hear, so its 0:00 is what the counts refer to.
        with storage.local_copy(song.audio_key) as path:
            samples = decode_mono(path)
        analysis = analyse_song(samples)
        fields = analysis_fields(analysis)
        for name, value in fields.items():
            setattr(song, name, value)
        song.save(update_fields=tuple(fields))
        return analysis
    return analysis_from_dict(song.analysis)


def analysis_fields(analysis: SongAnalysis) -> dict[str, Any]:
    """Return the fields of a Song that hold its analysis."""
    return {
        "analysis": analysis_to_dict(analysis),
        "analyser_version": ANALYSER_VERSION,
        "tempo_bpm": analysis.grid.tempo_bpm,
    }
