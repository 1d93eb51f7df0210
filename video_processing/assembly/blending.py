"""Encoding the blended frames of all seams into one small file whose packets mix with the mezzanines'."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import numpy as np
from av.video.frame import PictureType, VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

from video_processing.assembly.blends import Blend
from video_processing.assembly.movie import open_movie
from video_processing.media.container import CLIP_MEDIA, open_media
from video_processing.media.probe import video_stream
from video_processing.mezzanine.packets import MezzanineIndex
from video_processing.mezzanine.parameters import MezzanineParameters, encoder_options

Picture = NDArray[np.uint8]
"""YUV 4:2:0 planes under one another, shape (height * 3 / 2, width)."""
NOMINAL_FPS = 30
WEIGHT_STEPS = 256


def encode_blends(
    path: Path,
    blends: tuple[Blend, ...],
    indices: Mapping[Path, MezzanineIndex],
    parameters: MezzanineParameters,
    on_blend: Callable[[int], None],
) -> None:
    """Write the blends one after the other, each opened by a keyframe. `on_blend` hears how many are done.

    Raises:
        UnreadableMediaError: a mezzanine does not decode.
        StorageFullError, MovieError: the file could not be written.
    """
    with open_movie(path) as movie:
        stream = _encoder(movie.add_stream("libx264", rate=NOMINAL_FPS), parameters)
        tick = 0
        for done, blend in enumerate(blends, start=1):
            for first, picture in enumerate(_pictures(blend, indices)):
                frame = VideoFrame.from_ndarray(picture, format="yuv420p")
                frame.pts, frame.time_base = tick, stream.codec_context.time_base
                frame.pict_type = PictureType.I if first == 0 else PictureType.NONE
                movie.mux(stream.encode(frame))
                tick += parameters.time_base_hz // NOMINAL_FPS
            on_blend(done)
        movie.mux(stream.encode(None))


def _encoder(stream: VideoStream, parameters: MezzanineParameters) -> VideoStream:
    stream.width, stream.height, stream.pix_fmt = parameters.width_px, parameters.height_px, "yuv420p"
    context = stream.codec_context
    context.time_base = Fraction(1, parameters.time_base_hz)
    context.options = encoder_options(parameters)
    context.sample_aspect_ratio = Fraction(1)
    # As the mezzanines say of themselves; ITU-T H.273: 1 is BT.709 in all three, and limited range.
    context.color_range = context.colorspace = context.color_primaries = context.color_trc = 1
    return stream


def _pictures(blend: Blend, indices: Mapping[Path, MezzanineIndex]) -> Iterator[Picture]:
    leaving = _decoded(blend.leaving, indices[blend.leaving], blend.leaving_frames)
    entering = _decoded(blend.entering, indices[blend.entering], blend.entering_frames)
    for before, after, weight in zip(leaving, entering, blend.weights, strict=True):
        yield mix(before, after, weight)


def mix(before: Picture, after: Picture, weight: float) -> Picture:
    """Return `before` with the share `weight` (0..1, in 256 steps) of `after`."""
    share = np.uint16(round(weight * WEIGHT_STEPS))
    summed = before * (np.uint16(WEIGHT_STEPS) - share) + after * share
    return ((summed + np.uint16(WEIGHT_STEPS // 2)) >> np.uint16(8)).astype(np.uint8)


def _decoded(path: Path, index: MezzanineIndex, frames: tuple[int, ...]) -> Iterator[Picture]:
    """Yield the pictures of frame numbers that do not fall."""
    with open_media(path, CLIP_MEDIA) as container:
        stream = video_stream(container)
        tick_s = float(stream.time_base or 0)
        number = int(index.keyframes[index.keyframes <= frames[0]][-1]) - 1
        container.seek(round(index.times_s[number + 1] / tick_s), stream=stream)
        decoder = container.decode(stream)
        picture: Picture | None = None
        for wanted in frames:
            while number < wanted:
                frame, number, picture = next(decoder), number + 1, None
            if picture is None:
                picture = frame.to_ndarray().astype(np.uint8, copy=False)
            yield picture
