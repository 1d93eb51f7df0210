"""Work on a library that its workers share: a run of tasks, each about one clip."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from choreography.models.dances import TaskStatus
from choreography.models.moves import MAIN_LIBRARY, Move


class AnalysisQuality(models.TextChoices):
    """How closely the dancers of a clip are looked at."""

    FAST = "fast"
    BALANCED = "balanced"
    HIGH = "high"

    @property
    def rate_hz(self) -> float:
        """Return how many pictures a second are looked at."""
        return {"fast": 10.0, "balanced": 15.0, "high": 30.0}[self.value]


class LibraryTaskKind(models.TextChoices):
    """What is to be done."""

    IMPORT = "import"
    """A clip that was brought: make its move."""
    REIMPORT = "reimport"
    """A move: make it anew from the clip that was kept."""
    FLIP_ROLES = "flip_roles"
    """A move: exchange lead and follow."""
    SHIFT = "shift"
    """A move: lay its counts on its pictures anew, `details` says how much later the dancers are."""
    DERIVE = "derive"
    """A move: make its pose features anew from the keypoints that were kept."""
    NORMALISE = "normalise"
    """The whole library, after the last of the others: vote on roles, make vectors comparable."""


class LibraryRun(models.Model):
    """Tasks that were asked for together. Its library is normalised once, after the last of them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    library = models.CharField(max_length=40, default=MAIN_LIBRARY)
    quality = models.CharField(max_length=10, choices=AnalysisQuality, default=AnalysisQuality.BALANCED)
    sealed = models.BooleanField(default=False)
    """All tasks have been added: when the last one ends, so does the run."""
    unchanged = models.PositiveIntegerField(default=0)
    """Clips that were in the library already, as they are."""
    problems = models.JSONField(default=list, blank=True)
    """Clips that could not even be queued: `clip`, `code`, `reason`."""
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"run {self.id} ({self.library})"


_FINISHED = (TaskStatus.COMPLETED, TaskStatus.FAILED)
LIBRARY_TASK_LOST_SOMETHING = Q(attempt__gt=1)
"""An attempt was broken off, and may have left files."""


class LibraryTask(models.Model):
    """One piece of a run. Only the job that holds the newest `attempt` may write to it: see `sharing.claims`."""

    FINISHED: ClassVar[tuple[TaskStatus, ...]] = _FINISHED

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    run = models.ForeignKey(LibraryRun, on_delete=models.CASCADE, related_name="tasks")
    kind = models.CharField(max_length=12, choices=LibraryTaskKind)
    move = models.ForeignKey(Move, null=True, blank=True, on_delete=models.CASCADE, related_name="work")
    """The move it is about, or the one that an import made."""
    library_path = models.CharField(max_length=255, blank=True)
    details = models.JSONField(default=dict, blank=True)
    """An import's annotation, a shift's `av_offset_ms`."""
    clip_key = models.CharField(max_length=255, blank=True)
    """Where an import's clip waits; a move takes it over."""
    sidecar_key = models.CharField(max_length=255, blank=True)
    clip_sha256 = models.CharField(max_length=64, blank=True)
    annotation_sha256 = models.CharField(max_length=64, blank=True)

    status = models.CharField(max_length=12, choices=TaskStatus, default=TaskStatus.QUEUED)
    attempt = models.PositiveIntegerField(default=0)
    """Rises with every claim: a job that wakes with an older one can store nothing."""
    failures = models.PositiveIntegerField(default=0)
    """Workers lost on this task; capped by MAX_ATTEMPTS."""
    error_code = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    """Why it failed, as a sentence."""
    seconds = models.JSONField(default=dict, blank=True)
    """Wall time of each stage."""
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("created_at", "id")
        indexes = (
            models.Index(fields=("run", "status"), name="library_task_by_run"),
            models.Index("id", condition=~Q(status__in=_FINISHED), name="unfinished_library_tasks"),
            models.Index("finished_at", condition=LIBRARY_TASK_LOST_SOMETHING, name="library_tasks_tried_again"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.library_path} ({self.status})"
