"""A song's counts: decoding and analysis."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.benchmarks.measuring import Clock, Figures
from video_processing.media.audio import decode_mono
from video_processing.media.probe import probe_song
from video_processing.music.analysis import analyse_song


def analyse(song_file: Path) -> Figures:
    """Decode and analyse one song, warm: beats, count 1, sections, energy, breaks, embeddings."""
    return timed(lambda: analyse_song(decode_mono(song_file)), song_file)


def ratios(ours: Figures, plain: Figures) -> Figures:
    """Return how many times the plain pipeline takes what ours does."""
    return {
        "plain_seconds_a_second_of_ours": plain["seconds"] / ours["seconds"],
        "plain_cpu_seconds_a_cpu_second_of_ours": plain["cpu_seconds"] / ours["cpu_seconds"],
        "plain_cold_seconds_a_cold_second_of_ours": plain["cold_seconds"] / ours["cold_seconds"],
        "plain_mib_a_mib_of_ours": plain["peak_mib"] / ours["peak_mib"],
    }


def timed(method: Callable[[], Any], song_file: Path) -> Figures:
    """Return the seconds of a method's first call and of its second."""
    song_s = probe_song(song_file).duration_s
    clock = Clock()
    with clock.timed("cold"):
        method()
    with clock.timed("warm"):
        method()
    return {
        "song_s": song_s,
        "cold_seconds": clock.wall_s["cold"],
        "seconds": clock.wall_s["warm"],
        "cpu_seconds": clock.cpu_s["warm"],
        "seconds_a_song_minute": clock.wall_s["warm"] / (song_s / 60),
        "cpu_seconds_a_song_minute": clock.cpu_s["warm"] / (song_s / 60),
        "times_real_time": song_s / clock.wall_s["warm"],
    }
