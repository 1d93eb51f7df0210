"""The chat over HTTP: sentences, conversations, teaching notes."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_field
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from choreography import selectors as choreography_selectors
from choreography.api.headers import idempotency_parameter, read_idempotency_key
from choreography.chat import requests, selectors
from choreography.chat.explaining import Explanation, explain_move
from choreography.models import ChoreographyTask, Conversation, TaskStatus, Turn
from choreography.models.conversations import REQUEST_MAX
from common.api.conditional import Poll
from common.api.schema import ERRORS
from common.errors import NotFoundError
from common.language import LANGUAGES, Language
from users.api.caller import caller


class DescribeSerializer(serializers.Serializer[None]):
    """A sentence to the choreographer."""

    user_request = serializers.CharField(
        max_length=REQUEST_MAX, help_text="What to dance, or what to change, in English or Spanish"
    )
    conversation_id = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="Null: a new conversation"
    )


class DescribedSerializer(serializers.Serializer[None]):
    """Where to ask for the answer."""

    task_id = serializers.UUIDField()
    conversation_id = serializers.UUIDField()
    status = serializers.ChoiceField(choices=TaskStatus.choices)
    poll_url = serializers.CharField()


class ConversationSerializer(serializers.ModelSerializer[Conversation]):
    """A conversation of the list."""

    title = serializers.CharField(source="first_words", allow_null=True, help_text="The first thing that was said.")
    turn_count = serializers.IntegerField(min_value=0)
    choreography_id = serializers.UUIDField(allow_null=True, help_text="The dance that is talked about.")

    class Meta:
        model = Conversation
        fields = ("id", "title", "turn_count", "language", "choreography_id", "created_at", "updated_at")
        read_only_fields = fields


class ChangedPlaceSerializer(serializers.Serializer[None]):
    """What an edit changed at one place of the song."""

    time_s = serializers.FloatField()
    first_beat = serializers.IntegerField()
    counts = serializers.IntegerField()
    before = serializers.CharField(allow_null=True, help_text="Null: new")
    after = serializers.CharField(allow_null=True, help_text="Null: gone")


class TurnSerializer(serializers.ModelSerializer[Turn]):
    """One sentence and its answer."""

    task_id = serializers.UUIDField(allow_null=True, help_text="Null: the task was removed.")
    status = serializers.SerializerMethodField(help_text="Of the task; null where it was removed.")
    choreography_id = serializers.SerializerMethodField()
    blueprint_id = serializers.SerializerMethodField(help_text="The version of the plan that this turn made.")
    question = serializers.BooleanField(source="is_question")
    diff = ChangedPlaceSerializer(many=True)

    class Meta:
        model = Turn
        fields = (
            "number", "request", "reply", "question", "task_id", "status", "choreography_id", "blueprint_id", "diff",
            "by_model", "created_at",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=TaskStatus.choices, allow_null=True))
    def get_status(self, turn: Turn) -> str | None:
        return turn.task.status if turn.task else None

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_choreography_id(self, turn: Turn) -> UUID | None:
        return turn.task.choreography_id if turn.task else None

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_blueprint_id(self, turn: Turn) -> UUID | None:
        return turn.task.blueprint_id if turn.task else None


class ConversationDetailSerializer(ConversationSerializer):
    """A conversation with all that was said."""

    turns = serializers.SerializerMethodField()

    class Meta:
        model = Conversation
        fields = (*ConversationSerializer.Meta.fields, "turns")
        read_only_fields = fields

    @extend_schema_field(TurnSerializer(many=True))
    def get_turns(self, conversation: Conversation) -> Any:
        return TurnSerializer(selectors.turns_of(conversation), many=True).data


class ExplanationSerializer(serializers.Serializer[Explanation]):
    """Teaching notes of a move, in the language that was asked for."""

    what = serializers.CharField()
    lead = serializers.CharField()
    follow = serializers.CharField()
    counts = serializers.CharField()
    level = serializers.CharField()
    notes = serializers.CharField(help_text="As whoever brought the move wrote them; perhaps empty.")


class ExplanationQuerySerializer(serializers.Serializer[None]):
    """In which language."""

    language = serializers.ChoiceField(
        choices=LANGUAGES, required=False, help_text="Without it: that of one's preferences"
    )


class DescribeView(APIView):
    """Asking in words."""

    @extend_schema(
        request=DescribeSerializer,
        parameters=[idempotency_parameter()],
        responses={202: DescribedSerializer, **ERRORS},
        operation_id="describe",
    )
    def post(self, request: Request) -> Response:
        """Say what to dance, or what to change; poll the address in the answer."""
        said = DescribeSerializer(data=request.data)
        said.is_valid(raise_exception=True)
        turn = requests.describe(
            user=caller(request),
            sentence=said.validated_data["user_request"],
            conversation_id=said.validated_data["conversation_id"],
            idempotency_key=read_idempotency_key(request),
        )
        assert turn.task is not None
        told = {
            "task_id": turn.task.id,
            "conversation_id": turn.conversation_id,
            "status": turn.task.status,
            "poll_url": reverse("task", args=[turn.task.id]),
        }
        return Poll(request, turn.task.status in ChoreographyTask.FINISHED).answer(told, status=202)


class ConversationListView(generics.ListAPIView[Conversation]):
    """One's own conversations."""

    serializer_class = ConversationSerializer

    @extend_schema(responses={200: ConversationSerializer(many=True), **ERRORS}, operation_id="list_conversations")
    def get(self, request: Request) -> Response:
        """List one's conversations, the last spoken in first."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[Conversation]:
        """Return the conversations of who asks."""
        return selectors.conversations_of(caller(self.request))


class ConversationView(APIView):
    """One conversation."""

    @extend_schema(responses={200: ConversationDetailSerializer, **ERRORS}, operation_id="get_conversation")
    def get(self, request: Request, conversation_id: UUID) -> Response:
        """Return what was said and answered, with tasks and changes."""
        conversation = selectors.conversation_of(caller(request), conversation_id)
        return Response(ConversationDetailSerializer(conversation).data)

    @extend_schema(
        responses={204: OpenApiResponse(description="Forgotten"), **ERRORS}, operation_id="forget_conversation"
    )
    def delete(self, request: Request, conversation_id: UUID) -> Response:
        """Forget a conversation; what was danced stays."""
        requests.forget_conversation(user=caller(request), conversation_id=conversation_id)
        return Response(status=204)


class MoveExplanationView(APIView):
    """Teaching notes."""

    @extend_schema(
        parameters=[ExplanationQuerySerializer],
        responses={200: ExplanationSerializer, **ERRORS},
        operation_id="explain_move",
    )
    def get(self, request: Request, move_id: UUID) -> Response:
        """Return what a move is and what lead and follow mind."""
        asked = ExplanationQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        user = caller(request)
        language: Language = "es" if asked.validated_data.get("language", user.preferences.language) == "es" else "en"
        move = choreography_selectors.danceable_moves(user.id).filter(id=move_id).first()
        if move is None:
            raise NotFoundError("There is no such move.")
        return Response(ExplanationSerializer(explain_move(move, language)).data)
