"""Conventions: times are seconds from the start of the file, beats are indices into `BeatGrid.beat_times_s`."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import SectionLabel

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class BeatGrid:
    """The counts of a song or of a clip's own sound."""

    tempo_bpm: float
    """Median tempo in beats per minute."""
    beat_times_s: FloatArray
    """Shape (n_beats,), strictly rising."""
    downbeat_beats: IntArray
    """Indices of the beats that open a bar (count 1 or 5)."""
    count1_beats: IntArray
    """Indices of the beats that are count 1; a subset of `downbeat_beats`."""
    confidence: dict[str, float] = field(default_factory=dict)
    """0..1 for each of `beat`, `downbeat`, `count1`."""

    def counts(self) -> IntArray:
        """Return the count 1..8 of each beat, shape (n_beats,); beats ahead of the first count 1 count down to it."""
        beats = np.arange(len(self.beat_times_s))
        if len(self.count1_beats) == 0:
            return np.ones(len(beats), dtype=np.int64) + beats % 8
        last = np.searchsorted(self.count1_beats, beats, side="right") - 1
        anchor = self.count1_beats[np.maximum(last, 0)]
        return (beats - anchor) % 8 + 1

    def tempo_curve_bpm(self) -> FloatArray:
        """Return the tempo at each beat, shape (n_beats,): of the median interval of the eight around it."""
        if len(self.beat_times_s) < 2:
            return np.full(len(self.beat_times_s), self.tempo_bpm)
        intervals_s = np.diff(self.beat_times_s)
        beats = np.arange(len(self.beat_times_s))
        around = [intervals_s[max(0, min(beat - 4, len(intervals_s) - 8)) :][:8] for beat in beats]
        return np.array([60 / np.median(interval_s) for interval_s in around])


@dataclass(frozen=True)
class Section:
    """A stretch of bars that belongs together."""

    label: SectionLabel
    start_s: float
    end_s: float
    energy: float
    """Loudness of the section against the song, 0..1 (0 its quietest phrase, 1 its loudest)."""


@dataclass(frozen=True)
class SongAnalysis:
    """All that is known of a song from its sound."""

    duration_s: float
    grid: BeatGrid
    sections: tuple[Section, ...]
    phrase_energy_db: FloatArray
    """RMS level in dBFS of each phrase, shape (n_count1,): from one count 1 to the next."""
    beat_level_db: FloatArray
    """RMS level in dBFS from each beat to the next, shape (n_beats,)."""
    break_beats: IntArray
    """Indices of beats in silence (breaks)."""
    audio_embedding: FloatArray
    """Shape (128,), unit norm, of the whole song."""
    section_embeddings: FloatArray
    """Shape (n_sections, 128), unit norm rows, one a section."""
