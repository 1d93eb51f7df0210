"""The two accompanying guitars: the requinto's arpeggio in eighths and the segunda's short chords."""

from collections.abc import Sequence

import numpy as np

from ai_services.vocabulary import SectionLabel
from video_processing.demo.songs.harmony import pitches_between
from video_processing.demo.songs.notes import Note
from video_processing.demo.songs.spec import Part
from video_processing.demo.songs.timeline import Bar

_ARPEGGIOS = (
    (0, 2, 1, 3, 2, 1, 3, 2),
    (0, 1, 2, 3, 1, 2, 3, 2),
    (3, 2, 1, 2, 3, 1, 2, 1),
    (0, 3, 2, 1, 3, 2, 1, 2),
)
"""Strings, low to high, on the eighths of a bar."""
_ACCENTS = (1.0, 0.62, 0.76, 0.62, 0.92, 0.62, 0.84, 0.66)
_REQUINTO_LOW, _REQUINTO_HIGH = 55, 79

_STRUMS = {
    False: ((0.0, 0.75), (1.0, 0.62), (1.5, 0.42), (2.0, 0.72), (3.0, 0.78), (3.5, 0.42)),
    True: ((0.0, 0.8), (0.5, 0.34), (1.0, 0.66), (1.5, 0.46), (2.0, 0.78), (2.5, 0.34), (3.0, 0.8), (3.5, 0.46)),
}
"""Place in the bar and gain of a strum, quiet sections and lively ones."""
_SEGUNDA_LOW, _SEGUNDA_HIGH = 48, 66
_LIVELY_GAIN = 1.25
_STRING_GAP_S = 0.006


def requinto(bars: Sequence[Bar], rng: np.random.Generator) -> list[Note]:
    """Return the arpeggio: a pattern for the quiet sections, another for the lively; a verse leaves out half its 1s."""
    quiet, lively = (_ARPEGGIOS[index] for index in rng.permutation(len(_ARPEGGIOS))[:2])
    notes: list[Note] = []
    for bar in bars:
        strings = pitches_between(bar.chord.classes, _REQUINTO_LOW, _REQUINTO_HIGH)[1:5]
        pattern = lively if bar.label in (SectionLabel.CHORUS, SectionLabel.MAMBO) else quiet
        rests_on_one = bar.label is SectionLabel.VERSE and rng.random() < 0.5
        for eighth, string in enumerate(pattern):
            if eighth == 0 and rests_on_one:
                continue
            gain = _ACCENTS[eighth] * rng.uniform(0.9, 1.05)
            notes.append(Note(Part.REQUINTO, bar.first_beat + eighth / 2, strings[string], gain, 1.5))
    return notes


def segunda(bars: Sequence[Bar], rng: np.random.Generator) -> list[Note]:
    """Return damped chords, the strings a few milliseconds apart, down on the beat and up between."""
    notes: list[Note] = []
    for bar in bars:
        strings = pitches_between(bar.chord.classes, _SEGUNDA_LOW, _SEGUNDA_HIGH)[:4]
        lively = bar.label in (SectionLabel.CHORUS, SectionLabel.MAMBO)
        for at, gain in _STRUMS[lively]:
            order = strings if at % 1 == 0 else strings[:0:-1]
            level = gain * (_LIVELY_GAIN if lively else 1.0) * rng.uniform(0.9, 1.05)
            notes += [
                Note(Part.SEGUNDA, bar.first_beat + at, pitch, level, 0.42, late_s=i * _STRING_GAP_S)
                for i, pitch in enumerate(order)
            ]
    return notes
