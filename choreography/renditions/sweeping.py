"""Puts right what a lost worker left of renditions: gives them a job again."""

import logging

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from choreography.models import Rendition, RenditionStatus
from choreography.queue.deferring import defer_rendition
from choreography.queue.workers import without_job
from choreography.renditions.kinds import key_of
from common import storage

logger = logging.getLogger(__name__)

WORKER_LOST = "Our worker broke down on this file several times."


def sweep_renditions() -> int:
    """Give renditions that nobody works on a job again, up to MAX_ATTEMPTS times; return how many there were."""
    lost = list(_without_job().values_list("id", flat=True))
    for rendition_id in lost:
        with transaction.atomic():
            rendition = _without_job().select_for_update(of=("self",)).filter(id=rendition_id).first()
            if rendition is not None:
                _give_back(rendition)
    return len(lost)


def _without_job() -> QuerySet[Rendition]:
    return without_job(Rendition.objects.filter(status__in=Rendition.ACTIVE), "rendition_id")


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
