"""From a finished choreography to a further file of it. Imports no machine learning: runs in the slim worker."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import InterfaceError, OperationalError

from choreography.blueprint.captions import captions_vtt
from choreography.blueprint.counts import counts_of, music_end_s
from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.schema import Blueprint, output_of
from choreography.generation import outputs
from choreography.generation.assembly import timeline_of
from choreography.models import Rendition
from choreography.renditions.fence import RenditionClaim
from choreography.renditions.kinds import (
    Counts,
    Preview,
    Share,
    Wanted,
    key_of,
    rate_of,
    span_s,
    suffix_of,
    wanted_from_json,
)
from common import storage
from common.errors import InternalError
from common.faults import inject
from common.scratch import scratch_folder
from video_processing.assembly.burning import burn
from video_processing.assembly.fast import assemble_fast
from video_processing.assembly.overlays import Overlay, count_overlays, name_overlays
from video_processing.assembly.practice import excerpt, slowed
from video_processing.assembly.sharing import make_share_copy
from video_processing.assembly.timeline import Chapter, Timeline
from video_processing.media.rendition import make_slow_song
from video_processing.mezzanine.preview import make_preview

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Made:
    """A file that was made."""

    start_s: float
    """Where in the whole video it begins."""
    duration_s: float


def make_rendition(
    wanted: Wanted,
    plan: Blueprint,
    video: Path,
    destination: Path,
    *,
    on_progress: Progress = lambda _: None,
    cancelled: Cancelled = lambda: False,
) -> Made:
    """Write a rendition of `video`, which was made from `plan`. `on_progress` hears percents.

    Raises NotAPhraseError, and the errors of `choreography.generation.assembly` and `video_processing.assembly`.
    """
    span = span_s(wanted, plan)
    whole_s = music_end_s(plan)
    start_s, end_s = span or (0.0, whole_s)
    match wanted:
        case Share():
            make_share_copy(
                video,
                destination,
                on_progress=lambda done_s: on_progress(round(100 * done_s / whole_s)),
                cancelled=cancelled,
            )
        case Counts(names=names):
            burn(
                video,
                _overlays(plan, names=names),
                destination,
                on_progress=lambda done_s: on_progress(round(100 * done_s / whole_s)),
                cancelled=cancelled,
            )
        case Preview():
            make_preview(video, start_s, end_s - start_s, destination, cancelled=cancelled)
        case _:
            return _assembled(wanted, plan, span, destination, on_progress, cancelled)
    return Made(start_s, end_s - start_s)


def _overlays(plan: Blueprint, *, names: bool) -> tuple[Overlay, ...]:
    chapters = [Chapter(each.name, each.target.start_s, each.target.end_s) for each in plan.segments]
    counts = count_overlays(plan.grid.beat_times_s, counts_of(plan.grid), music_end_s(plan))
    shown = [overlay for overlay in counts if overlay.start_s < overlay.end_s]
    return (*shown, *(name_overlays(chapters) if names else ()))


def _assembled(
    wanted: Wanted,
    plan: Blueprint,
    span: tuple[float, float] | None,
    destination: Path,
    on_progress: Progress,
    cancelled: Cancelled,
) -> Made:
    """Copy the packets of the plan's mezzanines anew, a part of them or more slowly; only slow sound is encoded."""
    copied = plan.model_copy(update={"output": output_of("fast")})
    rate = rate_of(wanted)
    with (
        timeline_of(copied, captions_vtt(plan), cancelled) as whole,
        scratch_folder("slow-song") if rate < 1 else nullcontext() as folder,
    ):
        timeline = excerpt(whole, *span) if span else whole
        start_s = timeline.song_start_s
        if folder is not None:
            timeline = _slowed(timeline, rate, folder / "song.m4a", cancelled)
        report = assemble_fast(
            timeline,
            destination,
            on_progress=lambda done, total: on_progress(round(100 * done / total)),
            cancelled=cancelled,
        )
    return Made(start_s, report.duration_s)


def _slowed(timeline: Timeline, rate: float, song: Path, cancelled: Cancelled) -> Timeline:
    info = make_slow_song(timeline.song_aac, rate, song, cancelled=cancelled)
    heard_s = info.duration_s * rate - timeline.song_start_s  # its last packet may end a little before the song
    danced_s = timeline.cuts[-1].target_beats_s[-1]
    return slowed(replace(timeline, duration_s=max(min(timeline.duration_s, heard_s), danced_s)), rate, song)


def rendition_task(claim: RenditionClaim) -> None:
    """Make a claimed rendition and publish it beside the files of its task."""
    row = Rendition.objects.select_related("task__blueprint").get(id=claim.rendition_id)
    if row.task.blueprint is None or not row.task.output_prefix:
        raise InternalError("The plan of this choreography is gone: please ask for it again.")
    plan = load_blueprint(row.task.blueprint.data)
    wanted = wanted_from_json({"kind": row.kind, **row.parameters})
    inject("rendering")
    key = key_of(row, claim.attempt)
    try:
        with (
            scratch_folder("rendition") as directory,
            storage.local_copy(outputs.key(row.task.output_prefix, outputs.VIDEO)) as video,
        ):
            file = directory / f"file{suffix_of(wanted)}"
            made = make_rendition(wanted, plan, video, file, on_progress=claim.report, cancelled=claim.cancelled_lately)
            size_bytes = file.stat().st_size
            storage.publish(file, key, consume=True)
        inject("publishing_rendition")
        claim.complete(output_key=key, size_bytes=size_bytes, duration_s=made.duration_s, start_s=made.start_s)
    except (OperationalError, InterfaceError):
        raise  # it may have been completed before the answer was lost: files that no row refers to are the janitor's
    except BaseException:
        storage.delete(key)  # superseded, deleted or failed: nothing of this attempt may stay
        raise
