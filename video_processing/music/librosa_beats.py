"""The one door to librosa: its beat trackers, for comparison only. librosa is a development dependency."""

from pathlib import Path
from typing import cast

import librosa
import numpy as np
import scipy.stats
from numpy.typing import NDArray

from video_processing.music.spectra import SAMPLE_RATE_HZ, Float32Array


def default_beats(samples: Float32Array) -> NDArray[np.float64]:
    """Return the beat times in seconds of `librosa.beat.beat_track` as it comes."""
    _, times_s = librosa.beat.beat_track(y=samples, sr=SAMPLE_RATE_HZ, units="time")
    return np.asarray(times_s, dtype=np.float64)


def tuned_beats(samples: Float32Array) -> NDArray[np.float64]:
    """Return its beat times at its best on bachata: a prior of 125 +- 15 BPM, 12 ms frames, medians, tightness 400."""
    hop = 256
    strength = librosa.onset.onset_strength(y=samples, sr=SAMPLE_RATE_HZ, hop_length=hop, aggregate=np.median)
    # librosa's stub names the unfrozen class; all it does is to call logpdf.
    prior = cast(scipy.stats.rv_continuous, scipy.stats.norm(loc=125, scale=15))
    tempo = librosa.feature.tempo(onset_envelope=strength, sr=SAMPLE_RATE_HZ, hop_length=hop, prior=prior)
    _, times_s = librosa.beat.beat_track(
        onset_envelope=strength, sr=SAMPLE_RATE_HZ, hop_length=hop, bpm=tempo, tightness=400, units="time"
    )
    return np.asarray(times_s, dtype=np.float64)


def plain_pipeline(path: Path) -> tuple[NDArray[np.float64], NDArray[np.float32], NDArray[np.float32]]:
    """Return beats, chroma and MFCC of a file as most programs get them: load at 22050 Hz, then three calls.

    It finds no downbeats, no count 1, no sections: less than `analyse_song` does. For benchmarks on files of ours only.
    """
    samples, _ = librosa.load(path, sr=SAMPLE_RATE_HZ, mono=True)
    chroma = librosa.feature.chroma_stft(y=samples, sr=SAMPLE_RATE_HZ)
    return default_beats(samples), chroma, librosa.feature.mfcc(y=samples, sr=SAMPLE_RATE_HZ, n_mfcc=13)
