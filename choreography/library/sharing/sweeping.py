"""Gives the tasks of runs that lost their worker to the next one, and removes what the lost one stored."""

import logging

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from choreography.library.sharing import runs
from choreography.library.sharing.claims import prefix_of
from choreography.models import LibraryTask, TaskStatus
from choreography.queue.deferring import defer_library_task
from choreography.queue.workers import without_job
from common import storage

logger = logging.getLogger(__name__)

WORKER_LOST = "Our worker broke down on this clip several times."


def sweep_library() -> int:
    """Give tasks of runs that nobody works on a job again, up to MAX_ATTEMPTS times; return how many there were."""
    runs.seal_forgotten()
    lost = list(_tasks_without_job().values_list("id", flat=True))
    for task_id in lost:
        with transaction.atomic():
            task = _tasks_without_job().select_for_update(of=("self",)).filter(id=task_id).first()
            if task is not None:
                _give_back(task)
    return len(lost)


def _tasks_without_job() -> QuerySet[LibraryTask]:
    return without_job(LibraryTask.objects.exclude(status__in=LibraryTask.FINISHED), "library_task_id")


def _give_back(task: LibraryTask) -> None:
    """Put a task on its queue again, or end it; either way the job that held it can no longer store."""
    given_up = task.attempt
    task.attempt += 1
    task.failures += 1
    logger.warning("task %s lost its worker (%d of %d)", task.id, task.failures, settings.MAX_ATTEMPTS)
    if task.failures >= settings.MAX_ATTEMPTS:
        task.status, task.error_code, task.reason = TaskStatus.FAILED, "worker_lost", WORKER_LOST
        task.finished_at = timezone.now()
    else:
        defer_library_task(task.id)
    task.save()
    if task.status == TaskStatus.FAILED:
        runs.on_end_of(task)
    transaction.on_commit(lambda: storage.delete_folder(prefix_of(task.id, given_up)), robust=True)
