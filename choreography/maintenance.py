"""Puts right what a lost worker left behind; runs in a process of its own."""

import logging
from uuid import UUID

from asgiref.sync import async_to_sync
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status

from choreography.models import ChoreographyTask, TaskStatus

logger = logging.getLogger(__name__)

SWEEP_EVERY_S = 5.0
WORKER_LOST = "Our worker broke down on this choreography several times. Please try another song or wish."


def sweep() -> int:
    """Give jobs whose worker is silent back to the queue, up to MAX_ATTEMPTS times; return how many were found."""
    find = async_to_sync(app.job_manager.get_stalled_jobs)
    stalled = list(find(seconds_since_heartbeat=settings.WORKER_STALLED_AFTER_S))
    for job in stalled:
        with transaction.atomic():
            if _may_try_again(job):
                app.job_manager.retry_job_by_id(_id_of(job), retry_at=timezone.now())
            else:
                finish = async_to_sync(app.job_manager.finish_job_by_id_async)
                finish(_id_of(job), status=Status.FAILED, delete_job=False)
    return len(stalled)


def _may_try_again(job: Job) -> bool:
    task = (
        ChoreographyTask.objects.select_for_update()
        .filter(id=UUID(str(job.task_kwargs["task_id"])))
        .exclude(status__in=ChoreographyTask.FINISHED)
        .first()
    )
    if task is None:
        return False
    task.failures += 1
    lost = task.failures >= settings.MAX_ATTEMPTS
    if lost:
        task.status, task.error_code, task.error_detail = TaskStatus.FAILED, "worker_lost", WORKER_LOST
        task.finished_at = timezone.now()
    task.save()
    logger.warning("task %s lost its worker (%d of %d)", task.id, task.failures, settings.MAX_ATTEMPTS)
    return not lost


def _id_of(job: Job) -> int:
    assert job.id is not None
    return job.id
