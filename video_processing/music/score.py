"""A song as lines of four phrases, eight counts each in a column of its own: what a picture of its counts lays out."""

from dataclasses import dataclass

import numpy as np

from ai_services.vocabulary import COUNTS_PER_PHRASE
from video_processing.music.grid import BeatGrid

PHRASES_A_LINE = 4


@dataclass(frozen=True)
class Cell:
    """One beat on the sheet."""

    beat: int
    line: int
    column: int
    """0..31: count 1 of a phrase is always at 0, 8, 16 or 24."""
    count: int
    """1..8."""


def lay_out(grid: BeatGrid) -> tuple[Cell, ...]:
    """Return the place of each beat: a new phrase at each count 1, beats ahead of the first one at their own counts.

    Columns that a half phrase does not fill stay empty.
    """
    counts = grid.counts()
    phrases = np.cumsum(counts == 1) - (1 if len(counts) and counts[0] == 1 else 0)
    return tuple(
        Cell(
            beat=beat,
            line=int(phrase) // PHRASES_A_LINE,
            column=int(phrase) % PHRASES_A_LINE * COUNTS_PER_PHRASE + int(count) - 1,
            count=int(count),
        )
        for beat, (phrase, count) in enumerate(zip(phrases, counts, strict=True))
    )
