"""Ours beside librosa, as the evaluation command prints it."""

import numpy as np
import pytest

from video_processing.demo.songs.catalogue import hard_songs
from video_processing.demo.songs.rendering import render_song
from video_processing.music.evaluate import TrueSong

compare = pytest.importorskip("video_processing.music.compare", reason="librosa is optional", exc_type=ImportError)


def test_three_methods_answer_and_ours_lands_on_the_beat() -> None:
    song = render_song(hard_songs(20)[1], 22050, stereo=False)
    ours, default, tuned = compare.compare_song(TrueSong("hard", song.samples, song.truth.grid(), np.zeros(0)))
    assert [ours.method, default.method, tuned.method] == ["ours", "librosa default", "librosa tuned"]
    assert ours.beat_f >= 0.99
    assert np.isnan(default.count1_f)
    assert min(ours.cpu_s, default.cpu_s, tuned.cpu_s) > 0
