"""Collections over HTTP."""

from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import generics
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from choreography.api.serializers import TaskSummarySerializer
from choreography.models import ChoreographyTask
from common.api.schema import ERRORS, REMOVED
from user_collections import selectors, services
from user_collections.api.serializers import (
    AskShareSerializer,
    BulkTagSerializer,
    ChangedSerializer,
    ChangeSavedSerializer,
    ChosenSerializer,
    LoopSerializer,
    NewShareSerializer,
    PracticeSerializer,
    SavedSerializer,
    SaveSerializer,
    ShareSerializer,
    StatisticsSerializer,
    WantedSerializer,
)
from user_collections.models import SavedChoreography
from users.api.caller import caller


class CollectionView(generics.ListAPIView[SavedChoreography]):
    """One's collection."""

    serializer_class = SavedSerializer

    @extend_schema(
        parameters=[WantedSerializer],
        responses={200: SavedSerializer(many=True), **ERRORS},
        operation_id="list_collection",
    )
    def get(self, request: Request) -> Response:
        """List what one saved: searched, filtered, in the order asked for."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[SavedChoreography]:
        """Return the entries that are asked for."""
        asked = WantedSerializer(data=self.request.query_params)
        asked.is_valid(raise_exception=True)
        return selectors.entries(caller(self.request), asked.to_wanted())

    @extend_schema(
        request=SaveSerializer,
        responses={201: SavedSerializer, 200: SavedSerializer, **ERRORS},
        operation_id="save_choreography",
    )
    def post(self, request: Request) -> Response:
        """Save one of one's choreographies: 201; what is saved already stays as it is: 200."""
        wanted = SaveSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        saved, is_new = services.save(user=caller(request), **wanted.validated_data)
        return Response(SavedSerializer(saved).data, status=201 if is_new else 200)


class UnsavedView(generics.ListAPIView[ChoreographyTask]):
    """What is finished and in no collection."""

    serializer_class = TaskSummarySerializer

    @extend_schema(responses={200: TaskSummarySerializer(many=True), **ERRORS}, operation_id="list_unsaved")
    def get(self, request: Request) -> Response:
        """List the newest video of each of one's choreographies that are not saved."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[ChoreographyTask]:
        """Return the tasks of these videos."""
        return selectors.unsaved_of(caller(self.request))


class SavedView(APIView):
    """One entry."""

    @extend_schema(responses={200: SavedSerializer, **ERRORS}, operation_id="get_saved")
    def get(self, request: Request, saved_id: UUID) -> Response:
        """Return an entry."""
        return Response(SavedSerializer(selectors.entry_of(caller(request), saved_id)).data)

    @extend_schema(
        request=ChangeSavedSerializer, responses={200: SavedSerializer, **ERRORS}, operation_id="change_saved"
    )
    def patch(self, request: Request, saved_id: UUID) -> Response:
        """Change title, notes, tags or favourite."""
        wanted = ChangeSavedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        saved = services.change(user=caller(request), saved_id=saved_id, **wanted.validated_data)
        return Response(SavedSerializer(saved).data)

    @extend_schema(responses={**REMOVED, **ERRORS}, operation_id="remove_saved")
    def delete(self, request: Request, saved_id: UUID) -> Response:
        """Remove an entry with its choreography, videos, loops and links."""
        user = caller(request)
        services.remove(user=user, saved_ids=[selectors.entry_of(user, saved_id).id])
        return Response(status=204)


class BulkDeleteView(APIView):
    """Several entries at once."""

    @extend_schema(
        request=ChosenSerializer, responses={200: ChangedSerializer, **ERRORS}, operation_id="remove_several_saved"
    )
    def post(self, request: Request) -> Response:
        """Remove several entries with their choreographies and videos; ids not there or not yours are passed over."""
        chosen = ChosenSerializer(data=request.data)
        chosen.is_valid(raise_exception=True)
        changed = services.remove(user=caller(request), saved_ids=chosen.validated_data["ids"])
        return Response({"changed": changed})


class BulkTagView(APIView):
    """Tags for several entries at once."""

    @extend_schema(
        request=BulkTagSerializer, responses={200: ChangedSerializer, **ERRORS}, operation_id="tag_several_saved"
    )
    def post(self, request: Request) -> Response:
        """Add and remove tags, for all entries or none; ids not there or not yours are passed over."""
        wanted = BulkTagSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        told = wanted.validated_data
        changed = services.tag(user=caller(request), saved_ids=told["ids"], add=told["add"], remove=told["remove"])
        return Response({"changed": changed})


class StatisticsView(APIView):
    """The collection in numbers."""

    @extend_schema(responses={200: StatisticsSerializer, **ERRORS}, operation_id="collection_statistics")
    def get(self, request: Request) -> Response:
        """Count what one saved and practised."""
        return Response(StatisticsSerializer(selectors.statistics_of(caller(request))).data)


class PracticeView(APIView):
    """Practice of one entry."""

    @extend_schema(
        request=PracticeSerializer, responses={200: SavedSerializer, **ERRORS}, operation_id="practise_saved"
    )
    def post(self, request: Request, saved_id: UUID) -> Response:
        """Add seconds of practice and keep where it stopped."""
        told = PracticeSerializer(data=request.data)
        told.is_valid(raise_exception=True)
        saved = services.practise(user=caller(request), saved_id=saved_id, **told.validated_data)
        return Response(SavedSerializer(saved).data)


class LoopsView(APIView):
    """The loops of one entry."""

    @extend_schema(responses={200: LoopSerializer(many=True), **ERRORS}, operation_id="list_loops")
    def get(self, request: Request, saved_id: UUID) -> Response:
        """List the loops in the order of the song."""
        return Response(LoopSerializer(selectors.entry_of(caller(request), saved_id).loops.all(), many=True).data)

    @extend_schema(request=LoopSerializer, responses={201: LoopSerializer, **ERRORS}, operation_id="add_loop")
    def post(self, request: Request, saved_id: UUID) -> Response:
        """Keep a stretch of the choreography."""
        told = LoopSerializer(data=request.data)
        told.is_valid(raise_exception=True)
        loop = services.add_loop(user=caller(request), saved_id=saved_id, **told.validated_data)
        return Response(LoopSerializer(loop).data, status=201)


class LoopView(APIView):
    """One loop."""

    @extend_schema(
        request=LoopSerializer(partial=True), responses={200: LoopSerializer, **ERRORS}, operation_id="change_loop"
    )
    def patch(self, request: Request, saved_id: UUID, loop_id: UUID) -> Response:
        """Change name, ends or speed."""
        told = LoopSerializer(data=request.data, partial=True)
        told.is_valid(raise_exception=True)
        loop = services.change_loop(user=caller(request), saved_id=saved_id, loop_id=loop_id, told=told.validated_data)
        return Response(LoopSerializer(loop).data)

    @extend_schema(responses={**REMOVED, **ERRORS}, operation_id="remove_loop")
    def delete(self, request: Request, saved_id: UUID, loop_id: UUID) -> Response:
        """Forget a loop."""
        services.remove_loop(user=caller(request), saved_id=saved_id, loop_id=loop_id)
        return Response(status=204)


class SharesView(APIView):
    """The open links of one entry."""

    @extend_schema(responses={200: ShareSerializer(many=True), **ERRORS}, operation_id="list_shares")
    def get(self, request: Request, saved_id: UUID) -> Response:
        """List the links that are open; their addresses are not kept."""
        links = selectors.open_shares(selectors.entry_of(caller(request), saved_id))
        return Response(ShareSerializer(links, many=True).data)

    @extend_schema(
        request=AskShareSerializer, responses={201: NewShareSerializer, **ERRORS}, operation_id="share_saved"
    )
    def post(self, request: Request, saved_id: UUID) -> Response:
        """Make a link that opens without an account; its address is told only in this answer."""
        asked = AskShareSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        link, token = services.share(user=caller(request), saved_id=saved_id, days=asked.validated_data["days"])
        return Response({**ShareSerializer(link).data, "url": f"/share/{token}"}, status=201)


class ShareView(APIView):
    """One link."""

    @extend_schema(responses={204: OpenApiResponse(description="Revoked"), **ERRORS}, operation_id="revoke_share")
    def delete(self, request: Request, saved_id: UUID, share_id: UUID) -> Response:
        """Close a link at once."""
        services.revoke(user=caller(request), saved_id=saved_id, share_id=share_id)
        return Response(status=204)
