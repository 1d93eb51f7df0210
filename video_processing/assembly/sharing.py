"""A small copy of a finished video, to send to friends."""

from collections.abc import Callable
from pathlib import Path

from video_processing.media.container import CLIP_MEDIA
from video_processing.media.ffmpeg import describe_input, run_ffmpeg
from video_processing.media.whole_file import whole_file

SHARE_HEIGHT_PX = 480
TIMEOUT_S = 1800.0
"""180 s take 25 s of two idle cores."""


def describe_share_copy(source: Path, destination: Path) -> list[str]:
    """Return the ffmpeg arguments: 480 lines and 96 kbit/s, about 8 MB a minute; chapters stay."""
    return [
        *(*describe_input(source, CLIP_MEDIA), "-map", "0:v:0", "-map", "0:a:0"),
        *("-vf", f"scale=-2:{SHARE_HEIGHT_PX}:flags=bicubic", "-c:v", "libx264", "-preset", "veryfast", "-crf", "27"),
        *("-pix_fmt", "yuv420p", "-fps_mode", "vfr", "-c:a", "aac", "-b:a", "96k"),
        *("-movflags", "+faststart", "-f", "mp4", f"file:{destination.absolute()}"),
    ]


def make_share_copy(
    source: Path,
    destination: Path,
    *,
    on_progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Encode a finished video anew, small. `on_progress` hears the seconds that exist.

    Raises:
        UnreadableMediaError, EncodingError, StorageFullError, ProcessTimeoutError, CancelledError
    """
    with whole_file(destination) as partial:
        arguments = describe_share_copy(source, partial)
        run_ffmpeg(arguments, timeout_s=TIMEOUT_S, cancelled=cancelled, on_progress=on_progress)
