"""Conversations: what was said, what was done for it, and what the models of others cost."""

import uuid

from django.conf import settings
from django.db import models

from choreography.models.dances import Choreography, ChoreographyTask

REQUEST_MAX = 1_000
"""Characters of one sentence to the chat."""
REPLY_MAX = 2_000


class Conversation(models.Model):
    """A dancer and the choreographer talking about one dance after another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="conversations")
    language = models.CharField(max_length=2, default="en")
    """Of the last sentence that had one."""
    choreography = models.ForeignKey(
        Choreography, null=True, blank=True, on_delete=models.SET_NULL, related_name="conversations"
    )
    """What "slower ending" and "undo" are about: the last dance that was made here."""
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-updated_at",)

    def __str__(self) -> str:
        return f"conversation {self.id}"


class Turn(models.Model):
    """One sentence of the dancer and the answer to it."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turns")
    number = models.PositiveIntegerField()
    """Counts the turns of a conversation from 1."""
    task = models.OneToOneField(ChoreographyTask, null=True, blank=True, on_delete=models.SET_NULL, related_name="turn")
    """Null once the task was removed: the conversation keeps what was said."""
    request = models.TextField()
    reply = models.TextField(blank=True)
    """Empty while it is being worked on."""
    is_question = models.BooleanField(default=False)
    """The reply asks something; `pending` holds what the next sentence completes."""
    pending = models.JSONField(default=dict, blank=True)
    diff = models.JSONField(default=list, blank=True)
    """What an edit changed, a row a place (`choreography.chat.changes`)."""
    by_model = models.CharField(max_length=80, blank=True)
    """The model that answered; empty: the built-in planner."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("conversation", "number")
        constraints = (models.UniqueConstraint(fields=("conversation", "number"), name="one_turn_a_number"),)

    def __str__(self) -> str:
        return f"turn {self.number} of {self.conversation_id}"


class StepStatus(models.TextChoices):
    """How a step of the reasoning stands."""

    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    """The call was not allowed or could not be done; the result says why."""


class ReasoningStep(models.Model):
    """One thing that was decided or called for a turn: what the reasoning panel shows. No secrets, no paths."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="steps")
    index = models.PositiveIntegerField()
    tool = models.CharField(max_length=40, blank=True)
    """Empty for a decision without a call."""
    title = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict, blank=True)
    result = models.CharField(max_length=400, blank=True)
    status = models.CharField(max_length=8, choices=StepStatus, default=StepStatus.RUNNING)
    duration_ms = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("turn", "index")
        constraints = (models.UniqueConstraint(fields=("turn", "index"), name="one_step_an_index"),)

    def __str__(self) -> str:
        return self.title


class ModelUse(models.Model):
    """Tokens and cost of one day: a row for everybody together (no user) and one for each user."""

    day = models.DateField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="model_use"
    )
    calls = models.PositiveIntegerField(default=0)
    input_tokens = models.PositiveBigIntegerField(default=0)
    output_tokens = models.PositiveBigIntegerField(default=0)
    cost_microusd = models.PositiveBigIntegerField(default=0)
    reserved_tokens = models.PositiveBigIntegerField(default=0)
    """Of calls that are under way, or whose answer never came: they count as used."""
    reserved_microusd = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ("-day",)
        constraints = (models.UniqueConstraint("day", "user", nulls_distinct=False, name="one_row_a_day_and_user"),)

    def __str__(self) -> str:
        return f"models on {self.day}"
