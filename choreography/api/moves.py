"""Moves over HTTP: found, looked at, compared, counted."""

from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography import selectors
from choreography.api.move_serializers import (
    CoverageSerializer,
    MoveDetailSerializer,
    MoveQuerySerializer,
    MoveSerializer,
    PreviewSerializer,
    RepertoireStatisticsSerializer,
    SimilarMoveSerializer,
    SimilarQuerySerializer,
    WishSerializer,
)
from choreography.library.inspection.repertoire import repertoire_coverage, repertoire_statistics
from choreography.models import Move
from choreography.search import browsing
from choreography.search.similar import Modality, similar_moves
from common.api.conditional import ConditionalList
from common.api.schema import ERRORS
from users.api.caller import caller


class MoveListView(ConditionalList[Move]):
    """Moves one may look at."""

    serializer_class = MoveSerializer

    @extend_schema(
        parameters=[MoveQuerySerializer],
        responses={200: MoveSerializer(many=True), **ERRORS},
        operation_id="list_moves",
    )
    def get(self, request: Request) -> Response:
        """List moves: everybody's and one's own."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[Move]:
        """Return the moves that match the query."""
        asked = MoveQuerySerializer(data=self.request.query_params)
        asked.is_valid(raise_exception=True)
        return browsing.moves(caller(self.request), browsing.MoveQuery(**asked.validated_data))


class MoveView(APIView):
    """One move."""

    @extend_schema(responses={200: MoveDetailSerializer, **ERRORS}, operation_id="get_move")
    def get(self, request: Request, move_id: UUID) -> Response:
        """Return a move with its labels, its clip, its counts and where it may be entered."""
        move = selectors.visible_move(caller(request), move_id)
        return Response(MoveDetailSerializer(move, context={"request": request}).data)


class SimilarMovesView(APIView):
    """Moves like a move."""

    @extend_schema(
        parameters=[SimilarQuerySerializer],
        responses={200: SimilarMoveSerializer(many=True), **ERRORS},
        operation_id="similar_moves",
    )
    def get(self, request: Request, move_id: UUID) -> Response:
        """List the moves most like a move, best first."""
        asked = SimilarQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        found = similar_moves(
            move_id,
            asked.validated_data["limit"],
            Modality(asked.validated_data["modality"]),
            owner_id=caller(request).pk,
        )
        return Response([SimilarMoveSerializer(each, context={"request": request}).data for each in found])


class MovePreviewView(APIView):
    """Matching moves, before anything is started."""

    @extend_schema(parameters=[WishSerializer], responses={200: PreviewSerializer, **ERRORS}, operation_id="preview")
    def get(self, request: Request) -> Response:
        """Count the moves that meet a wish exactly, and show some of them."""
        asked = WishSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        wish, user = asked.validated_data, caller(request)
        matching = browsing.matching_moves(
            user, Difficulty(wish["difficulty"]), Energy(wish["energy"]), Style(wish["style"])
        )
        told = {
            "matching": matching.count(),
            "total": selectors.danceable_moves(user.pk).count(),
            "moves": matching[: wish["limit"]],
        }
        return Response(PreviewSerializer(told, context={"request": request}).data)


class MoveStatisticsView(APIView):
    """The library in numbers."""

    @extend_schema(responses={200: RepertoireStatisticsSerializer, **ERRORS}, operation_id="move_statistics")
    def get(self, request: Request) -> Response:
        """Count the moves one may dance by category, difficulty, energy and style."""
        return Response(RepertoireStatisticsSerializer(repertoire_statistics(caller(request))).data)


class MoveCoverageView(APIView):
    """What the library serves, and what it lacks."""

    @extend_schema(responses={200: CoverageSerializer, **ERRORS}, operation_id="move_coverage")
    def get(self, request: Request) -> Response:
        """Tell which wishes find enough moves, and which new clips would help most."""
        return Response(CoverageSerializer(repertoire_coverage(caller(request))).data)
