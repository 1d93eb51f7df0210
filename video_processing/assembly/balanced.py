"""Assembly with blended seams: as fast assembly, but for the last half beat of a move, which is encoded anew."""

from pathlib import Path

from common.errors import CancelledError
from common.scratch import scratch_folder
from video_processing.assembly.blending import encode_blends
from video_processing.assembly.blends import describe_blends, with_blends
from video_processing.assembly.fast import (
    AssemblyReport,
    Cancelled,
    Progress,
    Started,
    copied_samples,
    never,
    publish,
    read_indices,
    silent,
)
from video_processing.assembly.packets import describe_video
from video_processing.assembly.timeline import Timeline
from video_processing.mezzanine.making import MezzanineMismatchError
from video_processing.mezzanine.packets import MezzanineIndex, read_index
from video_processing.mezzanine.parameters import MEZZANINE, MezzanineParameters


def assemble_balanced(
    timeline: Timeline,
    destination: Path,
    *,
    parameters: MezzanineParameters = MEZZANINE,
    on_progress: Progress = silent,
    cancelled: Cancelled = never,
) -> AssemblyReport:
    """Write the video of a timeline whose mezzanines were made with `parameters`, with blended seams.

    Every frame has the time it has in fast assembly. `on_progress` hears how many of all seams and cuts are done.

    Raises:
        As `assemble_fast`.
    """
    started = Started()
    indices = read_indices(timeline)
    plan = describe_video(timeline, indices)
    blends = describe_blends(timeline, plan, indices)
    with scratch_folder("blends") as folder:
        file = folder / "blends.mp4"
        runs = len(with_blends(plan, blends, file).runs)
        steps = len(blends) + runs

        def on_blend(done: int) -> None:
            if cancelled():
                raise CancelledError("Stopped as asked.")
            on_progress(done, steps)

        if blends:
            encode_blends(file, blends, indices, parameters, on_blend)
            indices[file] = _matching(read_index(file), indices[timeline.cuts[0].mezzanine])
        blended = with_blends(plan, blends, file)
        samples = copied_samples(blended, indices, lambda done, _: on_progress(len(blends) + done, steps), cancelled)
        encoded = sum(len(blend.weights) for blend in blends)
        return publish(timeline, destination, blended, samples, started, encoded)


def _matching(made: MezzanineIndex, library: MezzanineIndex) -> MezzanineIndex:
    if made.fingerprint != library.fingerprint:
        raise MezzanineMismatchError("The moves of this plan were encoded differently: the library must be made anew.")
    return made
