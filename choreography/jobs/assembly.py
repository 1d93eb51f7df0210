"""The queue's door to assembly. Importing it loads no machine learning."""

from uuid import UUID

from procrastinate.contrib.django import app

from choreography.generation.assembly import assemble_task
from choreography.jobs.running import run_claimed
from choreography.models import TaskPhase
from choreography.queue import ASSEMBLE_JOB, ASSEMBLY_QUEUE


@app.task(name=ASSEMBLE_JOB, queue=ASSEMBLY_QUEUE)
def assemble(task_id: str) -> None:
    """Make a planned task's video and publish it."""
    run_claimed(UUID(task_id), TaskPhase.ASSEMBLY, assemble_task)
