"""Asking for renditions and removing them. Each is one transaction."""

from uuid import UUID

from django.conf import settings
from django.db import transaction

from choreography import selectors
from choreography.blueprint.loading import load_blueprint
from choreography.limits import take_turns
from choreography.models import ChoreographyTask, Rendition, RenditionStatus
from choreography.queue.deferring import defer_rendition
from choreography.renditions.kinds import Wanted, kind_of, name_of, parameters_of, span_s
from choreography.renditions.selectors import rendition_of, video_task
from common import storage
from common.errors import ConflictError, TooManyError
from users.models import User

MOST_OF_A_TASK = 40
"""Every move and phrase of a song in one speed; files are small beside the song's own."""


class NotFinishedError(ConflictError):
    """This choreography has no video yet."""

    code = "task_not_finished"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class TooManyRenditionsError(TooManyError):
    """You have several of these in the making: wait for one of them."""

    code = "too_many_renditions"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class RenditionsFullError(ConflictError):
    """This choreography has all the further files it may have: delete some of them."""

    code = "renditions_full"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def request_rendition(*, user: User, task_id: UUID, wanted: Wanted) -> Rendition:
    """Return the rendition of a finished task, with a job where it is new or failed before; the same request is the
    same file. An answer that shows the video of an earlier task has the files of that one.

    Raises NotFoundError, NotFinishedError, NotAPhraseError, TooManyRenditionsError, RenditionsFullError.
    """
    with transaction.atomic():
        take_turns(user)
        task = _video_task(user, task_id)
        _check_part(task, wanted)
        known = Rendition.objects.filter(task=task, name=name_of(wanted)).first()
        if known is not None and known.status != RenditionStatus.FAILED:
            return known
        _check_room(user, task, known)
        rendition = _again(known) if known else _new(task, wanted)
        defer_rendition(rendition.id)
        return rendition


def delete_rendition(*, user: User, task_id: UUID, rendition_id: UUID) -> None:
    """Remove a rendition and its file; a job at work on it finds out and leaves nothing. Raises NotFoundError."""
    with transaction.atomic():
        rendition = rendition_of(user, task_id, rendition_id)
        # Its job may have ended since it was read: only under the lock is it known which file there is.
        key = Rendition.objects.select_for_update().values_list("output_key", flat=True).filter(id=rendition.id).first()
        rendition.delete()
        transaction.on_commit(lambda: storage.delete(key or ""), robust=True)


def _video_task(user: User, task_id: UUID) -> ChoreographyTask:
    """Return the task whose video a task shows, locked."""
    shown = video_task(selectors.task_of(user, task_id))
    if shown is None:
        raise NotFinishedError
    return selectors.task_of(user, shown.id, for_update=True)


def _check_part(task: ChoreographyTask, wanted: Wanted) -> None:
    if task.blueprint is None:
        raise NotFinishedError
    span_s(wanted, load_blueprint(task.blueprint.data))


def _check_room(user: User, task: ChoreographyTask, known: Rendition | None) -> None:
    active = Rendition.objects.filter(task__owner=user, status__in=Rendition.ACTIVE)
    if active.count() >= settings.MAX_ACTIVE_TASKS_PER_USER:
        raise TooManyRenditionsError
    if known is None and task.renditions.count() >= MOST_OF_A_TASK:
        raise RenditionsFullError


def _new(task: ChoreographyTask, wanted: Wanted) -> Rendition:
    return Rendition.objects.create(
        task=task, kind=kind_of(wanted), name=name_of(wanted), parameters=parameters_of(wanted)
    )


def _again(failed: Rendition) -> Rendition:
    failed.status, failed.progress, failed.failures = RenditionStatus.QUEUED, 0, 0
    failed.error_code = failed.error_detail = ""
    failed.finished_at = None
    failed.save()
    return failed
