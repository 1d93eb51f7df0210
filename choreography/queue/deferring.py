"""Which jobs there are and how they are deferred: by name, so that the web process loads none of their code."""

from uuid import UUID

from django.db import OperationalError
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import JobDeferrer

from choreography.models import TaskPhase

PLANNING_QUEUE, ASSEMBLY_QUEUE, INGEST_QUEUE, MAIL_QUEUE = "planning", "assembly", "ingest", "mail"
PLAN_JOB, ASSEMBLE_JOB, IMPORT_SONG_JOB = "choreography.plan", "choreography.assemble", "choreography.import_song"
RENDER_JOB = "choreography.render"
LIBRARY_JOB = "choreography.library_task"
RESET_LINK_JOB = "users.send_reset_link"
JOB_MODULES = {
    PLANNING_QUEUE: "choreography.jobs.planning",
    ASSEMBLY_QUEUE: "choreography.jobs.assembly",
    INGEST_QUEUE: "choreography.jobs.ingest",
    MAIL_QUEUE: "choreography.jobs.mail",
}
"""What a worker imports for each queue it serves; the assembly's imports no machine learning."""


def queue_of(phase: TaskPhase) -> str:
    """Return the queue in which a task of this phase waits."""
    return {TaskPhase.PLANNING: PLANNING_QUEUE, TaskPhase.ASSEMBLY: ASSEMBLY_QUEUE}[phase]


def defer_planning(task_id: UUID) -> None:
    """Put the planning of a task on its queue, in the caller's transaction."""
    _defer(app.configure_task(PLAN_JOB, queue=PLANNING_QUEUE), task_id=task_id)


def defer_edit(task_id: UUID) -> None:
    """Put the change of a plan on the planning queue, in the caller's transaction: ahead of whole new plans.

    Somebody looks at the plan and waits.
    """
    _defer(app.configure_task(PLAN_JOB, queue=PLANNING_QUEUE, priority=1), task_id=task_id)


def defer_assembly(task_id: UUID) -> None:
    """Put the assembly of a task on its queue, in the caller's transaction.

    It goes before the planning of others: a worker that serves both queues ends what it began.
    """
    _defer(app.configure_task(ASSEMBLE_JOB, queue=ASSEMBLY_QUEUE, priority=1), task_id=task_id)


def defer_rendition(rendition_id: UUID) -> None:
    """Put the making of a rendition on the assembly queue, in the caller's transaction: behind all choreographies."""
    _defer(app.configure_task(RENDER_JOB, queue=ASSEMBLY_QUEUE, priority=-1), rendition_id=rendition_id)


def defer_song_import(import_id: UUID) -> None:
    """Put the import of a song on the queue of those who can listen, in the caller's transaction."""
    _defer(app.configure_task(IMPORT_SONG_JOB, queue=PLANNING_QUEUE), import_id=import_id)


def defer_library_task(task_id: UUID) -> None:
    """Put one piece of the work on a library on its queue, in the caller's transaction."""
    _defer(app.configure_task(LIBRARY_JOB, queue=INGEST_QUEUE), library_task_id=task_id)


def defer_reset_link(user_id: UUID | None, site: str) -> None:
    """Put the sending of a link to a new password on its queue, ahead of whatever its worker also does."""
    _defer(app.configure_task(RESET_LINK_JOB, queue=MAIL_QUEUE, priority=2), user_id=user_id, site=site)


def _defer(job: JobDeferrer, **given: UUID | str | None) -> None:
    try:
        job.defer(**{name: str(value) if isinstance(value, UUID) else value for name, value in given.items()})
    except ConnectorException as error:  # the queue lives in our database: told as Django tells it
        raise OperationalError("the job could not be put on its queue") from error
