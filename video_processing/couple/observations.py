"""Everything a clip's pictures tell of the people in it, frame by frame: the only part that looks at pixels."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.appearance import appearances
from video_processing.media.frames import Crop, TimedFrame, read_frames
from video_processing.media.probe import ClipInfo
from video_processing.pose.detections import FrameDetections
from video_processing.pose.detector import PoseDetector
from video_processing.pose.letterbox import letterbox

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class FrameObservation:
    """The people of one frame and what they wear."""

    time_s: float
    people: FrameDetections
    """In pixels of the clip's displayed picture."""
    appearance: FloatArray
    """Shape (n_people, 112), see `appearance.appearances`."""


@dataclass(frozen=True)
class ClipObservations:
    """The people of a whole clip."""

    frames: tuple[FrameObservation, ...]
    width_px: int
    height_px: int


def observe_clip(path: Path, info: ClipInfo, detector: PoseDetector, rate_hz: float, content: Crop) -> ClipObservations:
    """Look for people in the `content` of the picture `rate_hz` times a second; few pictures are in memory at a time.

    Raises:
        UnreadableMediaError: the video cannot be decoded.
    """
    size = info.width_px, info.height_px
    box = letterbox(content.width_px, content.height_px, detector.budget_px)
    frames = read_frames(path, rate_hz, size_px=(box.width_px, box.height_px), crop=content)
    seen = tuple(_in_parallel(detector, frames, 1 / box.scale, (float(content.x_px), float(content.y_px))))
    return ClipObservations(seen, *size)


def observe_frame(
    detector: PoseDetector, frame: TimedFrame, scale: float, offset_xy_px: tuple[float, float]
) -> FrameObservation:
    """Return the people of one frame, moved into the displayed picture that is `scale` times as large."""
    people = detector.detect_one(frame.rgb)
    return FrameObservation(frame.time_s, people.moved(scale, offset_xy_px), appearances(frame.rgb, people))


def _in_parallel(
    detector: PoseDetector, frames: Iterator[TimedFrame], scale: float, offset_xy_px: tuple[float, float]
) -> Iterator[FrameObservation]:
    """Yield observations in order while the next pictures are decoded; at most two pictures wait for each thread."""
    waiting: deque[Future[FrameObservation]] = deque()
    with ThreadPoolExecutor(detector.threads, thread_name_prefix="pose") as pool:
        for frame in frames:
            waiting.append(pool.submit(observe_frame, detector, frame, scale, offset_xy_px))
            if len(waiting) > 2 * detector.threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
