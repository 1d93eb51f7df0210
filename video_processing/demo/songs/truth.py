"""What is true of a made song, by construction: the reference that analyses are measured against."""

import json
from dataclasses import dataclass

import numpy as np

from ai_services.vocabulary import SectionLabel
from video_processing.music.grid import BeatGrid, FloatArray, IntArray

FORMAT = "bachata-buddy/song-truth/1"


@dataclass(frozen=True)
class TrueSection:
    """A section of the form, from its first beat to the first beat of the next."""

    label: SectionLabel
    start_s: float
    end_s: float


@dataclass(frozen=True)
class SongTruth:
    """Times are seconds from the first sample, beats are indices into `beat_times_s`."""

    title: str
    artist: str
    duration_s: float
    tempo_bpm: float
    """Median over the beats."""
    key: str
    beat_times_s: FloatArray
    downbeat_beats: IntArray
    """Beats that open a bar (count 1 or 5)."""
    count1_beats: IntArray
    counts: IntArray
    """Count 1..8 of each beat; an inserted half phrase counts 1..4 and the next beat is 1 again."""
    break_beats: IntArray
    """Beats on which the whole band is silent."""
    sections: tuple[TrueSection, ...]

    def grid(self) -> BeatGrid:
        """Return the truth in the form that analyses have."""
        return BeatGrid(self.tempo_bpm, self.beat_times_s, self.downbeat_beats, self.count1_beats)

    def to_json(self) -> str:
        """Return the truth as JSON, times to the microsecond."""
        document = {
            "format": FORMAT,
            "title": self.title,
            "artist": self.artist,
            "duration_s": round(self.duration_s, 6),
            "tempo_bpm": round(self.tempo_bpm, 6),
            "key": self.key,
            "beat_times_s": [round(float(time_s), 6) for time_s in self.beat_times_s],
            "downbeat_beats": self.downbeat_beats.tolist(),
            "count1_beats": self.count1_beats.tolist(),
            "counts": self.counts.tolist(),
            "break_beats": self.break_beats.tolist(),
            "sections": [
                {"label": section.label.value, "start_s": round(section.start_s, 6), "end_s": round(section.end_s, 6)}
                for section in self.sections
            ],
        }
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "SongTruth":
        """Return the truth that `to_json` wrote; raises ValueError for a document of another format."""
        document = json.loads(text)
        if document.get("format") != FORMAT:
            raise ValueError(f"This is not a {FORMAT} document.")
        return cls(
            title=document["title"],
            artist=document["artist"],
            duration_s=document["duration_s"],
            tempo_bpm=document["tempo_bpm"],
            key=document["key"],
            beat_times_s=np.array(document["beat_times_s"], dtype=np.float64),
            downbeat_beats=np.array(document["downbeat_beats"], dtype=np.int64),
            count1_beats=np.array(document["count1_beats"], dtype=np.int64),
            counts=np.array(document["counts"], dtype=np.int64),
            break_beats=np.array(document["break_beats"], dtype=np.int64),
            sections=tuple(
                TrueSection(SectionLabel(section["label"]), section["start_s"], section["end_s"])
                for section in document["sections"]
            ),
        )
