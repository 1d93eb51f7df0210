"""Puts right what a lost worker left behind; runs in a process of its own."""

import logging

from asgiref.sync import async_to_sync
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status

from choreography.generation import outputs
from choreography.library.sharing.sweeping import sweep_library
from choreography.models import ChoreographyTask, TaskPhase, TaskStatus
from choreography.queue.deferring import RESET_LINK_JOB, defer_assembly, defer_planning
from choreography.queue.workers import without_job
from choreography.renditions.sweeping import sweep_renditions
from choreography.songs.sweeping import sweep_song_imports

logger = logging.getLogger(__name__)

SWEEP_EVERY_S = 5.0
WORKER_LOST = "Our worker broke down on this choreography several times. Please try another song or wish."


def sweep() -> int:
    """Give tasks that nobody works on a job again, up to MAX_ATTEMPTS times; return how many there were."""
    _end_jobs_of_silent_workers()
    lost = list(_tasks_without_job().values_list("id", flat=True))
    for task_id in lost:
        with transaction.atomic():
            task = _tasks_without_job().select_for_update().filter(id=task_id).first()
            if task is not None:
                _give_back(task)
    return len(lost) + sweep_song_imports() + sweep_library() + sweep_renditions()


def _end_jobs_of_silent_workers() -> None:
    find = async_to_sync(app.job_manager.get_stalled_jobs)
    finish = async_to_sync(app.job_manager.finish_job_by_id_async)
    retry = async_to_sync(app.job_manager.retry_job_by_id_async)
    for job in find(seconds_since_heartbeat=settings.WORKER_STALLED_AFTER_S):
        assert job.id is not None
        try:
            if job.task_name == RESET_LINK_JOB and job.attempts + 1 < settings.MAX_ATTEMPTS:
                retry(job.id, retry_at=timezone.now())  # no row remembers that a link was asked for
            else:
                finish(job.id, status=Status.FAILED, delete_job=False)
        except ConnectorException:  # it was only late, and ended this moment
            logger.info("job %d (%s) is not to be ended", job.id, job.task_name)
        else:
            logger.warning("job %d (%s) lost its worker", job.id, job.task_name)


def _tasks_without_job() -> QuerySet[ChoreographyTask]:
    return without_job(ChoreographyTask.objects.exclude(status__in=ChoreographyTask.FINISHED), "task_id")


def _give_back(task: ChoreographyTask) -> None:
    """Put a task on its queue again, or end it; either way the job that held it can no longer publish."""
    given_up = outputs.prefix_of(task.id, task.attempt)
    task.attempt += 1
    task.failures += 1
    logger.warning("task %s lost its worker (%d of %d)", task.id, task.failures, settings.MAX_ATTEMPTS)
    if task.failures >= settings.MAX_ATTEMPTS:
        task.status, task.error_code, task.error_detail = TaskStatus.FAILED, "worker_lost", WORKER_LOST
        task.message, task.finished_at = "", timezone.now()
    elif task.phase == TaskPhase.PLANNING:
        defer_planning(task.id)
    else:
        defer_assembly(task.id)
    task.save()
    transaction.on_commit(lambda: outputs.delete(given_up), robust=True)
