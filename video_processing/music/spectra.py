"""Short-time spectra, a block of frames at a time so that a long song never stands in memory as a whole spectrogram.

Conventions: samples are mono float32 at `SAMPLE_RATE_HZ`; frame t is centred on sample t * hop; power is |FFT|^2.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import scipy.fft
from numpy.typing import NDArray

Float32Array = NDArray[np.float32]

SAMPLE_RATE_HZ = 22050
FINE_FFT, FINE_HOP = 1024, 220
"""For onsets: 46 ms windows, 100.2 frames a second."""
FINE_RATE_HZ = SAMPLE_RATE_HZ / FINE_HOP
COARSE_FFT, COARSE_HOP = 4096, 1024
"""For harmony and timbre: 186 ms windows, 21.5 frames a second."""
COARSE_RATE_HZ = SAMPLE_RATE_HZ / COARSE_HOP
BANDS_HZ = ((30, 130), (130, 400), (400, 900), (900, 3000), (5000, 11000))
"""Bass, bongo hembra, bongo macho, guitar and voice, güira."""
N_FINE_MELS, N_COARSE_MELS = 64, 40
BLOCK_FRAMES = 1024


@dataclass(frozen=True)
class FineSpectra:
    """What onsets are made of, at `FINE_RATE_HZ`."""

    mel: Float32Array
    """Power, shape (n_frames, 64), 30-11025 Hz."""
    bands: tuple[Float32Array, ...]
    """Power of the FFT bins of each of `BANDS_HZ`, shapes (n_frames, n_bins of the band)."""


@dataclass(frozen=True)
class CoarseSpectra:
    """What harmony and timbre are made of, at `COARSE_RATE_HZ`."""

    chroma: Float32Array
    """Log power by pitch class (C first), shape (n_frames, 12), 80-2000 Hz."""
    bass_chroma: Float32Array
    """Power by pitch class, shape (n_frames, 12), 38-180 Hz."""
    mel_db: Float32Array
    """Shape (n_frames, 40), dB."""


def power_blocks(samples: Float32Array, n_fft: int, hop: int) -> Iterator[tuple[int, Float32Array]]:
    """Yield (first frame, power of shape (<= BLOCK_FRAMES, n_fft // 2 + 1)) over the whole sound, Hann windows."""
    window = np.hanning(n_fft + 1)[:-1].astype(np.float32)
    padded = np.pad(samples, n_fft // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, n_fft)[::hop]
    for first in range(0, len(frames), BLOCK_FRAMES):
        spectrum = scipy.fft.rfft(frames[first : first + BLOCK_FRAMES] * window, axis=1)
        yield first, spectrum.real**2 + spectrum.imag**2


def fine_spectra(samples: Float32Array) -> FineSpectra:
    """Return the onset spectra of the sound."""
    n_frames = 1 + len(samples) // FINE_HOP
    filters = mel_filters(N_FINE_MELS, FINE_FFT)
    slices = [band_bins(low, high, FINE_FFT) for low, high in BANDS_HZ]
    mel = np.empty((n_frames, N_FINE_MELS), dtype=np.float32)
    bands = tuple(np.empty((n_frames, bins.stop - bins.start), dtype=np.float32) for bins in slices)
    for first, power in power_blocks(samples, FINE_FFT, FINE_HOP):
        rows = slice(first, first + len(power))
        mel[rows] = power @ filters
        for band, bins in zip(bands, slices, strict=True):
            band[rows] = power[:, bins]
    return FineSpectra(mel, bands)


def coarse_spectra(samples: Float32Array) -> CoarseSpectra:
    """Return the harmony and timbre spectra of the sound."""
    n_frames = 1 + len(samples) // COARSE_HOP
    chroma_filters = pitch_class_filters(80.0, 2000.0, COARSE_FFT)
    bass_filters = pitch_class_filters(38.0, 180.0, COARSE_FFT)
    filters = mel_filters(N_COARSE_MELS, COARSE_FFT)
    chroma = np.empty((n_frames, 12), dtype=np.float32)
    bass_chroma = np.empty((n_frames, 12), dtype=np.float32)
    mel_db = np.empty((n_frames, N_COARSE_MELS), dtype=np.float32)
    for first, power in power_blocks(samples, COARSE_FFT, COARSE_HOP):
        rows = slice(first, first + len(power))
        chroma[rows] = np.log1p(0.05 * power) @ chroma_filters
        bass_chroma[rows] = power @ bass_filters
        mel_db[rows] = 10 * np.log10(power @ filters + 1e-6)
    return CoarseSpectra(chroma, bass_chroma, mel_db)


def band_bins(low_hz: float, high_hz: float, n_fft: int) -> slice:
    """Return the FFT bins whose centres lie in [low_hz, high_hz)."""
    first, stop = np.ceil(np.array([low_hz, high_hz]) * n_fft / SAMPLE_RATE_HZ).astype(int)
    return slice(int(first), int(stop))


def mel_filters(n_mels: int, n_fft: int, low_hz: float = 30.0) -> Float32Array:
    """Return triangular filters on the HTK mel scale, shape (n_fft // 2 + 1, n_mels), each of sum 1."""
    edges_mel = np.linspace(_hz_to_mel(low_hz), _hz_to_mel(SAMPLE_RATE_HZ / 2), n_mels + 2)
    edges_hz = 700 * (10 ** (edges_mel / 2595) - 1)
    bins_hz = np.arange(n_fft // 2 + 1) * SAMPLE_RATE_HZ / n_fft
    rising = (bins_hz[:, None] - edges_hz[:-2]) / np.diff(edges_hz)[:-1]
    falling = (edges_hz[2:] - bins_hz[:, None]) / np.diff(edges_hz)[1:]
    triangles = np.maximum(0, np.minimum(rising, falling))
    # Below 200 Hz a triangle can be narrower than a bin: such a filter takes its nearest bin.
    empty = np.flatnonzero(triangles.sum(axis=0) == 0)
    triangles[np.abs(bins_hz[:, None] - edges_hz[1:-1][empty]).argmin(axis=0), empty] = 1
    return np.asarray(triangles / triangles.sum(axis=0), dtype=np.float32)


def pitch_class_filters(low_hz: float, high_hz: float, n_fft: int) -> Float32Array:
    """Return the map from FFT bins in [low_hz, high_hz) to 12 pitch classes, C first, shape (n_fft // 2 + 1, 12)."""
    filters = np.zeros((n_fft // 2 + 1, 12), dtype=np.float32)
    bins = np.arange(n_fft // 2 + 1)[band_bins(low_hz, high_hz, n_fft)]
    midi = 69 + 12 * np.log2(bins * SAMPLE_RATE_HZ / n_fft / 440)
    filters[bins, np.round(midi).astype(int) % 12] = 1
    return filters


def _hz_to_mel(hz: float) -> float:
    return float(2595 * np.log10(1 + hz / 700))
