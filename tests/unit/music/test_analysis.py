"""Known tempo and counts in, known tempo and counts out."""

from collections.abc import Callable

import numpy as np
import pytest

from video_processing.music.analysis import analyse_clip_sound, analyse_song
from video_processing.music.errors import DamagedSoundError, NoRhythmError, SilenceError, SoundError, TooShortError
from video_processing.music.recounting import phrase_edges_s

RATE_HZ = 22050
MakeSound = Callable[..., np.ndarray]


@pytest.mark.parametrize("bpm", [96, 98, 112, 125, 140, 156, 164])
def test_the_tempo_of_a_loop_is_found(bachata_loop: MakeSound, bpm: float) -> None:
    grid = analyse_song(bachata_loop(bpm, 30)).grid
    assert grid.tempo_bpm == pytest.approx(bpm, rel=0.005)
    assert grid.confidence["beat"] > 0.9


@pytest.mark.parametrize("lead_in_s", [0.2, 0.9, 3.3])
def test_beats_fall_where_they_were_played(bachata_loop: MakeSound, lead_in_s: float) -> None:
    grid = analyse_song(bachata_loop(120, 30, lead_in_s)).grid
    played_s = lead_in_s + 0.5 * np.arange(len(grid.beat_times_s))
    assert np.abs(grid.beat_times_s - played_s).max() < 0.02
    assert abs(np.median(grid.beat_times_s - played_s)) < 0.005


def test_downbeats_are_the_beats_that_open_a_bar(bachata_loop: MakeSound) -> None:
    grid = analyse_song(bachata_loop(125, 40)).grid
    assert grid.downbeat_beats.tolist() == list(range(0, len(grid.beat_times_s), 4))
    assert grid.confidence["downbeat"] > 0.5


def test_a_song_is_the_same_at_any_volume(bachata_loop: MakeSound) -> None:
    sound = bachata_loop(125, 30)
    loud, soft = analyse_song(sound), analyse_song(np.float32(0.02) * sound)
    assert soft.grid.beat_times_s == pytest.approx(loud.grid.beat_times_s, abs=0.001)
    assert soft.grid.count1_beats.tolist() == loud.grid.count1_beats.tolist()
    assert soft.audio_embedding @ loud.audio_embedding > 0.999
    assert soft.phrase_energy_db == pytest.approx(loud.phrase_energy_db - 33.98, abs=0.1)


def test_what_an_analysis_holds_fits_together(bachata_loop: MakeSound) -> None:
    song = analyse_song(bachata_loop(125, 45))
    n_beats = len(song.grid.beat_times_s)
    assert song.duration_s == 45
    assert (np.diff(song.grid.beat_times_s) > 0).all()
    assert set(song.grid.count1_beats) <= set(song.grid.downbeat_beats) <= set(range(n_beats))
    assert len(song.phrase_energy_db) == len(song.grid.count1_beats)
    assert song.section_embeddings.shape == (len(song.sections), 128)
    assert np.linalg.norm(song.audio_embedding) == pytest.approx(1)
    assert np.linalg.norm(song.section_embeddings, axis=1) == pytest.approx(1)
    assert [song.sections[0].start_s, song.sections[-1].end_s] == [0, 45]
    assert all(a.end_s == b.start_s for a, b in zip(song.sections, song.sections[1:], strict=False))
    assert all(0 <= section.energy <= 1 for section in song.sections)
    assert all(0 <= value <= 1 for value in song.grid.confidence.values())


def test_a_stop_of_the_band_is_a_break(bachata_loop: MakeSound) -> None:
    sound = bachata_loop(120, 30, lead_in_s=0.5)
    stopped = sound.copy()
    stopped[round(12.48 * RATE_HZ) : round(13.48 * RATE_HZ)] *= 0.001  # beats 24 and 25
    song = analyse_song(stopped)
    assert song.grid.beat_times_s[song.break_beats] == pytest.approx([12.5, 13.0], abs=0.03)
    assert analyse_song(sound).break_beats.tolist() == []


def test_phrases_have_edges(bachata_loop: MakeSound) -> None:
    song = analyse_song(bachata_loop(120, 30))
    edges_s = phrase_edges_s(song.grid)
    assert len(edges_s) == len(song.grid.count1_beats) + 1
    assert edges_s[-1] <= 30.5
    assert np.diff(edges_s)[:-1] == pytest.approx(4.0, abs=0.03)


def test_silence_says_so(silence: MakeSound) -> None:
    with pytest.raises(SilenceError, match="silent"):
        analyse_song(np.zeros(30 * RATE_HZ, dtype=np.float32))
    with pytest.raises(SilenceError):
        analyse_song(silence(30))


def test_samples_that_are_not_numbers_say_so(bachata_loop: MakeSound) -> None:
    for value in (np.nan, np.inf):
        sound = bachata_loop(120, 25).copy()
        sound[1000] = value
        with pytest.raises(DamagedSoundError, match="damaged"):
            analyse_song(sound)


def test_a_short_song_says_so(bachata_loop: MakeSound) -> None:
    with pytest.raises(TooShortError, match=r"19\.9 s.*20 s"):
        analyse_song(bachata_loop(120, 19.9))
    with pytest.raises(TooShortError):
        analyse_song(np.zeros(0, dtype=np.float32))
    with pytest.raises(TooShortError, match="1 s"):
        analyse_clip_sound(bachata_loop(120, 5)[: RATE_HZ // 2])


def test_one_stroke_is_no_rhythm() -> None:
    sound = np.zeros(30 * RATE_HZ, dtype=np.float32)
    sound[200_000:200_200] = 0.9
    with pytest.raises(NoRhythmError, match="No beat"):
        analyse_song(sound)


def test_noise_has_no_confidence() -> None:
    noise = np.random.default_rng(3).standard_normal(40 * RATE_HZ).astype(np.float32)
    for sound in (noise, 0.001 * np.cumsum(noise, dtype=np.float32)):
        assert max(analyse_song(sound).grid.confidence.values()) < 0.1


def test_a_steady_tone_has_no_confidence() -> None:
    tone = np.sin(2 * np.pi * 440 * np.arange(30 * RATE_HZ) / RATE_HZ).astype(np.float32)
    try:
        confidence = analyse_song(tone).grid.confidence
    except SoundError:
        return
    assert max(confidence.values()) < 0.1


def test_strokes_at_random_have_no_confidence(silence: MakeSound) -> None:
    rng = np.random.default_rng(4)
    sound = silence(40)
    for at_s in rng.uniform(0, 39, 90):
        first = round(at_s * RATE_HZ)
        sound[first : first + 2000] += (rng.standard_normal(2000) * np.exp(-np.arange(2000) / 300)).astype(np.float32)
    assert analyse_song(sound).grid.confidence["beat"] < 0.2


@pytest.mark.parametrize("beats_per_bar", [3, 5, 6])
def test_another_metre_has_downbeats_of_low_confidence(bachata_loop: MakeSound, beats_per_bar: int) -> None:
    grid = analyse_song(bachata_loop(140, 40, beats_per_bar=beats_per_bar)).grid
    assert grid.confidence["downbeat"] < 0.35
    assert grid.confidence["count1"] < 0.35


def test_another_rate_or_stereo_is_a_mistake_of_the_caller(bachata_loop: MakeSound) -> None:
    sound = bachata_loop(120, 25)
    with pytest.raises(ValueError, match="22050"):
        analyse_song(sound, 44100)
    with pytest.raises(ValueError, match="mono"):
        analyse_song(np.stack([sound, sound]))


@pytest.mark.parametrize("duration_s", [6, 9, 12, 17])
def test_a_clip_has_counts_too(bachata_loop: MakeSound, duration_s: float) -> None:
    clip = analyse_clip_sound(bachata_loop(118, duration_s))
    played_s = 0.4 + 60 / 118 * np.arange(len(clip.grid.beat_times_s))
    assert clip.grid.tempo_bpm == pytest.approx(118, rel=0.01)
    assert np.abs(clip.grid.beat_times_s - played_s).max() < 0.02
    assert clip.grid.downbeat_beats[0] == 0
    assert clip.grid.count1_beats.tolist() == clip.grid.downbeat_beats[::2].tolist()
    assert clip.grid.confidence["count1"] == 0
    assert np.linalg.norm(clip.audio_embedding) == pytest.approx(1)


@pytest.mark.parametrize("duration_s", [1, 1.5, 2, 3, 4])
def test_a_tiny_clip_does_not_crash(bachata_loop: MakeSound, duration_s: float) -> None:
    clip = analyse_clip_sound(bachata_loop(125, duration_s, lead_in_s=0.05))
    assert np.isfinite(clip.grid.beat_times_s).all()
    assert clip.audio_embedding.shape == (128,)


def test_clips_of_the_same_music_are_alike(bachata_loop: MakeSound) -> None:
    sound = bachata_loop(125, 30)
    first, second = (
        analyse_clip_sound(part).audio_embedding for part in (sound[: 12 * RATE_HZ], sound[-12 * RATE_HZ :])
    )
    other = analyse_clip_sound(bachata_loop(150, 12, beats_per_bar=3)).audio_embedding
    assert first @ second > 0.9
    assert first @ other < first @ second
