"""From a blueprint to published files. Imports no machine learning: runs in the slim worker."""

import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.db import InterfaceError, OperationalError

from choreography.blueprint.captions import captions_vtt
from choreography.blueprint.chapters import chapters_vtt
from choreography.blueprint.counts import music_end_s
from choreography.blueprint.loading import dump_blueprint, load_blueprint
from choreography.blueprint.schema import Blueprint, Quality
from choreography.generation import outputs
from choreography.models import ChoreographyTask, Move, Song, TaskStage
from choreography.queue.fence import Claim
from common import storage
from common.errors import InternalError
from common.faults import inject
from common.scratch import scratch_folder
from video_processing.assembly.balanced import assemble_balanced
from video_processing.assembly.fast import AssemblyReport, Cancelled, Progress, assemble_fast, never, silent
from video_processing.assembly.high_quality import assemble_high_quality
from video_processing.assembly.remaking import with_mezzanines_made_anew
from video_processing.assembly.timeline import Chapter, Cut, Timeline
from video_processing.mezzanine.fingerprint import expected_fingerprint, fingerprint
from video_processing.mezzanine.poster import make_poster

logger = logging.getLogger(__name__)

FIRST_PERCENT, LAST_PERCENT = 50, 95
"""Of a task's progress, the assembly's share."""


class ClipGoneError(InternalError):
    """A clip of this plan is no longer in the library."""

    code = "clip_gone"


class ClipChangedError(InternalError):
    """A clip of this plan has changed since it was planned."""

    code = "clip_changed"


def assemble_blueprint(
    blueprint: Blueprint,
    directory: Path,
    *,
    on_progress: Progress = silent,
    cancelled: Cancelled = never,
) -> AssemblyReport:
    """Write video, captions, chapters, poster and blueprint of a plan into `directory`.

    Raises ClipGoneError, ClipChangedError, MissingMediaError, StorageFullError, CancelledError and the errors of
    `video_processing.assembly`.
    """
    captions = captions_vtt(blueprint)
    video = directory / outputs.VIDEO
    with timeline_of(blueprint, captions, cancelled) as timeline:
        report = _assemble(blueprint, timeline, video, on_progress, cancelled)
    inject("publishing")
    (directory / outputs.CAPTIONS).write_text(captions, encoding="utf-8")
    (directory / outputs.CHAPTERS).write_text(chapters_vtt(blueprint), encoding="utf-8")
    document = dump_blueprint(blueprint)
    (directory / outputs.BLUEPRINT).write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    first = blueprint.segments[0].target
    make_poster(video, (first.start_s + first.end_s) / 2, directory / outputs.POSTER)
    return report


def _assemble(
    blueprint: Blueprint, timeline: Timeline, video: Path, on_progress: Progress, cancelled: Cancelled
) -> AssemblyReport:
    match blueprint.output.quality:
        case "fast":
            return assemble_fast(timeline, video, on_progress=on_progress, cancelled=cancelled)
        case "balanced":
            return assemble_balanced(timeline, video, on_progress=on_progress, cancelled=cancelled)
        case "high_quality":
            with _song_as_it_came(blueprint) as song:
                return assemble_high_quality(timeline, video, song=song, on_progress=on_progress, cancelled=cancelled)


@contextmanager
def _song_as_it_came(blueprint: Blueprint) -> Iterator[Path | None]:
    """Give the song's own file, from which the best sound is made; None where only our rendition was kept."""
    key = Song.objects.values_list("source_key", flat=True).get(id=blueprint.song.id)
    if not storage.exists(key):
        yield None
        return
    with storage.local_copy(key) as path:
        yield path


@contextmanager
def timeline_of(blueprint: Blueprint, captions: str, cancelled: Cancelled = never) -> Iterator[Timeline]:
    """Give the plan with its files at hand, for the block's time.

    Clips that were brought in by another encoder than the others, or than today's where seams are encoded, do not mix:
    then all are encoded anew for this one video, 1.5 s a clip.
    """
    song = Song.objects.filter(id=blueprint.song.id).first()
    if song is None:
        raise ClipGoneError("The song of this plan is no longer there.")
    quality = blueprint.output.quality
    with ExitStack() as stack:
        moves = _moves_of(blueprint)
        mezzanines = {key: stack.enter_context(storage.local_copy(move.mezzanine_key)) for key, move in moves.items()}
        anew = quality != "high_quality" and not _can_be_joined(mezzanines.values(), quality)
        clips: dict[str, Path] = {}
        if anew or quality == "high_quality":
            clips = {key: stack.enter_context(storage.local_copy(move.clip_key)) for key, move in moves.items()}
        timeline = Timeline(
            duration_s=music_end_s(blueprint),
            cuts=tuple(
                Cut(
                    mezzanine=mezzanines[segment.move_id],
                    clip=clips.get(segment.move_id),
                    source_beats_s=tuple(clip_s for clip_s, _ in segment.warp),
                    target_beats_s=tuple(song_s for _, song_s in segment.warp),
                )
                for segment in blueprint.segments
            ),
            song_aac=stack.enter_context(storage.local_copy(song.audio_key)),
            chapters=tuple(
                Chapter(segment.name, segment.target.start_s, segment.target.end_s) for segment in blueprint.segments
            ),
            captions=captions,
        )
        if anew:
            logger.warning("encoding %d clips anew: another encoder made them", len(clips))
            work = stack.enter_context(scratch_folder("mezzanines"))
            timeline = with_mezzanines_made_anew(timeline, work, cancelled=cancelled)
        yield timeline


def _moves_of(blueprint: Blueprint) -> dict[str, Move]:
    """Return the moves of a plan by their ids. Raises ClipGoneError, ClipChangedError."""
    stored = {str(move.id): move for move in Move.objects.filter(id__in={s.move_id for s in blueprint.segments})}
    segments = {segment.move_id: segment for segment in blueprint.segments}
    return {key: _unchanged(stored.get(key), each.name, each.clip_sha256) for key, each in segments.items()}


def _can_be_joined(mezzanines: Iterable[Path], quality: Quality) -> bool:
    """Return whether packets of these mezzanines, and of the seams that are encoded today, make one stream."""
    encoders = {fingerprint(path) for path in mezzanines}
    return len(encoders) == 1 if quality == "fast" else encoders == {expected_fingerprint()}


def _unchanged(move: Move | None, name: str, clip_sha256: str) -> Move:
    if move is None:
        raise ClipGoneError(f"The clip of “{name}” is no longer in the library: please plan again.")
    if move.clip_sha256 != clip_sha256:
        raise ClipChangedError(f"The clip of “{name}” has changed since this was planned: please plan again.")
    return move


def assemble_task(claim: Claim) -> None:
    """Assemble the blueprint of a claimed task and publish it, all files or none."""
    claim.report(TaskStage.ASSEMBLING, FIRST_PERCENT, "Putting the moves on the music")
    task = ChoreographyTask.objects.select_related("blueprint").get(id=claim.task_id)
    if task.blueprint is None:
        raise InternalError("The plan of this choreography is gone: please ask for it again.")
    blueprint = load_blueprint(task.blueprint.data)
    inject("assembling")

    def on_progress(done: int, total: int) -> None:
        percent = FIRST_PERCENT + round((LAST_PERCENT - FIRST_PERCENT) * done / total)
        claim.report(TaskStage.ASSEMBLING, percent, f"{done} of {total} moves are on the music")

    prefix = outputs.prefix_of(claim.task_id, claim.attempt)
    try:
        with scratch_folder("assembly") as directory:
            report = assemble_blueprint(blueprint, directory, on_progress=on_progress, cancelled=claim.cancelled_lately)
            claim.report(TaskStage.PUBLISHING, LAST_PERCENT, "Almost there")
            for file in outputs.NAMES:
                storage.publish(directory / file, outputs.key(prefix, file), consume=True)
        claim.complete(output_prefix=prefix, duration_s=report.duration_s)
    except (OperationalError, InterfaceError):
        raise  # it may have been completed before the answer was lost: files that no row refers to are the janitor's
    except BaseException:
        outputs.delete(prefix)  # superseded, cancelled or failed: nothing of this attempt may stay
        raise
