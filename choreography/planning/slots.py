"""The song as the choreographer sees it: slots of half a phrase, and the runs of slots that one move may fill."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from ai_services.vocabulary import COUNTS_PER_BAR, COUNTS_PER_PHRASE, SectionLabel
from choreography.blueprint.counts import MIN_SLOT_BEATS
from choreography.planning.errors import SongTooShortError
from choreography.planning.inputs import FloatArray, IntArray
from video_processing.music.corrections import Correction, CorrectionKind, correct
from video_processing.music.grid import SongAnalysis
from video_processing.music.recounting import recounted

MAX_RUN_BEATS = 32
"""The longest a move stays: four phrases."""


FIVE = COUNTS_PER_BAR + 1
"""The count on which the second half of a phrase begins."""


@dataclass(frozen=True)
class Slot:
    """Half a phrase of the song, from a count 1 or 5 on; what is too short for a slot lengthens the one before."""

    first_beat: int
    beats: int
    count: int
    """1 or 5: of its first beat."""
    last: bool
    """The count begins anew behind it: with the next phrase, or sooner than eight counts after a half phrase."""
    whole: bool
    """Its phrase has eight counts, so a move may go on behind it."""
    section: int | None
    """Index of the section it lies in."""
    label: SectionLabel | None
    energy: float
    """Loudness of the phrase against the song's phrases: z-score, -2.5..2."""
    in_break: bool
    """At least half of its beats are silent."""

    @property
    def end_beat(self) -> int:
        """Return the beat on which the next slot begins."""
        return self.first_beat + self.beats


@dataclass(frozen=True)
class Run:
    """Neighbouring slots that one move fills: `first_slot` up to, not including, `end_slot`."""

    first_slot: int
    end_slot: int
    first_beat: int
    beats: int

    @property
    def phrases(self) -> float:
        """Return its length in phrases of eight counts."""
        return self.beats / COUNTS_PER_PHRASE


def heard(song: SongAnalysis, duration_s: float, *, half_time: bool = False) -> SongAnalysis:
    """Return the song without beats behind its end: its file may last a little less than what was analysed.

    In half time the dance takes one count for every two of the song.
    """
    if half_time:
        song = recounted(song, correct(song.grid, Correction(CorrectionKind.HALF_TEMPO)))
    n_beats = int(np.searchsorted(song.grid.beat_times_s, duration_s, side="right"))
    if n_beats == len(song.grid.beat_times_s):
        return song
    grid = replace(
        song.grid,
        beat_times_s=song.grid.beat_times_s[:n_beats],
        downbeat_beats=song.grid.downbeat_beats[song.grid.downbeat_beats < n_beats],
        count1_beats=song.grid.count1_beats[song.grid.count1_beats < n_beats],
    )
    return replace(song, grid=grid)


def slots_of(song: SongAnalysis, duration_s: float | None = None) -> tuple[Slot, ...]:
    """Return the slots from the first count 1 to the last whole phrase, without gaps.

    A phrase makes two slots. A remainder of four beats or more (a half phrase) is a slot of its own; a shorter one
    joins the slot before. With `duration_s` the dance ends with the phrase that ends nearest to it. Raises
    `SongTooShortError` where no phrase fits.
    """
    bounds = _bounds(song.grid.count1_beats, len(song.grid.beat_times_s) - 1)
    if len(bounds) < 2:
        raise SongTooShortError("The song is too short: it has no whole phrase of eight counts to dance.")
    if duration_s is not None:
        ends_s = song.grid.beat_times_s[bounds[1:]]
        bounds = bounds[: int(np.argmin(np.abs(ends_s - duration_s))) + 2]
    energies = _phrase_energies(song)
    return tuple(slot for first, end in pairwise(bounds) for slot in _slots_of_phrase(song, first, end, energies))


def runs_of(slots: tuple[Slot, ...]) -> tuple[tuple[Run, ...], ...]:
    """Return for each slot the runs that begin there.

    A move lasts a phrase or more; only a half phrase that stands alone gets a shorter one. All slots of a run but the
    last belong to whole phrases: then the counts of the clip and of the song agree from the first beat to the last.
    """
    return tuple(tuple(_runs_from(slots, first)) for first in range(len(slots)))


def twins_of(slots: tuple[Slot, ...]) -> IntArray:
    """Return for each slot the one before it in which a part of the same name was as far on, -1 where there is none.

    Shape (n_slots,).
    """
    twins = np.full(len(slots), -1, dtype=np.int64)
    latest: dict[tuple[SectionLabel, int], int] = {}
    start = 0
    for number, slot in enumerate(slots):
        if number and slot.section != slots[number - 1].section:
            start = number
        if slot.label is not None:
            twins[number] = latest.get((slot.label, number - start), -1)
            latest[slot.label, number - start] = number
    return twins


def _runs_from(slots: tuple[Slot, ...], first: int) -> list[Run]:
    runs: list[Run] = []
    beats = 0
    for end, slot in enumerate(slots[first:], first + 1):
        beats += slot.beats
        if beats > MAX_RUN_BEATS and runs:
            break
        alone = slot.last and slots[first].count == 1
        if beats >= COUNTS_PER_PHRASE or alone:
            runs.append(Run(first, end, slots[first].first_beat, beats))
        if slot.last and not slot.whole:
            break
    return runs


def _bounds(count1_beats: IntArray, last_beat: int) -> list[int]:
    """Return the beats at which slots begin, and the end of the last."""
    ones = [int(beat) for beat in count1_beats if beat <= last_beat]
    if not ones:
        return []
    bounds: list[int] = []
    for start, end in pairwise(ones):
        starts = list(range(start, end, COUNTS_PER_PHRASE))
        bounds += starts if end - starts[-1] >= MIN_SLOT_BEATS else starts[:-1]
    bounds += range(ones[-1], last_beat + 1, COUNTS_PER_PHRASE)
    return [*bounds, last_beat] if last_beat - bounds[-1] >= MIN_SLOT_BEATS else bounds


def _phrase_energies(song: SongAnalysis) -> FloatArray:
    """Return the z-scored loudness of each phrase, clipped to -2.5..2 against silent breaks."""
    level_db = song.phrase_energy_db
    heard = level_db[np.isfinite(level_db)]
    if len(heard) == 0:
        return np.zeros(len(level_db))
    level_db = np.where(np.isfinite(level_db), level_db, heard.min())
    spread = level_db.std()
    return np.clip((level_db - level_db.mean()) / spread, -2.5, 2.0) if spread > 0 else np.zeros(len(level_db))


def _slots_of_phrase(song: SongAnalysis, first: int, end: int, energies: FloatArray) -> list[Slot]:
    middle = first + COUNTS_PER_BAR
    ones = song.grid.count1_beats
    in_step = not ((ones > first) & (ones < end)).any()  # else it swallowed phrases too short to dance
    edges = [first, middle, end] if in_step and end - middle >= MIN_SLOT_BEATS else [first, end]
    whole = in_step and end - first == COUNTS_PER_PHRASE
    return [
        _slot(song, start, stop, energies, count=1 if start == first else FIVE, last=stop == end, whole=whole)
        for start, stop in pairwise(edges)
    ]


def _slot(
    song: SongAnalysis, first: int, end: int, energies: FloatArray, *, count: int, last: bool, whole: bool
) -> Slot:
    phrase = int(np.searchsorted(song.grid.count1_beats, first, side="right")) - 1
    middle_s = (song.grid.beat_times_s[first] + song.grid.beat_times_s[end]) / 2
    section = next((i for i, part in enumerate(song.sections) if part.start_s <= middle_s < part.end_s), None)
    silent = int(np.count_nonzero((song.break_beats >= first) & (song.break_beats < end)))
    return Slot(
        first_beat=first,
        beats=end - first,
        count=count,
        last=last,
        whole=whole,
        section=section,
        label=None if section is None else song.sections[section].label,
        energy=float(energies[phrase]) if phrase < len(energies) else 0.0,
        in_break=2 * silent >= end - first,
    )
