"""Saves choreographies as they are finished, for those who wish it. Runs in the slim assembly worker."""

import logging
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction

from choreography.models import ChoreographyTask
from choreography.signals import choreography_completed
from user_collections.saving import CollectionFullError, keep

logger = logging.getLogger(__name__)


def listen() -> None:
    """Save from now on; safe to call twice."""
    choreography_completed.connect(save_finished, dispatch_uid="user_collections.autosave")


def save_finished(*, task_id: UUID, **_: Any) -> None:
    """Put a finished task's choreography into its owner's collection; whatever goes wrong here, it is published."""
    try:
        with transaction.atomic():  # a savepoint: what is undone here is only ours
            _save(task_id)
    except CollectionFullError:
        logger.info("task %s is not saved: the collection is full", task_id)
    except (OperationalError, InterfaceError):
        raise  # the database is away: the completion this belongs to did not happen either
    except Exception:  # even a bug of ours: a finished video must not wait for it, and can be saved by hand
        logger.exception("the choreography of task %s could not be saved", task_id)


def _save(task_id: UUID) -> None:
    task = ChoreographyTask.objects.select_related("owner__preferences", "choreography").get(id=task_id)
    if task.owner is not None and task.choreography is not None and task.owner.preferences.autosave:
        keep(owner=task.owner, choreography=task.choreography)
