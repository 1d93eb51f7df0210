"""From a received file or address to a song, as a job: only the newest attempt may end an import."""

import time
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from choreography.models import Song, SongImport, SongImportStatus
from choreography.queue.fence import REPORT_EVERY_S, SupersededError
from choreography.songs.importing import import_song
from choreography.songs.keeping import delete_upload
from choreography.songs.receiving import VIDEO_PREFIX, Named
from choreography.songs.url_importing import import_song_of_video
from common import storage


@dataclass
class ImportClaim:
    """The right of one job to work on an import, for as long as no newer attempt exists."""

    import_id: UUID
    attempt: int
    _asked_at: float = field(default=0.0)

    def complete(self, song: Song) -> None:
        """Name the song, in the transaction that saves it. Raises SupersededError: then there is to be none."""
        self._end(status=SongImportStatus.COMPLETED, song=song)

    def fail(self, code: str, detail: str) -> None:
        """End the import with a sentence for its owner. Raises SupersededError."""
        self._end(status=SongImportStatus.FAILED, error_code=code, error_detail=detail[:500])

    def void_lately(self) -> bool:
        """Return whether there is nothing left to do, asking the database at most once in REPORT_EVERY_S."""
        now = time.monotonic()
        if now - self._asked_at < REPORT_EVERY_S:
            return False
        self._asked_at = now
        return not self._mine().exists()

    def _mine(self) -> QuerySet[SongImport]:
        return SongImport.objects.filter(id=self.import_id, attempt=self.attempt, status=SongImportStatus.PROCESSING)

    def _end(self, **fields: object) -> None:
        with transaction.atomic():
            arrived = self._mine().select_for_update().first()
            if arrived is None:
                raise SupersededError
            self._mine().update(finished_at=timezone.now(), **fields)
            transaction.on_commit(lambda: delete_upload(arrived), robust=True)


def claim_import(import_id: UUID) -> ImportClaim | None:
    """Take an import over, or return None when there is nothing (left) to do for it."""
    with transaction.atomic():
        mine = SongImport.objects.filter(id=import_id).exclude(status__in=SongImport.FINISHED)
        if not mine.update(attempt=F("attempt") + 1, status=SongImportStatus.PROCESSING):
            return None
        return ImportClaim(import_id, SongImport.objects.values_list("attempt", flat=True).get(id=import_id))


def work_on_import(claim: ImportClaim) -> None:
    """Make the song of a claimed import. Raises what `import_song` and `import_song_of_video` raise."""
    arrived = SongImport.objects.select_related("owner").get(id=claim.import_id)
    named = Named(arrived.title, arrived.artist, arrived.genre)
    if arrived.source.startswith(VIDEO_PREFIX):
        video_id = arrived.source.removeprefix(VIDEO_PREFIX)
        import_song_of_video(video_id, arrived.owner, named=named, cancelled=claim.void_lately, confirm=claim.complete)
        return
    with storage.local_copy(arrived.upload_key) as path:
        import_song(
            path,
            owner=arrived.owner,
            title=named.title,
            artist=named.artist,
            genre=named.genre,
            file_name=arrived.file_name or "Untitled",
            confirm=claim.complete,
        )
