"""The counts of a clip as its dancers dance them: those of its sound, corrected by what a person said."""

from dataclasses import dataclass, replace

import numpy as np

from ai_services.vocabulary import COUNTS_PER_BAR, COUNTS_PER_PHRASE
from video_processing.music.grid import BeatGrid

SURE = 1.0
LEAST_BEATS = COUNTS_PER_PHRASE + 1
"""A phrase of eight counts, and the beat on which it ends."""


@dataclass(frozen=True)
class GridCorrections:
    """What a person said of a clip's counts; nothing by default."""

    av_offset_ms: float = 0.0
    """How much later the dancers are than the clip's sound."""
    count1_s: float | None = None
    """A second of the clip's sound that is a count 1; None: nobody said."""


NO_CORRECTIONS = GridCorrections()


def corrected_grid(heard: BeatGrid, corrections: GridCorrections, duration_s: float) -> BeatGrid:
    """Return the grid on the clip's pictures.

    Beats that an offset moves out of the pictures (0 to `duration_s`) are left out. With a count 1 that a person said,
    counts run in eights from it in both directions, and the grid is sure of them.
    """
    if corrections == NO_CORRECTIONS:
        return heard
    first, end = _inside(heard, corrections.av_offset_ms, duration_s)
    beat_times_s = heard.beat_times_s[first:end] + corrections.av_offset_ms / 1000
    if corrections.count1_s is None:
        downbeats, ones = (
            beats[(beats >= first) & (beats < end)] - first for beats in (heard.downbeat_beats, heard.count1_beats)
        )
        return replace(heard, beat_times_s=beat_times_s, downbeat_beats=downbeats, count1_beats=ones)
    counted = np.arange(first, end) - _nearest(heard, corrections.count1_s)
    return BeatGrid(
        tempo_bpm=heard.tempo_bpm,
        beat_times_s=beat_times_s,
        downbeat_beats=np.flatnonzero(counted % COUNTS_PER_BAR == 0),
        count1_beats=np.flatnonzero(counted % COUNTS_PER_PHRASE == 0),
        confidence=heard.confidence | {"downbeat": SURE, "count1": SURE},
    )


def count1_beat(grid: BeatGrid, corrections: GridCorrections) -> int | None:
    """Return the count 1 of a corrected grid that is nearest to the one a person said, or None."""
    if corrections.count1_s is None or len(grid.count1_beats) == 0:
        return None
    said_s = corrections.count1_s + corrections.av_offset_ms / 1000
    return int(grid.count1_beats[np.argmin(np.abs(grid.beat_times_s[grid.count1_beats] - said_s))])


def is_danceable(grid: BeatGrid) -> bool:
    """Return whether the grid holds a whole phrase from its first count 1."""
    return len(grid.count1_beats) > 0 and len(grid.beat_times_s) - int(grid.count1_beats[0]) >= LEAST_BEATS


def _inside(heard: BeatGrid, av_offset_ms: float, duration_s: float) -> tuple[int, int]:
    """Return the first beat that is seen, and the one after the last."""
    times_s = heard.beat_times_s + av_offset_ms / 1000
    first = int(np.searchsorted(times_s, 0.0))
    end = int(np.searchsorted(times_s, duration_s, side="right")) if av_offset_ms > 0 else len(times_s)
    return first, max(first, end)


def _nearest(heard: BeatGrid, time_s: float) -> int:
    return int(np.argmin(np.abs(heard.beat_times_s - time_s))) if len(heard.beat_times_s) else 0
