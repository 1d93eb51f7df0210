"""Further files of finished choreographies over HTTP."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from choreography.api.rendition_serializers import RenditionSerializer
from choreography.api.schema import RENDITION_COMPONENT
from choreography.models import Rendition, RenditionStatus
from choreography.renditions import selectors, services
from choreography.renditions.kinds import InvalidRenditionError, Wanted, wanted_from_json
from common.api.conditional import ConditionalList, Poll
from common.api.schema import ERRORS
from users.api.caller import caller


class RenditionListView(ConditionalList[Rendition]):
    """The further files of one task."""

    serializer_class = RenditionSerializer

    @extend_schema(responses={200: RenditionSerializer(many=True), **ERRORS}, operation_id="list_renditions")
    def get(self, request: Request, task_id: UUID) -> Response:
        """List the further files of one's task, oldest first."""
        return self.list(request)

    @extend_schema(
        request={"application/json": {"$ref": f"#/components/schemas/{RENDITION_COMPONENT}"}},
        responses={
            200: OpenApiResponse(RenditionSerializer, description="The file exists already."),
            202: OpenApiResponse(RenditionSerializer, description="The file is being made: poll."),
            **ERRORS,
        },
        operation_id="request_rendition",
    )
    def post(self, request: Request, task_id: UUID) -> Response:
        """Ask for a further file of a finished choreography; the same request is the same file."""
        made = services.request_rendition(user=caller(request), task_id=task_id, wanted=_wanted(request.data))
        finished = made.status == RenditionStatus.COMPLETED
        return Poll(request, finished).answer(RenditionSerializer(made).data, status=200 if finished else 202)

    def get_queryset(self) -> QuerySet[Rendition]:
        """Return the renditions of the task in the address."""
        return selectors.renditions_of(caller(self.request), self.kwargs["task_id"])


class RenditionView(APIView):
    """One further file."""

    @extend_schema(responses={200: RenditionSerializer, **ERRORS}, operation_id="get_rendition")
    def get(self, request: Request, task_id: UUID, rendition_id: UUID) -> Response:
        """Return status, progress and, at the end, the address of the file. `Retry-After` says when to ask again."""
        found = selectors.rendition_of(caller(request), task_id, rendition_id)
        return Poll(request, found.status not in Rendition.ACTIVE).answer(RenditionSerializer(found).data)

    @extend_schema(responses={204: OpenApiResponse(description="Removed"), **ERRORS}, operation_id="delete_rendition")
    def delete(self, request: Request, task_id: UUID, rendition_id: UUID) -> Response:
        """Remove a further file, or stop its making."""
        services.delete_rendition(user=caller(request), task_id=task_id, rendition_id=rendition_id)
        return Response(status=204)


def _wanted(data: Any) -> Wanted:
    try:
        return wanted_from_json(data)
    except InvalidRenditionError as error:
        raise ValidationError(error.problems) from error
