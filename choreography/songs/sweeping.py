"""Gives imports of songs that lost their worker to the next one."""

import logging

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from choreography.models import SongImport, SongImportStatus
from choreography.queue.deferring import defer_song_import
from choreography.queue.workers import without_job
from choreography.songs.keeping import delete_upload

logger = logging.getLogger(__name__)

WORKER_LOST = "Our worker broke down on this song several times. Please try another file."


def sweep_song_imports() -> int:
    """Give imports that nobody works on a job again, up to MAX_ATTEMPTS times; return how many there were."""
    lost = list(_without_job().values_list("id", flat=True))
    for import_id in lost:
        with transaction.atomic():
            arrived = _without_job().select_for_update().filter(id=import_id).first()
            if arrived is not None:
                _give_back(arrived)
    return len(lost)


def _without_job() -> QuerySet[SongImport]:
    return without_job(SongImport.objects.exclude(status__in=SongImport.FINISHED), "import_id")


def _give_back(arrived: SongImport) -> None:
    """Put an import on its queue again, or end it; either way the job that held it can no longer make a song."""
    arrived.attempt += 1
    arrived.failures += 1
    logger.warning("import %s lost its worker (%d of %d)", arrived.id, arrived.failures, settings.MAX_ATTEMPTS)
    if arrived.failures >= settings.MAX_ATTEMPTS:
        arrived.status, arrived.finished_at = SongImportStatus.FAILED, timezone.now()
        arrived.error_code, arrived.error_detail = "worker_lost", WORKER_LOST
        transaction.on_commit(lambda: delete_upload(arrived), robust=True)
    else:
        defer_song_import(arrived.id)
    arrived.save(update_fields=("attempt", "failures", "status", "error_code", "error_detail", "finished_at"))
