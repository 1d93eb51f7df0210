"""The steps of the analysis, each on a signal whose answer is known."""

import numpy as np
import pytest

from ai_services.vocabulary import SectionLabel
from video_processing.music.beats import frames_to_s, refine_to_onsets, s_to_frames, track_beats, trim_ends
from video_processing.music.breaks import find_breaks
from video_processing.music.downbeats import best_positions
from video_processing.music.half_beat import BAR_TEMPLATE, BeatOnsets, check_half_beat, template_scores
from video_processing.music.loudness import audible_span_s, levels_db
from video_processing.music.openings import openness
from video_processing.music.phrases import alternation, best_phase, phase_ties, turning_gains
from video_processing.music.sections import label_sections, loop_breaks
from video_processing.music.spectra import FINE_RATE_HZ, mel_filters, pitch_class_filters, power_blocks
from video_processing.music.tempo import autocorrelation, estimate_tempos

RATE_HZ = 22050


def _pulses(period_frames: float, n: int = 2000, first: float = 20.0) -> np.ndarray:
    """Onset strength with a narrow bump at each beat."""
    beats = np.arange(first, n - 5, period_frames)
    return np.exp(-0.5 * ((np.arange(n)[:, None] - beats) / 1.2) ** 2).sum(axis=1)


def test_blocks_of_spectra_are_one_spectrogram() -> None:
    rng = np.random.default_rng(1)
    samples = rng.standard_normal(1500 * 220).astype(np.float32)
    blocks = list(power_blocks(samples, 1024, 220))
    assert [first for first, _ in blocks] == [0, 1024]
    frame = np.hanning(1025)[:-1] * np.pad(samples, 512)[1100 * 220 : 1100 * 220 + 1024]
    assert blocks[1][1][1100 - 1024] == pytest.approx(np.abs(np.fft.rfft(frame)) ** 2, rel=1e-3, abs=1e-3)


@pytest.mark.parametrize(("n_mels", "n_fft"), [(64, 1024), (40, 4096)])
def test_each_mel_filter_has_area_one(n_mels: int, n_fft: int) -> None:
    assert mel_filters(n_mels, n_fft).sum(axis=0) == pytest.approx(1, rel=1e-5)


def test_a_pitch_falls_in_its_class() -> None:
    filters = pitch_class_filters(80, 2000, 4096)
    assert filters[round(440 * 4096 / RATE_HZ)].argmax() == 9
    assert filters[round(60 * 4096 / RATE_HZ)].sum() == 0


def test_autocorrelation_knows_its_period() -> None:
    correlation = autocorrelation(np.sin(2 * np.pi * np.arange(1000) / 50))
    assert correlation[0] == 1
    assert correlation[50] > 0.9
    assert correlation[25] < -0.9
    assert autocorrelation(np.zeros(10)).tolist() == [0] * 10


@pytest.mark.parametrize("bpm", [100, 123.4, 150])
def test_the_first_tempo_is_the_pulse(bpm: float) -> None:
    tempo = estimate_tempos(_pulses(60 * FINE_RATE_HZ / bpm))[0]
    assert tempo.bpm == pytest.approx(bpm, rel=0.003)
    assert tempo.strength > 0.8


@pytest.mark.parametrize("n", [1, 30, 100, 300])
def test_a_flat_sound_has_the_prior_tempo_without_strength(n: int) -> None:
    (tempo,) = estimate_tempos(np.zeros(n))
    assert tempo.bpm == pytest.approx(128, rel=0.02)
    assert tempo.strength == 0


def test_beats_follow_a_tempo_that_drifts() -> None:
    periods = np.linspace(50, 45, 60)
    truth = 30 + np.cumsum(periods)
    flux = np.exp(-0.5 * ((np.arange(int(truth[-1]) + 60)[:, None] - truth) / 1.2) ** 2).sum(axis=1)
    beats = track_beats(flux, 47.5)
    assert all(np.abs(beats - beat).min() < 0.5 for beat in truth)


def test_no_onset_no_beat() -> None:
    assert len(track_beats(np.zeros(500), 48)) == 0


def test_a_beat_moves_to_the_top_between_frames() -> None:
    flux = _pulses(48.3, first=20.3)
    truth = np.arange(20.3, len(flux) - 5, 48.3)
    assert np.abs(refine_to_onsets(flux, truth + 1.4) - truth).max() < 0.1


def test_ends_without_onsets_are_no_beats() -> None:
    flux = np.zeros(1000)
    flux[[200, 300, 400, 500]] = (0.5, 1, 0, 1)
    assert trim_ends(flux, np.arange(0.0, 1000, 100)).tolist() == [200, 300, 400, 500]
    assert len(trim_ends(np.zeros(1000), np.arange(0.0, 1000, 100))) == 0


def test_frames_and_seconds_convert_both_ways() -> None:
    assert s_to_frames(frames_to_s(np.array([0.0, 123.4]))) == pytest.approx([0.0, 123.4])


def _template_flux(period: int, n_bars: int, first: int) -> np.ndarray:
    """Onset strength of each band as the bar template has it, from a first downbeat on."""
    flux = np.full((5, first + n_bars * 4 * period + 60), 0.01)
    for bar in range(n_bars):
        for column in range(8):
            flux[:, first + bar * 4 * period + column * period // 2] = np.exp(1.5 * BAR_TEMPLATE[:, column])
    return flux


def test_the_half_beat_check_keeps_beats() -> None:
    flux = _template_flux(48, 12, 60)
    beats = 60.0 + 48 * np.arange(48)
    checked = check_half_beat(flux, beats)
    assert checked.frames.tolist() == beats.tolist()
    assert checked.score > 0.8
    assert checked.margin > 0.5


def test_the_half_beat_check_mends_beats_between_the_beats() -> None:
    flux = _template_flux(48, 12, 60)
    beats = 60.0 + 48 * np.arange(48)
    checked = check_half_beat(flux, beats[:-1] + 24)
    assert checked.frames.tolist() == beats.tolist()


def test_a_lone_beat_is_not_checked() -> None:
    assert check_half_beat(np.ones((5, 100)), np.array([50.0])).margin == 0


def test_three_beats_have_no_bar() -> None:
    few = BeatOnsets(np.ones((3, 5)), np.ones((3, 5)), np.ones((3, 4, 5)))
    assert template_scores(few).tolist() == [0, 0, 0, 0]


def test_positions_follow_strong_evidence_and_jump_only_for_it() -> None:
    truth = np.concatenate([np.arange(40) % 4, np.arange(39) % 4])
    positions = best_positions(2.0 * np.eye(4)[truth])
    assert positions.tolist() == truth.tolist()
    faint = best_positions(0.3 * np.eye(4)[truth])
    assert set(np.diff(faint) % 4) == {1}


def test_levels_are_rms_in_dbfs() -> None:
    samples = np.concatenate([np.full(RATE_HZ, 0.1), np.zeros(RATE_HZ)]).astype(np.float32)
    assert levels_db(samples, np.array([0.0, 1.0, 2.0, 2.0])) == pytest.approx([-20, -120, -120], abs=0.01)


def test_the_audible_span_leaves_out_silence() -> None:
    samples = np.zeros(5 * RATE_HZ, dtype=np.float32)
    samples[2 * RATE_HZ : 4 * RATE_HZ] = 0.3
    assert audible_span_s(samples) == pytest.approx((2.0, 4.0), abs=0.03)


def test_a_fade_is_no_break() -> None:
    level_db = np.full(64, -20.0)
    level_db[30:32] = -50
    level_db[56:] -= np.arange(8) * 3
    assert find_breaks(level_db).tolist() == [30, 31]


def _two_part_song(opening: int, n: int, seed: int = 2) -> np.ndarray:
    rng = np.random.default_rng(seed)
    rows = 0.1 * rng.standard_normal((n, 6))
    rows[opening:, 0] += 3
    return rows


def test_the_opening_is_the_bar_after_the_fill() -> None:
    rows = _two_part_song(12, 24)
    rows[11] += np.array([0, 4, 4, 0, 0, 0])  # a fill, unlike what precedes and what follows
    assert openness(rows).argmax() == 12


def _loop_song(lengths: tuple[int, ...], seed: int = 3) -> np.ndarray:
    """Bars of sections of these lengths; each section plays the same four bars from their first on."""
    rng = np.random.default_rng(seed)
    loop = rng.standard_normal((4, 20))
    rows = np.concatenate([loop[np.arange(length) % 4] for length in lengths])
    return rows + 0.2 * rng.standard_normal(rows.shape)


def test_returning_music_ties_bars_a_phrase_apart() -> None:
    ties = phase_ties(_loop_song((16,)))
    assert np.array_equal(ties, ties.T)
    assert (ties * ~np.eye(16, dtype=bool) >= 0).all()
    assert np.abs(ties).sum() == pytest.approx(16)


def test_a_half_phrase_turns_the_phase_of_what_follows() -> None:
    ties = 4 * phase_ties(_loop_song((17, 16)))
    opening = np.zeros(33)
    opening[0] = 1
    phase = best_phase(opening, ties)
    assert (phase * alternation(33) > 0)[[0, 2, 14, 16, 17, 19, 31]].all()
    assert np.flatnonzero(np.diff(phase)).tolist() == [16]


def test_no_bar_five_follows_a_five() -> None:
    rng = np.random.default_rng(5)
    for _ in range(20):
        noise = rng.standard_normal((40, 40))
        phase = best_phase(5 * rng.standard_normal(40), (noise + noise.T) / 20)
        is_five = phase * alternation(40) < 0
        assert not (is_five[1:] & is_five[:-1]).any()


def test_gains_are_what_turning_wins() -> None:
    rng = np.random.default_rng(6)
    opening, noise = rng.standard_normal(12), rng.standard_normal((12, 12))
    ties = noise + noise.T
    np.fill_diagonal(ties, 0)
    phase = np.ones(12)
    gains = turning_gains(phase, opening, ties)
    turned = phase.copy()
    turned[3:8] *= -1
    won = (opening @ turned + turned @ ties @ turned / 2) - (opening @ phase + phase @ ties @ phase / 2)
    assert gains[3, 8] == pytest.approx(won - 2 * 8.0)
    assert gains[4, 8] == -np.inf  # bar 4 is a count 1 and would become a second 5


def test_a_loop_breaks_where_a_section_ends() -> None:
    rows = np.concatenate([_loop_song((8,), seed=1), _loop_song((8,), seed=9)])
    assert loop_breaks(rows)[4:-3].argmax() + 4 == 8


def test_labels_follow_place_and_loudness() -> None:
    n_bars, level_db = np.array([4, 8, 8, 8, 4]), np.array([-24.0, -20, -15, -20, -25])
    labels = label_sections(n_bars, level_db)
    assert labels == [
        SectionLabel.INTRO,
        SectionLabel.VERSE,
        SectionLabel.CHORUS,
        SectionLabel.VERSE,
        SectionLabel.OUTRO,
    ]
    assert len(label_sections(np.array([8]), np.array([-20.0]))) == 1
