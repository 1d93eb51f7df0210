"""What workers measure while they work, and whose task their log lines are about."""

import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager

from procrastinate.jobs import Job

from common import measurements
from common.log_lines import current_task_id
from common.measurements import Counter, Gauge, Histogram
from common.memory import resident_bytes

_STEPS_S = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 180.0, 600.0)
STAGE_SECONDS = Histogram("bb_stage_seconds", "Time a task spent in a stage.", ("stage",), _STEPS_S)
JOB_SECONDS = Histogram("bb_job_seconds", "Time a job took, by its name and queue.", ("job", "queue"), _STEPS_S)
JOBS_BROKEN = Counter("bb_jobs_broken", "Jobs that ended with an error of ours.", ("job", "queue"))
TASKS_ENDED = Counter("bb_tasks_ended", "Choreographies that workers ended, by reason.", ("status", "code"))
CACHE_LOOKUPS = Counter("bb_cache_lookups", "Times something made before was there or was not.", ("cache", "outcome"))
WORKER_BYTES = Gauge(
    "bb_worker_resident_bytes", "Memory of a worker after its last job.", ("machine", "process", "queue")
)
KINDS = (STAGE_SECONDS, JOB_SECONDS, JOBS_BROKEN, TASKS_ENDED, CACHE_LOOKUPS, WORKER_BYTES)


@contextmanager
def job_noted(job: Job) -> Iterator[None]:
    """Name a job's subject in the log lines written meanwhile; measure its time and this process's memory."""
    about = next((str(value) for name, value in job.task_kwargs.items() if name.endswith("_id")), "")
    token = current_task_id.set(about)
    started_at = time.monotonic()
    try:
        yield
    except BaseException:
        measurements.count(JOBS_BROKEN, job.task_name, job.queue)
        raise
    finally:
        measurements.observe(JOB_SECONDS, time.monotonic() - started_at, job.task_name, job.queue)
        measurements.tell(WORKER_BYTES, resident_bytes(), platform.node(), str(os.getpid()), job.queue)
        measurements.write()
        current_task_id.reset(token)


def cache_used(cache: str, hit: bool) -> None:
    """Note whether something made before was there."""
    measurements.count(CACHE_LOOKUPS, cache, "hit" if hit else "miss")
