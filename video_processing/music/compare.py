"""Our analysis beside librosa's beat trackers, on the same songs in one run."""

import time
from collections.abc import Callable
from typing import TypeVar

from video_processing.music.analysis import analyse_song
from video_processing.music.evaluate import Scores, TrueSong, score_analysis, score_beats
from video_processing.music.librosa_beats import default_beats, tuned_beats
from video_processing.music.spectra import SAMPLE_RATE_HZ, Float32Array

Answer = TypeVar("Answer")
WARM_UP_S = 30.0


def compare_song(song: TrueSong) -> list[Scores]:
    """Return the scores of three methods: ours, librosa's default and librosa tuned; CPU seconds of this process."""
    analysis, cpu_s = _timed(analyse_song, song.samples)
    trackers = (("librosa default", default_beats), ("librosa tuned", tuned_beats))
    return [
        score_analysis(song, analysis, cpu_s),
        *(score_beats(method, song, *_timed(tracker, song.samples)) for method, tracker in trackers),
    ]


def _timed(method: Callable[[Float32Array], Answer], samples: Float32Array) -> tuple[Answer, float]:
    start_s = time.process_time()
    answer = method(samples)
    return answer, time.process_time() - start_s


def warm_up(song: TrueSong) -> None:
    """Run every method once on the beginning of a song: librosa compiles itself at the first call."""
    samples = song.samples[: round(WARM_UP_S * SAMPLE_RATE_HZ)]
    for method in (analyse_song, default_beats, tuned_beats):
        method(samples)
