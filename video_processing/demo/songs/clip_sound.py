"""The sound of a short clip: a stretch cut out of a song that goes on before and after it, its counts known."""

import math

import numpy as np

from ai_services.vocabulary import COUNTS_PER_PHRASE, SectionLabel
from video_processing.demo.songs.harmony import Key, Mode
from video_processing.demo.songs.progressions import drawn_harmony
from video_processing.demo.songs.rendering import SONG_RATE_HZ, Window, render_window
from video_processing.demo.songs.sound import Sound
from video_processing.demo.songs.spec import Ending, SectionPlan, SongSpec
from video_processing.demo.songs.timeline import truth_of
from video_processing.demo.songs.truth import SongTruth, TrueSection

_KEYS = tuple(Key(tonic, mode) for tonic in ("A", "D", "E", "G", "B") for mode in Mode)
_LABELS = (SectionLabel.VERSE, SectionLabel.CHORUS, SectionLabel.MAMBO)


def render_clip_sound(
    tempo_bpm: float, n_counts: int, seed: int, lead_in_s: float, tail_s: float, sample_rate_hz: int = SONG_RATE_HZ
) -> tuple[Sound, SongTruth]:
    """Return mono samples, shape (n,), and their truth: count 1 falls `lead_in_s` after the first sample.

    The band plays from the first sample to the last, as in a clip cut from a dance; the beats ahead of count 1 are in
    the truth with their counts (8, 7, ...). `n_counts` beats of the move follow, then `tail_s` of music.
    """
    phrase_s = COUNTS_PER_PHRASE * 60.0 / tempo_bpm
    phrases_before = math.ceil(lead_in_s / phrase_s)
    phrases_after = math.ceil(tail_s / phrase_s) + 1
    spec = _slice_spec(tempo_bpm, phrases_before + math.ceil(n_counts / COUNTS_PER_PHRASE) + phrases_after, seed)
    start_s = phrases_before * phrase_s - lead_in_s
    window = Window(start_s, lead_in_s + n_counts * 60.0 / tempo_bpm + tail_s, sample_rate_hz)
    return render_window(spec, window, stereo=False), _sliced(truth_of(spec, 0.0), window)


def _slice_spec(tempo_bpm: float, phrases: int, seed: int) -> SongSpec:
    rng = np.random.default_rng([seed, 2])
    key = _KEYS[rng.integers(len(_KEYS))]
    return SongSpec(
        title=f"Ensayo {seed}",
        slug=f"ensayo-{seed}",
        tempo_bpm=tempo_bpm,
        key=key,
        harmony=drawn_harmony(key.mode, rng),
        form=(SectionPlan(_LABELS[rng.integers(len(_LABELS))], phrases, Ending.PLAIN),),
        seed=seed,
        lead_in_s=0.0,
    )


def _sliced(truth: SongTruth, window: Window) -> SongTruth:
    """Return the truth of a stretch: its beats, numbered and timed from its start."""
    times_s = truth.beat_times_s - window.start_s
    inside = np.flatnonzero((times_s >= -1e-9) & (times_s < window.duration_s))
    first = inside[0]
    kept = {int(beat) for beat in inside}

    def renumbered(beats: np.ndarray) -> np.ndarray:
        return np.array([beat - first for beat in beats if int(beat) in kept], dtype=np.int64)

    return SongTruth(
        title=truth.title,
        artist=truth.artist,
        duration_s=window.n / window.sample_rate_hz,
        tempo_bpm=truth.tempo_bpm,
        key=truth.key,
        beat_times_s=np.maximum(times_s[inside], 0.0),
        downbeat_beats=renumbered(truth.downbeat_beats),
        count1_beats=renumbered(truth.count1_beats),
        counts=truth.counts[inside],
        break_beats=renumbered(truth.break_beats),
        sections=(TrueSection(truth.sections[0].label, 0.0, window.n / window.sample_rate_hz),),
    )
