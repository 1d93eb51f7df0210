"""Pictures as a second output of the ffmpeg that makes something of a clip: decoding is a tenth of an import's time."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

import numpy as np
from numpy.typing import NDArray

from video_processing.media.frames import SLOT_SLACK, Crop, TimedFrame, slot_times_s

Made = TypeVar("Made")


class PicturesLostError(Exception):
    """There came other pictures than a clip's time stamps promise, or none: who reads them decodes the clip itself."""


@dataclass(frozen=True)
class PictureOutput:
    """RGB pictures, as `read_frames` yields them, as one more output of ffmpeg."""

    rate_hz: float
    displayed_px: tuple[int, int]
    """Width and height of the clip's picture."""
    content: Crop
    """What is wanted of it."""
    size_px: tuple[int, int]
    """Width and height of what comes."""
    descriptor: int
    """The file descriptor to write to."""

    def describe(self) -> list[str]:
        """Return ffmpeg's arguments."""
        slot, last_slot = (f"floor({time}*{self.rate_hz!r}+{SLOT_SLACK!r})" for time in ("t", "prev_selected_t"))
        is_first = f"gte({slot}\\,0)*(isnan(prev_selected_t)+gt({slot}\\,{last_slot}))"
        crop = self.content.cut_from(*self.displayed_px)
        scale = f"scale={self.size_px[0]}:{self.size_px[1]}:flags=area"
        return [
            *("-map", "0:v:0", "-vf", f"select='{is_first}',{crop},{scale},format=rgb24"),
            *("-fps_mode", "passthrough", "-f", "rawvideo", f"pipe:{self.descriptor}"),
        ]


@contextmanager
def pictures_besides(
    make: Callable[[PictureOutput], Made],
    path: Path,
    rate_hz: float,
    displayed_px: tuple[int, int],
    content: Crop,
    size_px: tuple[int, int],
) -> Iterator[tuple[Iterator[TimedFrame], Future[Made]]]:
    """Call `make` in a thread, and give the pictures that its ffmpeg writes and what it will return.

    The pictures are those of `read_frames`; for who stops reading them, `make` fails. Raises UnreadableMediaError.
    """
    times_s = slot_times_s(path, rate_hz)
    reading, writing = os.pipe()
    with ThreadPoolExecutor(1, "making") as thread, os.fdopen(reading, "rb") as stream:
        making = thread.submit(make, PictureOutput(rate_hz, displayed_px, content, size_px, writing))
        making.add_done_callback(lambda _: os.close(writing))
        yield read_pictures(stream, size_px, times_s), making


def read_pictures(stream: BinaryIO, size_px: tuple[int, int], times_s: NDArray[np.float64]) -> Iterator[TimedFrame]:
    """Yield the pictures of a stream, of width and height `size_px`, with their times.

    Raises:
        PicturesLostError: there are fewer than times, or more, as of a clip whose pictures change their size.
    """
    shape = (size_px[1], size_px[0], 3)
    n_bytes = int(np.prod(shape))
    for time_s in times_s:
        picture = stream.read(n_bytes)
        if len(picture) < n_bytes:
            raise PicturesLostError
        yield TimedFrame(float(time_s), np.frombuffer(picture, dtype=np.uint8).reshape(shape))
    if stream.read(1):
        while stream.read(n_bytes):  # else who writes them would wait
            pass
        raise PicturesLostError
