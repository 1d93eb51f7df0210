"""When each beat of a song falls, and which bar, chord and section it belongs to."""

from dataclasses import dataclass

import numpy as np

from ai_services.vocabulary import COUNTS_PER_BAR, SectionLabel
from video_processing.demo.songs.harmony import Chord, chord_of
from video_processing.demo.songs.spec import Ending, SectionPlan, SongSpec
from video_processing.demo.songs.truth import SongTruth, TrueSection
from video_processing.music.grid import BeatGrid, FloatArray

_SWAYS = 6
"""Rubato slows and hurries this often over a song."""


@dataclass(frozen=True)
class Bar:
    """Four beats on one chord."""

    first_beat: int
    chord: Chord
    label: SectionLabel
    section: int
    place: int
    """Bars of the section ahead of this one; an even place opens a phrase (count 1)."""
    bars_left: int
    """Bars of the section after this one."""
    ending: Ending
    """PLAIN but in the last bar of a section."""

    @property
    def phrase(self) -> int:
        """Return the phrases of the section ahead of this bar."""
        return self.place // 2

    @property
    def break_beats(self) -> tuple[int, ...]:
        """Return the beats of this bar on which nobody plays."""
        return (self.first_beat + 1, self.first_beat + 2) if self.ending is Ending.BREAK else ()


def beat_times_s(spec: SongSpec) -> FloatArray:
    """Return the time of each beat, shape (n_beats,).

    Beat k lasts 60 / (bpm (1 + drift k/n + rubato sin(12 pi k/n))) seconds.
    """
    share = np.arange(spec.n_beats - 1) / spec.n_beats
    tempo_bpm = spec.tempo_bpm * (1 + spec.drift * share + spec.rubato * np.sin(2 * np.pi * _SWAYS * share))
    return spec.lead_in_s + np.concatenate([[0.0], np.cumsum(60.0 / tempo_bpm)])


def bars_of(spec: SongSpec) -> tuple[Bar, ...]:
    """Return every bar of the form in order."""
    bars: list[Bar] = []
    for section, plan in enumerate(spec.form):
        bars += _bars_of_section(spec, section, plan, len(bars) * COUNTS_PER_BAR)
    return tuple(bars)


def _bars_of_section(spec: SongSpec, section: int, plan: SectionPlan, first_beat: int) -> list[Bar]:
    chords = [chord_of(numeral, spec.key) for numeral in spec.harmony.of(plan.label).split()]
    return [
        Bar(
            first_beat=first_beat + place * COUNTS_PER_BAR,
            chord=chords[place % len(chords)],
            label=plan.label,
            section=section,
            place=place,
            bars_left=plan.n_bars - 1 - place,
            ending=plan.ending if place == plan.n_bars - 1 else Ending.PLAIN,
        )
        for place in range(plan.n_bars)
    ]


def truth_of(spec: SongSpec, duration_s: float) -> SongTruth:
    """Return the truth of a song; `duration_s` is the length of its rendered sound."""
    times_s = beat_times_s(spec)
    bars = bars_of(spec)
    last_stroke = [len(times_s) - 1] if spec.form[-1].ending is Ending.FINAL else []
    downbeats = np.array([bar.first_beat for bar in bars] + last_stroke, dtype=np.int64)
    count1 = np.array([bar.first_beat for bar in bars if bar.place % 2 == 0] + last_stroke, dtype=np.int64)
    tempo_bpm = 60.0 / float(np.median(np.diff(times_s)))
    return SongTruth(
        title=spec.title,
        artist=spec.artist,
        duration_s=duration_s,
        tempo_bpm=tempo_bpm,
        key=str(spec.key),
        beat_times_s=times_s,
        downbeat_beats=downbeats,
        count1_beats=count1,
        counts=BeatGrid(tempo_bpm, times_s, downbeats, count1).counts(),
        break_beats=np.array([beat for bar in bars for beat in bar.break_beats], dtype=np.int64),
        sections=_true_sections(spec, times_s),
    )


def _true_sections(spec: SongSpec, times_s: FloatArray) -> tuple[TrueSection, ...]:
    """Without a final stroke the last section ends one beat after its last beat."""
    after_last_s = 2 * times_s[-1] - times_s[-2]
    edges_s = np.concatenate([times_s, [after_last_s]])
    edges = np.concatenate([[0], np.cumsum([plan.n_beats for plan in spec.form])])
    return tuple(
        TrueSection(plan.label, float(edges_s[start]), float(edges_s[end]))
        for plan, start, end in zip(spec.form, edges[:-1], edges[1:], strict=True)
    )
