"""Class plans over HTTP, for those who make them."""

from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import generics
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from common.api.schema import ERRORS, REMOVED
from instructors import selectors, services
from instructors.api.serializers import (
    AddItemSerializer,
    AskAssignmentSerializer,
    AssignmentSerializer,
    ChangeItemSerializer,
    ChangePlanSerializer,
    NewAssignmentSerializer,
    OrderSerializer,
    PlanItemSerializer,
    PlanSerializer,
    PlanSummarySerializer,
    PractisedSerializer,
    SummarySerializer,
    TeachingStatisticsSerializer,
    WantedPlansSerializer,
)
from instructors.models import ClassPlan, StudentPractice
from instructors.summary import summary_of
from users.api.caller import caller


def _told(plan: ClassPlan, status: int = 200) -> Response:
    return Response(PlanSerializer(plan, context={"items_of": selectors.items_of}).data, status=status)


class PlansView(generics.ListAPIView[ClassPlan]):
    """One's class plans."""

    serializer_class = PlanSummarySerializer

    @extend_schema(
        parameters=[WantedPlansSerializer],
        responses={200: PlanSummarySerializer(many=True), **ERRORS},
        operation_id="list_class_plans",
    )
    def get(self, request: Request) -> Response:
        """List one's plans, the one changed last first."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[ClassPlan]:
        """Return the plans that are asked for."""
        asked = WantedPlansSerializer(data=self.request.query_params)
        asked.is_valid(raise_exception=True)
        return selectors.plans_of(caller(self.request), asked.validated_data["search"])

    @extend_schema(
        request=ChangePlanSerializer, responses={201: PlanSerializer, **ERRORS}, operation_id="create_class_plan"
    )
    def post(self, request: Request) -> Response:
        """Make a plan; only instructors do (403)."""
        wanted = ChangePlanSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        return _told(services.create(user=caller(request), **wanted.validated_data), 201)


class PlanView(APIView):
    """One plan."""

    @extend_schema(responses={200: PlanSerializer, **ERRORS}, operation_id="get_class_plan")
    def get(self, request: Request, plan_id: UUID) -> Response:
        """Return a plan with its parts and the addresses of its handouts."""
        return _told(selectors.plan_of(caller(request), plan_id))

    @extend_schema(
        request=ChangePlanSerializer(partial=True),
        responses={200: PlanSerializer, **ERRORS},
        operation_id="change_class_plan",
    )
    def patch(self, request: Request, plan_id: UUID) -> Response:
        """Change what a plan says."""
        wanted = ChangePlanSerializer(data=request.data, partial=True)
        wanted.is_valid(raise_exception=True)
        return _told(services.change(user=caller(request), plan_id=plan_id, told=wanted.validated_data))

    @extend_schema(responses={**REMOVED, **ERRORS}, operation_id="remove_class_plan")
    def delete(self, request: Request, plan_id: UUID) -> Response:
        """Remove a plan with its links; choreographies stay."""
        services.remove(user=caller(request), plan_id=plan_id)
        return Response(status=204)


class DuplicateView(APIView):
    """A copy."""

    @extend_schema(request=None, responses={201: PlanSerializer, **ERRORS}, operation_id="duplicate_class_plan")
    def post(self, request: Request, plan_id: UUID) -> Response:
        """Make a plan of the same content, without date and links."""
        return _told(services.duplicate(user=caller(request), plan_id=plan_id), 201)


class SummaryView(APIView):
    """A class at a glance."""

    @extend_schema(responses={200: SummarySerializer, **ERRORS}, operation_id="class_plan_summary")
    def get(self, request: Request, plan_id: UUID) -> Response:
        """Return minutes, the moves covered, and what is missing."""
        return Response(SummarySerializer(summary_of(selectors.plan_of(caller(request), plan_id))).data)


class ItemsView(APIView):
    """The parts of a class."""

    @extend_schema(
        request=AddItemSerializer, responses={201: PlanItemSerializer, **ERRORS}, operation_id="add_class_plan_item"
    )
    def post(self, request: Request, plan_id: UUID) -> Response:
        """Add a part at the end."""
        wanted = AddItemSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        item = services.add_item(user=caller(request), plan_id=plan_id, **wanted.validated_data)
        return Response(PlanItemSerializer(item).data, status=201)


class ItemView(APIView):
    """One part of a class."""

    @extend_schema(
        request=ChangeItemSerializer,
        responses={200: PlanItemSerializer, **ERRORS},
        operation_id="change_class_plan_item",
    )
    def patch(self, request: Request, plan_id: UUID, item_id: UUID) -> Response:
        """Change title, phrases, minutes or notes."""
        wanted = ChangeItemSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        item = services.change_item(user=caller(request), plan_id=plan_id, item_id=item_id, told=wanted.validated_data)
        return Response(PlanItemSerializer(item).data)

    @extend_schema(responses={**REMOVED, **ERRORS}, operation_id="remove_class_plan_item")
    def delete(self, request: Request, plan_id: UUID, item_id: UUID) -> Response:
        """Remove a part; those behind it move up."""
        services.remove_item(user=caller(request), plan_id=plan_id, item_id=item_id)
        return Response(status=204)


class OrderView(APIView):
    """The order of the parts."""

    @extend_schema(
        request=OrderSerializer, responses={200: PlanSerializer, **ERRORS}, operation_id="reorder_class_plan"
    )
    def put(self, request: Request, plan_id: UUID) -> Response:
        """Put all parts in a new order at once; 409 where they are not just these parts."""
        wanted = OrderSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        item_ids = wanted.validated_data["item_ids"]
        return _told(services.reorder(user=caller(request), plan_id=plan_id, item_ids=item_ids))


class AssignmentsView(APIView):
    """The links of a plan."""

    @extend_schema(responses={200: AssignmentSerializer(many=True), **ERRORS}, operation_id="list_assignments")
    def get(self, request: Request, plan_id: UUID) -> Response:
        """List the links, open and closed; their addresses are not kept."""
        links = selectors.assignments_of(selectors.plan_of(caller(request), plan_id))
        return Response(AssignmentSerializer(links, many=True).data)

    @extend_schema(
        request=AskAssignmentSerializer,
        responses={201: NewAssignmentSerializer, **ERRORS},
        operation_id="assign_class_plan",
    )
    def post(self, request: Request, plan_id: UUID) -> Response:
        """Make a link for students; its address is told only in this answer."""
        asked = AskAssignmentSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        link, token = services.assign(user=caller(request), plan_id=plan_id, **asked.validated_data)
        return Response({**AssignmentSerializer(link).data, "url": f"/class/{token}"}, status=201)


class AssignmentView(APIView):
    """One link."""

    @extend_schema(responses={204: OpenApiResponse(description="Closed"), **ERRORS}, operation_id="close_assignment")
    def delete(self, request: Request, plan_id: UUID, assignment_id: UUID) -> Response:
        """Close a link at once; what students told stays."""
        services.close(user=caller(request), plan_id=plan_id, assignment_id=assignment_id)
        return Response(status=204)


class PractisedView(generics.ListAPIView[StudentPractice]):
    """Who practised."""

    serializer_class = PractisedSerializer

    @extend_schema(responses={200: PractisedSerializer(many=True), **ERRORS}, operation_id="list_practised")
    def get(self, request: Request, plan_id: UUID) -> Response:
        """List what students chose to tell, newest first."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[StudentPractice]:
        """Return what was told about this plan."""
        if getattr(self, "swagger_fake_view", False):
            return StudentPractice.objects.none()
        return selectors.practice_for(caller(self.request), self.kwargs["plan_id"])


class TeachingStatisticsView(APIView):
    """Teaching in numbers."""

    @extend_schema(responses={200: TeachingStatisticsSerializer, **ERRORS}, operation_id="teaching_statistics")
    def get(self, request: Request) -> Response:
        """Count what one plans, and what came of it."""
        return Response(TeachingStatisticsSerializer(selectors.statistics_of(caller(request))).data)
