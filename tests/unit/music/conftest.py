"""Signals of known counts, made here, and grids."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from video_processing.music.grid import BeatGrid

RATE_HZ = 22050
Sound = NDArray[np.float32]

_RNG_SEED = 7


def _add(sound: Sound, at_s: float, stroke: NDArray[np.float64]) -> None:
    first = round(at_s * RATE_HZ)
    stop = min(len(sound), first + len(stroke))
    sound[first:stop] += stroke[: stop - first].astype(np.float32)


def _tone(hz: float, length_s: float, decay_s: float) -> NDArray[np.float64]:
    times_s = np.arange(round(length_s * RATE_HZ)) / RATE_HZ
    return np.sin(2 * np.pi * hz * times_s) * np.exp(-times_s / decay_s)


@pytest.fixture(scope="session")
def silence() -> Callable[[float], Sound]:
    """Faint hiss, 90 dB below full scale, of a length in seconds."""

    def make(duration_s: float) -> Sound:
        rng = np.random.default_rng(_RNG_SEED)
        return (3e-5 * rng.standard_normal(round(duration_s * RATE_HZ))).astype(np.float32)

    return make


@pytest.fixture(scope="session")
def bachata_loop(silence: Callable[[float], Sound]) -> Callable[..., Sound]:
    """Bass on 1, 2&, 3 and 4, bongo low on 4, high on the others, scrapes on beats, chords of a bar; no sections."""
    roots_hz = (55.0, 49.0, 43.65, 41.2)

    def make(bpm: float, duration_s: float, lead_in_s: float = 0.4, beats_per_bar: int = 4) -> Sound:
        rng = np.random.default_rng(_RNG_SEED)
        sound, beat_s = silence(duration_s), 60 / bpm
        for beat in range(int((duration_s - lead_in_s - 0.3) / beat_s)):
            at_s, place, bar = lead_in_s + beat * beat_s, beat % beats_per_bar, beat // beats_per_bar
            root_hz = roots_hz[bar % 4]
            scrape = rng.standard_normal(900) * np.exp(-np.arange(900) / 250)
            _add(sound, at_s, 0.12 * scrape)
            _add(sound, at_s + beat_s / 2, 0.04 * scrape[:400])
            last = place == beats_per_bar - 1
            _add(sound, at_s, (0.35 if last else 0.2) * _tone(310 if last else 620, 0.15, 0.05))
            _add(sound, at_s + beat_s / 2, 0.08 * _tone(620, 0.1, 0.03))
            if place != 1:
                _add(sound, at_s, 0.4 * _tone(root_hz if place in (0, 3) else 1.5 * root_hz, 0.35, 0.2))
            else:
                _add(sound, at_s + beat_s / 2, 0.25 * _tone(1.5 * root_hz, 0.2, 0.15))
            for ratio in (4.0, 5.0, 6.0):
                _add(sound, at_s, 0.04 * _tone(ratio * root_hz, beat_s, 0.3))
        return sound

    return make


@pytest.fixture
def make_grid() -> Callable[..., BeatGrid]:
    """A steady grid of `n` beats at 120 BPM from 0.5 s on, with count 1 at the given beats."""

    def make(n: int = 64, count1: tuple[int, ...] | None = None) -> BeatGrid:
        ones = np.array(count1 if count1 is not None else range(0, n, 8))
        ends = [*ones[1:], n]
        bars = np.array([b for one, end in zip(ones, ends, strict=True) for b in range(one, end, 4)])
        return BeatGrid(120.0, 0.5 + 0.5 * np.arange(n), bars, ones, {"beat": 1.0})

    return make
