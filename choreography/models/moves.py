"""The library: moves, their vectors, and which state of the library these belong to."""

import uuid

from django.conf import settings
from django.db import models
from pgvector.django import VectorField

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.models.upkeep import folder_of

MAIN_LIBRARY, DEMO_LIBRARY = "main", "demo"
"""The clips of the people who run this, and the animated couple that dances until there are any."""


MOVES_ROOT = "moves"
"""Prefix in storage of what is made from clips."""
KEY_FIELDS = ("clip_key", "mezzanine_key", "poster_key", "keypoints_key")
"""The columns of a move that name its files."""


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
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="moves"
    )
    """Without an owner a move is everybody's."""
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
    keypoints_key = models.CharField(max_length=255, blank=True)
    """Empty where no couple was seen."""

    grid = models.JSONField()
    """Beats and counts as the dancers dance them: heard in the clip's sound, then corrected by the two fields below."""
    heard_grid = models.JSONField(default=dict, blank=True)
    """Beats and counts of the clip's own sound (`video_processing.music`), as they were found."""
    count1_beat = models.PositiveIntegerField(null=True, blank=True)
    """A beat of `grid` that is count 1 because a person said so; null: only bars are known, any may be entered."""
    av_offset_ms = models.FloatField(default=0.0)
    """How much later the dancers are than the clip's sound, as a person measured it; negative: earlier."""
    tempo_bpm = models.FloatField()
    detection_rate = models.FloatField()
    """Share of analysed frames in which both dancers were seen, 0..1."""
    quality = models.FloatField()
    """0.6 x detection rate + 0.4 x mean keypoint confidence, 0..1."""
    identity_confidence = models.FloatField()
    role_confidence = models.FloatField()
    roles_given = models.BooleanField(default=False)
    """The sidecar or a person said who leads: no vote over the library changes it."""
    keypoints_given = models.BooleanField(default=False)
    """The keypoints came with the clip: no pose model is asked, not even when the clip is imported again."""
    role_evidence = models.BinaryField()
    """float32: appearance of lead and follow (2 x 112) and their hip paths (2), NaN unknown: what the vote reads."""

    status = models.CharField(max_length=12, choices=MoveStatus, default=MoveStatus.PUBLISHED)
    flag_reason = models.CharField(max_length=255, blank=True)
    """What a person said, else what the import found, else what is wrong with the vectors."""
    held_reason = models.CharField(max_length=255, blank=True)
    """Why a person keeps it from being danced; stays when the clip is imported again."""
    import_fault = models.CharField(max_length=255, blank=True)
    """Why it cannot be danced: nobody or only one dancer is seen. Nobody can publish such a move."""
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("category", "name", "id")
        indexes = (
            models.Index(fields=("status", "difficulty", "category"), name="move_by_wish"),
            *(models.Index(folder_of(key), name=f"move_by_{key[:-4]}_folder") for key in KEY_FIELDS),
        )
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
    fusion = models.JSONField(default=dict, blank=True)
    """Scales of the five vectors for searching (`choreography.search.scales`), with the state they were fitted to."""
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"


class SentenceVector(models.Model):
    """The text vector of a sentence, so that the sentence model is loaded for new sentences only."""

    sentence_sha256 = models.CharField(max_length=64, primary_key=True)
    vector = VectorField(dimensions=384)

    def __str__(self) -> str:
        return self.sentence_sha256
