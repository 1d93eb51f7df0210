"""Encoded frames on their way from the mezzanines to the video."""

from collections.abc import Iterator
from dataclasses import dataclass

from video_processing.assembly.packets import Run
from video_processing.mezzanine.packets import MezzanineIndex


@dataclass(frozen=True, slots=True)
class Sample:
    """One encoded frame; times in 1/90,000 s."""

    tick: int
    duration: int
    data: bytes | memoryview
    is_keyframe: bool


def read_run(run: Run, index: MezzanineIndex, until_tick: int) -> Iterator[Sample]:
    """Yield the samples of a run, read from the file in one piece; the last lasts until `until_tick`."""
    first, stop = run.first_frame, run.first_frame + len(run.ticks)
    start = int(index.offsets[first:stop].min())
    size = int((index.offsets[first:stop] + index.sizes[first:stop]).max()) - start
    with run.mezzanine.open("rb") as file:
        file.seek(start)
        piece = memoryview(file.read(size))
    places = (index.offsets[first:stop] - start).tolist()
    sizes, ticks = index.sizes[first:stop].tolist(), [*run.ticks.tolist(), until_tick]
    keyframes = set(index.keyframes.tolist())
    for i, (place, length) in enumerate(zip(places, sizes, strict=True)):
        yield Sample(ticks[i], ticks[i + 1] - ticks[i], piece[place : place + length], first + i in keyframes)
