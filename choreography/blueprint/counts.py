"""Where a move may begin, and where the music of a plan ends: asked of a blueprint's grid in one place."""

import numpy as np

from choreography.blueprint.schema import Blueprint, Grid
from video_processing.music.grid import BeatGrid

ENTRY_COUNTS = frozenset({1, 5})
"""Counts of the song on which a move may begin."""

MIN_SLOT_BEATS = 4
"""The shortest run of beats that gets a move of its own: half a phrase."""


def beat_grid(grid: Grid) -> BeatGrid:
    """Return the blueprint's grid as the one the song analysis speaks of (bars are not stored, so there are none)."""
    return BeatGrid(
        tempo_bpm=grid.tempo_bpm,
        beat_times_s=np.array(grid.beat_times_s, dtype=np.float64),
        downbeat_beats=np.array([], dtype=np.int64),
        count1_beats=np.array(grid.count1_beats, dtype=np.int64),
    )


def counts_of(grid: Grid) -> list[int]:
    """Return the count 1..8 of every beat."""
    return [int(count) for count in beat_grid(grid).counts()]


def music_end_s(blueprint: Blueprint) -> float:
    """Return the second at which the video ends: the song's end, or the last move's where the plan stops earlier.

    A full plan leaves less than half a phrase of beats behind its last move; one cut to a wished length leaves more.
    """
    target = blueprint.segments[-1].target
    beats_left = len(blueprint.grid.beat_times_s) - 1 - (target.first_beat + target.beats)
    return target.end_s if beats_left >= MIN_SLOT_BEATS else blueprint.song.duration_s
