"""Runs from beginning to end: tasks are added with their jobs, and the last one's end calls for the normalisation."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from choreography.models import LibraryRun, LibraryTask, LibraryTaskKind, TaskStatus
from choreography.queue.deferring import defer_library_task
from common import storage
from common.errors import NotFoundError

CLIPS_ROOT = "clips"
"""Of clips that came in by the queue: a folder each, which stays as long as the move does."""
FORGOTTEN_AFTER = timedelta(minutes=15)
"""Adding a clip takes seconds: a run to which nothing was added for as long was broken off."""


def add_task(run: LibraryRun, kind: LibraryTaskKind, **fields: Any) -> LibraryTask:
    """Add a task to a run with its job, both or neither."""
    with transaction.atomic():
        task = LibraryTask.objects.create(run=run, kind=kind, **fields)
        defer_library_task(task.id)
    return task


def seal(run: LibraryRun) -> None:
    """Say that no further task comes: with the last one's end the run ends."""
    with transaction.atomic():
        LibraryRun.objects.filter(id=run.id).update(sealed=True)
        _conclude(run.id)


def seal_forgotten() -> None:
    """Seal runs whose tasks were being added by a process that is gone."""
    before = timezone.now() - FORGOTTEN_AFTER
    open_runs = LibraryRun.objects.filter(sealed=False, created_at__lt=before)
    for run in open_runs.exclude(tasks__created_at__gte=before):
        seal(run)


def on_end_of(task: LibraryTask) -> None:
    """Clear up behind a task that has just ended, in the same transaction, and end its run where it was the last."""
    unneeded = [task.sidecar_key]
    if task.kind == LibraryTaskKind.IMPORT and task.status == TaskStatus.FAILED:
        unneeded.append(task.clip_key)
    transaction.on_commit(lambda: storage.delete(*unneeded), robust=True)
    _conclude(task.run_id)


def run_of(run_id: UUID) -> LibraryRun:
    """Return a run. Raises NotFoundError."""
    run = LibraryRun.objects.filter(id=run_id).first()
    if run is None:
        raise NotFoundError("There is no such run.")
    return run


def _conclude(run_id: UUID) -> None:
    run = LibraryRun.objects.select_for_update().get(id=run_id)
    if not run.sealed or run.finished_at is not None or run.tasks.exclude(status__in=LibraryTask.FINISHED).exists():
        return
    done = run.tasks.filter(status=TaskStatus.COMPLETED)
    if done.exists() and not run.tasks.filter(kind=LibraryTaskKind.NORMALISE).exists():
        add_task(run, LibraryTaskKind.NORMALISE)
        return
    run.finished_at = timezone.now()
    run.save(update_fields=("finished_at",))
