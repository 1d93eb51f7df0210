"""Pictures of a clip for analysis: decoded once, thinned by their time stamps, scaled before they reach numpy."""

import math
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
from video_processing.media.probe import video_stream

SLOT_SLACK = 0.02
"""A frame this part of a slot too early still opens it: time stamps in milliseconds round down."""

UPRIGHT = {0: (), 90: (("transpose", "cclock"),), 180: (("hflip", ""), ("vflip", "")), 270: (("transpose", "clock"),)}

Filter = tuple[str, str]
"""Name and arguments of an ffmpeg filter."""


@dataclass(frozen=True)
class TimedFrame:
    """A displayed picture."""

    time_s: float
    """Its own time stamp, counted from the file's 0:00."""
    rgb: NDArray[np.uint8]
    """Shape (height, width, 3)."""


@dataclass(frozen=True)
class Crop:
    """A rectangle of the displayed picture, in pixels from its top left."""

    x_px: int
    y_px: int
    width_px: int
    height_px: int


def read_frames(
    path: Path, rate_hz: float, *, size_px: tuple[int, int] | None = None, crop: Crop | None = None
) -> Iterator[TimedFrame]:
    """Yield at most `rate_hz` frames a second, the first of each 1/`rate_hz`, turned upright.

    `crop` is taken from the displayed picture, then scaled to `size_px` (width, height).

    Raises:
        UnreadableMediaError: the video cannot be decoded.
    """
    with open_media(path, CLIP_MEDIA) as container:
        stream = video_stream(container)
        stream.codec_context.thread_type = ThreadType.AUTO
        origin, slot, graph = origin_s(container), -1, None
        for frame in container.decode(stream):
            time = time_s(frame) - origin
            due = math.floor(time * rate_hz + SLOT_SLACK)
            if due <= slot or time < -SLOT_SLACK / rate_hz:
                continue
            slot = due
            graph = graph or linked(stream, describe_filters(frame.rotation, size_px, crop))
            graph.vpush(frame)
            yield TimedFrame(max(time, 0.0), graph.vpull().to_ndarray().astype(np.uint8, copy=False))


def time_s(frame: VideoFrame) -> float:
    """Return the presentation time of a decoded frame; a video whose frames have none cannot be danced to."""
    if frame.pts is None or frame.time_base is None:
        raise UnreadableMediaError("The pictures of this video carry no times.")
    return float(frame.pts * frame.time_base)


def describe_filters(rotation_deg: int, size_px: tuple[int, int] | None, crop: Crop | None) -> tuple[Filter, ...]:
    """Return the filters that turn a stored picture by `rotation_deg` counter-clockwise, crop and scale it to RGB."""
    filters: tuple[Filter, ...] = UPRIGHT[round(rotation_deg / 90) * 90 % 360]
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
