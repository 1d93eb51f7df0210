"""A still of a clip for lists and players."""

from collections.abc import Callable
from pathlib import Path

from video_processing.media.container import CLIP_MEDIA, UnreadableMediaError
from video_processing.media.ffmpeg import describe_input, run_ffmpeg
from video_processing.media.whole_file import whole_file

POSTER_WIDTH_PX = 640
TIMEOUT_S = 30.0


def describe_poster(source: Path, at_s: float, destination: Path) -> list[str]:
    """Return the ffmpeg arguments of a JPEG of the frame at a time."""
    return [
        *("-ss", f"{at_s:.3f}", *describe_input(source, CLIP_MEDIA), "-map", "0:v:0", "-frames:v", "1"),
        *("-vf", f"scale={POSTER_WIDTH_PX}:-2:flags=area,format=yuvj420p", "-q:v", "4", "-map_metadata", "-1"),
        *("-f", "image2", "-update", "1", "-c:v", "mjpeg", f"file:{destination.absolute()}"),
    ]


def make_poster(source: Path, at_s: float, destination: Path, *, cancelled: Callable[[], bool] | None = None) -> None:
    """Write a JPEG, 640 px wide, of the frame that is shown at `at_s`.

    Raises:
        UnreadableMediaError: not a video, or it has no frame then.
        EncodingError, StorageFullError, ProcessTimeoutError, CancelledError: as `run_ffmpeg`.
    """
    with whole_file(destination) as partial:
        run_ffmpeg(describe_poster(source, at_s, partial), timeout_s=TIMEOUT_S, cancelled=cancelled)
        if not partial.exists():
            raise UnreadableMediaError("The video has no picture at this time.")
