from dataclasses import replace

import numpy as np
import pytest

from video_processing.demo.songs.rendering import LOUDNESS_DBFS, SONG_RATE_HZ, render_song
from video_processing.demo.songs.spec import Mix, Part, SongSpec


def rms_db(samples: np.ndarray) -> float:
    return float(10 * np.log10(np.mean(samples.astype(np.float64) ** 2)))


def test_the_same_spec_gives_the_same_samples_and_another_seed_others(short_song: SongSpec) -> None:
    first, again = (render_song(short_song, 22_050).samples for _ in range(2))
    other = render_song(replace(short_song, seed=8), 22_050).samples

    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_song_is_loud_without_clipping_and_lasts_until_it_has_rung_out(short_song: SongSpec) -> None:
    rendered = render_song(short_song)

    assert rendered.samples.dtype == np.float32
    assert rendered.samples.shape == (round(rendered.truth.duration_s * SONG_RATE_HZ), 2)
    assert 0.5 < np.abs(rendered.samples).max() < 1.0
    assert rms_db(rendered.samples) == pytest.approx(LOUDNESS_DBFS, abs=1.5)
    assert rms_db(rendered.samples[-SONG_RATE_HZ // 10 :]) < LOUDNESS_DBFS - 25


def test_left_and_right_differ_and_balance(short_song: SongSpec) -> None:
    left, right = render_song(short_song, 22_050).samples.T

    assert abs(rms_db(left) - rms_db(right)) < 1.5
    assert 0.5 < np.corrcoef(left, right)[0, 1] < 0.97


@pytest.mark.parametrize("part", list(Part))
def test_every_part_is_heard_alone(part: Part, short_song: SongSpec) -> None:
    stem = render_song(replace(short_song, mix=Mix(parts=frozenset({part}))), 22_050, stereo=False)

    assert rms_db(stem.samples) > LOUDNESS_DBFS - 5


def test_the_chorus_is_louder_than_the_verse(short_song: SongSpec) -> None:
    rendered = render_song(short_song, 22_050, stereo=False)
    _, verse, chorus, *_ = rendered.truth.sections

    levels_db = [
        rms_db(rendered.samples[round(section.start_s * 22_050) : round(section.end_s * 22_050)])
        for section in (verse, chorus)
    ]

    assert levels_db[1] - levels_db[0] > 1.0
