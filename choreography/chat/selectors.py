"""Reads of conversations. What belongs to somebody else reads as if it did not exist."""

from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery

from choreography.models import Conversation, Turn
from common.errors import NotFoundError
from users.models import User


def conversations_of(user: User) -> QuerySet[Conversation]:
    """Return a user's conversations, the last spoken in first, with `first_words` and `turn_count`."""
    first = Turn.objects.filter(conversation=OuterRef("pk")).order_by("number").values("request")[:1]
    counted = Conversation.objects.filter(owner=user).annotate(first_words=Subquery(first), turn_count=Count("turns"))
    return counted.order_by("-updated_at", "id")  # groups forget the model's own order


def conversation_of(user: User, conversation_id: UUID) -> Conversation:
    """Return one of a user's conversations. Raises NotFoundError."""
    conversation = conversations_of(user).filter(id=conversation_id).first()
    if conversation is None:
        raise NotFoundError("There is no such conversation.")
    return conversation


def turns_of(conversation: Conversation) -> QuerySet[Turn]:
    """Return what was said in a conversation, in order."""
    return conversation.turns.select_related("task").order_by("number")
