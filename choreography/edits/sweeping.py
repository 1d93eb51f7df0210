"""Lets go of the videos of earlier versions: their plans stay, and an undo makes the video again."""

import logging
from collections.abc import Collection
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from choreography.blueprint.loading import InvalidBlueprintError, load_blueprint
from choreography.edits.clips import clips_are_there
from choreography.models import ChoreographyTask, Rendition, TaskStatus
from common import storage
from users.models import User

logger = logging.getLogger(__name__)


def release_superseded(task_ids: Collection[UUID]) -> int:
    """Remove the videos that some tasks made of earlier versions; return how many.

    Only of choreographies whose plan has been the same for EARLIER_VIDEOS_KEPT_DAYS. Stays: the video of that plan; the
    newest one, which collections, links and class plans show; one with further files; and one that the library of
    today could not make again.
    """
    if not settings.EARLIER_VIDEOS_KEPT_DAYS or not task_ids:
        return 0
    due = _superseded().filter(id__in=task_ids).values_list("id", flat=True)
    return sum(map(_release, list(due)))


def _superseded() -> QuerySet[ChoreographyTask]:
    before = timezone.now() - timedelta(days=settings.EARLIER_VIDEOS_KEPT_DAYS)
    with_video = ChoreographyTask.objects.filter(status=TaskStatus.COMPLETED).exclude(output_prefix="")
    newest = with_video.filter(choreography=OuterRef("choreography")).order_by("-finished_at", "-created_at")
    return (
        with_video.filter(finished_at__lt=before, choreography__updated_at__lt=before)
        .filter(blueprint__isnull=False, choreography__current__isnull=False)
        .exclude(blueprint__data=F("choreography__current__data"))
        .exclude(id=Subquery(newest.values("id")[:1]))
        .exclude(Exists(Rendition.objects.filter(task=OuterRef("id"))))
    )


def _release(task_id: UUID) -> bool:
    with transaction.atomic():
        # Before any other row, as edits, renditions and jobs do: none of them goes back to this video meanwhile.
        User.objects.select_for_update(of=("self",), no_key=True).filter(tasks=task_id).first()
        task = _superseded().select_related("blueprint").select_for_update(of=("self",)).filter(id=task_id).first()
        if task is None or task.blueprint is None or not _can_be_made_again(task.blueprint.data):
            return False
        prefix, task.output_prefix = task.output_prefix, ""
        task.save(update_fields=("output_prefix",))
        # Where that fails they are files which no row names, and go with the next round.
        transaction.on_commit(partial(storage.delete_folder, prefix), robust=True)
    logger.info("removed the video of an earlier version: %s", prefix)
    return True


def _can_be_made_again(plan: dict[str, object]) -> bool:
    try:
        return clips_are_there(load_blueprint(plan))
    except InvalidBlueprintError:
        return False
