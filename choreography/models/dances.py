"""Choreographies, the versions of their plans, and the tasks that make their videos."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.schema import QUALITIES
from choreography.models.songs import Song


class Choreography(models.Model):
    """What a dancer keeps: one song danced in one way. Edits give its plan new versions, tasks make its videos."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="choreographies"
    )
    song = models.ForeignKey(Song, on_delete=models.CASCADE, related_name="choreographies")
    current = models.ForeignKey("Blueprint", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    """The version that is danced now: the newest, or an older one after an undo."""
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-updated_at",)
        verbose_name_plural = "choreographies"

    def __str__(self) -> str:
        return f"choreography {self.id}"


class Blueprint(models.Model):
    """One version of a plan: which move is danced on which counts. `choreography.blueprint` validates `data`.

    A row never changes: an edit adds the next version, whose `parent` it was made from.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="blueprints"
    )
    song = models.ForeignKey(Song, on_delete=models.CASCADE, related_name="blueprints")
    choreography = models.ForeignKey(
        Choreography, null=True, blank=True, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField(default=1)
    """Counts the versions of one choreography from 1."""
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="edits")
    data = models.JSONField()
    wish = models.JSONField(default=dict, blank=True)
    """What was asked for (`choreography.blueprint.wishes`), with what edits added to it: the next edit plans by it."""
    scores = models.JSONField(default=list, blank=True)
    """One object a segment: points by the names of `planning.scoring`."""
    change = models.JSONField(default=dict, blank=True)
    """Which edit made this version (`choreography.edits`); empty for the first."""
    locked = models.JSONField(default=list, blank=True)
    """First beats (of the song) of the moves that no edit may change."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("choreography", "number")
        constraints = (models.UniqueConstraint(fields=("choreography", "number"), name="one_blueprint_a_number"),)

    def __str__(self) -> str:
        return f"blueprint {self.id}"


class TaskKind(models.TextChoices):
    """What was asked for."""

    GENERATE = "generate"
    """A song and a wish: plan and video."""
    ASSEMBLE = "assemble"
    """An edited plan: its video."""
    DESCRIBE = "describe"
    """A sentence of a conversation."""


class TaskStatus(models.TextChoices):
    """The states of a task; `choreography.queue.fence` makes the moves between them."""

    QUEUED = "queued"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


_FINISHED = (TaskStatus.COMPLETED, TaskStatus.FAILED, TaskStatus.CANCELLED)
LOST_SOMETHING = Q(status__in=(TaskStatus.FAILED, TaskStatus.CANCELLED)) | Q(failures__gt=0)
"""Of tasks: an attempt was broken off, and may have left files."""


class TaskStage(models.TextChoices):
    """What is being done for a task, in order."""

    WAITING = "waiting"
    ANALYSING = "analysing"
    SEARCHING = "searching"
    SEQUENCING = "sequencing"
    ASSEMBLING = "assembling"
    PUBLISHING = "publishing"
    DONE = "done"


class TaskPhase(models.TextChoices):
    """Which queue's job owns a task."""

    PLANNING = "planning"
    ASSEMBLY = "assembly"


class ChoreographyTask(models.Model):
    """One request for a choreography and its progress. Only the job that holds the newest `attempt` may write to it."""

    FINISHED: ClassVar[tuple[TaskStatus, ...]] = _FINISHED

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="tasks"
    )
    kind = models.CharField(max_length=10, choices=TaskKind, default=TaskKind.GENERATE)
    song = models.ForeignKey(Song, null=True, blank=True, on_delete=models.CASCADE, related_name="tasks")
    """Null, like the wish below, while a described task has not found out which."""
    choreography = models.ForeignKey(
        Choreography, null=True, blank=True, on_delete=models.CASCADE, related_name="tasks"
    )
    difficulty = models.CharField(max_length=16, choices=Difficulty, blank=True)
    energy = models.CharField(max_length=8, choices=Energy, blank=True)
    style = models.CharField(max_length=12, choices=Style, blank=True)
    duration_s = models.FloatField(null=True, blank=True)
    """None: the whole song."""
    seed = models.PositiveIntegerField(default=0)
    quality = models.CharField(max_length=16, choices=[(name, name) for name in QUALITIES], default="fast")
    wish = models.JSONField(default=dict, blank=True)
    """The whole wish (`choreography.blueprint.wishes`); the columns above are there to list and filter by."""
    edit = models.JSONField(default=dict, blank=True)
    """What an assembling task changes in the plan first (`choreography.edits`); empty where it is danced as it is."""

    status = models.CharField(max_length=12, choices=TaskStatus, default=TaskStatus.QUEUED)
    phase = models.CharField(max_length=10, choices=TaskPhase, default=TaskPhase.PLANNING)
    stage = models.CharField(max_length=12, choices=TaskStage, default=TaskStage.WAITING)
    message = models.CharField(max_length=255, blank=True)
    progress = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(100)])
    attempt = models.PositiveIntegerField(default=0)
    """Rises with every claim: a job that wakes with an older one can neither write nor publish."""
    failures = models.PositiveIntegerField(default=0)
    """Workers lost on this task in a row; capped by MAX_ATTEMPTS."""
    steps = models.JSONField(default=list, blank=True)
    """What the jobs did, a stage each: `{"stage", "phase", "result", "duration_ms"}`, null while it is being done."""
    cancel_requested = models.BooleanField(default=False)
    error_code = models.CharField(max_length=40, blank=True)
    error_detail = models.CharField(max_length=500, blank=True)

    blueprint = models.ForeignKey(Blueprint, null=True, blank=True, on_delete=models.SET_NULL, related_name="tasks")
    output_prefix = models.CharField(max_length=255, blank=True)
    """Storage prefix of the published video, captions, chapters and poster; empty until completed."""
    output_duration_s = models.FloatField(null=True, blank=True)
    idempotency_key = models.CharField(max_length=120, null=True, blank=True)  # noqa: DJ001 - null: no key was given
    request_sha256 = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)
        indexes = (
            models.Index(fields=("owner", "-created_at"), name="task_by_owner"),
            models.Index("id", condition=~Q(status__in=_FINISHED), name="unfinished_tasks"),
            models.Index("finished_at", condition=LOST_SOMETHING, name="tasks_that_lost_something"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("owner", "idempotency_key"),
                condition=Q(idempotency_key__isnull=False),
                name="one_task_an_idempotency_key",
            ),
            models.CheckConstraint(condition=Q(progress__lte=100), name="progress_at_most_100"),
        )

    def __str__(self) -> str:
        return f"task {self.id} ({self.status})"
