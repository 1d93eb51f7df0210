"""From a timeline to the list of packets to copy, each with its new time. Pure: no file is touched.

The warp is linear between beats: clip beats b_i map to song beats t_i, so nothing drifts however long the song. A cut
enters on the keyframe nearest its first beat, which is shown exactly on the song's beat, and leaves before the frame
nearest its last one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from video_processing.assembly.timeline import Cut, Timeline, TimelineError
from video_processing.mezzanine.packets import MezzanineIndex

TICKS_HZ = 90_000
FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class Run:
    """Frames of a mezzanine that follow one another; the first is a keyframe."""

    mezzanine: Path
    first_frame: int
    ticks: IntArray
    """When each frame is shown, in 1/90,000 s, strictly rising."""


@dataclass(frozen=True)
class VideoPlan:
    """All packets of the video: the frame before a run lasts until the run begins."""

    runs: tuple[Run, ...]
    end_tick: int

    def frame_count(self) -> int:
        """Return how many frames the video has."""
        return sum(len(run.ticks) for run in self.runs)


def describe_video(timeline: Timeline, indices: Mapping[Path, MezzanineIndex]) -> VideoPlan:
    """Return the packets of a timeline, from 0 to its end.

    Ahead of the first cut its clip runs at the rate of its first beat, and the earliest frame is held where the clip
    begins later than the song; after the last cut likewise.

    Raises:
        TimelineError: a cut's first beat has no keyframe in its mezzanine.
    """
    runs = [_run(cut, indices[cut.mezzanine]) for cut in timeline.cuts]
    end_tick = to_ticks(timeline.duration_s)
    runs[0] = _with_lead_in(runs[0], timeline.cuts[0], indices[timeline.cuts[0].mezzanine])
    runs[-1] = _with_tail(runs[-1], timeline.cuts[-1], indices[timeline.cuts[-1].mezzanine], end_tick)
    return VideoPlan(tuple(runs), end_tick)


def to_ticks(time_s: float) -> int:
    """Convert seconds to ticks."""
    return round(time_s * TICKS_HZ)


def nearest_frame(index: MezzanineIndex, time_s: float) -> int:
    """Return the frame nearest a time, or the number of frames when the time is past the last one's middle."""
    bounds = np.append(index.times_s, index.end_s)
    after = int(np.clip(np.searchsorted(bounds, time_s), 1, len(bounds) - 1))
    return after - 1 if time_s - bounds[after - 1] <= bounds[after] - time_s else after


def enter_frame(cut: Cut, index: MezzanineIndex) -> int:
    """Return the keyframe on which a cut begins: the one nearest its first beat, at most a frame away."""
    beat_s = cut.source_beats_s[0]
    nearest = int(index.keyframes[np.argmin(np.abs(index.times_s[index.keyframes] - beat_s))])
    frame_s = float(np.median(np.diff(index.times_s))) if len(index.times_s) > 1 else index.end_s
    if abs(index.times_s[nearest] - beat_s) > frame_s:
        raise TimelineError("A move does not start on a keyframe of its mezzanine: the mezzanine must be made anew.")
    return nearest


def warp(cut: Cut, index: MezzanineIndex, times_s: FloatArray) -> FloatArray:
    """Return the song's times of a clip's times; outside the cut the rate of its first or last beat holds."""
    source, target = np.array(cut.source_beats_s), np.array(cut.target_beats_s)
    source[0] = index.times_s[enter_frame(cut, index)]
    leave = nearest_frame(index, cut.source_beats_s[-1])
    if leave < len(index.times_s):
        source[-1] = index.times_s[leave]
    if source[0] >= source[1] or source[-2] >= source[-1]:
        raise TimelineError("The beats of a cut are closer than the frames of its clip.")
    before = target[0] + (times_s - source[0]) * (target[1] - target[0]) / (source[1] - source[0])
    after = target[-1] + (times_s - source[-1]) * (target[-1] - target[-2]) / (source[-1] - source[-2])
    inside = np.interp(times_s, source, target)
    mapped: FloatArray = np.where(times_s < source[0], before, np.where(times_s > source[-1], after, inside))
    return mapped


def _run(cut: Cut, index: MezzanineIndex) -> Run:
    first, stop = enter_frame(cut, index), nearest_frame(index, cut.source_beats_s[-1])
    mapped = warp(cut, index, index.times_s[first:stop])
    return Run(cut.mezzanine, first, _rising(mapped, to_ticks(cut.target_beats_s[0])))


def _with_lead_in(run: Run, cut: Cut, index: MezzanineIndex) -> Run:
    if run.ticks[0] == 0:
        return run
    mapped = warp(cut, index, index.times_s[: run.first_frame])
    # Decoding starts on a keyframe: frames between it and 0:00 are squeezed into the first ticks, too short to be seen.
    starts = index.keyframes[index.keyframes < run.first_frame]
    early = starts[mapped[starts] <= 0]
    start = int(early[-1]) if len(early) else 0
    lead_in = _rising(mapped[start:], 0)
    if len(lead_in) == 0 or lead_in[-1] >= run.ticks[0]:
        start, lead_in = run.first_frame, lead_in[:0]
    ticks = np.concatenate([lead_in, run.ticks])
    ticks[0] = 0
    return Run(run.mezzanine, start, ticks)


def _with_tail(run: Run, cut: Cut, index: MezzanineIndex, end_tick: int) -> Run:
    stop = run.first_frame + len(run.ticks)
    mapped = warp(cut, index, index.times_s[stop:])
    ticks = np.concatenate([run.ticks, _rising(mapped, int(run.ticks[-1]) + 1)])
    return Run(run.mezzanine, run.first_frame, ticks[ticks < end_tick])


def _rising(times_s: FloatArray, least: int) -> IntArray:
    """Return ticks that rise strictly from at least `least`, moved only where they would not."""
    steps = np.arange(len(times_s))
    ticks = np.round(times_s * TICKS_HZ).astype(np.int64)
    return np.maximum.accumulate(np.maximum(ticks - steps, least)) + steps
