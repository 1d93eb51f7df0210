"""Songs, moves and tasks over HTTP."""

from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import generics
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography import selectors, services
from choreography.api.serializers import (
    AcceptedSerializer,
    GenerateSerializer,
    PreviewSerializer,
    SongSerializer,
    TaskSerializer,
    TaskSummarySerializer,
    WishSerializer,
)
from choreography.models import ChoreographyTask, Song
from common.api.schema import ERRORS
from common.errors import InputError
from users.api.caller import caller

IDEMPOTENCY_HEADER = "Idempotency-Key"
SEARCH_MAX = 100


class SongListView(generics.ListAPIView[Song]):
    """Songs one may dance to."""

    serializer_class = SongSerializer

    @extend_schema(
        parameters=[OpenApiParameter("search", str, description="Words of title or artist")],
        responses={200: SongSerializer(many=True), **ERRORS},
        operation_id="list_songs",
    )
    def get(self, request: Request) -> Response:
        """List songs: everybody's and one's own."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[Song]:
        """Return the songs that match the search."""
        search = self.request.query_params.get("search", "").replace("\x00", "")[:SEARCH_MAX]
        return selectors.songs_for(caller(self.request), search)


class MovePreviewView(APIView):
    """Matching moves, before anything is started."""

    @extend_schema(parameters=[WishSerializer], responses={200: PreviewSerializer, **ERRORS}, operation_id="preview")
    def get(self, request: Request) -> Response:
        """Count the moves that meet a wish exactly."""
        wish = WishSerializer(data=request.query_params)
        wish.is_valid(raise_exception=True)
        matching = selectors.matching_moves(
            Difficulty(wish.validated_data["difficulty"]),
            Energy(wish.validated_data["energy"]),
            Style(wish.validated_data["style"]),
        )
        return Response({"matching": matching, "total": selectors.danceable_moves().count()})


class GenerateView(APIView):
    """Asking for a choreography."""

    @extend_schema(
        request=GenerateSerializer,
        parameters=[OpenApiParameter(IDEMPOTENCY_HEADER, str, OpenApiParameter.HEADER)],
        responses={202: AcceptedSerializer, **ERRORS},
        operation_id="generate",
    )
    def post(self, request: Request) -> Response:
        """Start a choreography; poll the address in the answer."""
        wanted = GenerateSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        task = services.request_choreography(
            user=caller(request),
            song_id=wanted.validated_data["song_id"],
            wish=wanted.to_wish(),
            idempotency_key=_idempotency_key(request),
        )
        poll_url = reverse("task", args=[task.id])
        return Response({"task_id": task.id, "status": task.status, "poll_url": poll_url}, status=202)


class TaskListView(generics.ListAPIView[ChoreographyTask]):
    """One's own tasks."""

    serializer_class = TaskSummarySerializer

    @extend_schema(responses={200: TaskSummarySerializer(many=True), **ERRORS}, operation_id="list_tasks")
    def get(self, request: Request) -> Response:
        """List one's tasks, newest first."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[ChoreographyTask]:
        """Return the tasks of who asks."""
        return selectors.tasks_of(caller(self.request))


class TaskView(APIView):
    """One task."""

    @extend_schema(responses={200: TaskSerializer, **ERRORS}, operation_id="get_task")
    def get(self, request: Request, task_id: UUID) -> Response:
        """Return status, stage, progress and, at the end, the result."""
        return Response(TaskSerializer(selectors.task_of(caller(request), task_id)).data)

    @extend_schema(responses={204: OpenApiResponse(description="Removed"), **ERRORS}, operation_id="delete_task")
    def delete(self, request: Request, task_id: UUID) -> Response:
        """Remove a finished choreography and its files."""
        services.delete_task(user=caller(request), task_id=task_id)
        return Response(status=204)


class TaskCancelView(APIView):
    """Stopping a task."""

    @extend_schema(request=None, responses={200: TaskSerializer, **ERRORS}, operation_id="cancel_task")
    def post(self, request: Request, task_id: UUID) -> Response:
        """Stop a task; a finished one answers 409."""
        services.cancel_task(user=caller(request), task_id=task_id)
        return Response(TaskSerializer(selectors.task_of(caller(request), task_id)).data)


def _idempotency_key(request: Request) -> str | None:
    key = request.headers.get(IDEMPOTENCY_HEADER)
    if key is not None and not (0 < len(key) <= 120 and key.isprintable()):
        raise InputError("The Idempotency-Key must be 1 to 120 printable characters.")
    return key
