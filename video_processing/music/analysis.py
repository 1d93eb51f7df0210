"""Song and clip sound analysis: arrays in, frozen results out."""

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import COUNTS_PER_BAR, COUNTS_PER_PHRASE
from video_processing.music.audio_embedding import Stretch, embed
from video_processing.music.bars import make_bars
from video_processing.music.breaks import find_breaks
from video_processing.music.counting import CountedBeats, count_beats
from video_processing.music.decibels import energy_shares
from video_processing.music.errors import DamagedSoundError, SilenceError, TooShortError
from video_processing.music.grid import BeatGrid, Section, SongAnalysis
from video_processing.music.loudness import SILENCE_DB, frame_levels_db, levels_db
from video_processing.music.phrases import find_phrases
from video_processing.music.recounting import beat_edges_s, phrase_edges_s
from video_processing.music.sections import find_boundaries, label_sections
from video_processing.music.spectra import SAMPLE_RATE_HZ, Float32Array

ANALYSER_VERSION = 2
"""Rises with every change that can alter a result; part of the key of cached analyses."""
MIN_SONG_S, MIN_CLIP_S = 20.0, 1.0
MIN_SONG_BEATS, MIN_CLIP_BEATS = 2 * COUNTS_PER_PHRASE, 2


@dataclass(frozen=True)
class ClipSound:
    """What a clip's own sound says."""

    grid: BeatGrid
    audio_embedding: NDArray[np.float64]
    """Shape (128,), unit norm."""


def analyse_song(samples: Float32Array, sample_rate_hz: int = SAMPLE_RATE_HZ) -> SongAnalysis:
    """Return the counts, sections, loudness and embeddings of a song.

    `samples` is mono, shape (n,), at 22050 Hz. A song without a clear rhythm has low confidence. Raises
    DamagedSoundError, TooShortError (below 20 s), SilenceError or NoRhythmError where nothing can be said.
    """
    check_sound(samples, sample_rate_hz, MIN_SONG_S)
    counted = count_beats(samples, MIN_SONG_BEATS)
    bars = make_bars(counted.downbeats, counted.stretch.features, counted.stretch.onsets)
    phrases = find_phrases(bars)
    grid = _grid(counted, counted.downbeats[phrases.count1_bars], phrases.confidence)
    first_beats = bars.first_beats[find_boundaries(bars, phrases.count1_bars)]
    phrase_energy_db = levels_db(samples, phrase_edges_s(grid))
    return SongAnalysis(
        duration_s=len(samples) / SAMPLE_RATE_HZ,
        grid=grid,
        sections=_sections(samples, grid, first_beats, phrase_energy_db),
        phrase_energy_db=phrase_energy_db,
        beat_level_db=levels_db(samples, beat_edges_s(grid)),
        break_beats=find_breaks(counted.stretch.level_db),
        audio_embedding=embed(counted.stretch),
        section_embeddings=_section_embeddings(counted.stretch, first_beats),
    )


def analyse_clip_sound(samples: Float32Array, sample_rate_hz: int = SAMPLE_RATE_HZ) -> ClipSound:
    """Return the counts and the embedding of a clip's own sound, from 1 s on.

    A clip is too short to tell 1 from 5: count 1 is its first downbeat, with confidence 0. Raises as `analyse_song`.
    """
    check_sound(samples, sample_rate_hz, MIN_CLIP_S)
    counted = count_beats(samples, MIN_CLIP_BEATS)
    return ClipSound(_grid(counted, counted.downbeats[::2], 0.0), embed(counted.stretch))


def check_sound(samples: Float32Array, sample_rate_hz: int, min_s: float) -> None:
    """Raise where the samples cannot be analysed; ValueError where the caller decoded to another shape or rate."""
    if samples.ndim != 1 or sample_rate_hz != SAMPLE_RATE_HZ:
        raise ValueError(f"Samples are expected mono at {SAMPLE_RATE_HZ} Hz.")
    duration_s = len(samples) / SAMPLE_RATE_HZ
    if duration_s < min_s:
        raise TooShortError(f"The sound is {duration_s:.1f} s long; at least {min_s:.0f} s are needed.")
    if not np.isfinite(samples).all():
        raise DamagedSoundError("The sound holds samples that are not numbers; the file may be damaged.")
    if frame_levels_db(samples).max() < SILENCE_DB:
        raise SilenceError("The sound is silent.")


def _grid(counted: CountedBeats, count1_beats: NDArray[np.int64], count1_confidence: float) -> BeatGrid:
    confidence = {
        "beat": counted.beat_confidence,
        "downbeat": counted.downbeat_confidence,
        "count1": counted.downbeat_confidence * count1_confidence,
    }
    return BeatGrid(counted.tempo_bpm, counted.times_s, counted.downbeats, count1_beats, confidence)


def _sections(
    samples: Float32Array, grid: BeatGrid, first_beats: NDArray[np.int64], phrase_energy_db: NDArray[np.float64]
) -> tuple[Section, ...]:
    """Return the sections that open at the beats; the first from the start of the file, the last to its end."""
    edges_s = np.concatenate([[0.0], grid.beat_times_s[first_beats[1:]], [len(samples) / SAMPLE_RATE_HZ]])
    level_db = levels_db(samples, edges_s)
    n_bars = np.diff(np.append(first_beats, len(grid.beat_times_s))) // COUNTS_PER_BAR
    energy = energy_shares(level_db, phrase_energy_db)
    labels = label_sections(n_bars, level_db)
    rows = zip(labels, edges_s[:-1], edges_s[1:], energy, strict=True)
    return tuple(Section(label, float(start_s), float(end_s), float(share)) for label, start_s, end_s, share in rows)


def _section_embeddings(stretch: Stretch, first_beats: NDArray[np.int64]) -> NDArray[np.float64]:
    edges = np.concatenate([[0], first_beats[1:], [len(stretch.positions)]])
    return np.stack([embed(stretch.between(first, stop)) for first, stop in itertools.pairwise(edges)])
