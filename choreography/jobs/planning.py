"""The queue's door to planning. Importing it loads the analysis and the search."""

from uuid import UUID

from procrastinate.contrib.django import app

from choreography.chat import turn
from choreography.chat.turn import answer_task
from choreography.generation import planning
from choreography.generation.editing import edit_task
from choreography.generation.planning import plan_task
from choreography.jobs.running import run_claimed, run_held
from choreography.models import ChoreographyTask, TaskKind, TaskPhase
from choreography.queue.deferring import IMPORT_SONG_JOB, PLAN_JOB, PLANNING_QUEUE
from choreography.songs.arriving import claim_import, work_on_import

__all__ = ["plan", "warm_up"]


def warm_up() -> None:
    """Load what the first plan and the first sentence would otherwise wait for."""
    planning.warm_up()
    turn.warm_up()


@app.task(name=PLAN_JOB, queue=PLANNING_QUEUE)
def plan(task_id: str) -> None:
    """Plan a task's choreography, change its plan or answer its sentence, and hand it to the assembly."""
    kind = ChoreographyTask.objects.values_list("kind", flat=True).filter(id=task_id).first()
    work = (
        {TaskKind.ASSEMBLE: edit_task, TaskKind.DESCRIBE: answer_task}.get(TaskKind(kind), plan_task)
        if kind
        else plan_task
    )
    run_claimed(UUID(task_id), TaskPhase.PLANNING, work)


@app.task(name=IMPORT_SONG_JOB, queue=PLANNING_QUEUE)
def import_song(import_id: str) -> None:
    """Make the song of a received file or address; safe to call twice."""
    held = claim_import(UUID(import_id))
    if held is not None:
        run_held(held, work_on_import, f"import {import_id}")
