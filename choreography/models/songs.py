"""Songs that can be danced to."""

import uuid

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models


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
        constraints = (
            models.UniqueConstraint("owner", "sha256", nulls_distinct=False, name="same_bytes_one_song_an_owner"),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.artist})" if self.artist else self.title
