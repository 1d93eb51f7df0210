"""From notes to samples: each player on a bus of his own, placed between left and right, in one room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from video_processing.demo.songs.composing import composed
from video_processing.demo.songs.notes import Note, Stroke
from video_processing.demo.songs.plucked import (
    LEAD_STRING,
    REQUINTO_STRING,
    SEGUNDA_STRING,
    plucked_string,
)
from video_processing.demo.songs.singing import sung_note
from video_processing.demo.songs.sound import Sound
from video_processing.demo.songs.spec import PERCUSSION, Part, SongSpec
from video_processing.demo.songs.struck import VARIANTS, bass_note, stroke_sound
from video_processing.demo.songs.timeline import beat_times_s, truth_of
from video_processing.demo.songs.truth import SongTruth
from video_processing.music.grid import FloatArray

SONG_RATE_HZ = 44_100
RING_OUT_S = 2.2
"""Sound after the last beat."""
LOUDNESS_DBFS = -16.0
"""RMS of a song over its whole length, before the limiter rounds its peaks."""

_LEVELS = {
    Part.BONGO: 0.50,
    Part.GUIRA: 0.36,
    Part.BASS: 0.50,
    Part.SEGUNDA: 0.15,
    Part.REQUINTO: 0.46,
    Part.LEAD: 0.38,
    Part.VOICE: 0.28,
    Part.CORO: 0.15,
}
_PLACES = {
    Part.BONGO: -0.25,
    Part.GUIRA: 0.40,
    Part.BASS: 0.0,
    Part.SEGUNDA: 0.50,
    Part.REQUINTO: -0.45,
    Part.LEAD: 0.15,
    Part.VOICE: 0.0,
    Part.CORO: 0.3,
}
"""-1 left, 1 right."""
_ROOM_SENDS = {
    Part.BONGO: 0.10,
    Part.GUIRA: 0.06,
    Part.BASS: 0.0,
    Part.SEGUNDA: 0.16,
    Part.REQUINTO: 0.22,
    Part.LEAD: 0.30,
    Part.VOICE: 0.32,
    Part.CORO: 0.40,
}
_HISS = 6e-5
"""White noise some 84 dB below full scale: no recording is silent."""
_RELEASE_S = 0.045
_STRETCH = 1 << 20
"""Samples."""


@dataclass(frozen=True)
class RenderedSong:
    """Samples are float32 within -1..1, shape (n, 2) or, mono, (n,)."""

    samples: Sound
    sample_rate_hz: int
    truth: SongTruth


@dataclass(frozen=True)
class Window:
    """The stretch of a song that is rendered."""

    start_s: float
    duration_s: float
    sample_rate_hz: int

    @property
    def n(self) -> int:
        """Return the samples of the stretch."""
        return round(self.duration_s * self.sample_rate_hz)


def render_song(spec: SongSpec, sample_rate_hz: int = SONG_RATE_HZ, *, stereo: bool = True) -> RenderedSong:
    """Return a song's sound and its truth; the same arguments give the same samples. Raises nothing of its own."""
    duration_s = float(beat_times_s(spec)[-1]) + RING_OUT_S
    window = Window(0.0, duration_s, sample_rate_hz)
    samples = render_window(spec, window, stereo=stereo)
    return RenderedSong(samples, sample_rate_hz, truth_of(spec, window.n / sample_rate_hz))


def render_window(spec: SongSpec, window: Window, *, stereo: bool) -> Sound:
    """Return the sound of a stretch of a song, shape (n, 2) or (n,)."""
    notes, times_s = composed(spec), beat_times_s(spec)
    dry = np.zeros((2 if stereo else 1, window.n), dtype=np.float32)
    room = np.zeros(window.n, dtype=np.float32)
    for part in Part:
        own = sorted((note for note in notes if note.part is part), key=lambda note: note.beat)
        if not own:
            continue
        bus = _bus(own, times_s, spec, window)
        for side, gain in enumerate(_channel_gains(part, stereo)):
            dry[side] += np.float32(gain) * bus
        send = spec.mix.percussion_room if part in PERCUSSION else spec.mix.room
        room += np.float32(_LEVELS[part] * _ROOM_SENDS[part] * send) * bus
    for side in range(len(dry)):
        _add_room(dry[side], room, _room_response(side, window.sample_rate_hz))
    return _finished(dry, spec)


def _channel_gains(part: Part, stereo: bool) -> tuple[float, ...]:
    """Return constant-power gains, left and right, or the one of mono."""
    if not stereo:
        return (_LEVELS[part],)
    angle = (1 + _PLACES[part]) * np.pi / 4
    return (float(_LEVELS[part] * np.sqrt(2) * np.cos(angle)), float(_LEVELS[part] * np.sqrt(2) * np.sin(angle)))


def _bus(notes: Sequence[Note], times_s: FloatArray, spec: SongSpec, window: Window) -> Sound:
    """Return one player's sound, every note at its time plus jitter."""
    part = notes[0].part
    rng = np.random.default_rng([spec.seed, 1000 + list(Part).index(part)])
    jitter_s = spec.jitter_s * np.clip(rng.standard_normal(len(notes)), -2.5, 2.5)
    choices = rng.integers(0, 1 << 16, len(notes))
    starts_s = _times_of([note.beat for note in notes], times_s)
    ends_s = _times_of([note.beat + note.length_beats for note in notes], times_s)
    bus = np.zeros(window.n, dtype=np.float32)
    previous = notes[0].tone
    for note, start_s, end_s, off_s, choice in zip(notes, starts_s, ends_s, jitter_s, choices, strict=True):
        at_s = start_s + note.late_s + off_s - window.start_s
        if -2.0 < at_s < window.duration_s:
            sound = _SOUNDS[part](note, previous, end_s - start_s, int(choice), window.sample_rate_hz)
            _add(bus, sound, round(at_s * window.sample_rate_hz), note.gain)
        previous = note.tone
    return bus


def _times_of(beats: Sequence[float], times_s: FloatArray) -> FloatArray:
    """Return the times of fractional beats; past the last beat the last tempo goes on."""
    known = np.arange(len(times_s) + 1)
    return np.asarray(np.interp(beats, known, [*times_s, 2 * times_s[-1] - times_s[-2]]))


def _add(bus: Sound, sound: Sound, start: int, gain: float) -> None:
    first = max(0, -start)
    last = min(len(sound), len(bus) - start)
    if first < last:
        bus[start + first : start + last] += np.float32(gain) * sound[first:last]


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


SoundOf = Callable[[Note, int, float, int, int], Sound]


def _percussion_sound(note: Note, previous: int, length_s: float, choice: int, sample_rate_hz: int) -> Sound:
    return stroke_sound(Stroke(note.tone), choice % VARIANTS, sample_rate_hz)


def _bass_sound(note: Note, previous: int, length_s: float, choice: int, sample_rate_hz: int) -> Sound:
    return _damped(bass_note(note.tone, sample_rate_hz), length_s, sample_rate_hz)


def _voice_sound(note: Note, previous: int, length_s: float, choice: int, sample_rate_hz: int) -> Sound:
    return sung_note(note.tone, previous, length_s, choice % 3, sample_rate_hz)


def _requinto_sound(note: Note, previous: int, length_s: float, choice: int, sample_rate_hz: int) -> Sound:
    return _damped(plucked_string(REQUINTO_STRING, note.tone, sample_rate_hz), length_s, sample_rate_hz)


def _segunda_sound(note: Note, previous: int, length_s: float, choice: int, sample_rate_hz: int) -> Sound:
    return _damped(plucked_string(SEGUNDA_STRING, note.tone, sample_rate_hz), length_s, sample_rate_hz)


def _lead_sound(note: Note, previous: int, length_s: float, choice: int, sample_rate_hz: int) -> Sound:
    return _damped(plucked_string(LEAD_STRING, note.tone, sample_rate_hz), length_s, sample_rate_hz)


_SOUNDS: dict[Part, SoundOf] = {
    Part.BONGO: _percussion_sound,
    Part.GUIRA: _percussion_sound,
    Part.BASS: _bass_sound,
    Part.SEGUNDA: _segunda_sound,
    Part.REQUINTO: _requinto_sound,
    Part.LEAD: _lead_sound,
    Part.VOICE: _voice_sound,
    Part.CORO: _voice_sound,
}


@lru_cache(maxsize=8)
def _room_response(side: int, sample_rate_hz: int) -> Sound:
    """Return a small hall: noise that loses 60 dB in 1.1 s, its highs sooner, 14 ms after the sound; unit energy."""
    n = int(1.1 * sample_rate_hz)
    t_s = np.arange(n) / sample_rate_hz
    noise = np.random.default_rng([side, 5]).standard_normal(n) * 10 ** (-3 * t_s / 1.1)
    b, a = signal.butter(1, (180.0, 4200.0), "bandpass", fs=sample_rate_hz)
    tail = signal.lfilter(b, a, noise)
    tail = np.concatenate([np.zeros(int(0.014 * sample_rate_hz)), tail])
    return np.asarray(tail * (1.4 / np.sqrt(np.sum(tail**2))), dtype=np.float32)


def _add_room(channel: Sound, room: Sound, response: Sound) -> None:
    """Convolve in stretches: all at once would hold some 300 MB for a song of 150 s."""
    for start in range(0, len(room), _STRETCH):
        wet = signal.oaconvolve(room[start : start + _STRETCH], response)
        kept = channel[start : start + len(wet)]
        kept += wet[: len(kept)]


def _finished(dry: NDArray[np.float32], spec: SongSpec) -> Sound:
    """Return the mix at its loudness, peaks rounded by tanh so that nothing passes 1, shape (n, channels) or (n,)."""
    rms = float(np.sqrt(np.mean([np.dot(channel, channel) / len(channel) for channel in dry])))
    dry *= np.float32(10 ** (LOUDNESS_DBFS / 20) / max(rms, 1e-9))
    rng = np.random.default_rng([spec.seed, 3])
    for side in range(len(dry)):
        dry[side] += np.float32(_HISS) * rng.standard_normal(dry.shape[1], dtype=np.float32)
    samples = np.tanh(dry, out=dry)
    samples *= np.float32(0.98)
    return np.ascontiguousarray(samples.T) if len(samples) == 2 else samples[0]
