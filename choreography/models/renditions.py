"""Further files of a finished choreography: slower, a part of it, small to send, a moving picture."""

import uuid
from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from choreography.models.dances import ChoreographyTask


class RenditionKind(models.TextChoices):
    """What is made of the finished video."""

    SLOWER = "slower"
    """All of it at part of its speed, the sound at its pitch."""
    PHRASE = "phrase"
    """Eight counts of it."""
    MOVE = "move"
    """One move of it."""
    SHARE = "share"
    """A small copy to send."""
    PREVIEW = "preview"
    """A moving picture without sound."""
    COUNTS = "counts"
    """All of it with counts and names of moves in the picture."""


class RenditionStatus(models.TextChoices):
    """The states of a rendition; `choreography.renditions.fence` makes the moves between them."""

    QUEUED = "queued"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


_ACTIVE = (RenditionStatus.QUEUED, RenditionStatus.PROCESSING)
RENDITION_LOST_SOMETHING = Q(status=RenditionStatus.FAILED) | Q(attempt__gt=1)
"""An attempt was broken off, and may have left a file."""


class Rendition(models.Model):
    """One further file of a finished task. Only the job that holds the newest `attempt` may write to it."""

    ACTIVE: ClassVar[tuple[RenditionStatus, ...]] = _ACTIVE

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task = models.ForeignKey(ChoreographyTask, on_delete=models.CASCADE, related_name="renditions")
    kind = models.CharField(max_length=8, choices=RenditionKind)
    name = models.CharField(max_length=40)
    """Says what it shows (`choreography.renditions.kinds`): the same request is the same file."""
    parameters = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=12, choices=RenditionStatus, default=RenditionStatus.QUEUED)
    progress = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(100)])
    attempt = models.PositiveIntegerField(default=0)
    """Rises with every claim: a job that wakes with an older one can neither write nor publish."""
    failures = models.PositiveIntegerField(default=0)
    """Workers lost on it in a row; capped by MAX_ATTEMPTS."""
    error_code = models.CharField(max_length=40, blank=True)
    error_detail = models.CharField(max_length=500, blank=True)
    output_key = models.CharField(max_length=255, blank=True)
    """Beside the task's own files; empty until completed."""
    bytes = models.PositiveBigIntegerField(null=True, blank=True)
    duration_s = models.FloatField(null=True, blank=True)
    start_s = models.FloatField(default=0.0)
    """Where in the task's video it begins."""
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("created_at",)
        indexes = (
            models.Index("id", condition=Q(status__in=_ACTIVE), name="unfinished_renditions"),
            models.Index("finished_at", condition=RENDITION_LOST_SOMETHING, name="renditions_that_lost_something"),
        )
        constraints = (
            models.UniqueConstraint(fields=("task", "name"), name="one_rendition_a_request"),
            models.CheckConstraint(condition=Q(progress__lte=100), name="rendition_progress_at_most_100"),
        )

    def __str__(self) -> str:
        return f"{self.name} of {self.task_id}"
