"""Choreographies, the versions of their plans, and edits over HTTP."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_services.vocabulary import Category, Difficulty
from choreography.api.blueprint_serializers import (
    AlternativesQuerySerializer,
    AlternativesSerializer,
    AssembleSerializer,
    BlueprintVersionSerializer,
    ChoreographyDetailSerializer,
    ChoreographySerializer,
    DiffSerializer,
    EditAcceptedSerializer,
    SeenVersionSerializer,
)
from choreography.api.schema import EDIT_COMPONENT
from choreography.edits import selectors, services
from choreography.edits.alternatives import alternatives
from choreography.edits.edit import Edit, InvalidEditError, edit_from_json
from choreography.models import Choreography, ChoreographyTask, TaskStatus
from common.api.conditional import ConditionalList, Poll
from common.api.schema import ERRORS
from users.api.caller import caller

ACCEPTED: dict[Any, OpenApiResponse] = {
    200: OpenApiResponse(EditAcceptedSerializer, description="The video of this plan exists already."),
    202: OpenApiResponse(EditAcceptedSerializer, description="The video is being made: poll."),
    **ERRORS,
}


class ChoreographyListView(ConditionalList[Choreography]):
    """One's own choreographies."""

    serializer_class = ChoreographySerializer

    @extend_schema(responses={200: ChoreographySerializer(many=True), **ERRORS}, operation_id="list_choreographies")
    def get(self, request: Request) -> Response:
        """List one's choreographies, the last changed first."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[Choreography]:
        """Return the choreographies of who asks."""
        return selectors.choreographies_of(caller(self.request))


class ChoreographyView(APIView):
    """One choreography."""

    @extend_schema(responses={200: ChoreographyDetailSerializer, **ERRORS}, operation_id="get_choreography")
    def get(self, request: Request, choreography_id: UUID) -> Response:
        """Return the current plan, all versions, and the newest video."""
        return Response(ChoreographyDetailSerializer(selectors.overview_of(caller(request), choreography_id)).data)

    @extend_schema(
        responses={204: OpenApiResponse(description="Removed"), **ERRORS}, operation_id="delete_choreography"
    )
    def delete(self, request: Request, choreography_id: UUID) -> Response:
        """Remove a choreography with all its versions and videos."""
        services.delete_choreography(user=caller(request), choreography_id=choreography_id)
        return Response(status=204)


class BlueprintView(APIView):
    """One version of a plan."""

    @extend_schema(responses={200: BlueprintVersionSerializer, **ERRORS}, operation_id="get_blueprint")
    def get(self, request: Request, blueprint_id: UUID) -> Response:
        """Return a version: the plan, its scores, which edit made it and what that changed."""
        return Response(BlueprintVersionSerializer(selectors.version_of(caller(request), blueprint_id)).data)


class BlueprintAssembleView(APIView):
    """Any version of a plan, danced again."""

    @extend_schema(request=None, responses=ACCEPTED, operation_id="assemble_blueprint")
    def post(self, request: Request, blueprint_id: UUID) -> Response:
        """Go back (or on) to a version of the plan; its video is made where there is none."""
        return _accepted(request, services.dance_version(user=caller(request), blueprint_id=blueprint_id))


class BlueprintDiffView(APIView):
    """Two versions side by side."""

    @extend_schema(
        parameters=[OpenApiParameter("to", UUID, required=True, description="The other version")],
        responses={200: DiffSerializer, **ERRORS},
        operation_id="diff_blueprints",
    )
    def get(self, request: Request, blueprint_id: UUID) -> Response:
        """Return what became of each move from this version to another of the same choreography."""
        before, after = selectors.versions_to_compare(caller(request), blueprint_id, _wanted(request))
        return Response(DiffSerializer(selectors.diff_of(before, after)).data)


class EditView(APIView):
    """Changing a plan."""

    @extend_schema(
        request={"application/json": {"$ref": f"#/components/schemas/{EDIT_COMPONENT}"}},
        responses=ACCEPTED,
        operation_id="edit_choreography",
    )
    def post(self, request: Request, choreography_id: UUID) -> Response:
        """Make a new version of the plan; locks and qualities at once, all else by the choreographer."""
        edit = _edit(request.data)
        return _accepted(
            request, services.change_plan(user=caller(request), choreography_id=choreography_id, edit=edit)
        )


class UndoView(APIView):
    """One step back."""

    @extend_schema(request=SeenVersionSerializer, responses=ACCEPTED, operation_id="undo_edit")
    def post(self, request: Request, choreography_id: UUID) -> Response:
        """Dance the version again from which the current one was made."""
        seen = _seen(SeenVersionSerializer, request)["blueprint_id"]
        return _accepted(
            request, services.undo(user=caller(request), choreography_id=choreography_id, blueprint_id=seen)
        )


class RedoView(APIView):
    """One step forward."""

    @extend_schema(request=SeenVersionSerializer, responses=ACCEPTED, operation_id="redo_edit")
    def post(self, request: Request, choreography_id: UUID) -> Response:
        """Dance the newest version that was made from the current one."""
        seen = _seen(SeenVersionSerializer, request)["blueprint_id"]
        return _accepted(
            request, services.redo(user=caller(request), choreography_id=choreography_id, blueprint_id=seen)
        )


class AssembleView(APIView):
    """The video of the current plan."""

    @extend_schema(request=AssembleSerializer, responses=ACCEPTED, operation_id="assemble_choreography")
    def post(self, request: Request, choreography_id: UUID) -> Response:
        """Make the video of the current plan where there is none; another quality is a version of its own."""
        told = _seen(AssembleSerializer, request)
        return _accepted(request, services.assemble(user=caller(request), choreography_id=choreography_id, **told))


class AlternativesView(APIView):
    """Moves for one place."""

    @extend_schema(
        parameters=[AlternativesQuerySerializer],
        responses={200: AlternativesSerializer, **ERRORS},
        operation_id="list_alternatives",
    )
    def get(self, request: Request, choreography_id: UUID, index: int) -> Response:
        """List the moves that fit a place of the current plan, best first; a swap `to: move` brings one of them.

        Those above the wished level come last.
        """
        query = AlternativesQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        told = query.validated_data
        version = selectors.current_version_of(caller(request), choreography_id)
        found = alternatives(
            version,
            index,
            category=Category(told["category"]) if "category" in told else None,
            difficulty=Difficulty(told["difficulty"]) if "difficulty" in told else None,
        )
        page = {"blueprint_id": version.id, "segment": index, "count": len(found), "results": found[: told["limit"]]}
        return Response(AlternativesSerializer(page).data)


def _edit(data: Any) -> Edit:
    try:
        return edit_from_json(data)
    except InvalidEditError as error:
        raise ValidationError(error.problems) from error


def _seen(serializer: type[SeenVersionSerializer], request: Request) -> dict[str, Any]:
    body = serializer(data=request.data)
    body.is_valid(raise_exception=True)
    seen = body.validated_data["blueprint_id"]
    return {**body.validated_data, "blueprint_id": None if seen is None else str(seen)}


def _wanted(request: Request) -> UUID:
    try:
        return UUID(request.query_params.get("to", ""))
    except ValueError as error:
        raise ValidationError({"to": ["The id of a version is needed."]}) from error


def _accepted(request: Request, task: ChoreographyTask) -> Response:
    planning = bool(task.edit) and task.blueprint_id is None
    told = {
        "task_id": task.id,
        "status": task.status,
        "poll_url": reverse("task", args=[task.id]),
        "choreography_id": task.choreography_id,
        "blueprint_id": None if planning else selectors.current_id_of(task),
    }
    finished = task.status == TaskStatus.COMPLETED
    return Poll(request, finished).answer(EditAcceptedSerializer(told).data, status=200 if finished else 202)
