"""Pictures of a clip for analysis: decoded once, thinned by their time stamps, scaled before they reach numpy."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from av.codec.context import ThreadType
from av.filter import Graph
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

from video_processing.media.container import CLIP_MEDIA, UnreadableMediaError, open_media, origin_s
from video_processing.media.probe import Turn, shown_turn, square_size_px, video_stream

SLOT_SLACK = 0.02
"""A frame this part of a slot too early still opens it: time stamps in milliseconds round down."""

Filter = tuple[str, str]
"""Name and arguments of an ffmpeg filter."""

UPRIGHT: dict[Turn, tuple[Filter, ...]] = {
    Turn(0): (),
    Turn(90): (("transpose", "cclock"),),
    Turn(180): (("hflip", ""), ("vflip", "")),
    Turn(270): (("transpose", "clock"),),
    Turn(0, mirrored=True): (("hflip", ""),),
    Turn(90, mirrored=True): (("hflip", ""), ("transpose", "cclock")),
    Turn(180, mirrored=True): (("vflip", ""),),
    Turn(270, mirrored=True): (("hflip", ""), ("transpose", "clock")),
}


@dataclass(frozen=True)
class TimedFrame:
    """A displayed picture."""

    time_s: float
    """Its own time stamp, counted from the file's 0:00."""
    rgb: NDArray[np.uint8]
    """Shape (height, width, 3)."""


@dataclass(frozen=True)
class Crop:
    """A rectangle of the displayed picture, in pixels from its top left; odd numbers are rounded down to even ones."""

    x_px: int
    y_px: int
    width_px: int
    height_px: int

    def cut_from(self, width_px: int, height_px: int) -> str:
        """Return ffmpeg's filter that cuts it from a picture of that displayed size; pixels may not be square."""
        return (
            f"crop=iw*{self.width_px}/{width_px}:ih*{self.height_px}/{height_px}"
            f":iw*{self.x_px}/{width_px}:ih*{self.y_px}/{height_px}"
        )


def read_frames(
    path: Path, rate_hz: float, *, size_px: tuple[int, int] | None = None, crop: Crop | None = None
) -> Iterator[TimedFrame]:
    """Yield at most `rate_hz` frames a second, the first of each 1/`rate_hz`, turned upright.

    `crop` is taken from the displayed picture, then scaled to `size_px` (width, height).

    Raises:
        UnreadableMediaError: the video cannot be decoded.
    """
    wanted: frozenset[int] = frozenset(_first_of_each_slot(*_ticks(path), rate_hz).tolist())
    with open_media(path, CLIP_MEDIA) as container:
        stream, origin, graph = video_stream(container), origin_s(container), None
        context = stream.codec_context
        context.thread_type = ThreadType.SLICE  # a frame a thread would keep 9 MB more in memory, and is no faster here
        for packet in container.demux(stream):
            # Frames that are neither wanted nor needed by others are not decoded: at 15 of 30 frames a second that
            # saves 20 % of the time where a clip has B-frames.
            context.skip_frame = "DEFAULT" if packet.pts in wanted else "NONREF"
            for frame in packet.decode():
                if frame.pts not in wanted or frame.time_base is None:
                    continue
                graph = graph or linked(stream, _filters_of(stream, frame, size_px, crop))
                graph.vpush(frame)
                time_s = max(float(frame.pts * frame.time_base) - origin, 0.0)
                yield TimedFrame(time_s, graph.vpull().to_ndarray().astype(np.uint8, copy=False))


def frame_times_s(path: Path) -> NDArray[np.float64]:
    """Return the rising display times of a clip's frames from its 0:00, shape (n,). Raises UnreadableMediaError."""
    ticks, tick_s, origin = _ticks(path)
    times_s: NDArray[np.float64] = ticks * np.float64(tick_s) - origin
    return times_s


def slot_times_s(path: Path, rate_hz: float) -> NDArray[np.float64]:
    """Return the times of the frames that `read_frames` yields, shape (n,). Raises UnreadableMediaError."""
    ticks, tick_s, origin = _ticks(path)
    times_s: NDArray[np.float64] = _first_of_each_slot(ticks, tick_s, origin, rate_hz) * np.float64(tick_s) - origin
    return np.maximum(times_s, 0.0)


def _first_of_each_slot(ticks: NDArray[np.int64], tick_s: float, origin: float, rate_hz: float) -> NDArray[np.int64]:
    slots = np.floor((ticks * tick_s - origin) * rate_hz + SLOT_SLACK)
    _, first = np.unique(slots, return_index=True)
    return np.asarray(ticks[first][slots[first] >= 0])


def _ticks(path: Path) -> tuple[NDArray[np.int64], float, float]:
    """Return the time stamps of all frames, rising, what one of their units is in seconds, and that of 0:00."""
    with open_media(path, CLIP_MEDIA) as container:
        stream = video_stream(container)
        ticks = [packet.pts for packet in container.demux(stream) if packet.pts is not None and not packet.is_discard]
        if not ticks:
            raise UnreadableMediaError("The pictures of this video carry no times.")
        return np.unique(np.array(ticks, dtype=np.int64)), float(stream.time_base or 0), origin_s(container)


def _filters_of(
    stream: VideoStream, frame: VideoFrame, size_px: tuple[int, int] | None, crop: Crop | None
) -> tuple[Filter, ...]:
    square_px = square_size_px(stream, frame)
    stretched = square_px != (frame.width, frame.height)
    return describe_filters(shown_turn(frame), size_px, crop, square_px=square_px if stretched else None)


def describe_filters(
    turn: Turn, size_px: tuple[int, int] | None, crop: Crop | None, *, square_px: tuple[int, int] | None = None
) -> tuple[Filter, ...]:
    """Return the filters that turn a stored picture as it is shown, crop and scale it to RGB.

    `square_px`: its size (width, height) with square pixels, where the stored ones are not.
    """
    filters: tuple[Filter, ...] = (("scale", f"{square_px[0]}:{square_px[1]}:flags=area"),) if square_px else ()
    filters += UPRIGHT[turn]
    if crop is not None:
        filters += (("crop", f"{crop.width_px}:{crop.height_px}:{crop.x_px}:{crop.y_px}"),)
    if size_px is not None:
        filters += (("scale", f"{size_px[0]}:{size_px[1]}:flags=area"),)
    return (*filters, ("format", "rgb24"))


def linked(stream: VideoStream, filters: tuple[Filter, ...]) -> Graph:
    """Return a ready filter graph for the frames of a stream."""
    graph = Graph()
    nodes = [graph.add_buffer(template=stream)]
    nodes += [graph.add(name, args or None) for name, args in filters]
    graph.link_nodes(*nodes, graph.add("buffersink")).configure()
    return graph
