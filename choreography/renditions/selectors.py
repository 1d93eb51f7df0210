"""Reads of renditions. Those of somebody else's task read as if they did not exist."""

from uuid import UUID

from django.db.models import QuerySet

from choreography.models import ChoreographyTask, Rendition, TaskStatus
from choreography.selectors import shown_task, task_of
from common.errors import NotFoundError
from users.models import User


def renditions_of(user: User, task_id: UUID) -> QuerySet[Rendition]:
    """Return the renditions of what one of a user's tasks shows, oldest first. Raises NotFoundError."""
    task = task_of(user, task_id)
    return Rendition.objects.filter(task=video_task(task) or task)


def video_task(task: ChoreographyTask) -> ChoreographyTask | None:
    """Return the task whose video a task shows: an answer may show that of an earlier one. None without any."""
    return shown_task(task) if task.status == TaskStatus.COMPLETED else None


def rendition_of(user: User, task_id: UUID, rendition_id: UUID) -> Rendition:
    """Return one rendition. Raises NotFoundError."""
    found = renditions_of(user, task_id).filter(id=rendition_id).first()
    if found is None:
        raise NotFoundError("There is no such rendition.")
    return found
