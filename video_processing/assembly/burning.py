"""A copy of a finished video with texts in the picture; every frame keeps its time, sound and captions are copied."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from common.scratch import scratch_folder
from video_processing.assembly.overlays import Overlay, describe_burning, describe_overlays
from video_processing.assembly.verification import VerificationError
from video_processing.media.ffmpeg import run_ffmpeg
from video_processing.media.whole_file import whole_file
from video_processing.mezzanine.packets import MezzanineIndex, read_index
from video_processing.mezzanine.parameters import MezzanineParameters, describe_encoder

BURNT = MezzanineParameters(preset="veryfast", crf=20, level="4.2", encoder="keyint=60:ref=2")
"""Nothing is copied from it by the frame: keyframes for seeking are enough. The picture keeps its size."""
TIMEOUT_S = 3600.0
"""Ten minutes of 1080 lines on two busy cores."""
SAME_TIME_S = 0.001


def burn(
    video: Path,
    overlays: Sequence[Overlay],
    destination: Path,
    *,
    on_progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write a copy of a finished video with overlays in its picture. `on_progress` hears the seconds that exist.

    Raises:
        VerificationError: the copy does not show every frame at its time.
        UnreadableMediaError, EncodingError, StorageFullError, ProcessTimeoutError, CancelledError
    """
    before = read_index(video)
    with scratch_folder("burning") as work, whole_file(destination) as partial:
        script = work / "overlays.ass"
        script.write_text(describe_overlays(overlays), encoding="utf-8")
        arguments = describe_burning(video, script, partial, describe_encoder(BURNT))
        run_ffmpeg(arguments, timeout_s=TIMEOUT_S, cancelled=cancelled, on_progress=on_progress)
        _check(before, read_index(partial))


def _check(before: MezzanineIndex, after: MezzanineIndex) -> None:
    if len(before.times_s) != len(after.times_s) or np.abs(before.times_s - after.times_s).max() > SAME_TIME_S:
        raise VerificationError("The copy does not show the frames of the video.")
