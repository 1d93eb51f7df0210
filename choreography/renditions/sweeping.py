"""Puts right what a lost worker left of renditions: jobs that are gone, files of attempts that are over."""

import logging
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from choreography.generation import outputs
from choreography.models import ChoreographyTask, Rendition, RenditionStatus
from choreography.queue.deferring import defer_rendition
from choreography.renditions.kinds import key_of
from common import storage

logger = logging.getLogger(__name__)

WORKER_LOST = "Our worker broke down on this file several times."
ORPHAN_AGE = timedelta(hours=1)


def sweep_renditions() -> int:
    """Give renditions that nobody works on a job again, up to MAX_ATTEMPTS times; return how many there were."""
    lost = list(_without_job().values_list("id", flat=True))
    for rendition_id in lost:
        with transaction.atomic():
            rendition = _without_job().select_for_update(of=("self",)).filter(id=rendition_id).first()
            if rendition is not None:
                _give_back(rendition)
    return len(lost)


def remove_forgotten_renditions() -> int:
    """Remove the files beside published videos that no row names (any more); return how many."""
    published = ChoreographyTask.objects.exclude(output_prefix="").values_list("id", "output_prefix")
    removed = 0
    for task_id, prefix in published.iterator():
        for key in _forgotten(task_id, prefix):
            logger.warning("removing a forgotten rendition: %s", key)
            storage.delete(key)
            removed += 1
    return removed


def _forgotten(task_id: UUID, prefix: str) -> list[str]:
    further = set(storage.files(prefix)) - {outputs.key(prefix, name) for name in outputs.NAMES}
    if not further:
        return []
    further -= set(Rendition.objects.filter(task_id=task_id).values_list("output_key", flat=True))
    old = timezone.now() - ORPHAN_AGE  # what is younger may be about to be named
    return [key for key in further if (written_at := storage.written_at(key)) is not None and written_at < old]


def _without_job() -> QuerySet[Rendition]:
    jobs = ProcrastinateJob.objects.filter(status__in=("todo", "doing")).annotate(
        rendition_id=KeyTextTransform("rendition_id", "args")
    )
    mine = jobs.filter(rendition_id=Cast(OuterRef("id"), CharField()))
    return Rendition.objects.filter(status__in=Rendition.ACTIVE).exclude(Exists(mine))


def _give_back(rendition: Rendition) -> None:
    """Put a rendition on its queue again, or end it; what the lost attempt may have published goes."""
    given_up = key_of(rendition, rendition.attempt)
    rendition.attempt += 1
    rendition.failures += 1
    logger.warning("rendition %s lost its worker (%d)", rendition.id, rendition.failures)
    if rendition.failures >= settings.MAX_ATTEMPTS:
        rendition.status, rendition.error_code, rendition.error_detail = (
            RenditionStatus.FAILED,
            "worker_lost",
            WORKER_LOST,
        )
        rendition.finished_at = timezone.now()
    else:
        defer_rendition(rendition.id)
    rendition.save()
    transaction.on_commit(lambda: storage.delete(given_up), robust=True)
