"""Exactly one file a rendition: only the newest attempt may write, as `choreography.queue.fence` has it for tasks."""

import time
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from choreography.models import Rendition, RenditionStatus
from choreography.queue.fence import REPORT_EVERY_S, SupersededError


@dataclass
class RenditionClaim:
    """The right of one job to make a rendition, for as long as no newer attempt exists."""

    rendition_id: UUID
    attempt: int
    _reported_at: float = field(default=0.0)
    _asked_at: float = field(default=0.0)

    def report(self, progress: int) -> None:
        """Tell how far we are, not too often. Raises SupersededError where we should stop."""
        now = time.monotonic()
        if now - self._reported_at >= REPORT_EVERY_S:
            self._reported_at = now
            self._write(progress=max(0, min(progress, 99)))

    def cancelled_lately(self) -> bool:
        """Return whether this claim is void, asking the database at most once in REPORT_EVERY_S."""
        now = time.monotonic()
        if now - self._asked_at < REPORT_EVERY_S:
            return False
        self._asked_at = now
        return not self._mine().exists()

    def complete(self, *, output_key: str, size_bytes: int, duration_s: float, start_s: float) -> None:
        """Publish the file. Raises SupersededError: then the caller removes it."""
        self._write(
            status=RenditionStatus.COMPLETED,
            progress=100,
            output_key=output_key,
            bytes=size_bytes,
            duration_s=duration_s,
            start_s=start_s,
            finished_at=timezone.now(),
        )

    def fail(self, code: str, detail: str) -> None:
        """End the rendition with a sentence for the user."""
        self._write(
            status=RenditionStatus.FAILED, error_code=code, error_detail=detail[:500], finished_at=timezone.now()
        )

    def _mine(self) -> QuerySet[Rendition]:
        return Rendition.objects.filter(id=self.rendition_id, attempt=self.attempt, status=RenditionStatus.PROCESSING)

    def _write(self, **fields: Any) -> None:
        if self._mine().update(**fields) == 0:
            raise SupersededError


def claim_rendition(rendition_id: UUID) -> RenditionClaim | None:
    """Take a rendition over for a job, or return None when there is nothing (left) to do for it."""
    with transaction.atomic():
        waiting = Rendition.objects.select_for_update(of=("self",)).filter(id=rendition_id)
        rendition = waiting.filter(status__in=Rendition.ACTIVE).first()
        if rendition is None:
            return None
        rendition.attempt += 1
        rendition.status = RenditionStatus.PROCESSING
        rendition.save(update_fields=("attempt", "status"))
    return RenditionClaim(rendition.id, rendition.attempt)
