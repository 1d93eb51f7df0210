"""Bass, bongo and guira of bachata: bass on 1, 2&, 3 and 4, martillo of the bongo, guira on every beat."""

from collections.abc import Sequence

import numpy as np

from ai_services.vocabulary import SectionLabel
from video_processing.demo.songs.harmony import Key, nearest_pitch, pitches_between, scale_over
from video_processing.demo.songs.notes import Note, Stroke
from video_processing.demo.songs.spec import Ending, Part
from video_processing.demo.songs.timeline import Bar

_BASS_LOW, _BASS_HIGH = 31, 45
"""G1 to A2: lower notes vanish in small loudspeakers."""

_MARTILLO = (
    (0.0, Stroke.MACHO, 0.90),
    (0.5, Stroke.MACHO, 0.34),
    (1.0, Stroke.MACHO, 0.55),
    (1.5, Stroke.MACHO, 0.40),
    (2.0, Stroke.MACHO, 0.75),
    (2.5, Stroke.MACHO, 0.34),
    (3.0, Stroke.HEMBRA, 1.15),
    (3.5, Stroke.HEMBRA, 0.60),
)
_BELL_GAINS = (0.50, 0.26, 0.38, 0.26)
_QUIET_GUIRA = 0.8
_LIVELY = (SectionLabel.CHORUS, SectionLabel.MAMBO)


def bass_line(bars: Sequence[Bar], key: Key) -> list[Note]:
    """Return the bass: root on 1, fifth on 2& and 3, root on 4, or a step towards the next root at a phrase's end."""
    notes: list[Note] = []
    for bar, following in zip(bars, [*bars[1:], bars[-1]], strict=True):
        root = nearest_pitch((bar.chord.root_class,), 37, _BASS_LOW, _BASS_HIGH)
        fifth = nearest_pitch((bar.chord.fifth_class,), root + 3, _BASS_LOW, _BASS_HIGH)
        target = nearest_pitch((following.chord.root_class,), root, _BASS_LOW, _BASS_HIGH)
        last = _approach(root, target, scale_over(following.chord, key)) if bar.bars_left % 2 == 0 else root
        line = [(0.0, root, 1.0, 1.35), (1.5, fifth, 0.62, 0.45), (2.0, fifth, 0.74, 0.9), (3.0, last, 0.92, 0.9)]
        if bar.label is SectionLabel.MAMBO:
            line = [(0.0, root, 1.0, 0.9), (1.0, root, 0.5, 0.45), (1.5, fifth, 0.62, 0.45), *line[2:]]
        notes += [Note(Part.BASS, bar.first_beat + at, pitch, gain, length) for at, pitch, gain, length in line]
    return notes


def _approach(root: int, target: int, scale: frozenset[int]) -> int:
    """Return the step of the scale next to the target on the root's side; the root if there is none between."""
    low, high = (root, target - 1) if root < target else (target + 1, root)
    between = pitches_between(scale, low, high)
    return min(between, key=lambda pitch: abs(pitch - target)) if between else root


def bongo(bars: Sequence[Bar], rng: np.random.Generator) -> list[Note]:
    """Return the martillo, a bell over it in the mambo, and a roll in sixteenths where a section ends."""
    notes: list[Note] = []
    for bar in bars:
        rolls = bar.ending in (Ending.FILL, Ending.FINAL)
        notes += [
            Note(Part.BONGO, bar.first_beat + at, stroke, gain * rng.uniform(0.9, 1.08))
            for at, stroke, gain in _MARTILLO
            if not (rolls and at >= 2)
        ]
        if rolls:
            notes += _roll(bar.first_beat + 2, 8, rng)
        if bar.ending is Ending.BREAK:
            notes += _roll(bar.first_beat + 3, 4, rng)
        if bar.label is SectionLabel.MAMBO:
            notes += [
                Note(Part.BONGO, bar.first_beat + beat, Stroke.BELL, gain) for beat, gain in enumerate(_BELL_GAINS)
            ]
    return notes


def _roll(first_beat: float, n_strokes: int, rng: np.random.Generator) -> list[Note]:
    """Strokes of a sixteenth that swell into the next section."""
    swell = np.linspace(0.55, 1.1, n_strokes)
    return [
        Note(
            Part.BONGO,
            first_beat + i / 4,
            Stroke.HEMBRA if i % 4 == 3 or rng.random() < 0.2 else Stroke.MACHO,
            float(swell[i]) * (1.0 if i % 4 == 0 else 0.7),
        )
        for i in range(n_strokes)
    ]


def guira(bars: Sequence[Bar], rng: np.random.Generator) -> list[Note]:
    """Return a scrape on every beat and ticks between: one in the quiet sections, two sixteenths in the lively ones."""
    notes: list[Note] = []
    for bar in bars:
        lively = bar.label in _LIVELY
        for beat in range(4):
            accent = (1.0, 0.86, 1.05, 0.9)[beat]
            ticks = ((0.5, 0.34), (0.75, 0.44)) if lively else ((0.5, 0.36),)
            strokes = [(0.0, Stroke.SCRAPE, accent), *((at, Stroke.TICK, gain) for at, gain in ticks)]
            notes += [
                Note(
                    Part.GUIRA,
                    bar.first_beat + beat + at,
                    stroke,
                    gain * (1.0 if lively else _QUIET_GUIRA) * rng.uniform(0.88, 1.08),
                )
                for at, stroke, gain in strokes
            ]
    return notes
