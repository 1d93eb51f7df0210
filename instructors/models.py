"""Class plans: what an instructor teaches, in which order, for how long; and who practised it."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from ai_services.vocabulary import Difficulty
from choreography.models import Choreography
from common.links import Link

TITLE_LENGTH, LINE_LENGTH, TEXT_LENGTH, NOTES_LENGTH = 120, 500, 1_000, 4_000
MAX_PLANS, MAX_ITEMS, MAX_ASSIGNMENTS = 500, 100, 20
"""Plans an instructor, items a plan, open links a plan."""
LONGEST_CLASS_MIN, LONGEST_DAY_MIN = 600, 1_440


class ClassPlan(models.Model):
    """The plan of one class."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="class_plans")
    title = models.CharField(max_length=TITLE_LENGTH)
    objective = models.CharField(max_length=LINE_LENGTH, blank=True)
    level = models.CharField(max_length=16, choices=Difficulty, default=Difficulty.BEGINNER)
    minutes = models.PositiveSmallIntegerField(
        default=60, validators=[MinValueValidator(1), MaxValueValidator(LONGEST_CLASS_MIN)]
    )
    """How long the class lasts."""
    date = models.DateField(null=True, blank=True)
    warm_up = models.TextField(max_length=TEXT_LENGTH, blank=True)
    cool_down = models.TextField(max_length=TEXT_LENGTH, blank=True)
    notes = models.TextField(max_length=NOTES_LENGTH, blank=True)
    """Private: students never see them."""
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-updated_at", "id")
        indexes = (models.Index(fields=("owner", "-updated_at"), name="plan_by_owner"),)

    def __str__(self) -> str:
        return self.title


class ItemKind(models.TextChoices):
    """What is done in one part of a class."""

    CHOREOGRAPHY = "choreography"
    PHRASES = "phrases"
    """A run of eight-count phrases of a choreography."""
    ACTIVITY = "activity"
    """Anything else, in words."""


class PlanItem(models.Model):
    """One part of a class, in the order of `position` (from 0 without gaps)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(ClassPlan, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=ItemKind)
    choreography = models.ForeignKey(
        Choreography, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_items"
    )
    """Null for an activity, and once the choreography was removed: then its title is what is left."""
    title = models.CharField(max_length=TITLE_LENGTH)
    first_phrase = models.PositiveSmallIntegerField(null=True, blank=True)
    last_phrase = models.PositiveSmallIntegerField(null=True, blank=True)
    """Phrases of the song, counted from 1, both danced."""
    minutes = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(LONGEST_CLASS_MIN)])
    notes = models.TextField(max_length=TEXT_LENGTH, blank=True)
    """Private: students never see them."""

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("plan", "position"), name="one_item_a_position", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                condition=~Q(kind=ItemKind.PHRASES) | Q(first_phrase__gte=1, last_phrase__gte=models.F("first_phrase")),
                name="phrases_rise",
            ),
        )

    def __str__(self) -> str:
        return self.title


class PlanAssignment(Link):
    """A link under which students see a plan and tell that they practised it."""

    plan = models.ForeignKey(ClassPlan, on_delete=models.CASCADE, related_name="assignments")
    label = models.CharField(max_length=80, blank=True)
    """Whom it went to, in the instructor's words."""

    def __str__(self) -> str:
        return self.label or f"link to {self.plan_id}"


class StudentPractice(models.Model):
    """What a student chose to tell an instructor: minutes of one day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(PlanAssignment, on_delete=models.CASCADE, related_name="practice")
    student = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="class_practice")
    practised_on = models.DateField()
    """Day in UTC."""
    minutes = models.PositiveSmallIntegerField(validators=[MaxValueValidator(LONGEST_DAY_MIN)])

    class Meta:
        ordering = ("-practised_on", "id")
        constraints = (
            models.UniqueConstraint(fields=("assignment", "student", "practised_on"), name="one_practice_a_day"),
        )
        verbose_name_plural = "student practice"

    def __str__(self) -> str:
        return f"{self.minutes} min on {self.practised_on}"
