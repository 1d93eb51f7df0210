"""Keys, chords and scales as pitch classes (0 = C) and MIDI pitches (60 = middle C, 69 = 440 Hz)."""

import math
from dataclasses import dataclass
from enum import StrEnum

OCTAVE = 12
_NOTE_NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii")


class Mode(StrEnum):
    """The two families of keys that bachata is written in."""

    MINOR = "minor"
    MAJOR = "major"


_SCALE_STEPS = {Mode.MINOR: (0, 2, 3, 5, 7, 8, 10), Mode.MAJOR: (0, 2, 4, 5, 7, 9, 11)}


@dataclass(frozen=True)
class Key:
    """A tonic and a mode, such as A minor."""

    tonic: str
    mode: Mode

    @property
    def tonic_class(self) -> int:
        """Return the pitch class of the tonic, 0..11."""
        return _NOTE_NAMES.index(self.tonic)

    @property
    def scale_classes(self) -> frozenset[int]:
        """Return the seven pitch classes of the key (natural minor or major)."""
        return frozenset((self.tonic_class + step) % OCTAVE for step in _SCALE_STEPS[self.mode])

    def __str__(self) -> str:
        return f"{self.tonic} {self.mode}"


@dataclass(frozen=True)
class Chord:
    """A chord by its pitch classes, root first."""

    classes: tuple[int, ...]

    @property
    def root_class(self) -> int:
        """Return the pitch class of the root."""
        return self.classes[0]

    @property
    def fifth_class(self) -> int:
        """Return the pitch class of the fifth."""
        return self.classes[2]


def chord_of(numeral: str, key: Key) -> Chord:
    """Return the chord that a Roman numeral names in a key: `V7` in A minor is E G# B D."""
    bare = numeral.removesuffix("7")
    root = key.tonic_class + _SCALE_STEPS[key.mode][_NUMERALS.index(bare.lower())]
    third = 3 if bare.islower() else 4
    steps = (0, third, 7, 10) if numeral.endswith("7") else (0, third, 7)
    return Chord(tuple((root + step) % OCTAVE for step in steps))


def tonic_chord(key: Key) -> Chord:
    """Return the chord on which the key is at rest."""
    return chord_of("i" if key.mode is Mode.MINOR else "I", key)


def scale_over(chord: Chord, key: Key) -> frozenset[int]:
    """Return the key's scale bent to a chord: over V of a minor key the seventh is raised, so that no line clashes."""
    scale = set(key.scale_classes)
    for foreign in set(chord.classes) - key.scale_classes:
        scale.discard((foreign - 1) % OCTAVE)
        scale.add(foreign)
    return frozenset(scale)


def pitches_between(classes: frozenset[int] | tuple[int, ...], low: int, high: int) -> tuple[int, ...]:
    """Return the MIDI pitches of some pitch classes within `low..high`, both included, rising."""
    return tuple(pitch for pitch in range(low, high + 1) if pitch % OCTAVE in classes)


def nearest_pitch(classes: frozenset[int] | tuple[int, ...], wanted: float, low: int, high: int) -> int:
    """Return the pitch of some pitch classes within `low..high` that lies nearest to a wanted one."""
    return min(pitches_between(classes, low, high), key=lambda pitch: (abs(pitch - wanted), pitch))


def frequency_hz(pitch: float) -> float:
    """Return the frequency of a MIDI pitch in equal temperament."""
    return 440.0 * math.exp2((pitch - 69) / OCTAVE)
