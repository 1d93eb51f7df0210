from dataclasses import replace

import numpy as np
import pytest

from video_processing.demo.songs.composing import composed
from video_processing.demo.songs.mixing import LOUDNESS_DBFS
from video_processing.demo.songs.rendering import SONG_RATE_HZ, render_song
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


def test_the_loudest_strokes_are_rounded_below_full_scale(short_song: SongSpec) -> None:
    bongo = render_song(replace(short_song, mix=Mix(parts=frozenset({Part.BONGO}))), 22_050, stereo=False)

    assert 0.93 < np.abs(bongo.samples).max() < 1.0


@pytest.mark.parametrize(("part", "side"), [(Part.REQUINTO, -1), (Part.BASS, 0), (Part.SEGUNDA, 1)])
def test_each_part_has_its_place_between_left_and_right(part: Part, side: int, short_song: SongSpec) -> None:
    left, right = render_song(replace(short_song, mix=Mix(parts=frozenset({part}))), 22_050).samples.T

    heard_db = rms_db(right) - rms_db(left)

    assert abs(heard_db) < 0.1 if side == 0 else heard_db * side > 3


def test_the_chorus_is_played_louder_than_the_verse(short_song: SongSpec) -> None:
    roots = {note.beat: note.gain for note in composed(short_song) if note.part is Part.BASS and note.beat % 4 == 0}
    verse_beat, chorus_beat = 2 * 8, 4 * 8

    assert roots[chorus_beat] > 1.15 * roots[verse_beat]
