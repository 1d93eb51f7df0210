"""What a dancer asks of the chat: a sentence, or to forget a conversation. Each is one transaction."""

import hashlib
import json
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from choreography.chat.selectors import conversation_of
from choreography.limits import check_room_for_task, take_turns
from choreography.models import ChoreographyTask, Conversation, TaskKind, Turn
from choreography.models.conversations import REQUEST_MAX
from choreography.queue.deferring import defer_edit
from choreography.services import IdempotencyMismatchError, stop
from common.errors import ConflictError, InputError
from common.text import one_line
from users.models import User

MAX_TURNS = 200


class EmptySentenceError(InputError):
    """Tell me what you would like to dance."""

    code = "empty_request"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class StillAnsweringError(ConflictError):
    """Your last sentence is still being answered: wait for it, or stop it."""

    code = "still_answering"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class ConversationFullError(ConflictError):
    """This conversation has become too long: start a new one."""

    code = "conversation_full"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def describe(
    *, user: User, sentence: str, conversation_id: UUID | None = None, idempotency_key: str | None = None
) -> Turn:
    """Take a sentence of a conversation, a new one where none is named; return its turn with the task that answers.

    The same `idempotency_key` gives the same turn. Raises EmptySentenceError, NotFoundError, StillAnsweringError,
    ConversationFullError, IdempotencyMismatchError, TooManyTasksError.
    """
    sentence = one_line(sentence, REQUEST_MAX)
    if not sentence:
        raise EmptySentenceError
    fingerprint = _fingerprint(sentence, conversation_id)
    with transaction.atomic():
        take_turns(user)
        if idempotency_key is not None:
            known = ChoreographyTask.objects.filter(owner=user, idempotency_key=idempotency_key).first()
            if known is not None:
                return _known_turn(known, fingerprint)
        conversation = _conversation(user, conversation_id)
        check_room_for_task(user)
        task = ChoreographyTask.objects.create(
            owner=user,
            kind=TaskKind.DESCRIBE,
            message="Waiting for a free dancer",
            idempotency_key=idempotency_key,
            request_sha256=fingerprint,
        )
        number = (conversation.turns.aggregate(last=Max("number"))["last"] or 0) + 1
        turn = Turn.objects.create(conversation=conversation, number=number, task=task, request=sentence)
        conversation.save(update_fields=("updated_at",))
        defer_edit(task.id)  # somebody looks at the page and waits
        return turn


def forget_conversation(*, user: User, conversation_id: UUID) -> None:
    """Remove a conversation with all that was said; what was danced stays, what is being answered is stopped.

    Raises NotFoundError.
    """
    with transaction.atomic():
        take_turns(user)
        conversation = conversation_of(user, conversation_id)
        unfinished = ChoreographyTask.objects.filter(turn__conversation=conversation).exclude(
            status__in=ChoreographyTask.FINISHED
        )
        for task in unfinished.select_for_update(of=("self",)):
            stop(task)
        conversation.delete()


def _conversation(user: User, conversation_id: UUID | None) -> Conversation:
    if conversation_id is None:
        return Conversation.objects.create(owner=user, language=user.preferences.language)
    conversation = conversation_of(user, conversation_id)
    turns = conversation.turns.select_related("task")
    if turns.count() >= MAX_TURNS:
        raise ConversationFullError
    if turns.filter(task__isnull=False).exclude(task__status__in=ChoreographyTask.FINISHED).filter(reply="").exists():
        raise StillAnsweringError
    return conversation


def _known_turn(task: ChoreographyTask, fingerprint: str) -> Turn:
    turn = Turn.objects.filter(task=task).select_related("conversation").first()
    if turn is None or task.request_sha256 != fingerprint:
        raise IdempotencyMismatchError
    return turn


def _fingerprint(sentence: str, conversation_id: UUID | None) -> str:
    told = json.dumps({"sentence": sentence, "conversation": str(conversation_id or "")}, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
