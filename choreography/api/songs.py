"""Songs over HTTP: found, brought in, corrected, removed."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.parsers import BaseParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from choreography import selectors
from choreography.api.song_serializers import (
    CorrectionSerializer,
    SongAddressesSerializer,
    SongDetailSerializer,
    SongFromUrlSerializer,
    SongImportSerializer,
    SongQuerySerializer,
    SongSerializer,
    SongUploadSerializer,
    SongWordsSerializer,
)
from choreography.models import Song, SongImport
from choreography.queue.deferring import PLANNING_QUEUE
from choreography.search import browsing
from choreography.songs import changing, receiving
from common.api.conditional import ConditionalList, Poll
from common.api.schema import ERRORS
from common.api.uploads import UploadParser, uploaded_path
from users.api.caller import caller
from video_processing.media.limits import SONG_BYTES_MAX


class SongUploadParser(UploadParser):
    """Reads a form with a song."""

    file_bytes_max = SONG_BYTES_MAX


class SongListView(ConditionalList[Song]):
    """Songs one may dance to."""

    serializer_class = SongSerializer

    def get_parsers(self) -> list[BaseParser]:
        """Read forms where a song is sent."""
        return [SongUploadParser()]

    @extend_schema(
        parameters=[SongQuerySerializer],
        responses={200: SongSerializer(many=True), **ERRORS},
        operation_id="list_songs",
    )
    def get(self, request: Request) -> Response:
        """List songs: everybody's and one's own."""
        return self.list(request)

    @extend_schema(
        request={"multipart/form-data": SongUploadSerializer},
        responses={200: SongImportSerializer, 202: SongImportSerializer, **ERRORS},
        operation_id="upload_song",
    )
    def post(self, request: Request) -> Response:
        """Bring a song in; poll the address in the answer. Bytes that are a song of yours already answer 200."""
        given = SongUploadSerializer(data=request.data)
        path = uploaded_path(request.FILES.get("file"))
        given.is_valid(raise_exception=True)
        words = given.validated_data
        file = words.pop("file")
        arrived = receiving.receive_file(
            user=caller(request), path=path, file_name=file.name or "", named=receiving.Named(**words)
        )
        return _arrived(request, arrived)

    def get_queryset(self) -> QuerySet[Song]:
        """Return the songs that match the query."""
        asked = SongQuerySerializer(data=self.request.query_params)
        asked.is_valid(raise_exception=True)
        return browsing.songs(caller(self.request), browsing.SongQuery(**asked.validated_data))


class SongFromUrlView(APIView):
    """Songs from addresses."""

    @extend_schema(responses={200: SongAddressesSerializer, **ERRORS}, operation_id="song_addresses")
    def get(self, request: Request) -> Response:
        """Tell whether songs are fetched from addresses here."""
        return Response(SongAddressesSerializer({"is_open": receiving.takes_addresses()}).data)

    @extend_schema(
        request=SongFromUrlSerializer,
        responses={202: SongImportSerializer, **ERRORS},
        operation_id="song_from_url",
    )
    def post(self, request: Request) -> Response:
        """Bring in the sound of a YouTube video, where the operator allows it; poll the address in the answer."""
        given = SongFromUrlSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        words = dict(given.validated_data)
        url = words.pop("url")
        return _arrived(
            request, receiving.receive_address(user=caller(request), url=url, named=receiving.Named(**words))
        )


class SongImportListView(ConditionalList[SongImport]):
    """Songs on their way."""

    serializer_class = SongImportSerializer

    @extend_schema(responses={200: SongImportSerializer(many=True), **ERRORS}, operation_id="list_song_imports")
    def get(self, request: Request) -> Response:
        """List the songs one brought in, newest first: on their way, arrived, refused."""
        return self.list(request)

    def get_queryset(self) -> QuerySet[SongImport]:
        """Return the imports of who asks."""
        return selectors.song_imports_of(caller(self.request))

    def get_serializer_context(self) -> dict[str, Any]:
        """Return what is the same for all imports, looked up once."""
        return {**super().get_serializer_context(), "worker_online": selectors.worker_online(PLANNING_QUEUE)}


class SongImportView(APIView):
    """One song on its way."""

    @extend_schema(responses={200: SongImportSerializer, **ERRORS}, operation_id="get_song_import")
    def get(self, request: Request, import_id: UUID) -> Response:
        """Tell how far a song is; `song_id` names it once it is completed."""
        arrived = selectors.song_import_of(caller(request), import_id)
        return Poll(request, arrived.status in SongImport.FINISHED).answer(SongImportSerializer(arrived).data)

    @extend_schema(responses={204: OpenApiResponse(description="Removed"), **ERRORS}, operation_id="forget_song_import")
    def delete(self, request: Request, import_id: UUID) -> Response:
        """Stop an import, or strike a finished one off the list; a song that came of it stays."""
        changing.forget_import(user=caller(request), import_id=import_id)
        return Response(status=204)


class SongView(APIView):
    """One song."""

    @extend_schema(responses={200: SongDetailSerializer, **ERRORS}, operation_id="get_song")
    def get(self, request: Request, song_id: UUID) -> Response:
        """Return a song with its counts, sections, outline and corrections."""
        return _song(request, selectors.song_of(caller(request), song_id))

    @extend_schema(
        request=SongWordsSerializer, responses={200: SongDetailSerializer, **ERRORS}, operation_id="rename_song"
    )
    def patch(self, request: Request, song_id: UUID) -> Response:
        """Change title, artist or genre."""
        given = SongWordsSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        return _song(request, changing.rename_song(user=caller(request), song_id=song_id, **given.validated_data))

    @extend_schema(responses={204: OpenApiResponse(description="Removed"), **ERRORS}, operation_id="delete_song")
    def delete(self, request: Request, song_id: UUID) -> Response:
        """Remove a song with all its choreographies; 409 while one of them is in the making."""
        changing.delete_song(user=caller(request), song_id=song_id)
        return Response(status=204)


class SongCorrectionsView(APIView):
    """Corrections of a song's counts."""

    @extend_schema(
        request=CorrectionSerializer, responses={200: SongDetailSerializer, **ERRORS}, operation_id="correct_song"
    )
    def post(self, request: Request, song_id: UUID) -> Response:
        """Correct the counts as they are now; the answer has the new ones."""
        given = CorrectionSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        asked = {name: value for name, value in given.validated_data.items() if value is not None}
        beat = asked.pop("beat", None)
        return _song(request, changing.correct_counts(user=caller(request), song_id=song_id, asked=asked, beat=beat))

    @extend_schema(responses={200: SongDetailSerializer, **ERRORS}, operation_id="clear_song_corrections")
    def delete(self, request: Request, song_id: UUID) -> Response:
        """Undo every correction; the answer has the counts as they were found."""
        return _song(request, changing.undo_counts(user=caller(request), song_id=song_id, everything=True))


class SongCorrectionUndoView(APIView):
    """Undoing."""

    @extend_schema(request=None, responses={200: SongDetailSerializer, **ERRORS}, operation_id="undo_song_correction")
    def post(self, request: Request, song_id: UUID) -> Response:
        """Undo the last correction that holds."""
        return _song(request, changing.undo_counts(user=caller(request), song_id=song_id))


def _song(request: Request, song: Song) -> Response:
    return Response(SongDetailSerializer(song, context={"request": request}).data)


def _arrived(request: Request, arrived: SongImport) -> Response:
    done = arrived.status in SongImport.FINISHED
    return Poll(request, done).answer(SongImportSerializer(arrived).data, status=200 if done else 202)
