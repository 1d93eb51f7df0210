"""One stroke of one player: what composing hands to rendering."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from video_processing.demo.songs.spec import Part


class Stroke(IntEnum):
    """What a hand does on an instrument without pitch."""

    MACHO = 0
    """The small head of the bongo."""
    HEMBRA = 1
    """The large head of the bongo."""
    SCRAPE = 2
    """A full stroke along the guira."""
    TICK = 3
    """A short stroke of the guira."""
    BELL = 4
    """The hand bell that the bongo player takes up in a mambo."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note or stroke at a beat of the song; beats may be fractions."""

    part: Part
    beat: float
    tone: int
    """MIDI pitch, or a `Stroke` for bongo and guira."""
    gain: float
    length_beats: float = 1.0
    late_s: float = 0.0
    """How far behind the beat it is meant to be (a singer's freedom), apart from jitter."""


def with_silence(notes: Sequence[Note], start_beat: float, end_beat: float) -> list[Note]:
    """Return the notes with a stretch of silence: those inside are dropped, those that ring into it are damped."""
    kept = [note for note in notes if not start_beat <= note.beat < end_beat]
    return [
        replace(note, length_beats=start_beat - note.beat)
        if note.beat < start_beat < note.beat + note.length_beats
        else note
        for note in kept
    ]
