"""Who works on which queue, and what nobody works on."""

from datetime import timedelta
from typing import TypeVar

from asgiref.sync import async_to_sync
from django.db.models import CharField, Exists, Model, OuterRef, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from choreography.models import WorkerQueues

M = TypeVar("M", bound=Model)
FAILED_JOBS_KEPT = timedelta(days=30)
"""For whoever looks into what went wrong."""


def say_what_is_served(worker_id: int, queues: list[str]) -> None:
    """Write down which queues a worker serves."""
    WorkerQueues.objects.update_or_create(worker_id=worker_id, defaults={"queues": queues})


def without_job(rows: QuerySet[M], argument: str) -> QuerySet[M]:
    """Return those of some rows for which no job waits or runs; `argument`: by which their jobs name them.

    A row and its job are always made together, so these lost their worker.
    """
    jobs = ProcrastinateJob.objects.filter(status__in=("todo", "doing"))
    naming = jobs.annotate(row_id=KeyTextTransform(argument, "args")).filter(row_id=Cast(OuterRef("id"), CharField()))
    return rows.exclude(Exists(naming))


def forget_failed_jobs() -> None:
    """Remove what the queue remembers of jobs that failed long ago; those that went well go as they end."""
    async_to_sync(app.job_manager.delete_old_jobs)(
        int(FAILED_JOBS_KEPT / timedelta(hours=1)), include_failed=True, include_cancelled=True, include_aborted=True
    )


def forget_gone_workers() -> int:
    """Remove the notes of workers that the queue no longer knows; return how many."""
    known = ProcrastinateWorker.objects.filter(id=OuterRef("worker_id"))
    return WorkerQueues.objects.exclude(Exists(known)).delete()[0]
