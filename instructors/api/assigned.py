"""What students do with the link to a class plan."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from choreography.blueprint.loading import load_blueprint
from choreography.models import ChoreographyTask
from common.api.open_links import OpenLinkView
from common.api.schema import ERRORS
from common.errors import NotFoundError
from instructors import selectors, services
from instructors.api.serializers import (
    AssignedDanceSerializer,
    AssignedPlanSerializer,
    OwnPracticeSerializer,
    TellPracticeSerializer,
)
from instructors.models import ItemKind, PlanItem
from instructors.phrases import span_of
from user_collections.api.shared import shown
from user_collections.selectors import newest_video
from users.api.caller import caller


class AssignedPlanView(OpenLinkView):
    """An assigned plan."""

    @extend_schema(responses={200: AssignedPlanSerializer, **ERRORS}, operation_id="open_class_plan", auth=[])
    def get(self, request: Request, token: str) -> Response:
        """Return the plan; a link that is wrong, expired or closed answers 404."""
        plan = selectors.opened_by(token).plan
        return Response(AssignedPlanSerializer(plan, context={"items_of": selectors.items_of}).data)


class AssignedDanceView(OpenLinkView):
    """A choreography of an assigned plan."""

    @extend_schema(responses={200: AssignedDanceSerializer, **ERRORS}, operation_id="open_class_dance", auth=[])
    def get(self, request: Request, token: str, item_id: UUID) -> Response:
        """Return the newest video of a part, and which of its seconds the class is about."""
        link = selectors.opened_by(token)
        item = selectors.dance_of(link, item_id)
        task = newest_video(item.choreography_id) if item.choreography_id is not None else None
        if task is None:
            raise NotFoundError("There is no video to watch yet.")
        told = {"title": item.title, "expires_at": link.expires_at, **shown(task), **_frame(item, task)}
        return Response(told)


class AssignedPracticeView(APIView):
    """What a signed-in student tells of their practice."""

    @extend_schema(responses={200: OwnPracticeSerializer(many=True), **ERRORS}, operation_id="own_class_practice")
    def get(self, request: Request, token: str) -> Response:
        """List what one told, newest first."""
        return Response(OwnPracticeSerializer(selectors.practice_of(caller(request), token), many=True).data)

    @extend_schema(
        request=TellPracticeSerializer,
        responses={201: OwnPracticeSerializer, **ERRORS},
        operation_id="tell_class_practice",
    )
    def post(self, request: Request, token: str) -> Response:
        """Tell the instructor one's name and minutes of today; several times a day add up."""
        told = TellPracticeSerializer(data=request.data)
        told.is_valid(raise_exception=True)
        practice = services.tell_practice(student=caller(request), token=token, **told.validated_data)
        return Response(OwnPracticeSerializer(practice).data, status=201)

    @extend_schema(
        responses={204: OpenApiResponse(description="Forgotten"), **ERRORS}, operation_id="take_class_practice_back"
    )
    def delete(self, request: Request, token: str) -> Response:
        """Take back all that one told under this link."""
        services.take_practice_back(student=caller(request), token=token)
        return Response(status=204)


def _frame(item: PlanItem, task: ChoreographyTask) -> dict[str, Any]:
    if item.kind != ItemKind.PHRASES or not item.first_phrase or not item.last_phrase or task.blueprint is None:
        return {"start_s": 0.0, "end_s": task.output_duration_s}
    span = span_of(load_blueprint(task.blueprint.data), item.first_phrase, item.last_phrase)
    return {"start_s": span.start_s, "end_s": span.end_s}
