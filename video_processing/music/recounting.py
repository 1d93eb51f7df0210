"""What other counts change in an analysis: phrases, breaks and borders of sections follow, the sound stays."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import COUNTS_PER_PHRASE
from video_processing.music.decibels import db_to_power, energy_shares, power_to_db
from video_processing.music.grid import BeatGrid, FloatArray, IntArray, Section, SongAnalysis

SILENT_SHARE = 2 / 3
"""Of a beat. With half the tempo a beat of which only one half was silent is no break."""


def recounted(analysis: SongAnalysis, grid: BeatGrid) -> SongAnalysis:
    """Return the analysis on another grid of the same song.

    Levels of phrases and sections come from the levels of the beats; a section begins at the nearest count 1, the
    earlier of two equally near, and one of which nothing is left goes. Labels and embeddings are those of the sound.
    """
    phrase_energy_db = _levels_between(analysis, phrase_edges_s(grid))
    starts_s = _section_starts_s(analysis.sections, grid)
    kept = [
        index for index in range(len(starts_s)) if index + 1 == len(starts_s) or starts_s[index + 1] > starts_s[index]
    ]
    edges_s = np.append(starts_s[kept], analysis.duration_s)
    energy = energy_shares(_levels_between(analysis, edges_s), phrase_energy_db)
    sections = tuple(
        replace(analysis.sections[index], start_s=float(start_s), end_s=float(end_s), energy=float(share))
        for index, start_s, end_s, share in zip(kept, edges_s[:-1], edges_s[1:], energy, strict=True)
    )
    return replace(
        analysis,
        grid=grid,
        sections=sections,
        phrase_energy_db=phrase_energy_db,
        beat_level_db=_levels_between(analysis, beat_edges_s(grid)),
        break_beats=_breaks(analysis, grid),
        section_embeddings=analysis.section_embeddings[kept],
    )


def beat_edges_s(grid: BeatGrid) -> FloatArray:
    """Return the times of the beats and the end of the last, which lasts as long as the one before it."""
    times_s = grid.beat_times_s
    return np.append(times_s, 2 * times_s[-1] - times_s[-2])


def phrase_edges_s(grid: BeatGrid) -> FloatArray:
    """Return the times of the count 1s and the end of the last phrase: eight counts on, or the last beat's end."""
    edges_s = beat_edges_s(grid)
    last = min(int(grid.count1_beats[-1]) + COUNTS_PER_PHRASE, len(grid.beat_times_s))
    return np.append(edges_s[grid.count1_beats], edges_s[last])


def _levels_between(analysis: SongAnalysis, edges_s: FloatArray) -> FloatArray:
    """Return the RMS level in dBFS between neighbouring edges, of the part that lies within the song's beats."""
    total = _running_total(analysis, db_to_power(analysis.beat_level_db), edges_s)
    within_s = np.clip(edges_s, *beat_edges_s(analysis.grid)[[0, -1]])
    lengths_s = np.diff(within_s)
    return power_to_db(np.divide(np.diff(total), lengths_s, out=np.zeros(len(lengths_s)), where=lengths_s > 0))


def _breaks(analysis: SongAnalysis, grid: BeatGrid) -> IntArray:
    silent = np.zeros(len(analysis.grid.beat_times_s))
    silent[analysis.break_beats] = 1.0
    edges_s = beat_edges_s(grid)
    return np.flatnonzero(np.diff(_running_total(analysis, silent, edges_s)) >= SILENT_SHARE * np.diff(edges_s))


def _running_total(analysis: SongAnalysis, of_beats: FloatArray, at_s: FloatArray) -> FloatArray:
    """Return the integral over time, from the first beat on, of a value that is constant within each beat."""
    edges_s = beat_edges_s(analysis.grid)
    return np.asarray(np.interp(at_s, edges_s, np.append(0.0, np.cumsum(of_beats * np.diff(edges_s)))))


def _section_starts_s(sections: tuple[Section, ...], grid: BeatGrid) -> NDArray[np.float64]:
    # Distances in beats: in seconds, jitter would send one border back and the next one forth.
    beats = [int(np.abs(grid.beat_times_s - section.start_s).argmin()) for section in sections[1:]]
    count1 = [grid.count1_beats[np.abs(grid.count1_beats - beat).argmin()] for beat in beats]
    return np.array([sections[0].start_s, *grid.beat_times_s[count1]])
