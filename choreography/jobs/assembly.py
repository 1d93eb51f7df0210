"""The queue's door to assembly. Importing it loads no machine learning."""

from uuid import UUID

from procrastinate.contrib.django import app

from choreography.generation.assembly import assemble_task
from choreography.jobs.running import run_claimed, run_held
from choreography.models import TaskPhase
from choreography.queue.deferring import ASSEMBLE_JOB, ASSEMBLY_QUEUE, RENDER_JOB
from choreography.renditions.fence import claim_rendition
from choreography.renditions.making import rendition_task


@app.task(name=ASSEMBLE_JOB, queue=ASSEMBLY_QUEUE)
def assemble(task_id: str) -> None:
    """Make a planned task's video and publish it."""
    run_claimed(UUID(task_id), TaskPhase.ASSEMBLY, assemble_task)


@app.task(name=RENDER_JOB, queue=ASSEMBLY_QUEUE)
def render(rendition_id: str) -> None:
    """Make a further file of a finished choreography; safe to call twice."""
    held = claim_rendition(UUID(rendition_id))
    if held is not None:
        run_held(held, rendition_task, f"rendition {rendition_id}")
