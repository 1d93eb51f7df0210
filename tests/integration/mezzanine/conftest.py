"""Clips whose every beat is a white frame."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

TICKS_HZ = 90_000


@pytest.fixture
def flash_clip(tmp_path: Path) -> Callable[..., Path]:
    """A factory of clips with frames at given times, white where flagged and dark noise elsewhere."""

    def make(
        times_s: Sequence[float],
        white: Sequence[bool],
        *,
        size_px: tuple[int, int] = (320, 180),
        rotation_deg: int = 0,
        aspect: Fraction | None = None,
        left_third_white: bool = False,
        name: str = "clip.mp4",
    ) -> Path:
        noise = np.random.default_rng(0).integers(0, 60, (size_px[1], size_px[0], 3), dtype=np.uint8)
        with av.open(str(tmp_path / name), "w") as container:
            stream = container.add_stream("libx264", rate=30, options={"preset": "ultrafast", "bf": "2"})
            stream.width, stream.height, stream.pix_fmt = *size_px, "yuv420p"
            stream.codec_context.time_base = Fraction(1, TICKS_HZ)
            if aspect:
                stream.codec_context.sample_aspect_ratio = aspect
            if rotation_deg:
                stream.set_display_rotation(rotation_deg)
            for i, time_s in enumerate(times_s):
                picture = np.full_like(noise, 255) if white[i] else np.roll(noise, 2 * i, axis=1)
                if left_third_white:
                    picture[:, : size_px[0] // 3] = 255
                frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
                frame.time_base, frame.pts = Fraction(1, TICKS_HZ), round(time_s * TICKS_HZ)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        return tmp_path / name

    return make
