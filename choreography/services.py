"""Writes that a user asks for. Each is one transaction."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from choreography import selectors
from choreography.blueprint.wishes import DanceWish
from choreography.limits import check_room_for_task, take_turns
from choreography.models import ChoreographyTask, TaskStatus
from choreography.queue.deferring import defer_planning
from common.errors import ConflictError, ContradictionError
from users.models import User


class IdempotencyMismatchError(ContradictionError):
    """This Idempotency-Key was used for another request."""

    code = "idempotency_key_reused"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class TaskFinishedError(ConflictError):
    """This choreography is finished already."""

    code = "task_finished"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def request_choreography(
    *, user: User, song_id: UUID, wish: DanceWish, idempotency_key: str | None = None
) -> ChoreographyTask:
    """Make a task and its planning job, both or neither.

    The same `idempotency_key` gives the same task. Raises NotFoundError, IdempotencyMismatchError, TooManyTasksError.
    """
    song = selectors.song_of(user, song_id)
    fingerprint = wish.fingerprint(song.id)
    with transaction.atomic():
        take_turns(user)
        known = _known_task(user, idempotency_key)
        if known is not None:
            if known.request_sha256 != fingerprint:
                raise IdempotencyMismatchError
            return known
        check_room_for_task(user)
        task = ChoreographyTask.objects.create(
            owner=user,
            song=song,
            difficulty=wish.difficulty,
            energy=wish.energy,
            style=wish.style,
            duration_s=wish.duration_s,
            seed=wish.seed,
            quality=wish.quality,
            wish=wish.as_json(),
            message="Waiting for a free dancer",
            idempotency_key=idempotency_key,
            request_sha256=fingerprint,
        )
        defer_planning(task.id)
        return task


def _known_task(user: User, idempotency_key: str | None) -> ChoreographyTask | None:
    if idempotency_key is None:
        return None
    return ChoreographyTask.objects.filter(owner=user, idempotency_key=idempotency_key).first()


def cancel_task(*, user: User, task_id: UUID) -> ChoreographyTask:
    """End a task at once, whatever its job is doing: the job finds out at its next look and leaves nothing.

    Raises NotFoundError, TaskFinishedError.
    """
    with transaction.atomic():
        task = selectors.task_of(user, task_id, for_update=True)
        if task.status in ChoreographyTask.FINISHED:
            raise TaskFinishedError
        stop(task)
        return task


def stop(task: ChoreographyTask) -> None:
    """End an unfinished task, which the caller holds locked."""
    task.cancel_requested = True
    task.status, task.message, task.finished_at = TaskStatus.CANCELLED, "Stopped as asked", timezone.now()
    task.save(update_fields=("cancel_requested", "status", "message", "finished_at"))


def delete_task(*, user: User, task_id: UUID) -> None:
    """Remove a finished task and its files. Raises NotFoundError, ConflictError while it is being worked on."""
    with transaction.atomic():
        task = selectors.task_of(user, task_id, for_update=True)
        if task.status not in ChoreographyTask.FINISHED:
            raise ConflictError("This choreography is still being made: cancel it first.")
        task.delete()  # its files follow: `choreography.receivers`
