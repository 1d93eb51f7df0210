"""Melodies that belong to a song: a theme for each kind of section, in phrases that call and answer.

Four phrases make a theme: call, answer, call again, close. The rhythm of a phrase is one of a few cells; its pitches
walk by step along the scale that fits the chord, and land on the chord where the bar is strong or the note is long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ai_services.vocabulary import COUNTS_PER_PHRASE, SectionLabel
from video_processing.demo.songs.harmony import Key, nearest_pitch, pitches_between, scale_over
from video_processing.demo.songs.notes import Note
from video_processing.demo.songs.spec import Part
from video_processing.demo.songs.timeline import Bar

Cell = tuple[float, ...]
"""Onsets within a phrase, in beats 0..8."""

_VERSE_CALLS: tuple[Cell, ...] = (
    (0.5, 1, 1.5, 2, 3, 3.5, 5, 5.5),
    (0, 1.5, 2, 2.5, 3.5, 4, 5),
    (0.5, 1, 1.5, 2.5, 3, 3.5, 4.5, 5),
)
_VERSE_ANSWERS: tuple[Cell, ...] = ((0.5, 1, 1.5, 2, 3.5, 4), (0, 1, 1.5, 2.5, 3, 4), (0.5, 1.5, 2, 3, 3.5, 4.5))
_CHORUS_CALLS: tuple[Cell, ...] = (
    (0, 1.5, 2, 3, 3.5, 5, 5.5, 6),
    (0, 1, 2, 2.5, 3.5, 4.5, 5, 6),
    (0, 1.5, 2.5, 3, 4, 5.5, 6),
)
_CHORUS_ANSWERS: tuple[Cell, ...] = ((0, 1, 1.5, 2.5, 3, 4), (0, 1.5, 2, 3, 4, 4.5), (0, 0.5, 1.5, 2.5, 4))
_THEME_CALLS: tuple[Cell, ...] = (
    (0, 0.5, 1, 1.5, 2, 3, 3.5, 4, 5, 5.5, 6, 7),
    (0, 1, 1.5, 2, 2.5, 3.5, 4, 5, 5.5, 6, 6.5),
)
_THEME_ANSWERS: tuple[Cell, ...] = ((0, 0.5, 1.5, 2, 3, 4, 4.5, 5, 6), (0, 1, 1.5, 2, 3, 3.5, 4, 5.5, 6))
_MAMBO_CALLS: tuple[Cell, ...] = (
    (0, 0.5, 0.75, 1, 1.5, 2, 2.5, 2.75, 3, 3.5, 4, 4.5, 4.75, 5, 5.5, 6, 7),
    (0, 0.5, 1, 1.25, 1.5, 2, 3, 3.5, 4, 4.5, 5, 5.25, 5.5, 6, 6.5, 7),
)
_MAMBO_ANSWERS: tuple[Cell, ...] = (
    (0, 0.5, 1, 1.5, 2, 2.25, 2.5, 3, 4, 4.5, 5, 6),
    (0, 1, 1.5, 2, 2.5, 3, 4, 5, 5.5, 6),
)
_FILL: Cell = (5.5, 6, 6.25, 6.5, 7, 7.5)
"""The guitar answers the singer at the end of a phrase."""

_LONGEST_BEATS = 2.25
_SECOND_REQUINTO_GAIN = 0.5


@dataclass(frozen=True)
class Singer:
    """Who carries a melody, and where it is comfortable."""

    part: Part
    low: int
    high: int
    gain: float
    latest_s: float
    """A singer enters up to this far behind the beat; a guitarist does not."""


VOICE = Singer(Part.VOICE, 58, 76, 1.0, 0.06)
LEAD = Singer(Part.LEAD, 64, 83, 1.0, 0.0)


@dataclass(frozen=True)
class Theme:
    """The cells of a kind of section."""

    singer: Singer
    calls: tuple[Cell, ...]
    answers: tuple[Cell, ...]
    lift: int = 0
    """Semitones above the middle of the range at which its phrases open."""


_THEMES = {
    SectionLabel.INTRO: Theme(LEAD, _THEME_CALLS, _THEME_ANSWERS),
    SectionLabel.VERSE: Theme(VOICE, _VERSE_CALLS, _VERSE_ANSWERS),
    SectionLabel.CHORUS: Theme(VOICE, _CHORUS_CALLS, _CHORUS_ANSWERS, lift=4),
    SectionLabel.MAMBO: Theme(LEAD, _MAMBO_CALLS, _MAMBO_ANSWERS, lift=2),
    SectionLabel.OUTRO: Theme(LEAD, _THEME_CALLS, _THEME_ANSWERS),
}
_THEME_NUMBER = {label: number for number, label in enumerate(SectionLabel)} | {SectionLabel.OUTRO: 0}
"""The outro plays the intro's theme."""


def melodies(bars: Sequence[Bar], key: Key, seed: int) -> list[Note]:
    """Return the song's melodies: the same theme whenever a kind of section comes back, thirds in the lead, fills."""
    notes: list[Note] = []
    for call, rest in _phrases(bars):
        theme = _THEMES[call.label]
        sung = _phrase(theme, call, rest, key, seed)
        notes += sung
        if theme.singer is LEAD:
            notes += _in_thirds(sung, call, rest, key, Part.LEAD, _SECOND_REQUINTO_GAIN)
        elif call.label is SectionLabel.CHORUS:
            notes += _in_thirds(sung, call, rest, key, Part.CORO, 1.0)
        if theme.singer is VOICE and call.phrase % 2 == 1:
            notes += _line(LEAD, _FILL, (call, rest), key, np.random.default_rng([seed, 99, call.section, call.phrase]))
    return notes


def _phrases(bars: Sequence[Bar]) -> list[tuple[Bar, Bar]]:
    """Return the two bars of each phrase; an inserted half phrase has none and is left to the band."""
    return [(first, second) for first, second in pairwise(bars) if first.place % 2 == 0 and second.place % 2 == 1]


def _phrase(theme: Theme, call: Bar, rest: Bar, key: Key, seed: int) -> list[Note]:
    """Phrases 0 and 2 of each four are the same call; 1 is the answer, 3 the close."""
    role = {0: 0, 1: 1, 2: 0, 3: 2}[call.phrase % 4]
    rng = np.random.default_rng([seed, _THEME_NUMBER[call.label], role])
    cells = theme.calls if role == 0 else theme.answers
    return _line(theme.singer, cells[rng.integers(len(cells))], (call, rest), key, rng, theme.lift)


def _line(
    singer: Singer, cell: Cell, bars: tuple[Bar, Bar], key: Key, rng: np.random.Generator, lift: int = 0
) -> list[Note]:
    """Lay pitches on a cell, from a chord tone near the middle of the range, in a direction that turns now and then."""
    first_beat = bars[0].first_beat
    middle = (singer.low + singer.high) / 2
    pitch = nearest_pitch(bars[0].chord.classes, middle + lift + rng.uniform(-3, 3), singer.low, singer.high)
    direction = int(rng.choice([-1, 1]))
    notes: list[Note] = []
    for at, until in pairwise([*cell, float(COUNTS_PER_PHRASE)]):
        bar = bars[int(at >= 4)]
        if notes:
            strays = (pitch - middle) * direction > 5
            direction = -direction if rng.random() < (0.6 if strays else 0.25) else direction
            pitch = _next_pitch(pitch, direction, at, until, bar, key, singer, rng)
        length = min(until - at, _LONGEST_BEATS)
        accent = 1.0 if at % 1 == 0 else 0.88
        late_s = float(rng.uniform(0.0, singer.latest_s))
        notes.append(Note(singer.part, first_beat + at, pitch, singer.gain * accent, length, late_s))
    return notes


def _next_pitch(
    pitch: int, direction: int, at: float, until: float, bar: Bar, key: Key, singer: Singer, rng: np.random.Generator
) -> int:
    """Return the note after `pitch`; long notes and those on 1, 3, 5 and 7 belong to the chord."""
    if pitch > singer.high - 3:
        direction = -1
    elif pitch < singer.low + 3:
        direction = 1
    if at % 2 == 0 or until - at >= 1.5:
        return nearest_pitch(bar.chord.classes, pitch + 1.5 * direction, singer.low, singer.high)
    if rng.random() < 0.14:
        return pitch
    scale = pitches_between(scale_over(bar.chord, key), singer.low, singer.high)
    ahead = [step for step in scale if (step - pitch) * direction > 0]
    return min(ahead, key=lambda step: abs(step - pitch)) if ahead else pitch


def _in_thirds(sung: Sequence[Note], call: Bar, rest: Bar, key: Key, part: Part, share: float) -> list[Note]:
    """Return a second part a third below a melody, as two requintos play and a coro sings."""
    notes: list[Note] = []
    for note in sung:
        bar = call if note.beat < rest.first_beat else rest
        scale = pitches_between(scale_over(bar.chord, key), note.tone - 12, note.tone - 1)
        notes.append(Note(part, note.beat, scale[-2], share * note.gain, note.length_beats, note.late_s))
    return notes
