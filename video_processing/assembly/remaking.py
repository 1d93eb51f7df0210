"""Mezzanines made anew from their clips, for one video: finer ones, or ones whose packets can be mixed."""

from dataclasses import replace
from pathlib import Path

from video_processing.assembly.fast import Cancelled, Progress, never, silent
from video_processing.assembly.timeline import Timeline, TimelineError
from video_processing.media.content_crop import find_content
from video_processing.media.probe import probe_clip
from video_processing.mezzanine.making import make_mezzanine
from video_processing.mezzanine.parameters import MEZZANINE, MezzanineParameters


def with_mezzanines_made_anew(
    timeline: Timeline,
    work: Path,
    parameters: MezzanineParameters = MEZZANINE,
    on_progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Timeline:
    """Return the timeline on mezzanines that are encoded now, from each cut's `clip`, into the folder `work`.

    Raises:
        TimelineError: a cut names no clip; otherwise as `make_mezzanine`.
    """
    beats: dict[Path, set[float]] = {}
    for cut in timeline.cuts:
        if cut.clip is None:
            raise TimelineError("A move has no clip of its own: its pictures cannot be encoded anew.")
        beats.setdefault(cut.clip, set()).update(cut.source_beats_s)
    made = {}
    for number, (clip, beats_s) in enumerate(beats.items(), start=1):
        made[clip] = work / f"{number}.mp4"
        info = probe_clip(clip)
        make_mezzanine(
            clip,
            made[clip],
            beat_times_s=sorted(beats_s),
            parameters=parameters,
            content=find_content(clip, (info.width_px, info.height_px)),
            cancelled=cancelled,
        )
        on_progress(number, len(beats))
    return replace(timeline, cuts=tuple(replace(cut, mezzanine=made[cut.clip]) for cut in timeline.cuts if cut.clip))
