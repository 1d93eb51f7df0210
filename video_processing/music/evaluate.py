"""How well an analysis agrees with the truth, in mir_eval's measures.

mir_eval is a development dependency: nothing but an evaluation imports this module.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import mir_eval
import numpy as np
from numpy.typing import NDArray

from video_processing.music.grid import BeatGrid, SongAnalysis
from video_processing.music.spectra import Float32Array

Times = NDArray[np.float64]
BEAT_WINDOW_S, TIGHT_WINDOW_S = 0.07, 0.035
BOUNDARY_WINDOW_S = 3.0
OCTAVE_TOLERANCE = 0.25
"""A tempo further off than this share is an octave (or other metrical) error."""


@dataclass(frozen=True)
class TrueSong:
    """A song whose counts are known."""

    name: str
    samples: Float32Array
    """Mono, 22050 Hz."""
    grid: BeatGrid
    section_starts_s: Times
    """Of all sections but the first."""

    @property
    def has_half_phrase(self) -> bool:
        """Return whether a phrase of fewer than eight beats is followed by another."""
        return bool((np.diff(self.grid.count1_beats) < 8).any())


@dataclass(frozen=True)
class Scores:
    """One method on one song; F measures 0..1, nan where a method does not answer."""

    method: str
    song: str
    has_half_phrase: bool
    beat_f: float
    """Within 70 ms."""
    beat_f_tight: float
    """Within 35 ms."""
    bias_ms: float
    """Median signed error of the beats within 70 ms; > 0 is late."""
    is_octave_error: bool
    downbeat_f: float
    count1_f: float
    boundary_f: float
    """Section boundaries within 3 s."""
    cpu_s: float


def score_analysis(song: TrueSong, analysis: SongAnalysis, cpu_s: float = float("nan")) -> Scores:
    """Return our scores on a song."""
    truth, found = song.grid, analysis.grid
    return _scores(
        "ours",
        song,
        found.beat_times_s,
        cpu_s,
        downbeat_f=_beat_f(truth.beat_times_s[truth.downbeat_beats], found.beat_times_s[found.downbeat_beats]),
        count1_f=_beat_f(truth.beat_times_s[truth.count1_beats], found.beat_times_s[found.count1_beats]),
        boundary_f=_boundary_f(song.section_starts_s, np.array([part.start_s for part in analysis.sections[1:]])),
    )


def mean_scores(scores: Sequence[Scores]) -> dict[str, float]:
    """Return the mean of each measure over the songs that have it, and the number of octave errors and of songs."""
    measures = ("beat_f", "beat_f_tight", "bias_ms", "downbeat_f", "count1_f", "boundary_f", "cpu_s")
    means = {}
    for measure in measures:
        values = np.array([getattr(score, measure) for score in scores], dtype=np.float64)
        known = values[~np.isnan(values)]
        means[measure] = float(known.mean()) if len(known) else float("nan")
    errors = sum(score.is_octave_error for score in scores)
    return means | {"octave_errors": float(errors), "songs": float(len(scores))}


def score_beats(method: str, song: TrueSong, beats_s: Times, cpu_s: float = float("nan")) -> Scores:
    """Return the scores of a method that gives beats alone."""
    nan = float("nan")
    return _scores(method, song, beats_s, cpu_s, downbeat_f=nan, count1_f=nan, boundary_f=nan)


def _scores(
    method: str, song: TrueSong, beats_s: Times, cpu_s: float, *, downbeat_f: float, count1_f: float, boundary_f: float
) -> Scores:
    truth_s = song.grid.beat_times_s
    ratio = np.median(np.diff(truth_s)) / np.median(np.diff(beats_s)) if len(beats_s) > 1 else 0.0
    return Scores(
        method=method,
        song=song.name,
        has_half_phrase=song.has_half_phrase,
        beat_f=_beat_f(truth_s, beats_s),
        beat_f_tight=_beat_f(truth_s, beats_s, TIGHT_WINDOW_S),
        bias_ms=_bias_ms(truth_s, beats_s),
        is_octave_error=bool(abs(ratio - 1) > OCTAVE_TOLERANCE),
        downbeat_f=downbeat_f,
        count1_f=count1_f,
        boundary_f=boundary_f,
        cpu_s=cpu_s,
    )


def _beat_f(truth_s: Times, found_s: Times, window_s: float = BEAT_WINDOW_S) -> float:
    if len(truth_s) == 0 or len(found_s) == 0:
        return 0.0
    return float(mir_eval.beat.f_measure(truth_s, found_s, window_s))


def _bias_ms(truth_s: Times, found_s: Times) -> float:
    if len(found_s) == 0:
        return float("nan")
    errors = found_s[np.abs(found_s[None, :] - truth_s[:, None]).argmin(axis=1)] - truth_s
    hits = errors[np.abs(errors) <= BEAT_WINDOW_S]
    return 1000 * float(np.median(hits)) if len(hits) else float("nan")


def _boundary_f(truth_s: Times, found_s: Times) -> float:
    if len(truth_s) == 0 or len(found_s) == 0:
        return 0.0
    hits = len(mir_eval.util.match_events(truth_s, found_s, BOUNDARY_WINDOW_S))
    return 2 * hits / (len(truth_s) + len(found_s))
