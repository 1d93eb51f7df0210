"""The pieces of clips that can fill a run: they begin on a count 1 or 5 of the clip and last as long as the run."""

from dataclasses import dataclass, fields, replace

import numpy as np

from choreography.planning.inputs import BoolArray, FloatArray, IntArray
from choreography.planning.library import Library


@dataclass(frozen=True)
class Windows:
    """All pieces of one length; every array has shape (n_windows,)."""

    beats: int
    move: IntArray
    """Index of the move in the library."""
    first_beat: IntArray
    """Beat of the clip on which the piece begins, a count 1 or 5."""
    count: IntArray
    """1 or 5, the count of that beat; 0 where only bars are known."""
    entry_row: IntArray
    exit_row: IntArray
    duration_s: FloatArray
    shortest_beat_s: FloatArray
    longest_beat_s: FloatArray
    motion: FloatArray
    """Mean z-score of the motion energy; NaN where unknown."""
    missing: FloatArray
    """Share of beats, 0..1, at which a dancer was not seen; 0 for clips without states."""
    beats_before: IntArray
    """Beats between the clip's first possible entry and this one."""
    beats_after: IntArray
    """Beats of the clip left behind the piece."""

    def take(self, which: BoolArray) -> "Windows":
        """Return the chosen pieces."""
        columns = {field.name: getattr(self, field.name)[which] for field in fields(self) if field.name != "beats"}
        return replace(self, **columns)


def windows_of(library: Library, beats: int) -> Windows:
    """Return every piece of `beats` beats that the library offers."""
    fits = library.entry_room_beats >= beats
    move, first_beat = library.entry_move[fits], library.entry_beat[fits]
    entry = library.first_row[move] + first_beat
    steps = entry[:, None] + np.arange(beats)
    beat_s = np.diff(library.row_times_s, append=np.nan)[steps]
    return Windows(
        beats=beats,
        move=move,
        first_beat=first_beat,
        count=library.entry_count[fits],
        entry_row=entry,
        exit_row=entry + beats,
        duration_s=library.row_times_s[entry + beats] - library.row_times_s[entry],
        shortest_beat_s=beat_s.min(axis=1, initial=np.inf),
        longest_beat_s=beat_s.max(axis=1, initial=0.0),
        motion=_known_mean(library.motion[steps]),
        missing=library.missing[steps].mean(axis=1),
        beats_before=first_beat - library.first_entry[move],
        beats_after=library.lengths[move] - 1 - (first_beat + beats),
    )


def _known_mean(values: FloatArray) -> FloatArray:
    """Return the mean of each row's finite values, NaN for a row without any."""
    known = np.isfinite(values)
    total = np.where(known, values, 0.0).sum(axis=1)
    out = np.full(len(values), np.nan)
    np.divide(total, known.sum(axis=1), out=out, where=known.any(axis=1))
    return out
