"""What the library offers each slot: pieces in reach of the tempo, with their scores."""

from dataclasses import dataclass, fields

import numpy as np

from choreography.blueprint.rules import MAX_SPEED, MIN_SPEED
from choreography.planning.columns import EITHER_COUNT
from choreography.planning.inputs import BoolArray, FloatArray, IntArray
from choreography.planning.scoring import Occasion, run_duration_s, score_parts
from choreography.planning.segments import Windows, windows_of
from choreography.planning.slots import Run, runs_of
from choreography.planning.tempo import widest_stretch


@dataclass(frozen=True)
class Offers:
    """The pieces that may begin at one slot; every array has shape (n_offers,)."""

    end_slot: IntArray
    move: IntArray
    first_beat: IntArray
    """Beat of the clip."""
    beats: IntArray
    entry_row: IntArray
    exit_row: IntArray
    speed: FloatArray
    """Clip seconds a song second."""
    score: FloatArray

    def __len__(self) -> int:
        """Return how many pieces there are."""
        return len(self.move)

    def take(self, which: IntArray | BoolArray) -> "Offers":
        """Return the chosen pieces."""
        return Offers(**{field.name: getattr(self, field.name)[which] for field in fields(self)})


_NO_INDEX, _NO_NUMBER = np.array([], dtype=np.int64), np.array([], dtype=np.float64)
NO_OFFERS = Offers(_NO_INDEX, _NO_INDEX, _NO_INDEX, _NO_INDEX, _NO_INDEX, _NO_INDEX, _NO_NUMBER, _NO_NUMBER)
"""Of a slot on which no move can begin: less than a phrase is left there."""


def offers_of(occasion: Occasion, usable: BoolArray) -> tuple[Offers, ...]:
    """Return for each slot every piece of a usable move (shape (n_moves,)) within the widest stretch."""
    runs = runs_of(occasion.slots)
    windows = {beats: windows_of(occasion.library, beats) for beats in {run.beats for some in runs for run in some}}
    return tuple(joined([offers_for(occasion, run, windows[run.beats], usable) for run in some]) for some in runs)


def joined(parts: list[Offers]) -> Offers:
    """Return the pieces of all parts as one table."""
    if not parts:
        return NO_OFFERS
    return Offers(
        **{field.name: np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Offers)}
    )


def offers_for(occasion: Occasion, run: Run, windows: Windows, usable: BoolArray) -> Offers:
    """Return every piece of a usable move (shape (n_moves,)) that may fill the run."""
    chosen = windows.take(usable[windows.move] & on_count(occasion, run, windows) & in_reach(occasion, run, windows))
    n = len(chosen.move)
    return Offers(
        end_slot=np.full(n, run.end_slot),
        move=chosen.move,
        first_beat=chosen.first_beat,
        beats=np.full(n, run.beats),
        entry_row=chosen.entry_row,
        exit_row=chosen.exit_row,
        speed=chosen.duration_s / run_duration_s(occasion, run),
        score=np.sum(list(score_parts(occasion, run, chosen).values()), axis=0),
    )


def on_count(occasion: Occasion, run: Run, windows: Windows) -> BoolArray:
    """Return which windows begin on the count on which the run begins."""
    count = occasion.slots[run.first_slot].count
    agrees: BoolArray = (windows.count == EITHER_COUNT) | (windows.count == count)
    return agrees


def in_reach(occasion: Occasion, run: Run, windows: Windows) -> BoolArray:
    """Return which windows can be brought to the run's tempo: on average, and at no beat beyond what may be played."""
    speed = windows.duration_s / run_duration_s(occasion, run)
    first = run.first_beat
    beat_s = np.diff(occasion.song.grid.beat_times_s[first : first + run.beats + 1])
    near: BoolArray = np.abs(speed - 1.0) <= widest_stretch(wide=occasion.wish.wide_stretch)
    playable: BoolArray = (windows.longest_beat_s <= MAX_SPEED * beat_s.min()) & (
        windows.shortest_beat_s >= MIN_SPEED * beat_s.max()
    )
    return near & playable
