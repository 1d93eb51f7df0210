"""The queue's door to the library: one clip a job. Importing it loads the analysis of clips."""

from uuid import UUID

from procrastinate.contrib.django import app

from choreography.jobs.running import run_held
from choreography.library.sharing.claims import claim_library_task
from choreography.library.sharing.working import work_on_task
from choreography.queue.deferring import INGEST_QUEUE, LIBRARY_JOB


@app.task(name=LIBRARY_JOB, queue=INGEST_QUEUE)
def library_task(library_task_id: str) -> None:
    """Do one piece of the work on a library; safe to call twice."""
    held = claim_library_task(UUID(library_task_id))
    if held is not None:
        run_held(held, work_on_task, f"library task {library_task_id}")
