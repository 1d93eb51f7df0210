"""A plain librosa pipeline, as most programs use it: measured apart, so that its imports weigh on nothing else."""

from pathlib import Path

from scripts.benchmarks.measuring import Figures
from scripts.benchmarks.music import timed

try:
    from video_processing.music.librosa_beats import plain_pipeline
except ImportError:
    HAS_LIBROSA = False
else:
    HAS_LIBROSA = True


def analyse(song_file: Path) -> Figures:
    """Load one song with librosa and find beats, chroma and MFCC, warm: no bars, no count 1, no sections, no energy."""
    return timed(lambda: plain_pipeline(song_file), song_file)
