"""The sound that a player makes of a note."""

from functools import lru_cache

import numpy as np

from video_processing.demo.songs.notes import Note, Stroke
from video_processing.demo.songs.plucked import LEAD_STRING, REQUINTO_STRING, SEGUNDA_STRING, plucked_string
from video_processing.demo.songs.singing import VOWELS, sung_note
from video_processing.demo.songs.sound import Sound
from video_processing.demo.songs.spec import PERCUSSION, Part
from video_processing.demo.songs.struck import VARIANTS, bass_note, stroke_sound

LONGEST_S = 2.9
"""No sound of a player lasts longer, but for the voice's notes, which last as long as they are written."""

_STRINGS = {Part.REQUINTO: REQUINTO_STRING, Part.SEGUNDA: SEGUNDA_STRING, Part.LEAD: LEAD_STRING}
_RELEASE_S = 0.045


def played(note: Note, after_tone: int, length_s: float, choice: int, sample_rate_hz: int) -> Sound:
    """Return a note's sound at a gain of 1, shape (n,).

    `after_tone` is the player's tone before, which a singer glides from; `choice`, any number, picks among the ways in
    which a stroke or a vowel may sound.
    """
    if note.part in PERCUSSION:
        return stroke_sound(Stroke(note.tone), choice % VARIANTS, sample_rate_hz)
    if note.part is Part.BASS:
        return _damped(bass_note(note.tone, sample_rate_hz), length_s, sample_rate_hz)
    if note.part in _STRINGS:
        return _damped(plucked_string(_STRINGS[note.part], note.tone, sample_rate_hz), length_s, sample_rate_hz)
    return sung_note(note.tone, after_tone, length_s, choice % len(VOWELS), sample_rate_hz)


def _damped(sound: Sound, length_s: float, sample_rate_hz: int) -> Sound:
    """Return a sound that a finger stops after `length_s`."""
    release = int(_RELEASE_S * sample_rate_hz)
    kept = int(length_s * sample_rate_hz) + release
    if kept >= len(sound):
        return sound
    stopped = sound[:kept].copy()
    stopped[-release:] *= _fade(release)
    return stopped


@lru_cache(maxsize=4)
def _fade(n: int) -> Sound:
    return np.asarray(0.5 + 0.5 * np.cos(np.pi * np.arange(n) / n), dtype=np.float32)
