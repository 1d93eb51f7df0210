"""Reads of renditions. Those of somebody else's task read as if they did not exist."""

from uuid import UUID

from django.db.models import QuerySet

from choreography.models import Rendition
from choreography.selectors import task_of
from common.errors import NotFoundError
from users.models import User


def renditions_of(user: User, task_id: UUID) -> QuerySet[Rendition]:
    """Return the renditions of one of a user's tasks, oldest first. Raises NotFoundError."""
    return Rendition.objects.filter(task=task_of(user, task_id))


def rendition_of(user: User, task_id: UUID, rendition_id: UUID) -> Rendition:
    """Return one rendition. Raises NotFoundError."""
    found = renditions_of(user, task_id).filter(id=rendition_id).first()
    if found is None:
        raise NotFoundError("There is no such rendition.")
    return found
