"""Choreographies asked for over HTTP, and how far they are."""

from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from choreography import selectors, services
from choreography.api.headers import idempotency_parameter, read_idempotency_key
from choreography.api.serializers import (
    AcceptedSerializer,
    GenerateSerializer,
    TaskQuerySerializer,
    TaskSerializer,
    TaskSummarySerializer,
)
from choreography.models import ChoreographyTask
from common.api.conditional import ConditionalList, Poll, tag_of
from common.api.schema import ERRORS
from common.language import language_named
from common.sentences import spoken_language
from users.api.caller import caller


class GenerateView(APIView):
    """Asking for a choreography."""

    @extend_schema(
        request=GenerateSerializer,
        parameters=[idempotency_parameter()],
        responses={202: AcceptedSerializer, **ERRORS},
        operation_id="generate",
    )
    def post(self, request: Request) -> Response:
        """Start a choreography; poll the address in the answer."""
        wanted = GenerateSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        user = caller(request)
        task = services.request_choreography(
            user=user,
            song_id=wanted.validated_data["song_id"],
            wish=wanted.to_wish(language_named(user.preferences.language)),
            idempotency_key=read_idempotency_key(request),
        )
        poll_url = reverse("task", args=[task.id])
        told = {"task_id": task.id, "status": task.status, "poll_url": poll_url}
        return Poll(request, task.status in ChoreographyTask.FINISHED).answer(told, status=202)


class TaskListView(ConditionalList[ChoreographyTask]):
    """One's own tasks."""

    serializer_class = TaskSummarySerializer

    @extend_schema(
        parameters=[TaskQuerySerializer],
        responses={200: TaskSummarySerializer(many=True), **ERRORS},
        operation_id="list_tasks",
    )
    def get(self, request: Request) -> Response:
        """List one's tasks, newest first."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[ChoreographyTask]:
        """Return the tasks of who asks that match the query."""
        asked = TaskQuerySerializer(data=self.request.query_params)
        asked.is_valid(raise_exception=True)
        return selectors.tasks_of(caller(self.request), **asked.validated_data)


class TaskView(APIView):
    """One task."""

    @extend_schema(responses={200: TaskSerializer, **ERRORS}, operation_id="get_task")
    def get(self, request: Request, task_id: UUID) -> Response:
        """Return status, stage, progress and, at the end, the result. `Retry-After` says when to ask again."""
        state = selectors.task_state(caller(request), task_id)
        poll, tag = Poll(request, state["status"] in ChoreographyTask.FINISHED), tag_of(state, spoken_language())
        if poll.is_known(tag):
            return poll.not_modified(tag)
        known = {"worker_online": state["worker_online"]}
        return poll.answer(TaskSerializer(selectors.task_of(caller(request), task_id), context=known).data, tag=tag)

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
