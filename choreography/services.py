"""Writes that a user asks for. Each is one transaction."""

import hashlib
import json
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography import outputs, selectors
from choreography.models import ChoreographyTask, TaskStatus
from choreography.queue import defer_planning
from common.errors import ConflictError, InputError
from users.models import User


class IdempotencyMismatchError(InputError):
    """This Idempotency-Key was used for another request."""

    code = "idempotency_key_reused"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class TaskFinishedError(ConflictError):
    """This choreography is finished already."""

    code = "task_finished"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@dataclass(frozen=True)
class Request:
    """What a user wants to dance."""

    song_id: UUID
    difficulty: Difficulty
    energy: Energy
    style: Style
    duration_s: float | None = None
    seed: int = 0
    quality: str = "fast"

    def sha256(self) -> str:
        """Return a fingerprint: two equal requests have the same."""
        return hashlib.sha256(json.dumps(asdict(self), default=str, sort_keys=True).encode()).hexdigest()


def request_choreography(*, user: User, request: Request, idempotency_key: str | None = None) -> ChoreographyTask:
    """Make a task and its planning job, both or neither.

    The same `idempotency_key` gives the same task. Raises SongNotFoundError, IdempotencyMismatchError.
    """
    song = selectors.song_of(user, request.song_id)
    try:
        with transaction.atomic():
            task = ChoreographyTask.objects.create(
                owner=user,
                song=song,
                difficulty=request.difficulty,
                energy=request.energy,
                style=request.style,
                duration_s=request.duration_s,
                seed=request.seed,
                quality=request.quality,
                message="Waiting for a free dancer",
                idempotency_key=idempotency_key,
                request_sha256=request.sha256(),
            )
            defer_planning(task.id)
            return task
    except IntegrityError:
        if idempotency_key is None:
            raise
    task = ChoreographyTask.objects.get(owner=user, idempotency_key=idempotency_key)
    if task.request_sha256 != request.sha256():
        raise IdempotencyMismatchError
    return task


def cancel_task(*, user: User, task_id: UUID) -> ChoreographyTask:
    """Stop a task: at once when it waits, else at its job's next look. Raises TaskNotFoundError, TaskFinishedError."""
    with transaction.atomic():
        task = selectors.task_of(user, task_id, for_update=True)
        if task.status in ChoreographyTask.FINISHED:
            raise TaskFinishedError
        task.cancel_requested = True
        if task.status == TaskStatus.QUEUED:
            task.status, task.message, task.finished_at = TaskStatus.CANCELLED, "Stopped as asked", timezone.now()
        task.save(update_fields=("cancel_requested", "status", "message", "finished_at"))
        return task


def delete_task(*, user: User, task_id: UUID) -> None:
    """Remove a finished task and its files. Raises TaskNotFoundError, ConflictError while it is being worked on."""
    with transaction.atomic():
        task = selectors.task_of(user, task_id, for_update=True)
        if task.status not in ChoreographyTask.FINISHED:
            raise ConflictError("This choreography is still being made: cancel it first.")
        prefix = task.output_prefix
        task.delete()
        transaction.on_commit(lambda: outputs.delete(prefix))
