"""A short silent loop of a clip for lists."""

from collections.abc import Callable
from pathlib import Path

from video_processing.media.container import CLIP_MEDIA, UnreadableMediaError
from video_processing.media.ffmpeg import describe_input, run_ffmpeg
from video_processing.media.frames import frame_times_s
from video_processing.media.whole_file import whole_file

PREVIEW_WIDTH_PX = 320
PREVIEW_FPS = 10
TIMEOUT_S = 60.0


def describe_preview(source: Path, start_s: float, duration_s: float, destination: Path) -> list[str]:
    """Return the ffmpeg arguments of an animated WebP that loops for ever."""
    return [
        *("-ss", f"{start_s:.3f}", "-t", f"{duration_s:.3f}", *describe_input(source, CLIP_MEDIA), "-map", "0:v:0"),
        *("-vf", f"fps={PREVIEW_FPS},scale={PREVIEW_WIDTH_PX}:-2:flags=area", "-map_metadata", "-1"),
        *("-c:v", "libwebp_anim", "-quality", "60", "-compression_level", "3", "-loop", "0"),
        *("-f", "webp", f"file:{destination.absolute()}"),
    ]


def make_preview(
    source: Path,
    start_s: float,
    duration_s: float,
    destination: Path,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write a loop of the part of a clip, 320 px wide, 10 frames a second; four beats make a good one.

    Raises:
        UnreadableMediaError: not a video, or it has no picture then.
        EncodingError, StorageFullError, ProcessTimeoutError, CancelledError: as `run_ffmpeg`.
    """
    if frame_times_s(source)[-1] < start_s:
        raise UnreadableMediaError("The video has no picture at this time.")
    with whole_file(destination) as partial:
        run_ffmpeg(describe_preview(source, start_s, duration_s, partial), timeout_s=TIMEOUT_S, cancelled=cancelled)
