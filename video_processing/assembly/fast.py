"""Assembly at the speed of the disk: packets of the mezzanines with new times, beside the song's own."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from common.errors import CancelledError
from video_processing.assembly.movie import write_movie
from video_processing.assembly.packets import VideoPlan, describe_video
from video_processing.assembly.samples import Sample, read_run
from video_processing.assembly.timeline import Timeline
from video_processing.assembly.verification import verify
from video_processing.media.whole_file import whole_file
from video_processing.mezzanine.making import MezzanineMismatchError
from video_processing.mezzanine.packets import MezzanineIndex, read_index

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Started:
    """The clocks at the start of an assembly."""

    wall_s: float = field(default_factory=time.monotonic)
    cpu_s: float = field(default_factory=time.process_time)


@dataclass(frozen=True)
class AssemblyReport:
    """What was made, and what it took."""

    duration_s: float
    video_frames: int
    encoded_frames: int
    """Of these, how many were encoded rather than copied."""
    sound_packets: int
    bytes: int
    wall_s: float
    cpu_s: float
    """Of this process."""


def silent(done: int, total: int) -> None:
    """Tell nobody."""


def never() -> bool:
    """Return False: nobody cancels."""
    return False


def assemble_fast(
    timeline: Timeline, destination: Path, *, on_progress: Progress = silent, cancelled: Cancelled = never
) -> AssemblyReport:
    """Write the video of a timeline to `destination`, whole or not at all, without encoding a frame.

    `on_progress` hears how many of all cuts are done.

    Raises:
        TimelineError: a cut does not fit its mezzanine, or the sound is too short.
        MezzanineMismatchError: the mezzanines cannot be mixed.
        UnreadableMediaError, StorageFullError, MovieError, VerificationError, CancelledError
    """
    started = Started()
    indices = read_indices(timeline)
    plan = describe_video(timeline, indices)
    samples = copied_samples(plan, indices, on_progress, cancelled)
    return publish(timeline, destination, plan, samples, started)


def read_indices(timeline: Timeline) -> dict[Path, MezzanineIndex]:
    """Read the index of each mezzanine once. Raises MezzanineMismatchError where their packets cannot be mixed."""
    indices = {path: read_index(path) for path in dict.fromkeys(cut.mezzanine for cut in timeline.cuts)}
    if len({index.fingerprint for index in indices.values()}) != 1:
        raise MezzanineMismatchError("The moves of this plan were encoded differently: the library must be made anew.")
    return indices


def copied_samples(
    plan: VideoPlan, indices: Mapping[Path, MezzanineIndex], on_progress: Progress, cancelled: Cancelled
) -> Iterator[Sample]:
    """Yield all samples of a plan, run by run. Raises CancelledError between runs."""
    ends = [int(late.ticks[0]) for _, late in pairwise(plan.runs)] + [plan.end_tick]
    for done, (run, end) in enumerate(zip(plan.runs, ends, strict=True), start=1):
        if cancelled():
            raise CancelledError("Stopped as asked.")
        yield from read_run(run, indices[run.mezzanine], end)
        on_progress(done, len(plan.runs))


def publish(
    timeline: Timeline,
    destination: Path,
    plan: VideoPlan,
    samples: Iterator[Sample],
    started: Started,
    encoded_frames: int = 0,
) -> AssemblyReport:
    """Write samples and song to a file that appears once it is verified, and report."""
    with whole_file(destination) as partial:
        write_movie(partial, timeline, samples, timeline.cuts[0].mezzanine)
        sound_packets = verify(partial, plan)
        size = partial.stat().st_size
    return AssemblyReport(
        duration_s=timeline.duration_s,
        video_frames=plan.frame_count(),
        encoded_frames=encoded_frames,
        sound_packets=sound_packets,
        bytes=size,
        wall_s=time.monotonic() - started.wall_s,
        cpu_s=time.process_time() - started.cpu_s,
    )
