"""Which jobs there are and how they are deferred: by name, so that the web process loads none of their code."""

from uuid import UUID

from django.db import OperationalError
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import JobDeferrer

PLANNING_QUEUE, ASSEMBLY_QUEUE, INGEST_QUEUE = "planning", "assembly", "ingest"
PLAN_JOB, ASSEMBLE_JOB = "choreography.plan", "choreography.assemble"
JOB_MODULES = {
    PLANNING_QUEUE: "choreography.jobs.planning",
    ASSEMBLY_QUEUE: "choreography.jobs.assembly",
}
"""What a worker imports for each queue it serves; the assembly's imports no machine learning."""


def defer_planning(task_id: UUID) -> None:
    """Put the planning of a task on its queue, in the caller's transaction."""
    _defer(app.configure_task(PLAN_JOB, queue=PLANNING_QUEUE), task_id)


def defer_assembly(task_id: UUID) -> None:
    """Put the assembly of a task on its queue, in the caller's transaction.

    It goes before the planning of others: a worker that serves both queues ends what it began.
    """
    _defer(app.configure_task(ASSEMBLE_JOB, queue=ASSEMBLY_QUEUE, priority=1), task_id)


def _defer(job: JobDeferrer, task_id: UUID) -> None:
    try:
        job.defer(task_id=str(task_id))
    except ConnectorException as error:  # the queue lives in our database: told as Django tells it
        raise OperationalError("the job could not be put on its queue") from error
