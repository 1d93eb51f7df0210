"""Everything a clip's pictures tell of the people in it, frame by frame: the only part that looks at pixels."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.appearance import appearances
from video_processing.couple.watching import LOOK_AROUND_EVERY, surroundings
from video_processing.media.frames import Crop, TimedFrame, read_frames
from video_processing.media.probe import ClipInfo
from video_processing.pose.detections import FrameDetections
from video_processing.pose.detector import PoseDetector
from video_processing.pose.letterbox import letterbox

FloatArray = NDArray[np.float64]
Item = TypeVar("Item")


@dataclass(frozen=True)
class FrameObservation:
    """The people of one frame and what they wear."""

    time_s: float
    people: FrameDetections
    """In pixels of the clip's displayed picture."""
    appearance: FloatArray
    """Shape (n_people, 112), see `appearance.appearances`."""

    def take(self, chosen: NDArray[np.int64]) -> "FrameObservation":
        """Return the frame with only the people `chosen`, in that order."""
        return replace(self, people=self.people.take(chosen), appearance=self.appearance[chosen])


@dataclass(frozen=True)
class ClipObservations:
    """The people of a whole clip."""

    frames: tuple[FrameObservation, ...]
    width_px: int
    height_px: int


def observe_clip(
    path: Path,
    info: ClipInfo,
    detector: PoseDetector,
    rate_hz: float,
    content: Crop,
    frames: Iterator[TimedFrame] | None = None,
) -> ClipObservations:
    """Look for people in the `content` of the picture `rate_hz` times a second; few pictures are in memory at a time.

    `frames` spares the decoding, where somebody else does it: of `looked_at_px`.

    Raises:
        UnreadableMediaError: the video cannot be decoded.
    """
    box = letterbox(content.width_px, content.height_px, detector.budget_px)
    size_px, offset = looked_at_px(detector, content), (float(content.x_px), float(content.y_px))
    frames = frames or read_frames(path, rate_hz, size_px=size_px, crop=content)
    with ThreadPoolExecutor(detector.threads, thread_name_prefix="pose") as pool:
        seen = tuple(
            FrameObservation(one.time_s, one.people.moved(1 / box.scale, offset), one.appearance)
            for futures in _ahead(_look(detector, frames, size_px, pool))
            for one in (future.result() for future in futures)
        )
    return ClipObservations(seen, info.width_px, info.height_px)


def looked_at_px(detector: PoseDetector, content: Crop) -> tuple[int, int]:
    """Return width and height of the pictures that a detector looks at."""
    box = letterbox(content.width_px, content.height_px, detector.budget_px)
    return box.width_px, box.height_px


def observe_frame(detector: PoseDetector, frame: TimedFrame, part: Crop) -> FrameObservation:
    """Return the people in a part of one frame, in pixels of the frame."""
    right, bottom = part.x_px + part.width_px, part.y_px + part.height_px
    found = detector.detect_one(frame.rgb[part.y_px : bottom, part.x_px : right])
    people = found.moved(1.0, (float(part.x_px), float(part.y_px)))
    return FrameObservation(frame.time_s, people, appearances(frame.rgb, people))


def _look(
    detector: PoseDetector, frames: Iterator[TimedFrame], size_px: tuple[int, int], pool: ThreadPoolExecutor
) -> Iterator[list[Future[FrameObservation]]]:
    """Yield what will be seen in each group of frames, in order.

    The first of a group is looked at whole, the others where the dancers were in it and in the first of the next.
    """
    whole = Crop(0, 0, *size_px)
    begun = ((group, pool.submit(observe_frame, detector, group[0], whole)) for group in _groups(frames))
    before: tuple[list[TimedFrame], Future[FrameObservation]] | None = None
    for after in _ahead(begun):
        if before is not None:
            part = surroundings(size_px, before[1].result().people, after[1].result().people)
            yield [before[1], *(pool.submit(observe_frame, detector, frame, part) for frame in before[0][1:])]
        before = after
    if before is not None:
        yield [before[1], *(pool.submit(observe_frame, detector, frame, whole) for frame in before[0][1:])]


def _groups(frames: Iterator[TimedFrame]) -> Iterator[list[TimedFrame]]:
    while group := list(islice(frames, LOOK_AROUND_EVERY)):
        yield group


def _ahead(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items, each when the next has been begun: while one waits for its answers, no core is idle."""
    waiting: deque[Item] = deque()
    for item in items:
        waiting.append(item)
        if len(waiting) > 1:
            yield waiting.popleft()
    yield from waiting
