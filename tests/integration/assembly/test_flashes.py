"""The promise of the whole project: what happens on a beat of a clip is seen on a beat of the song."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from video_processing.assembly.fast import assemble_fast
from video_processing.media.audio import decode_mono
from video_processing.media.probe import probe_song

RATES = ["24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001"]
CUT_BEATS = 8


def errors_s(flashes_s: np.ndarray, beats_s: np.ndarray) -> np.ndarray:
    """The signed distance of the only flash near each beat; fails where a beat has none or a flash has no beat."""
    first, last = beats_s[0] - 0.2, beats_s[-1] + 0.2
    inside = flashes_s[(flashes_s > first) & (flashes_s < last)]
    assert len(inside) == len(beats_s)
    return inside - beats_s


@pytest.mark.parametrize("rate", RATES)
def test_flashes_stay_within_a_frame_of_the_beats_at_every_frame_rate(
    rate: str, moves: Any, song: Any, watch: Any, tmp_path: Path
) -> None:
    move = moves[Fraction(rate)]
    timeline = song.timeline([move] * 4)

    report = assemble_fast(timeline, tmp_path / "video.mp4")

    watched = watch(tmp_path / "video.mp4")
    errors = errors_s(watched.flashes_s(), song.beats_s[4 : 4 + 4 * CUT_BEATS])
    assert np.abs(errors).max() < 1 / float(move.rate)
    assert abs(errors.mean()) < 0.5 / float(move.rate)
    assert watched.end_s == pytest.approx(song.duration_s, abs=1 / float(move.rate))
    assert len(watched.times_s) == report.video_frames


def test_moves_of_all_frame_rates_follow_one_another_on_the_beat(
    moves: Any, song: Any, watch: Any, tmp_path: Path
) -> None:
    timeline = song.timeline(list(moves.values()))

    assemble_fast(timeline, tmp_path / "video.mp4")

    watched = watch(tmp_path / "video.mp4")
    errors = errors_s(watched.flashes_s(), song.beats_s[4 : 4 + 7 * CUT_BEATS]).reshape(7, CUT_BEATS)
    frame_s = np.array([1 / float(rate) for rate in moves])
    assert (np.abs(errors).max(axis=1) < frame_s).all()
    # Each move is entered on its song's beat exactly, so nothing adds up from move to move.
    assert np.abs(errors[:, 0]).max() < 0.001
    assert (np.diff(watched.times_s) > 0).all()
    danced = (watched.times_s > song.beats_s[4]) & (watched.times_s < song.beats_s[4 + 7 * CUT_BEATS])
    assert np.diff(watched.times_s[danced]).max() < 2 / 23.976


def test_clicks_of_the_song_and_flashes_of_the_dance_coincide_in_the_file(
    moves: Any, song: Any, watch: Any, tmp_path: Path
) -> None:
    move = moves[Fraction(30)]
    assemble_fast(song.timeline([move] * 4), tmp_path / "video.mp4")

    sound = np.abs(decode_mono(tmp_path / "video.mp4"))
    flashes = watch(tmp_path / "video.mp4").flashes_s()
    danced = song.beats_s[4 : 4 + 4 * CUT_BEATS]
    for beat in danced:
        near = slice(round((beat - 0.05) * 22_050), round((beat + 0.05) * 22_050))
        click = near.start / 22_050 + np.flatnonzero(sound[near] > 0.3)[0] / 22_050
        assert click == pytest.approx(beat, abs=0.003)
        assert np.abs(flashes - click).min() < 1 / 30
    assert len(sound) / 22_050 == pytest.approx(song.duration_s, abs=1 / 30)


def test_before_the_first_move_its_clip_runs_up_to_it_on_the_beat(
    moves: Any, song: Any, watch: Any, tmp_path: Path
) -> None:
    move = moves[Fraction(25)]

    assemble_fast(song.timeline([move] * 2, first_beat=4), tmp_path / "video.mp4")

    watched = watch(tmp_path / "video.mp4")
    lead_in = watched.flashes_s()[watched.flashes_s() < song.beats_s[4] - 0.1]
    # The clip has two beats ahead of the cut, then its earliest frame is held back to 0:00.
    rate = (song.beats_s[5] - song.beats_s[4]) / (move.beats_s[3] - move.beats_s[2])
    expected = song.beats_s[4] - (move.beats_s[2] - np.array(move.beats_s[:2])) * rate
    assert lead_in == pytest.approx(expected, abs=1.5 / 25)
    assert watched.times_s[0] == 0


def test_a_song_that_starts_at_once_shows_no_early_flash(moves: Any, song: Any, watch: Any, tmp_path: Path) -> None:
    move = moves[Fraction(25)]

    assemble_fast(song.timeline([move] * 4, first_beat=0), tmp_path / "video.mp4")

    watched = watch(tmp_path / "video.mp4")
    seen = watched.brightness > 150
    shown_s = np.diff(np.append(watched.times_s, watched.end_s))
    visible = watched.times_s[seen & (shown_s > 0.002)]
    assert visible[0] == pytest.approx(song.beats_s[0], abs=0.001) or visible[0] < song.beats_s[0] - 0.3
    assert watched.times_s[0] == 0


def test_after_the_last_move_the_video_lasts_as_long_as_the_song(
    moves: Any, song: Any, watch: Any, tmp_path: Path
) -> None:
    assemble_fast(song.timeline([moves[Fraction(50)]]), tmp_path / "video.mp4")

    watched = watch(tmp_path / "video.mp4")
    after = watched.flashes_s()[watched.flashes_s() > song.beats_s[12] - 0.1]
    assert len(after) == 2  # the clip's last two beats, then its last frame is held
    assert watched.end_s == pytest.approx(song.duration_s, abs=0.001)
    assert probe_song(tmp_path / "video.mp4").duration_s == pytest.approx(song.duration_s, abs=0.02)
