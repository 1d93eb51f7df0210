"""Songs, moves, blueprints, tasks. Media lives in storage: tables hold keys, never paths."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from pgvector.django import VectorField

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.blueprint.schema import QUALITIES


class Song(models.Model):
    """A song that can be danced to. Without an owner it belongs to everyone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="songs"
    )
    title = models.CharField(max_length=200)
    artist = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64)
    """Of the file as it was given."""
    duration_s = models.FloatField(validators=[MinValueValidator(0)])
    tempo_bpm = models.FloatField(null=True, blank=True)
    """Of the corrected grid."""
    audio_key = models.CharField(max_length=255)
    """AAC in an MP4 container, made once when the song comes in."""
    source_key = models.CharField(max_length=255)
    """The file as it was given: analysed again when the analyser improves."""
    analysis = models.JSONField(null=True, blank=True)
    analyser_version = models.PositiveIntegerField(null=True, blank=True)
    corrections = models.JSONField(default=list, blank=True)
    """What a person corrected in the grid, in order; kept apart from the analysis (`songs/corrections.py`)."""
    waveform = models.BinaryField(default=b"")
    """800 x lowest and highest sample as signed bytes (`video_processing.music.waveform`)."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("title", "id")
        constraints = (
            models.UniqueConstraint("owner", "sha256", nulls_distinct=False, name="same_bytes_one_song_an_owner"),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.artist})" if self.artist else self.title


MAIN_LIBRARY, DEMO_LIBRARY = "main", "demo"
"""The clips of the people who run this, and the animated couple that dances until there are any."""


class MoveStatus(models.TextChoices):
    """Whether the choreographer may use a move."""

    PUBLISHED = "published"
    FLAGGED = "flagged"
    """Something is wrong with it; `flag_reason` says what."""


class Move(models.Model):
    """A move of the library, cut from one clip of a couple."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    library = models.CharField(max_length=40, default=MAIN_LIBRARY)
    library_path = models.CharField(max_length=255)
    """Where the clip lies inside its library, as `category/name.mp4`: the same name in two folders is two moves."""
    name = models.CharField(max_length=120)
    category = models.CharField(max_length=20, choices=Category)
    difficulty = models.CharField(max_length=16, choices=Difficulty)
    energy = models.CharField(max_length=8, choices=Energy)
    style = models.CharField(max_length=12, choices=Style, blank=True)
    """Empty where the annotation does not say."""
    role_focus = models.CharField(max_length=8, choices=Role, blank=True)
    notes = models.TextField(blank=True)
    filming_day = models.CharField(max_length=40, blank=True)

    clip_sha256 = models.CharField(max_length=64)
    annotation_sha256 = models.CharField(max_length=64)
    """Of what the annotation (and a sidecar) said at import: a change is imported again."""
    duration_s = models.FloatField()
    fps = models.FloatField()
    clip_key = models.CharField(max_length=255)
    """The clip as it was given: high quality encodes from it."""
    mezzanine_key = models.CharField(max_length=255)
    mezzanine_sha256 = models.CharField(max_length=64)
    mezzanine_fingerprint = models.CharField(max_length=64)
    """Packets mix only between mezzanines of one fingerprint; another one is made anew at the next import."""
    poster_key = models.CharField(max_length=255)
    keypoints_key = models.CharField(max_length=255)

    grid = models.JSONField()
    """Beats and counts of the clip's own sound (`video_processing.music`)."""
    tempo_bpm = models.FloatField()
    detection_rate = models.FloatField()
    """Share of analysed frames in which both dancers were seen, 0..1."""
    quality = models.FloatField()
    """0.6 x detection rate + 0.4 x mean keypoint confidence, 0..1."""
    identity_confidence = models.FloatField()
    role_confidence = models.FloatField()
    roles_given = models.BooleanField(default=False)
    """The sidecar or a person said who leads: no vote over the library changes it."""
    role_evidence = models.BinaryField()
    """float32: appearance of lead and follow (2 x 112) and their hip paths (2), NaN unknown: what the vote reads."""

    status = models.CharField(max_length=12, choices=MoveStatus, default=MoveStatus.PUBLISHED)
    flag_reason = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("category", "name", "id")
        indexes = (models.Index(fields=("status", "difficulty", "category"), name="move_by_wish"),)
        constraints = (models.UniqueConstraint("library", "library_path", name="one_move_a_clip"),)

    def __str__(self) -> str:
        return self.name


class MoveEmbedding(models.Model):
    """The five vectors of a move: 512 + 512 + 256 + 128 + 384 = 1792 dimensions, each of unit norm."""

    move = models.OneToOneField(Move, on_delete=models.CASCADE, related_name="embedding", primary_key=True)
    lead = VectorField(dimensions=512)
    follow = VectorField(dimensions=512)
    interaction = VectorField(dimensions=256)
    audio = VectorField(dimensions=128)
    text = VectorField(dimensions=384)
    raw_features = models.BinaryField()
    """Before the library's normaliser: float32, lead 512, follow 512, interaction 256; NaN where not measured."""
    sentence = models.TextField()
    """What the text vector embeds."""
    version = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"embedding of {self.move_id}"


class LibraryState(models.Model):
    """Which state of a library the vectors and indexes belong to."""

    name = models.CharField(max_length=40, primary_key=True)
    version = models.PositiveIntegerField(default=0)
    """Rises with every change of a published move: indexes built on an older one are stale."""
    normalised_version = models.PositiveIntegerField(default=0)
    """The version whose moves share one normaliser; behind `version` while an import runs or was broken off."""
    normaliser = models.BinaryField(default=b"")
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"


class SentenceVector(models.Model):
    """The text vector of a sentence, so that the sentence model is loaded for new sentences only."""

    sentence_sha256 = models.CharField(max_length=64, primary_key=True)
    vector = VectorField(dimensions=384)

    def __str__(self) -> str:
        return self.sentence_sha256


class Blueprint(models.Model):
    """A plan: which move is danced on which counts of a song. `data` is validated by `choreography.blueprint`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="blueprints"
    )
    song = models.ForeignKey(Song, on_delete=models.CASCADE, related_name="blueprints")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="edits")
    data = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"blueprint {self.id}"


class TaskStatus(models.TextChoices):
    """The states of a task; `choreography.fence` makes the moves between them."""

    QUEUED = "queued"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


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

    FINISHED: ClassVar[tuple[TaskStatus, ...]] = (TaskStatus.COMPLETED, TaskStatus.FAILED, TaskStatus.CANCELLED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="tasks"
    )
    song = models.ForeignKey(Song, on_delete=models.CASCADE, related_name="tasks")
    difficulty = models.CharField(max_length=16, choices=Difficulty)
    energy = models.CharField(max_length=8, choices=Energy)
    style = models.CharField(max_length=12, choices=Style)
    duration_s = models.FloatField(null=True, blank=True)
    """None: the whole song."""
    seed = models.PositiveIntegerField(default=0)
    quality = models.CharField(max_length=16, choices=[(name, name) for name in QUALITIES], default="fast")

    status = models.CharField(max_length=12, choices=TaskStatus, default=TaskStatus.QUEUED)
    phase = models.CharField(max_length=10, choices=TaskPhase, default=TaskPhase.PLANNING)
    stage = models.CharField(max_length=12, choices=TaskStage, default=TaskStage.WAITING)
    message = models.CharField(max_length=255, blank=True)
    progress = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(100)])
    attempt = models.PositiveIntegerField(default=0)
    """Rises with every claim: a job that wakes with an older one can neither write nor publish."""
    failures = models.PositiveIntegerField(default=0)
    """Workers lost on this task in a row; capped by MAX_ATTEMPTS."""
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
        indexes = (models.Index(fields=("owner", "-created_at"), name="task_by_owner"),)
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
