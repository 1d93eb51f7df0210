"""Making a mezzanine: a clip encoded once, with a keyframe on every beat, ready to be copied packet by packet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from common.errors import InternalError
from video_processing.media.container import CLIP_MEDIA, UnreadableMediaError
from video_processing.media.ffmpeg import describe_input, run_ffmpeg
from video_processing.media.frames import Crop, frame_times_s
from video_processing.media.probe import ClipInfo, probe_clip
from video_processing.media.second_output import PictureOutput
from video_processing.media.whole_file import sha256_of, whole_file
from video_processing.mezzanine.copying import TIME_TOLERANCE_S, copy_packets, is_mezzanine
from video_processing.mezzanine.keyframes import FloatArray, nearest_frames
from video_processing.mezzanine.packets import read_index
from video_processing.mezzanine.parameters import MEZZANINE, MezzanineParameters, describe_encoder
from video_processing.mezzanine.picture import assumed_matrix, describe_picture

TIMEOUT_S = 180.0
"""A 60 s clip of 60 frames a second takes about 15 s of two cores."""
READING_TIMEOUT_S = 900.0
"""Whoever reads the pictures looks for dancers in them: 1,800 at most, on a slow machine three a second."""


class MezzanineMismatchError(InternalError):
    """A mezzanine lacks a keyframe, or its packets cannot be mixed with the others'."""

    code = "mezzanine_mismatch"


@dataclass(frozen=True)
class MezzanineInfo:
    """A mezzanine. Its times are those of the clip."""

    sha256: str
    duration_s: float
    fps: float
    keyframe_times_s: tuple[float, ...]
    """Rising: the first frame, and the frame nearest each beat."""
    bytes: int
    fingerprint: str
    """Equal for all files whose packets can be mixed."""


def describe_mezzanine(
    source: Path,
    destination: Path,
    clip: ClipInfo,
    keyframe_times_s: Sequence[float],
    parameters: MezzanineParameters,
    content: Crop | None = None,
    threads: int = 0,
    pictures: PictureOutput | None = None,
) -> list[str]:
    """Return the ffmpeg arguments that make a mezzanine of a clip with keyframes at these frames' times.

    `threads`: of the decoder, the filters and the encoder each, 0 for as many as there are cores.
    """
    # A keyframe is forced at the first frame not before the time given: a little early is exact.
    forced = ",".join(f"{max(time - TIME_TOLERANCE_S, 0):.6f}" for time in keyframe_times_s)
    matrix = assumed_matrix(clip.width_px, clip.height_px, told=clip.colours_told)
    size_px = parameters.width_px, parameters.height_px
    picture = describe_picture(clip.width_px, clip.height_px, size_px, content, matrix)
    return [
        *("-max_error_rate", "1"),  # of a clip that hardly decodes too it is said that it is damaged
        *("-filter_threads", str(threads), "-threads:v", str(threads), *describe_input(source, CLIP_MEDIA)),
        *("-map", "0:v:0", "-an", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"),
        *("-vf", picture, *describe_encoder(parameters), "-threads:v", str(threads), "-force_key_frames", forced),
        *("-fflags", "+bitexact", "-movflags", "+faststart", "-f", "mp4", f"file:{destination.absolute()}"),
        *(pictures.describe() if pictures else ()),
    ]


def make_mezzanine(
    source: Path,
    destination: Path,
    *,
    beat_times_s: Sequence[float],
    parameters: MezzanineParameters = MEZZANINE,
    content: Crop | None = None,
    threads: int = 0,
    pictures: PictureOutput | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> MezzanineInfo:
    """Encode a clip to a mezzanine: video only, every frame kept at its own time, a keyframe at each beat.

    A clip that is one already, as the demo films them, is looked through and copied: in a third of the time.

    Frames are kept rather than made even: dropping one could drop the frame of a beat, and players show uneven
    frames as well as even ones. Of the picture only `content` is kept (default: all), as
    `video_processing.media.content_crop.find_content` finds it between bars. One of `threads` takes 14 % less processor
    time than two that share a clip: for imports that run side by side. What is decoded becomes `pictures` too, for who
    reads them; of a clip that is copied come none.

    Raises:
        UnreadableMediaError, MediaLimitError: as `probe_clip`, or a frame does not decode.
        EncodingError, StorageFullError, ProcessTimeoutError, CancelledError: as `run_ffmpeg`.
        MezzanineMismatchError: the result lacks a keyframe.
    """
    clip = probe_clip(source)
    times_s = frame_times_s(source)
    keyframe_times = times_s[sorted({0, *nearest_frames(times_s, beat_times_s)})]
    with whole_file(destination) as partial:
        if is_mezzanine(source, clip, keyframe_times, parameters, content):
            copy_packets(source, partial)
        else:
            arguments = describe_mezzanine(
                source, partial, clip, keyframe_times.tolist(), parameters, content, threads, pictures
            )
            run_ffmpeg(
                arguments,
                timeout_s=READING_TIMEOUT_S if pictures else TIMEOUT_S,
                cancelled=cancelled,
                descriptors=[pictures.descriptor] if pictures else [],
            )
        return _verified(partial, times_s, keyframe_times)


def _verified(path: Path, times_s: FloatArray, keyframe_times_s: FloatArray) -> MezzanineInfo:
    index = read_index(path)
    expected = times_s[times_s >= -TIME_TOLERANCE_S]
    if len(index.times_s) != len(expected) or np.abs(index.times_s - expected).max() > TIME_TOLERANCE_S:
        raise UnreadableMediaError("Some pictures of this clip are damaged: it cannot be taken frame by frame.")
    found = index.times_s[index.keyframes]
    if not np.isclose(keyframe_times_s[:, None], found, atol=TIME_TOLERANCE_S).any(axis=1).all():
        raise MezzanineMismatchError("The clip could not be given a keyframe on every beat.")
    return MezzanineInfo(
        sha256=sha256_of(path),
        duration_s=index.end_s - float(index.times_s[0]),
        fps=len(index.times_s) / (index.end_s - float(index.times_s[0])),
        keyframe_times_s=tuple(float(time) for time in found),
        bytes=path.stat().st_size,
        fingerprint=index.fingerprint,
    )
