"""Songs that can be danced to, and files and addresses on their way to become one."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from choreography.models.upkeep import folder_of


class Song(models.Model):
    """A song that can be danced to. Without an owner it belongs to everyone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="songs"
    )
    title = models.CharField(max_length=200)
    artist = models.CharField(max_length=200, blank=True)
    genre = models.CharField(max_length=40, blank=True)
    """As the file's tags or its owner say; empty where nobody said."""
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
        indexes = (
            models.Index(folder_of("audio_key"), name="song_by_audio_folder"),
            models.Index(folder_of("source_key"), name="song_by_source_folder"),
        )
        constraints = (
            models.UniqueConstraint("owner", "sha256", nulls_distinct=False, name="same_bytes_one_song_an_owner"),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.artist})" if self.artist else self.title


class SongImportStatus(models.TextChoices):
    """The states of an import; `songs.arriving` makes the moves between them."""

    QUEUED = "queued"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


_FINISHED = (SongImportStatus.COMPLETED, SongImportStatus.FAILED)


class SongImport(models.Model):
    """A file or an address that somebody gave, until it is a song: a Song is always whole, its row comes last.

    Only the job that holds the newest `attempt` may write to it.
    """

    FINISHED: ClassVar[tuple[SongImportStatus, ...]] = _FINISHED

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="song_imports")
    title = models.CharField(max_length=200, blank=True)
    """Title, artist and genre as the owner gave them; where empty, the file's tags speak."""
    artist = models.CharField(max_length=200, blank=True)
    genre = models.CharField(max_length=40, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    """Of the upload, as one plain line: a title where nothing else gives one, never part of a key."""
    source = models.CharField(max_length=64)
    """What was given: the SHA-256 of a file, or `video:` and the id of a video."""
    upload_key = models.CharField(max_length=255, blank=True)
    """Of the file as it was given, until it is a song; empty for an address."""
    song = models.ForeignKey(Song, null=True, blank=True, on_delete=models.CASCADE, related_name="imports")

    status = models.CharField(max_length=12, choices=SongImportStatus, default=SongImportStatus.QUEUED)
    attempt = models.PositiveIntegerField(default=0)
    """Rises with every claim and every lost worker."""
    failures = models.PositiveIntegerField(default=0)
    """Workers lost on this import; capped by MAX_ATTEMPTS."""
    error_code = models.CharField(max_length=40, blank=True)
    error_detail = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)
        indexes = (models.Index("id", condition=~Q(status__in=_FINISHED), name="unfinished_song_imports"),)
        constraints = (
            models.UniqueConstraint(
                fields=("owner", "source"),
                condition=Q(status__in=("queued", "processing")),
                name="one_import_at_a_time_of_a_source",
            ),
        )

    def __str__(self) -> str:
        return f"import {self.id} ({self.status})"
