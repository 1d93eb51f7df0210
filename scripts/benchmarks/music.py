"""A song's counts: decoding and analysis."""

from pathlib import Path

from scripts.benchmarks.measuring import Clock, Figures
from video_processing.media.audio import decode_mono
from video_processing.music.analysis import analyse_song


def analyse(song_file: Path) -> Figures:
    """Decode and analyse one song, warm."""
    analyse_song(decode_mono(song_file))
    clock = Clock()
    with clock.timed("all"):
        analysis = analyse_song(decode_mono(song_file))
    minutes = analysis.duration_s / 60
    return {
        "song_s": analysis.duration_s,
        "seconds": clock.wall_s["all"],
        "seconds_a_song_minute": clock.wall_s["all"] / minutes,
        "cpu_seconds_a_song_minute": clock.cpu_s["all"] / minutes,
        "times_real_time": analysis.duration_s / clock.wall_s["all"],
    }
