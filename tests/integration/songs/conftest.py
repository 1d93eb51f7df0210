"""A bachata loop of known counts, in files of every kind."""

import wave
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from choreography.models import Song
from choreography.songs.importing import import_song

RATE_HZ = 22_050
TEMPO_BPM = 120.0
LEAD_IN_S = 0.4

Write = Callable[..., Path]


def _stroke(hz: float, length_s: float, decay_s: float) -> np.ndarray:
    times_s = np.arange(round(length_s * RATE_HZ)) / RATE_HZ
    return np.sin(2 * np.pi * hz * times_s) * np.exp(-times_s / decay_s)


@pytest.fixture(scope="session")
def loop() -> np.ndarray:
    """40 s at 120 BPM, beats from 0.4 s on: bass on 1, 2&, 3 and 4, bongo low on 4; softer from 20.4 s on."""
    rng, beat_s = np.random.default_rng(7), 60 / TEMPO_BPM
    samples = 3e-5 * rng.standard_normal(40 * RATE_HZ)

    def add(at_s: float, stroke: np.ndarray) -> None:
        first = round(at_s * RATE_HZ)
        samples[first : first + len(stroke)] += stroke[: max(0, len(samples) - first)]

    for beat in range(78):
        at_s, place, root_hz = LEAD_IN_S + beat * beat_s, beat % 4, (55.0, 49.0, 43.65, 41.2)[beat // 4 % 4]
        scrape = rng.standard_normal(900) * np.exp(-np.arange(900) / 250)
        add(at_s, 0.12 * scrape)
        add(at_s, (0.35 if place == 3 else 0.2) * _stroke(310 if place == 3 else 620, 0.15, 0.05))
        add(at_s + beat_s / 2, 0.08 * _stroke(620, 0.1, 0.03))
        bass_s = at_s + beat_s / 2 if place == 1 else at_s
        add(bass_s, 0.4 * _stroke(root_hz if place in (0, 3) else 1.5 * root_hz, 0.35, 0.2))
        for ratio in (4.0, 5.0, 6.0):
            add(at_s, 0.04 * _stroke(ratio * root_hz, beat_s, 0.3))
    samples[round(20.4 * RATE_HZ) :] *= 0.3
    return samples.astype(np.float32)


@pytest.fixture
def write_song(tmp_path: Path, loop: np.ndarray) -> Write:
    """Return a function that writes the loop under a name: 16-bit WAV, or with `codec` whatever PyAV makes of it."""

    def write(name: str = "loop.wav", codec: str | None = None, samples: np.ndarray = loop, **tags: str) -> Path:
        path = tmp_path / "files" / name
        path.parent.mkdir(exist_ok=True)
        if codec is None:
            with wave.open(str(path), "wb") as file:
                file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
                file.writeframes(np.rint(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
            return path
        kind = {"flac": "flac", "libmp3lame": "mp3", "pcm_f32le": "wav"}[codec]
        with av.open(str(path), "w", format=kind) as container:
            container.metadata.update(tags)
            stream = container.add_stream(codec, rate=RATE_HZ, layout="mono")
            frame = av.AudioFrame.from_ndarray(samples[None].astype(np.float32), format="fltp", layout="mono")
            frame.sample_rate, frame.time_base, frame.pts = RATE_HZ, Fraction(1, RATE_HZ), 0
            resampler = av.AudioResampler(stream.format, "mono", RATE_HZ, frame_size=stream.frame_size or 1024)
            for part in [*resampler.resample(frame), *resampler.resample(None)]:
                container.mux(stream.encode(part))
            container.mux(stream.encode(None))
        return path

    return write


@pytest.fixture
def song(db: None, write_song: Write) -> Song:
    return import_song(write_song(), title="Loop")
