"""Exactly one result a task: only the newest attempt may write, and a job that lost its claim stops.

The queue runs a job at least once and lets a paused worker wake up late. So each claim raises `attempt`, and every
write names the attempt it was made under.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from choreography.models import Blueprint, ChoreographyTask, TaskPhase, TaskStage, TaskStatus
from choreography.queue.worker_measures import STAGE_SECONDS, TASKS_ENDED
from choreography.signals import choreography_completed
from common.errors import BuddyError
from common.measurements import count, observe
from users.models import User

REPORT_EVERY_S = 0.25
"""Progress is written at most this often within a stage: cheap enough not to slow a job that lasts a second."""


class SupersededError(BuddyError):
    """This task was ended, or another attempt has taken it over: there is nothing left to do here."""

    code = "superseded"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@dataclass
class Claim:
    """The right of one job to work on a task, for as long as no newer attempt exists."""

    task_id: UUID
    attempt: int
    phase: str = TaskPhase.PLANNING
    steps: list[dict[str, Any]] = field(default_factory=list)
    """What was done for the task, by this attempt and in the phases before it."""
    _progress: int = 0
    _message: str = ""
    _stage: str = ""
    _reported_at: float = field(default=0.0)
    _asked_at: float = field(default=0.0)
    _stage_since: float = field(default=0.0)

    def report(self, stage: TaskStage, progress: int, message: str) -> None:
        """Tell the user how far we are. Raises SupersededError where we should stop."""
        progress = max(self._progress, min(progress, 100))
        now = time.monotonic()
        if stage == self._stage and now - self._reported_at < REPORT_EVERY_S:
            return
        steps: dict[str, Any] = {}
        if stage != self._stage:
            self._end_stage(now)
            self.steps.append({"stage": stage, "phase": self.phase, "result": "", "duration_ms": None})
            steps = {"steps": self.steps}
        self._stage, self._progress, self._reported_at, self._message = stage, progress, now, message
        self._write(stage=stage, progress=progress, message=message, **steps)

    def cancelled(self) -> bool:
        """Return whether this claim is void: the user asked to stop, or a newer attempt took over."""
        return not self._mine().exists()

    def cancelled_lately(self) -> bool:
        """Return `cancelled()`, asking the database at most once in REPORT_EVERY_S: for work that asks all the time."""
        now = time.monotonic()
        if now - self._asked_at < REPORT_EVERY_S:
            return False
        self._asked_at = now
        return self.cancelled()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Give a transaction through which nobody can take the task over, nor close the account of its owner.

        Whatever else a job locks it locks in here. Raises SupersededError.
        """
        with transaction.atomic():
            self._lock_owner()
            if self._mine().select_for_update().first() is None:
                raise SupersededError
            yield

    def record(self, **fields: Any) -> None:
        """Write down what the work found out about the task: its song, its wish. Raises SupersededError."""
        self._write(**fields)

    def hand_over(self, version: Blueprint, defer_assembly: Callable[[UUID], None]) -> None:
        """Give the planned task to the assembly, with its job, in one transaction."""
        self._end_stage(time.monotonic())
        with transaction.atomic():
            self._write(
                blueprint_id=version.id,
                choreography_id=version.choreography_id,
                phase=TaskPhase.ASSEMBLY,
                stage=TaskStage.ASSEMBLING,
                message="Putting the moves on the music",
                failures=0,
                steps=self.steps,
            )
            defer_assembly(self.task_id)

    def complete(self, *, output_prefix: str, duration_s: float) -> None:
        """Publish the result. Raises SupersededError: then the caller removes its own files."""
        self._end_stage(time.monotonic())
        with self.held():
            self._write(
                status=TaskStatus.COMPLETED,
                stage=TaskStage.DONE,
                progress=100,
                message="Ready to dance",
                output_prefix=output_prefix,
                output_duration_s=duration_s,
                finished_at=timezone.now(),
                steps=self.steps,
            )
            choreography_completed.send(sender=ChoreographyTask, task_id=self.task_id)
        count(TASKS_ENDED, TaskStatus.COMPLETED, "")

    def answer(self, version: Blueprint | None = None) -> None:
        """End the task without a video of its own: it asked something, or a video of that plan is there already."""
        self._end_stage(time.monotonic())
        fields = {"blueprint_id": version.id, "choreography_id": version.choreography_id} if version else {}
        self._write(
            status=TaskStatus.COMPLETED,
            stage=TaskStage.DONE,
            progress=100,
            message="Answered",
            finished_at=timezone.now(),
            **fields,
        )
        count(TASKS_ENDED, TaskStatus.COMPLETED, "")

    def fail(self, code: str, detail: str) -> None:
        """End the task with a sentence for the user."""
        self._write(
            status=TaskStatus.FAILED,
            error_code=code,
            error_detail=detail[:500],
            message="",
            finished_at=timezone.now(),
        )
        count(TASKS_ENDED, TaskStatus.FAILED, code)

    def _end_stage(self, now: float) -> None:
        if self._stage:
            took_s = now - self._stage_since
            observe(STAGE_SECONDS, took_s, self._stage)
            self.steps[-1] |= {"result": self._message, "duration_ms": round(1000 * took_s)}
        self._stage_since = now

    def _lock_owner(self) -> None:
        # Who closes an account, forgets a conversation or changes a plan takes the owner's row before any other. What
        # refers to the owner takes it as well, at the latest when it is committed: in the other order the two could
        # wait for each other until the database ends one of them.
        User.objects.select_for_update(of=("self",), no_key=True).filter(tasks=self.task_id).first()

    def _mine(self) -> QuerySet[ChoreographyTask]:
        return ChoreographyTask.objects.filter(id=self.task_id, attempt=self.attempt, status=TaskStatus.PROCESSING)

    def _write(self, **fields: Any) -> None:
        if self._mine().update(**fields) == 0:
            raise SupersededError


def claim(task_id: UUID, phase: TaskPhase) -> Claim | None:
    """Take a task over for a job of `phase`, or return None when there is nothing (left) to do for it."""
    with transaction.atomic():
        task = (
            ChoreographyTask.objects.select_for_update()
            .filter(
                id=task_id,
                phase=phase,
                status__in=(TaskStatus.QUEUED, TaskStatus.PROCESSING),
                cancel_requested=False,
            )
            .first()
        )
        if task is None:
            return None
        task.attempt += 1
        task.status = TaskStatus.PROCESSING
        task.started_at = task.started_at or timezone.now()
        task.save(update_fields=("attempt", "status", "started_at"))
    before = [step for step in task.steps if step["phase"] != phase]
    return Claim(task.id, task.attempt, phase, before, _progress=task.progress)
