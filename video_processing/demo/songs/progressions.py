"""Chord progressions of bachata, four bars each."""

import numpy as np

from video_processing.demo.songs.harmony import Mode
from video_processing.demo.songs.spec import Harmony

_VERSES = {
    Mode.MINOR: ("i VII VI V7", "i iv VII III", "i i iv V7", "i VI III VII"),
    Mode.MAJOR: ("I vi IV V7", "I V vi IV", "I iii IV V7"),
}
_CHORUSES = {
    Mode.MINOR: ("i VI III VII", "iv i V7 i", "VI VII i V7"),
    Mode.MAJOR: ("IV V7 I vi", "I IV V7 I", "vi IV I V7"),
}
_MAMBOS = {
    Mode.MINOR: ("i V7 i V7", "i iv V7 i", "i VII VI V7"),
    Mode.MAJOR: ("I V7 I V7", "I IV V7 IV", "ii V7 I vi"),
}


def drawn_harmony(mode: Mode, rng: np.random.Generator) -> Harmony:
    """Return a progression for each kind of section, drawn from those that the mode is used to."""
    verse, chorus, mambo = (kind[mode][rng.integers(len(kind[mode]))] for kind in (_VERSES, _CHORUSES, _MAMBOS))
    return Harmony(verse, chorus, mambo)
