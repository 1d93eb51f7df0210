"""What dancers keep of their choreographies."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from choreography.models import Choreography
from common.links import Link

TITLE_LENGTH, NOTES_LENGTH, TAG_LENGTH, LOOP_NAME_LENGTH = 120, 2_000, 30, 80
MAX_SAVED, MAX_TAGS, MAX_TAGS_EACH, MAX_LOOPS, MAX_SHARES = 5_000, 100, 20, 50, 10
"""Entries a collection, different tags a collection, tags an entry, loops an entry, open links an entry."""
SLOWEST, FASTEST = 0.25, 2.0


class SavedChoreography(models.Model):
    """An entry of somebody's collection: one choreography with the owner's own words on it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="collection")
    choreography = models.ForeignKey(Choreography, on_delete=models.CASCADE, related_name="saved")
    title = models.CharField(max_length=TITLE_LENGTH)
    notes = models.TextField(max_length=NOTES_LENGTH, blank=True)
    """Private: no link shows them."""
    tags = ArrayField(models.CharField(max_length=TAG_LENGTH), size=MAX_TAGS_EACH, default=list, blank=True)
    favourite = models.BooleanField(default=False)
    practised_s = models.FloatField(default=0.0, validators=[MinValueValidator(0)])
    """All practice together, as the player told it."""
    last_practised_at = models.DateTimeField(null=True, blank=True)
    stopped_at_s = models.FloatField(null=True, blank=True, validators=[MinValueValidator(0)])
    """Second of the song at which practice stopped last."""
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-created_at", "id")
        indexes = (
            models.Index(fields=("owner", "-created_at"), name="saved_by_owner"),
            GinIndex(fields=("tags",), name="saved_by_tag"),
        )
        constraints = (models.UniqueConstraint(fields=("owner", "choreography"), name="saved_once_an_owner"),)
        verbose_name_plural = "saved choreographies"

    def __str__(self) -> str:
        return self.title


class SavedLoop(models.Model):
    """A stretch of a saved choreography to practise again and again: beats of the song's grid, the end not included."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    saved = models.ForeignKey(SavedChoreography, on_delete=models.CASCADE, related_name="loops")
    name = models.CharField(max_length=LOOP_NAME_LENGTH)
    start_beat = models.PositiveIntegerField()
    end_beat = models.PositiveIntegerField()
    speed = models.FloatField(default=1.0, validators=[MinValueValidator(SLOWEST), MaxValueValidator(FASTEST)])
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("start_beat", "end_beat", "created_at")
        constraints = (models.CheckConstraint(condition=Q(end_beat__gt=F("start_beat")), name="loop_has_a_length"),)

    def __str__(self) -> str:
        return self.name


class ShareLink(Link):
    """A link that shows one saved choreography to whoever has it, without an account."""

    saved = models.ForeignKey(SavedChoreography, on_delete=models.CASCADE, related_name="shares")

    def __str__(self) -> str:
        return f"link to {self.saved_id} until {self.expires_at:%Y-%m-%d}"
