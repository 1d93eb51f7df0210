"""An import that any number of machines share: clips go into storage, and each gets a task and its job."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from django.db import InterfaceError, OperationalError, transaction

from choreography.library.importing.annotations import BadRow, read_annotations
from choreography.library.importing.discovery import ClipFile, find_clips, new_or_changed
from choreography.library.importing.report import PROBLEM_CODE
from choreography.library.importing.run import known_clips
from choreography.library.importing.storing import sentence_of
from choreography.library.sharing import runs
from choreography.models import MAIN_LIBRARY, AnalysisQuality, LibraryRun, LibraryTaskKind
from choreography.search.sentences import learn_wishes, sentence_vectors
from common import storage

Progress = Callable[[int, int], None]
"""Told how many clips are in storage, and how many there are."""


def queue_import(
    video_dir: Path,
    annotations: Path,
    *,
    library: str = MAIN_LIBRARY,
    quality: AnalysisQuality = AnalysisQuality.BALANCED,
    progress: Progress = lambda _done, _total: None,
) -> LibraryRun:
    """Put the new and changed clips of a folder on the queue; workers begin with the first while others are added.

    Raises AnnotationsError, NoClipsError, StorageFullError. A run that is broken off here ends with what was added.
    """
    told, bad_rows = read_annotations(annotations)
    clips, problems = find_clips(video_dir, told, bad_rows)
    wanted = new_or_changed(clips, known_clips(library))
    run = LibraryRun.objects.create(
        library=library,
        quality=quality,
        unchanged=len(clips) - len(wanted),
        problems=[_problem(row) for row in problems],
    )
    try:
        # Here, once: the workers find every sentence embedded and need no sentence model.
        sentence_vectors([sentence_of(clip.annotation) for clip in wanted])
        learn_wishes()
        for number, clip in enumerate(wanted, start=1):
            _queue_clip(run, clip)
            progress(number, len(wanted))
    finally:
        runs.seal(run)
    return run


def _queue_clip(run: LibraryRun, clip: ClipFile) -> None:
    task_id = uuid4()
    folder = f"{runs.CLIPS_ROOT}/{task_id}"
    clip_key = f"{folder}/clip{clip.path.suffix.lower()}"
    sidecar_key = f"{folder}/clip.pose.json" if clip.sidecar else ""
    try:
        storage.publish(clip.path, clip_key)
        if clip.sidecar:
            storage.publish(clip.sidecar, sidecar_key)
        with transaction.atomic():
            runs.add_task(
                run,
                LibraryTaskKind.IMPORT,
                id=task_id,
                library_path=clip.library_path,
                details=clip.annotation.model_dump(mode="json", by_alias=True),
                clip_key=clip_key,
                sidecar_key=sidecar_key,
                clip_sha256=clip.clip_sha256,
                annotation_sha256=clip.annotation_sha256,
            )
    except (OperationalError, InterfaceError):
        raise  # the task may be there, though the answer was lost: files that no row refers to are the janitor's
    except BaseException:
        storage.delete_folder(folder)
        raise


def _problem(row: BadRow) -> dict[str, str]:
    return {"clip": row.video_path, "code": PROBLEM_CODE, "reason": row.reason}
