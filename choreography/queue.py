"""Which jobs there are and how they are deferred: by name, so that the web process loads none of their code."""

from uuid import UUID

from procrastinate.contrib.django import app

PLANNING_QUEUE, ASSEMBLY_QUEUE, INGEST_QUEUE = "planning", "assembly", "ingest"
PLAN_JOB, ASSEMBLE_JOB = "choreography.plan", "choreography.assemble"
JOB_MODULES = {
    PLANNING_QUEUE: "choreography.jobs.planning",
    ASSEMBLY_QUEUE: "choreography.jobs.assembly",
}
"""What a worker imports for each queue it serves; the assembly's imports no machine learning."""


def defer_planning(task_id: UUID) -> None:
    """Put the planning of a task on its queue, in the caller's transaction."""
    app.configure_task(PLAN_JOB, queue=PLANNING_QUEUE).defer(task_id=str(task_id))


def defer_assembly(task_id: UUID) -> None:
    """Put the assembly of a task on its queue, in the caller's transaction.

    It goes before the planning of others: a worker that serves both queues ends what it began.
    """
    app.configure_task(ASSEMBLE_JOB, queue=ASSEMBLY_QUEUE, priority=1).defer(task_id=str(task_id))
