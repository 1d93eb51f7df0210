"""Corrections of counts by hand: kept apart from the analysis, applied in order, undone by dropping one from the list.

A corrected grid is canonical: phrases of eight counts, but for half phrases, that always restart at count 1.
"""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from ai_services.vocabulary import COUNTS_PER_BAR, COUNTS_PER_PHRASE
from common.errors import InputError
from video_processing.music.grid import BeatGrid, IntArray

HALF_PHRASE_REACH_BEATS = 16
"""A half phrase is removed if it begins this near to the time that was named."""
NUDGE_MAX_MS = 250
"""Half a beat at 120 BPM: what is further off is another beat, not another place of this one."""
TEMPO_RANGE_BPM = (40.0, 340.0)
"""Half the slowest and twice the fastest tempo that the analysis gives lie within; a quarter and four times do not."""


class CorrectionKind(StrEnum):
    """What a correction does to the counts."""

    SHIFT_BEATS = "shift_beats"
    """Every count falls `beats` later (or earlier, if negative)."""
    HALF_TEMPO = "half_tempo"
    DOUBLE_TEMPO = "double_tempo"
    SWAP_ONE_AND_FIVE = "swap_one_and_five"
    COUNT_ONE_HERE = "count_one_here"
    """The beat nearest to `time_s` is count 1, and the whole song turns with it."""
    COUNT_ONE_FROM = "count_one_from"
    """The same, but what comes ahead of it stays."""
    INSERT_HALF_PHRASE = "insert_half_phrase"
    """Count 1 at the bar nearest to `time_s`, and all that follows four beats later."""
    NUDGE = "nudge"
    """Every beat comes `offset_ms` later (or earlier, if negative); the counts stay on their beats."""
    REMOVE_HALF_PHRASE = "remove_half_phrase"
    """The half phrase nearest to `time_s` becomes a whole one, and all that follows comes four beats earlier."""


TIMED = frozenset(
    {
        CorrectionKind.COUNT_ONE_HERE,
        CorrectionKind.COUNT_ONE_FROM,
        CorrectionKind.INSERT_HALF_PHRASE,
        CorrectionKind.REMOVE_HALF_PHRASE,
    }
)


UNPLACED = frozenset({CorrectionKind.HALF_TEMPO, CorrectionKind.DOUBLE_TEMPO, CorrectionKind.NUDGE})
"""They say nothing of where count 1 is."""


class CorrectionError(InputError):
    """The correction is malformed or does not fit these counts."""

    code = "correction_not_applicable"


@dataclass(frozen=True)
class Correction:
    """One step. Raises CorrectionError where a kind lacks what it needs or has what it does not."""

    kind: CorrectionKind
    time_s: float | None = None
    """For the kinds in `TIMED`, and for no other."""
    beats: int | None = None
    """-4..4, for SHIFT_BEATS and for no other."""
    offset_ms: float | None = None
    """-250..250, for NUDGE and for no other."""

    def __post_init__(self) -> None:
        if (self.kind in TIMED) != (self.time_s is not None):
            raise CorrectionError("A correction at a place needs its time, and no other takes one.")
        if (self.kind is CorrectionKind.SHIFT_BEATS) != (self.beats is not None):
            raise CorrectionError("A shift needs a number of beats, and no other correction takes one.")
        if (self.kind is CorrectionKind.NUDGE) != (self.offset_ms is not None):
            raise CorrectionError("A nudge needs a number of milliseconds, and no other correction takes one.")
        if self.offset_ms is not None and not abs(self.offset_ms) <= NUDGE_MAX_MS:
            raise CorrectionError(f"Beats can be nudged by at most {NUDGE_MAX_MS} ms at a time.")
        if self.time_s is not None and not 0 <= self.time_s < np.inf:
            raise CorrectionError("The time of a correction must not be negative.")
        if self.beats is not None and abs(self.beats) > COUNTS_PER_BAR:
            raise CorrectionError("Counts can be shifted by at most four beats at a time.")


@dataclass(frozen=True)
class CorrectedGrid:
    """A grid and the corrections that did not fit it."""

    grid: BeatGrid
    skipped: tuple[Correction, ...]
    """Those that a new analysis has made pointless, for instance a removed half phrase that is no longer there."""


def correct(grid: BeatGrid, correction: Correction) -> BeatGrid:
    """Return the grid after one correction; raise CorrectionError where there is nothing to correct."""
    if len(grid.beat_times_s) < COUNTS_PER_PHRASE:
        raise CorrectionError("The song has too few beats to correct its counts.")
    canonical = recount(grid, grid.count1_beats)
    return _STEPS[correction.kind](canonical, correction)


def correct_all(grid: BeatGrid, corrections: Iterable[Correction]) -> CorrectedGrid:
    """Return the grid after all corrections in order; those that do not fit are skipped and named."""
    skipped = []
    for correction in corrections:
        try:
            grid = correct(grid, correction)
        except CorrectionError:
            skipped.append(correction)
    return CorrectedGrid(grid, tuple(skipped))


def settle(grid: BeatGrid, correction: Correction) -> Correction:
    """Return the correction of this grid in the form to store: one that stays right after a new analysis.

    Turns and half phrases become "count 1 is here", which changes nothing if a new analysis agrees.
    In a song with half phrases a turned one may begin a bar sooner or later than the step itself would put it.
    """
    count1 = recount(grid, grid.count1_beats).count1_beats
    corrected = correct(grid, correction)
    new = np.setdiff1d(corrected.count1_beats, count1)
    if correction.kind in UNPLACED or len(new) == 0:
        return correction
    if correction.kind in (CorrectionKind.INSERT_HALF_PHRASE, CorrectionKind.REMOVE_HALF_PHRASE):
        return Correction(CorrectionKind.COUNT_ONE_FROM, float(grid.beat_times_s[new[0]]))
    if correction.kind in TIMED:
        return correction
    return Correction(CorrectionKind.COUNT_ONE_HERE, float(grid.beat_times_s[new[len(new) // 2]]))


def recount(grid: BeatGrid, count1_beats: IntArray) -> BeatGrid:
    """Return the canonical grid with these count 1s: phrases longer than eight beats restart, bars follow.

    Beats that the grid does not have are dropped; a grid without any count 1 counts from its first beat.
    """
    n = len(grid.beat_times_s)
    anchors = np.unique(count1_beats[(count1_beats >= 0) & (count1_beats < n)])
    anchors = anchors if len(anchors) else np.array([0])
    edges = np.concatenate([[anchors[0] % COUNTS_PER_PHRASE - COUNTS_PER_PHRASE], anchors, [n]])
    count1 = _every(COUNTS_PER_PHRASE, edges, n)
    first_bar = count1[0] - COUNTS_PER_PHRASE
    downbeats = _every(COUNTS_PER_BAR, np.concatenate([[first_bar], count1, [n]]), n)
    return replace(grid, count1_beats=count1, downbeat_beats=downbeats)


def _every(step: int, edges: IntArray, n: int) -> IntArray:
    """Return the beats at each edge and every `step` from it up to the next edge, those within 0..n-1."""
    beats = np.concatenate([np.arange(first, stop, step) for first, stop in itertools.pairwise(edges)])
    return beats[(beats >= 0) & (beats < n)].astype(np.int64)


def _shift(grid: BeatGrid, correction: Correction) -> BeatGrid:
    return recount(grid, grid.count1_beats + (correction.beats or 0))


def _swap(grid: BeatGrid, _: Correction) -> BeatGrid:
    """Shift towards the middle of the first phrase, so that a second swap brings back the first grid."""
    later = grid.count1_beats[0] < COUNTS_PER_BAR
    return recount(grid, grid.count1_beats + (COUNTS_PER_BAR if later else -COUNTS_PER_BAR))


def _count_one_here(grid: BeatGrid, correction: Correction) -> BeatGrid:
    beat = _nearest_beat(grid, correction)
    return recount(grid, grid.count1_beats + beat - _nearest(grid.count1_beats, beat))


def _count_one_from(grid: BeatGrid, correction: Correction) -> BeatGrid:
    beat = _nearest_beat(grid, correction)
    count1 = grid.count1_beats
    turned = count1 + beat - _nearest(count1, beat)
    kept = list(count1[count1 < beat])
    # A count 1 just ahead of the new one goes: two phrases of less than eight beats become one.
    while kept and (beat - kept[-1] < COUNTS_PER_BAR or (len(kept) > 1 and beat - kept[-2] <= COUNTS_PER_PHRASE)):
        kept.pop()
    return recount(grid, np.concatenate([kept, turned[turned >= beat]]).astype(np.int64))


def _insert_half_phrase(grid: BeatGrid, correction: Correction) -> BeatGrid:
    bar = _nearest(grid.downbeat_beats, _nearest_beat(grid, correction))
    count1 = grid.count1_beats
    return recount(grid, np.concatenate([count1[count1 < bar], [bar], count1[count1 >= bar] + COUNTS_PER_BAR]))


def _remove_half_phrase(grid: BeatGrid, correction: Correction) -> BeatGrid:
    beat, count1 = _nearest_beat(grid, correction), grid.count1_beats
    halves = count1[:-1][np.diff(count1) < COUNTS_PER_PHRASE]
    near = halves[np.abs(halves - beat) <= HALF_PHRASE_REACH_BEATS]
    if len(near) == 0:
        raise CorrectionError("There is no half phrase near that time.")
    half = _nearest(near, beat)
    length = int(count1[count1 > half][0]) - half
    later = count1[count1 > half + length] - length
    return recount(grid, np.concatenate([count1[count1 <= half], later]))


def _nudge(grid: BeatGrid, correction: Correction) -> BeatGrid:
    times_s = grid.beat_times_s + (correction.offset_ms or 0.0) / 1000
    if times_s[0] < 0:
        raise CorrectionError("That would put the first beat ahead of the song.")
    return replace(grid, beat_times_s=times_s)


def _half_tempo(grid: BeatGrid, _: Correction) -> BeatGrid:
    """Keep counts 1, 3, 5 and 7: two phrases become one."""
    kept = np.flatnonzero(grid.counts() % 2 == 1)
    count1 = np.searchsorted(kept, grid.count1_beats)[::2]
    _check_tempo(grid.tempo_bpm / 2)
    halved = replace(grid, tempo_bpm=grid.tempo_bpm / 2, beat_times_s=grid.beat_times_s[kept])
    return recount(halved, count1)


def _double_tempo(grid: BeatGrid, _: Correction) -> BeatGrid:
    """Add a beat between each two: a phrase becomes two."""
    _check_tempo(2 * grid.tempo_bpm)
    times_s = grid.beat_times_s
    halves_s = np.append(times_s[:-1] + np.diff(times_s) / 2, times_s[-1] + (times_s[-1] - times_s[-2]) / 2)
    doubled_s = np.stack([times_s, halves_s], axis=1).ravel()
    doubled = replace(grid, tempo_bpm=2 * grid.tempo_bpm, beat_times_s=doubled_s)
    return recount(doubled, 2 * grid.downbeat_beats)


def _check_tempo(bpm: float) -> None:
    low, high = TEMPO_RANGE_BPM
    if not low <= bpm <= high:
        raise CorrectionError(f"That would be {bpm:.0f} beats per minute; {low:.0f} to {high:.0f} can be counted.")


def _nearest_beat(grid: BeatGrid, correction: Correction) -> int:
    return int(np.abs(grid.beat_times_s - (correction.time_s or 0)).argmin())


def _nearest(beats: IntArray, beat: int) -> int:
    return int(beats[np.abs(beats - beat).argmin()])


_STEPS: dict[CorrectionKind, Callable[[BeatGrid, Correction], BeatGrid]] = {
    CorrectionKind.SHIFT_BEATS: _shift,
    CorrectionKind.HALF_TEMPO: _half_tempo,
    CorrectionKind.DOUBLE_TEMPO: _double_tempo,
    CorrectionKind.SWAP_ONE_AND_FIVE: _swap,
    CorrectionKind.COUNT_ONE_HERE: _count_one_here,
    CorrectionKind.COUNT_ONE_FROM: _count_one_from,
    CorrectionKind.INSERT_HALF_PHRASE: _insert_half_phrase,
    CorrectionKind.REMOVE_HALF_PHRASE: _remove_half_phrase,
    CorrectionKind.NUDGE: _nudge,
}


def correction_to_dict(correction: Correction) -> dict[str, str | float | int]:
    """Return the correction as plain JSON values, without what its kind does not take."""
    values = {name: getattr(correction, name) for name in ("time_s", "beats", "offset_ms")}
    values = {"kind": correction.kind.value, **values}
    return {name: value for name, value in values.items() if value is not None}


def correction_from_dict(document: object) -> Correction:
    """Return the correction that a JSON object names; raise CorrectionError for anything else."""
    if not isinstance(document, dict) or not set(document) <= {"kind", "time_s", "beats", "offset_ms"}:
        raise CorrectionError("A correction has a kind and, where it needs them, a time_s, beats or offset_ms.")
    kind, beats = document.get("kind"), document.get("beats")
    if kind not in list(CorrectionKind):
        raise CorrectionError("This kind of correction is not known.")
    if not (beats is None or (isinstance(beats, int) and not isinstance(beats, bool))):
        raise CorrectionError("The beats of a correction are a whole number.")
    time_s, offset_ms = _number(document, "time_s"), _number(document, "offset_ms")
    return Correction(CorrectionKind(kind), time_s, beats, offset_ms)


def _number(document: dict[str, object], name: str) -> float | None:
    value = document.get(name)
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise CorrectionError(f"The {name} of a correction is a number.")
    return float(value)
