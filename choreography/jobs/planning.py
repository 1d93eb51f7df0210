"""The queue's door to planning. Importing it loads the analysis and the search."""

from uuid import UUID

from procrastinate.contrib.django import app

from choreography.generation.planning import plan_task, warm_up
from choreography.jobs.running import run_claimed
from choreography.models import TaskPhase
from choreography.queue import PLAN_JOB, PLANNING_QUEUE

__all__ = ["plan", "warm_up"]


@app.task(name=PLAN_JOB, queue=PLANNING_QUEUE)
def plan(task_id: str) -> None:
    """Plan a task's choreography and hand it to the assembly."""
    run_claimed(UUID(task_id), TaskPhase.PLANNING, plan_task)
