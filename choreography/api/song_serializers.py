"""What the addresses of songs take and give."""

from dataclasses import asdict
from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_services.vocabulary import SectionLabel
from choreography import selectors
from choreography.models import Song, SongImport, SongImportStatus
from choreography.queue.deferring import PLANNING_QUEUE
from choreography.search.browsing import tempo_reach
from choreography.songs.corrections import SongNotAnalysedError, counts_of, sections_of
from choreography.songs.keeping import GENRE_MAX, NAME_MAX
from common.api.fields import LineField
from common.media import media_url
from common.sentences import as_spoken
from users.models import User
from video_processing.music.corrections import NUDGE_MAX_MS, CorrectionKind
from video_processing.music.grid import BeatGrid
from video_processing.music.waveform import STEPS, unpack_outline

URL_MAX = 300
SONG_ORDERS = tuple(
    sign + name for name in ("title", "artist", "tempo_bpm", "duration_s", "created_at") for sign in ("", "-")
)


class SectionSerializer(serializers.Serializer[None]):
    """A part of a song."""

    label = serializers.ChoiceField(choices=SectionLabel.choices)  # type: ignore[assignment]  # leaves the class
    start_s = serializers.FloatField()
    end_s = serializers.FloatField()
    energy = serializers.FloatField(help_text="0 quiet .. 1 loud, within the song")


class SongSerializer(serializers.ModelSerializer[Song]):
    """A song of the list."""

    sections = serializers.SerializerMethodField()
    audio_url = serializers.SerializerMethodField(help_text="Signed; good for an hour or more.")
    is_own = serializers.SerializerMethodField(help_text="False: it is everybody's, and only staff may change it.")

    class Meta:
        model = Song
        fields = (
            "id", "title", "artist", "genre", "duration_s", "tempo_bpm", "sections", "audio_url", "is_own",
            "created_at",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(SectionSerializer(many=True))
    def get_sections(self, song: Song) -> list[dict[str, Any]]:
        return [asdict(section) for section in sections_of(song)]

    def get_audio_url(self, song: Song) -> str:
        return media_url(song.audio_key)

    def get_is_own(self, song: Song) -> bool:
        asking: User = self.context["request"].user
        return song.owner_id == asking.pk


class SongQuerySerializer(serializers.Serializer[None]):
    """Which songs are listed, in which order."""

    search = LineField(required=False, default="", allow_blank=True, help_text="Words of title or artist")
    genre = LineField(required=False, default="", allow_blank=True)
    tempo_min = serializers.FloatField(required=False, default=None, min_value=0, max_value=1000)
    tempo_max = serializers.FloatField(required=False, default=None, min_value=0, max_value=1000)
    mine = serializers.BooleanField(required=False, default=False, help_text="Only songs of one's own")
    ordering = serializers.ChoiceField(choices=SONG_ORDERS, required=False, default="title")


class GridSerializer(serializers.Serializer[None]):
    """The counts of a song; beats are numbered from 0."""

    tempo_bpm = serializers.FloatField()
    beat_times_s = serializers.ListField(child=serializers.FloatField())
    counts = serializers.ListField(child=serializers.IntegerField(min_value=1, max_value=8), help_text="Of each beat")
    downbeat_beats = serializers.ListField(child=serializers.IntegerField(), help_text="Beats that are count 1 or 5")
    count1_beats = serializers.ListField(child=serializers.IntegerField(), help_text="Beats that are count 1")
    confidence = serializers.DictField(
        child=serializers.FloatField(), help_text="0 .. 1 for each of beat, downbeat, count1"
    )


class CorrectionStepSerializer(serializers.Serializer[None]):
    """A correction that somebody made, as it is kept."""

    kind = serializers.ChoiceField(choices=[(kind.value, kind.name) for kind in CorrectionKind])
    time_s = serializers.FloatField(allow_null=True)
    beats = serializers.IntegerField(allow_null=True)
    offset_ms = serializers.FloatField(allow_null=True)
    made_at = serializers.DateTimeField()
    undone_at = serializers.DateTimeField(allow_null=True, help_text="Null: it holds.")


class TempoReachSerializer(serializers.Serializer[None]):
    """How well the library can follow the tempo of a song."""

    moves = serializers.IntegerField(help_text="Moves that follow it within the usual stretch")
    moves_stretched = serializers.IntegerField(help_text="Moves that follow it within the widest stretch")
    slowest_bpm = serializers.FloatField(allow_null=True, help_text="The slowest song the library can follow")
    fastest_bpm = serializers.FloatField(allow_null=True)


class SongDetailSerializer(SongSerializer):
    """A song with its counts."""

    grid = serializers.SerializerMethodField(help_text="Null until the song has been analysed.")
    waveform = serializers.SerializerMethodField(
        help_text="Lowest and highest sample, -1 .. 1, of equal stretches from the song's beginning to its end."
    )
    corrections = serializers.SerializerMethodField(help_text="Oldest first, those that were undone among them.")
    tempo_reach = serializers.SerializerMethodField()

    class Meta:
        model = Song
        fields = (*SongSerializer.Meta.fields, "grid", "waveform", "corrections", "tempo_reach")
        read_only_fields = fields

    @extend_schema_field(GridSerializer(allow_null=True))
    def get_grid(self, song: Song) -> dict[str, Any] | None:
        try:
            return grid_document(counts_of(song).grid)
        except SongNotAnalysedError:
            return None

    @extend_schema_field(serializers.ListField(child=serializers.ListField(child=serializers.FloatField())))
    def get_waveform(self, song: Song) -> list[list[float]]:
        content = bytes(song.waveform)
        digits = len(str(STEPS))
        return [[round(float(v), digits) for v in row] for row in unpack_outline(content)] if content else []

    @extend_schema_field(CorrectionStepSerializer(many=True))
    def get_corrections(self, song: Song) -> list[dict[str, Any]]:
        nothing = {"time_s": None, "beats": None, "offset_ms": None}
        return [
            nothing | step["correction"] | {"made_at": step["made_at"], "undone_at": step["undone_at"]}
            for step in song.corrections
        ]

    @extend_schema_field(TempoReachSerializer)
    def get_tempo_reach(self, song: Song) -> dict[str, Any]:
        return asdict(tempo_reach(self.context["request"].user, song.tempo_bpm))


def grid_document(grid: BeatGrid) -> dict[str, Any]:
    """Return the counts of a song or a clip as plain JSON values."""
    return {
        "tempo_bpm": round(grid.tempo_bpm, 3),
        "beat_times_s": grid.beat_times_s.round(4).tolist(),
        "counts": grid.counts().tolist(),
        "downbeat_beats": grid.downbeat_beats.tolist(),
        "count1_beats": grid.count1_beats.tolist(),
        "confidence": dict(grid.confidence),
    }


class SongWordsSerializer(serializers.Serializer[None]):
    """What its owner may change in a song's words; what is left out stays."""

    title = LineField(required=False, max_length=NAME_MAX)
    artist = LineField(required=False, max_length=NAME_MAX, allow_blank=True)
    genre = LineField(required=False, max_length=GENRE_MAX, allow_blank=True)


class SongUploadSerializer(serializers.Serializer[None]):
    """A song file; words that are left out are those of its tags."""

    file = serializers.FileField(
        allow_empty_file=True, help_text="mp3, wav, flac, m4a, ogg, opus or webm: 20 s to 10 min, at most 50 MiB"
    )
    title = LineField(required=False, default="", max_length=NAME_MAX, allow_blank=True)
    artist = LineField(required=False, default="", max_length=NAME_MAX, allow_blank=True)
    genre = LineField(required=False, default="", max_length=GENRE_MAX, allow_blank=True)


class SongFromUrlSerializer(serializers.Serializer[None]):
    """The address of a YouTube video; words that are left out are the site's."""

    url = serializers.CharField(max_length=URL_MAX)
    title = LineField(required=False, default="", max_length=NAME_MAX, allow_blank=True)
    artist = LineField(required=False, default="", max_length=NAME_MAX, allow_blank=True)
    genre = LineField(required=False, default="", max_length=GENRE_MAX, allow_blank=True)


class SongAddressesSerializer(serializers.Serializer[dict[str, bool]]):
    """Whether songs are fetched from addresses here."""

    is_open = serializers.BooleanField()


class ImportErrorSerializer(serializers.Serializer[None]):
    """Why a file or an address did not become a song."""

    code = serializers.CharField()
    detail = serializers.CharField()


class SongImportSerializer(serializers.ModelSerializer[SongImport]):
    """A file or an address on its way to become a song."""

    import_id = serializers.UUIDField(source="id")
    status = serializers.ChoiceField(choices=SongImportStatus.choices)
    song_id = serializers.UUIDField(allow_null=True, help_text="Null until it is completed.")
    error = serializers.SerializerMethodField()
    worker_online = serializers.SerializerMethodField(help_text="False: nobody listens to songs right now.")
    poll_url = serializers.SerializerMethodField()

    class Meta:
        model = SongImport
        fields = (
            "import_id", "status", "song_id", "title", "artist", "genre", "file_name", "error", "worker_online",
            "poll_url", "created_at", "finished_at",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(ImportErrorSerializer(allow_null=True))
    def get_error(self, arrived: SongImport) -> dict[str, str] | None:
        return {"code": arrived.error_code, "detail": as_spoken(arrived.error_detail)} if arrived.error_code else None

    def get_worker_online(self, arrived: SongImport) -> bool:
        known: bool | None = self.context.get("worker_online")
        return selectors.worker_online(PLANNING_QUEUE) if known is None else known

    def get_poll_url(self, arrived: SongImport) -> str:
        return reverse("song-import", args=[arrived.id])


class CorrectionSerializer(serializers.Serializer[None]):
    """One correction of a song's counts."""

    kind = serializers.ChoiceField(
        choices=[(kind.value, kind.name) for kind in CorrectionKind],
        help_text="shift_beats: every count falls `beats` later. half_tempo, double_tempo, swap_one_and_five. "
        "count_one_here: the beat nearest to `time_s` (or `beat`) is count 1 and the whole song turns with it; "
        "count_one_from: what comes ahead of it stays. insert_half_phrase, remove_half_phrase: near `time_s`. "
        "nudge: every beat comes `offset_ms` later.",
    )
    time_s = serializers.FloatField(required=False, allow_null=True, default=None, min_value=0, max_value=600)
    beat = serializers.IntegerField(
        required=False, allow_null=True, default=None, min_value=0, max_value=10_000, help_text="Instead of time_s"
    )
    beats = serializers.IntegerField(required=False, allow_null=True, default=None, min_value=-4, max_value=4)
    offset_ms = serializers.FloatField(
        required=False, allow_null=True, default=None, min_value=-NUDGE_MAX_MS, max_value=NUDGE_MAX_MS
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse two places at once."""
        if attrs["beat"] is not None and attrs["time_s"] is not None:
            raise serializers.ValidationError("Name a beat or a time, not both.")
        return attrs
