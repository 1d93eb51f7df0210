from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from video_processing.assembly.fast import assemble_fast
from video_processing.assembly.practice import excerpt, slowed
from video_processing.assembly.timeline import Timeline
from video_processing.media.audio import decode_mono
from video_processing.media.rendition import make_slow_song

RATE_HZ = 22_050


@pytest.fixture
def timeline(moves: Any, song: Any) -> Timeline:
    return song.timeline([moves[Fraction(30)]] * 2)


def clicks_s(path: Path, beats_s: np.ndarray) -> np.ndarray:
    """Where the sound first rises near each beat."""
    sound = np.abs(decode_mono(path))
    found = []
    for beat in beats_s:
        start = max(round((beat - 0.1) * RATE_HZ), 0)
        near = sound[start : round((beat + 0.1) * RATE_HZ)]
        found.append((start + np.flatnonzero(near > 0.5 * near.max())[0]) / RATE_HZ)
    return np.array(found)


def test_an_excerpt_keeps_dance_and_music_together(timeline: Timeline, song: Any, watch: Any, tmp_path: Path) -> None:
    beats = song.beats_s[7:13]

    assemble_fast(excerpt(timeline, float(beats[0]), float(beats[-1])), tmp_path / "part.mp4")

    watched = watch(tmp_path / "part.mp4")
    expected = beats[:-1] - beats[0]
    assert watched.end_s == pytest.approx(beats[-1] - beats[0], abs=0.001)
    assert watched.flashes_s()[: len(expected)] == pytest.approx(expected, abs=1 / 30)
    assert clicks_s(tmp_path / "part.mp4", expected[1:]) == pytest.approx(expected[1:], abs=0.003)
    assert len(decode_mono(tmp_path / "part.mp4")) / RATE_HZ == pytest.approx(beats[-1] - beats[0], abs=1 / 30)


@pytest.mark.parametrize("rate", [0.5, 0.75])
def test_a_slow_copy_keeps_dance_and_music_together(
    rate: float, timeline: Timeline, song: Any, watch: Any, tmp_path: Path
) -> None:
    info = make_slow_song(song.aac, rate, tmp_path / "slow.m4a")
    slow = slowed(replace(timeline, duration_s=info.duration_s * rate), rate, tmp_path / "slow.m4a")

    assemble_fast(slow, tmp_path / "slow.mp4")

    danced = song.beats_s[4:20] / rate
    watched = watch(tmp_path / "slow.mp4")
    flashes = watched.flashes_s()
    flashes = flashes[(flashes > danced[0] - 0.3) & (flashes < danced[-1] + 0.3)]
    assert info.duration_s == pytest.approx(song.duration_s / rate, abs=0.05)
    assert flashes == pytest.approx(danced, abs=1 / 30 / rate)
    assert clicks_s(tmp_path / "slow.mp4", danced) == pytest.approx(danced, abs=0.02)
