"""Assembly for keeping: 1080 lines from the clips themselves, 320 kbit/s sound, counts and names in the picture."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from common.scratch import scratch_folder
from video_processing.assembly.balanced import assemble_balanced
from video_processing.assembly.fast import AssemblyReport, Cancelled, Progress, Started, never, read_indices, silent
from video_processing.assembly.overlays import Overlay, describe_burning, describe_overlays
from video_processing.assembly.packets import TICKS_HZ, VideoPlan, describe_video
from video_processing.assembly.remaking import with_mezzanines_made_anew
from video_processing.assembly.timeline import Timeline
from video_processing.assembly.verification import verify
from video_processing.media.ffmpeg import run_ffmpeg
from video_processing.media.rendition import make_song_aac
from video_processing.media.whole_file import whole_file
from video_processing.mezzanine.parameters import MezzanineParameters, describe_encoder

HIGH_QUALITY = MezzanineParameters(width_px=1920, height_px=1080, preset="veryfast", crf=18, level="4.2")
FINER_CRF = 6
"""What will be encoded a second time is kept this much finer the first time."""
BURNT_ENCODER = "keyint=60:ref=2"
"""Nothing is copied from it by the frame: keyframes for seeking are enough."""
SCRIPT = "overlays.ass"
SOUND_BIT_RATE = "320k"
STEPS = 1000
BURNING_TIMEOUT_FACTOR = 20.0
"""Seconds of work allowed for each second of video; two idle cores take about 0.6, two busy ones 5."""


def assemble_high_quality(
    timeline: Timeline,
    destination: Path,
    *,
    song: Path | None = None,
    overlays: Sequence[Overlay] = (),
    parameters: MezzanineParameters = HIGH_QUALITY,
    on_progress: Progress = silent,
    cancelled: Cancelled = never,
) -> AssemblyReport:
    """Write the video of a timeline at 1080 lines, encoded from each cut's `clip`, seams blended.

    Without overlays each frame is encoded once; overlays are burnt in by a second pass. `song` is the song as it came:
    given, its sound is encoded for this video at 320 kbit/s. `on_progress` hears thousandths of the work.

    Raises:
        TimelineError: a cut names no clip; otherwise as `assemble_balanced` and `make_mezzanine`.
    """
    started = Started()
    encoding, joining = (550, 650) if overlays else (850, STEPS)
    with scratch_folder("high_quality") as work:
        first = replace(parameters, crf=parameters.crf - FINER_CRF) if overlays else parameters
        fine = with_mezzanines_made_anew(timeline, work, first, _share(on_progress, 0, encoding), cancelled)
        if song is not None:
            fine = replace(fine, song_aac=work / "song.m4a")
            make_song_aac(song, fine.song_aac, bit_rate=SOUND_BIT_RATE, cancelled=cancelled)
        joined = work / "joined.mp4" if overlays else destination
        share = _share(on_progress, encoding, joining)
        report = assemble_balanced(fine, joined, parameters=first, on_progress=share, cancelled=cancelled)
        if overlays:
            (work / SCRIPT).write_text(describe_overlays(overlays), encoding="utf-8")
            burnt = replace(parameters, encoder=BURNT_ENCODER)
            arguments = partial(describe_burning, joined, work / SCRIPT, encoder=describe_encoder(burnt))
            plan = describe_video(fine, read_indices(fine))
            _burn(arguments, destination, plan, _share(on_progress, joining, STEPS), cancelled)
    return replace(
        report,
        encoded_frames=report.video_frames,
        bytes=destination.stat().st_size,
        wall_s=time.monotonic() - started.wall_s,
        cpu_s=time.process_time() - started.cpu_s,
    )


def _burn(
    describe: Callable[[Path], list[str]],
    destination: Path,
    plan: VideoPlan,
    on_progress: Progress,
    cancelled: Cancelled,
) -> None:
    duration_s = plan.end_tick / TICKS_HZ
    with whole_file(destination) as path:
        run_ffmpeg(
            describe(path),
            timeout_s=60 + BURNING_TIMEOUT_FACTOR * duration_s,
            cancelled=cancelled,
            on_progress=lambda done_s: on_progress(min(round(done_s), round(duration_s)), round(duration_s)),
        )
        verify(path, plan)


def _share(on_progress: Progress, start: int, end: int) -> Progress:
    """Return a listener for a part of the work that passes on its place in the whole, in steps of `STEPS`."""
    return lambda done, total: on_progress(start + round((end - start) * done / max(total, 1)), STEPS)
