"""An ear can tell 1 from 5 and both from the rest."""

from collections.abc import Callable

import numpy as np
import pytest

from video_processing.music.clicks import click_track
from video_processing.music.grid import BeatGrid

RATE_HZ = 22050


def _pitch_hz(sound: np.ndarray, at_s: float) -> float:
    piece = sound[round(at_s * RATE_HZ) : round(at_s * RATE_HZ) + 1024]
    return float(np.abs(np.fft.rfft(piece, 16 * 1024)).argmax() * RATE_HZ / (16 * 1024))


def test_one_and_five_have_pitches_of_their_own(make_grid: Callable[..., BeatGrid]) -> None:
    clicked = click_track(np.zeros(6 * RATE_HZ, dtype=np.float32), make_grid(9))
    pitches_hz = [_pitch_hz(clicked, 0.5 + 0.5 * beat) for beat in range(9)]
    assert pitches_hz == pytest.approx([1760, 880, 880, 880, 1174.7, 880, 880, 880, 1760], rel=0.03)


def test_the_song_keeps_its_length_and_its_peak_stays_in_range(make_grid: Callable[..., BeatGrid]) -> None:
    song = np.ones(round(4.52 * RATE_HZ), dtype=np.float32)
    clicked = click_track(song, make_grid(9))  # the last click begins 20 ms ahead of the end
    assert clicked.shape == song.shape
    assert clicked.dtype == np.float32
    assert np.abs(clicked).max() <= 1
    assert clicked[: RATE_HZ // 2].tolist() == [0.5] * (RATE_HZ // 2)


def test_a_beat_after_the_end_is_not_heard(make_grid: Callable[..., BeatGrid]) -> None:
    assert click_track(np.zeros(RATE_HZ // 4, dtype=np.float32), make_grid(9)).max() == 0
