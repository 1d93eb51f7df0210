"""Made sound and video of known length, rate and content."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest


def write_sound(path: Path, samples: np.ndarray, rate_hz: int, codec: str, tags: dict[str, str]) -> Path:
    with av.open(str(path), "w") as container:
        container.metadata.update(tags)
        layout = {1: "mono", 2: "stereo"}[samples.shape[0]]
        stream = container.add_stream(codec, rate=rate_hz, layout=layout)
        frame = av.AudioFrame.from_ndarray(samples.astype(np.float32), format="fltp", layout=layout)
        frame.sample_rate, frame.time_base, frame.pts = rate_hz, Fraction(1, rate_hz), 0
        resampler = av.AudioResampler(
            format=stream.format, layout=layout, rate=rate_hz, frame_size=stream.frame_size or 1024
        )
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return path


@pytest.fixture
def tone_file(tmp_path: Path) -> Callable[..., Path]:
    """A factory of files with a click at 1 s over a quiet tone."""

    def make(
        name: str, codec: str, duration_s: float = 21.0, rate_hz: int = 44_100, channels: int = 2, **tags: str
    ) -> Path:
        times = np.arange(round(duration_s * rate_hz)) / rate_hz
        wave = 0.05 * np.sin(2 * np.pi * 220 * times)
        wave[(times >= 1.0) & (times < 1.01)] = 0.9
        return write_sound(tmp_path / name, np.tile(wave, (channels, 1)), rate_hz, codec, tags)

    return make


@pytest.fixture
def clip_file(tmp_path: Path) -> Callable[..., Path]:
    """A factory of clips whose frame i is grey level 16 + 4 (i mod 50), with a white left third."""

    def make(
        name: str = "clip.mp4",
        fps: Fraction = Fraction(30),
        frames: int = 60,
        size_px: tuple[int, int] = (320, 180),
        times_s: list[float] | None = None,
        rotation_deg: int = 0,
        b_frames: int = 0,
        pixel_aspect: Fraction = Fraction(1),
        black_frames: int = 0,
    ) -> Path:
        path = tmp_path / name
        with av.open(str(path), "w") as container:
            stream = container.add_stream("libx264", rate=fps, options={"preset": "ultrafast", "bf": str(b_frames)})
            stream.width, stream.height, stream.pix_fmt = *size_px, "yuv420p"
            stream.codec_context.time_base = Fraction(1, 90_000)
            stream.codec_context.sample_aspect_ratio = pixel_aspect
            if rotation_deg:
                stream.set_display_rotation(rotation_deg)
            for i in range(frames):
                picture = np.full((size_px[1], size_px[0], 3), 16 + 4 * (i % 50), dtype=np.uint8)
                picture[:, : size_px[0] // 3] = 255
                if i < black_frames:
                    picture[:] = 0
                frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
                frame.time_base = Fraction(1, 90_000)
                frame.pts = round((times_s[i] if times_s else float(i / fps)) * 90_000)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        return path

    return make
