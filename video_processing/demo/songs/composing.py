"""The whole band's notes for a song: a pure description that rendering turns into sound."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ai_services.vocabulary import COUNTS_PER_BAR, SectionLabel
from video_processing.demo.songs.guitars import requinto, segunda
from video_processing.demo.songs.harmony import Chord, pitches_between, tonic_chord
from video_processing.demo.songs.melody import melodies
from video_processing.demo.songs.notes import Note, Stroke, with_silence
from video_processing.demo.songs.rhythm_section import bass_line, bongo, guira
from video_processing.demo.songs.spec import GUITARS, PERCUSSION, Ending, Mix, Part, SongSpec
from video_processing.demo.songs.timeline import Bar, bars_of

_SECTION_GAINS = {
    SectionLabel.INTRO: 0.75,
    SectionLabel.VERSE: 0.8,
    SectionLabel.CHORUS: 1.0,
    SectionLabel.MAMBO: 1.05,
    SectionLabel.OUTRO: 0.8,
}
_DAMPED_AFTER_BEATS = 0.75
_PICK_UP_BEATS = 0.05
"""The pick-up after a break may come this much early (jitter) and still is no part of the silence."""
_OPENING_REST = frozenset({Part.BASS, Part.SEGUNDA})


def composed(spec: SongSpec) -> tuple[Note, ...]:
    """Return every note of the song, gains mixed, in no particular order; the same spec gives the same notes."""
    bars = bars_of(spec)
    notes = [
        *bass_line(bars, spec.key),
        *bongo(bars, _rng(spec, Part.BONGO)),
        *guira(bars, _rng(spec, Part.GUIRA)),
        *requinto(bars, _rng(spec, Part.REQUINTO)),
        *segunda(bars, _rng(spec, Part.SEGUNDA)),
        *melodies(bars, spec.key, spec.seed),
    ]
    notes = _without_opening(notes, bars)
    for bar in bars:
        if bar.ending is Ending.BREAK:
            notes = with_silence(notes, bar.first_beat + _DAMPED_AFTER_BEATS, bar.first_beat + 3 - _PICK_UP_BEATS)
    notes = [_in_section(note, bars) for note in notes]
    if spec.form[-1].ending is Ending.FINAL:
        notes += _last_stroke(bars[-1].first_beat + COUNTS_PER_BAR, tonic_chord(spec.key))
    return tuple(_mixed(note, spec.mix) for note in notes if note.part in spec.mix.parts)


def _rng(spec: SongSpec, part: Part) -> np.random.Generator:
    """A generator for each player, so that a change to one leaves the others as they were."""
    return np.random.default_rng([spec.seed, list(Part).index(part)])


def _without_opening(notes: Sequence[Note], bars: Sequence[Bar]) -> list[Note]:
    """Let the guitars open the song: bass and segunda enter with its second phrase, if the intro has one."""
    if bars[0].label is not SectionLabel.INTRO or bars[0].bars_left < 3:
        return list(notes)
    entry = bars[2].first_beat
    return [note for note in notes if note.beat >= entry or note.part not in _OPENING_REST]


def _in_section(note: Note, bars: Sequence[Bar]) -> Note:
    bar = bars[min(max(int(note.beat) // COUNTS_PER_BAR, 0), len(bars) - 1)]
    return replace(note, gain=note.gain * _SECTION_GAINS[bar.label])


def _last_stroke(beat: int, chord: Chord) -> list[Note]:
    """Return the last chord, rung out."""
    bass = pitches_between((chord.root_class,), 31, 45)[0]
    strings = pitches_between(chord.classes, 50, 76)[-6:]
    return [
        Note(Part.BONGO, beat, Stroke.HEMBRA, 1.0),
        Note(Part.GUIRA, beat, Stroke.SCRAPE, 0.9),
        Note(Part.BASS, beat, bass, 1.0, 4.0),
        *(Note(Part.REQUINTO, beat, pitch, 0.7, 6.0, late_s=0.012 * i) for i, pitch in enumerate(strings)),
    ]


def _mixed(note: Note, mix: Mix) -> Note:
    gain = note.gain
    if note.part in PERCUSSION:
        gain *= mix.percussion
    elif note.part in GUITARS:
        gain *= mix.guitars * (mix.guitars_on_beat if note.beat % 1 == 0 else mix.guitars_off_beat)
    elif note.part is Part.BASS:
        gain *= mix.bass
    else:
        gain *= mix.voice
    return replace(note, gain=gain)
