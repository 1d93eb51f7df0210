import numpy as np
import pytest

from video_processing.demo.songs.clip_sound import render_clip_sound


def test_count_one_falls_after_the_lead_in_and_the_counts_go_on_to_the_end() -> None:
    samples, truth = render_clip_sound(120.0, 16, seed=1, lead_in_s=0.7, tail_s=1.0)

    assert truth.beat_times_s[truth.count1_beats[0]] == pytest.approx(0.7)
    assert truth.counts.tolist() == [8, *range(1, 9), *range(1, 9), 1, 2]
    assert np.diff(truth.beat_times_s) == pytest.approx(0.5)
    assert samples.dtype == np.float32
    assert len(samples) == round((0.7 + 8.0 + 1.0) * 44_100)


def test_the_band_plays_from_the_first_sample_to_the_last() -> None:
    samples, _ = render_clip_sound(126.0, 16, seed=2, lead_in_s=2.0, tail_s=2.0, sample_rate_hz=22_050)

    blocks = samples[: len(samples) // 11_025 * 11_025].reshape(-1, 11_025)

    assert np.abs(samples).max() <= 1.0
    assert np.sqrt((blocks**2).mean(axis=1)).min() > 0.02


def test_a_lead_in_longer_than_a_phrase_holds_the_phrase_before() -> None:
    _, truth = render_clip_sound(150.0, 8, seed=3, lead_in_s=4.0, tail_s=0.5, sample_rate_hz=22_050)

    assert truth.count1_beats.tolist() == [2, 10, 18]
    assert truth.beat_times_s[10] == pytest.approx(4.0)


def test_the_same_arguments_give_the_same_samples_and_another_seed_others() -> None:
    first, again, other = (render_clip_sound(118.0, 8, seed, 0.3, 0.3, 22_050)[0] for seed in (4, 4, 5))

    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
