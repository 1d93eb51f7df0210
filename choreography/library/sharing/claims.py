"""Exactly one result for each task of a run: only the newest attempt may store. As `queue.fence`, for clips."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from choreography.library.sharing import runs
from choreography.models import MOVES_ROOT, LibraryTask, Move, TaskStatus
from choreography.queue.fence import SupersededError


@dataclass(frozen=True)
class LibraryClaim:
    """The right of one job to work on a task of a run, for as long as no newer attempt exists."""

    task_id: UUID
    attempt: int

    @property
    def prefix(self) -> str:
        """Return where this attempt stores its files."""
        return prefix_of(self.task_id, self.attempt)

    def complete(self, move: Move | None, seconds: Mapping[str, float] | None = None) -> None:
        """End the task in the caller's transaction, which stores its result. Raises SupersededError."""
        took = {stage: round(value, 3) for stage, value in (seconds or {}).items()}
        self._end(status=TaskStatus.COMPLETED, move=move, seconds=took, error_code="", reason="")

    def fail(self, code: str, detail: str) -> None:
        """End the task with a sentence for the curator; an import's clip is not kept. Raises SupersededError."""
        self._end(status=TaskStatus.FAILED, error_code=code, reason=detail[:500])

    def _end(self, **fields: object) -> None:
        with transaction.atomic():
            mine = LibraryTask.objects.filter(id=self.task_id, attempt=self.attempt, status=TaskStatus.PROCESSING)
            if mine.update(finished_at=timezone.now(), **fields) == 0:
                raise SupersededError
            runs.on_end_of(LibraryTask.objects.select_related("run").get(id=self.task_id))


def prefix_of(task_id: UUID, attempt: int) -> str:
    """Return the storage prefix of one attempt's files."""
    return f"{MOVES_ROOT}/{task_id}/{attempt}"


def claim_library_task(task_id: UUID) -> LibraryClaim | None:
    """Take a task over, or return None when there is nothing (left) to do for it."""
    with transaction.atomic():
        task = LibraryTask.objects.select_for_update().filter(id=task_id).first()
        if task is None or task.status in LibraryTask.FINISHED:
            return None
        task.attempt += 1
        task.status = TaskStatus.PROCESSING
        task.started_at = task.started_at or timezone.now()
        task.save(update_fields=("attempt", "status", "started_at"))
    return LibraryClaim(task.id, task.attempt)
