"""From a spec to samples and truth: each player's notes on a bus of his own, mixed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from video_processing.demo.songs.composing import composed
from video_processing.demo.songs.mixing import add_room, channel_gains, finished, room_gain
from video_processing.demo.songs.notes import Note
from video_processing.demo.songs.players import LONGEST_S, played
from video_processing.demo.songs.sound import Sound
from video_processing.demo.songs.spec import Part, SongSpec
from video_processing.demo.songs.timeline import beat_times_s, truth_of
from video_processing.demo.songs.truth import SongTruth
from video_processing.music.grid import FloatArray

SONG_RATE_HZ = 44_100
RING_OUT_S = 2.2
"""Sound after the last beat."""


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
    """Return a song's sound and its truth; the same arguments give the same samples."""
    duration_s = float(beat_times_s(spec)[-1]) + RING_OUT_S
    window = Window(0.0, duration_s, sample_rate_hz)
    samples = render_window(spec, window, stereo=stereo)
    return RenderedSong(samples, sample_rate_hz, truth_of(spec, window.n / sample_rate_hz))


def render_window(spec: SongSpec, window: Window, *, stereo: bool) -> Sound:
    """Return the sound of a stretch of a song, shape (n, 2) or (n,)."""
    notes, times_s = composed(spec), beat_times_s(spec)
    channels = np.zeros((2 if stereo else 1, window.n), dtype=np.float32)
    room = np.zeros(window.n, dtype=np.float32)
    for part in Part:
        own = sorted((note for note in notes if note.part is part), key=lambda note: note.beat)
        if not own:
            continue
        bus = _bus(own, times_s, spec, window)
        for side, gain in enumerate(channel_gains(part, stereo=stereo)):
            channels[side] += np.float32(gain) * bus
        room += np.float32(room_gain(part, spec.mix)) * bus
    for side in range(len(channels)):
        add_room(channels[side], room, side, window.sample_rate_hz)
    return finished(channels, spec.seed)


def _bus(notes: Sequence[Note], times_s: FloatArray, spec: SongSpec, window: Window) -> Sound:
    """Return one player's sound, every note at its time plus jitter."""
    rng = np.random.default_rng([spec.seed, 1000 + list(Part).index(notes[0].part)])
    jitter_s = spec.jitter_s * np.clip(rng.standard_normal(len(notes)), -2.5, 2.5)
    choices = rng.integers(0, 1 << 16, len(notes))
    late_s = np.array([note.late_s for note in notes])
    starts_s = _times_of([note.beat for note in notes], times_s)
    lengths_s = _times_of([note.beat + note.length_beats for note in notes], times_s) - starts_s
    bus = np.zeros(window.n, dtype=np.float32)
    after_tone = notes[0].tone
    for note, at_s, length_s, choice in zip(
        notes, starts_s + late_s + jitter_s - window.start_s, lengths_s, choices, strict=True
    ):
        if -LONGEST_S < at_s < window.duration_s:
            sound = played(note, after_tone, length_s, int(choice), window.sample_rate_hz)
            _add(bus, sound, round(at_s * window.sample_rate_hz), note.gain)
        after_tone = note.tone
    return bus


def _times_of(beats: Sequence[float], times_s: FloatArray) -> FloatArray:
    """Return the times of fractional beats; past the last beat the last tempo goes on."""
    last_s = times_s[-1] - times_s[-2]
    known = np.arange(len(times_s) + 8)
    known_s = np.concatenate([times_s, times_s[-1] + last_s * np.arange(1, 9)])
    return np.asarray(np.interp(beats, known, known_s))


def _add(bus: Sound, sound: Sound, start: int, gain: float) -> None:
    first = max(0, -start)
    last = min(len(sound), len(bus) - start)
    if first < last:
        bus[start + first : start + last] += np.float32(gain) * sound[first:last]
