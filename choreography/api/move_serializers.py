"""What the addresses of moves take and give."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.api.song_serializers import GridSerializer, grid_document
from choreography.library.inspection.repertoire import RepertoireCoverage, RepertoireStatistics
from choreography.library.plannable import labelled_move
from choreography.models import Move, MoveStatus
from choreography.planning.columns import entries_of
from choreography.search.similar import Modality, SimilarMove
from common.api.fields import LineField
from common.media import media_url
from users.models import User
from video_processing.music.serialization import grid_from_dict

MOVE_ORDERS = tuple(
    sign + name
    for name in ("name", "category", "difficulty", "energy", "tempo_bpm", "duration_s", "quality", "created_at")
    for sign in ("", "-")
)
NOT_SAID = "Null: the annotation does not say."


class MoveQuerySerializer(serializers.Serializer[None]):
    """Which moves are listed, in which order."""

    search = LineField(required=False, default="", allow_blank=True, help_text="Words of name or notes")
    difficulty = serializers.ChoiceField(choices=Difficulty.choices, required=False, default="")
    energy = serializers.ChoiceField(choices=Energy.choices, required=False, default="")
    style = serializers.ChoiceField(choices=Style.choices, required=False, default="")  # type: ignore[assignment]  # leaves the class
    category = serializers.ChoiceField(choices=Category.choices, required=False, default="")
    tempo_min = serializers.FloatField(required=False, default=None, min_value=0, max_value=1000)
    tempo_max = serializers.FloatField(required=False, default=None, min_value=0, max_value=1000)
    mine = serializers.BooleanField(required=False, default=False, help_text="Only moves of one's own")
    status = serializers.ChoiceField(
        choices=MoveStatus.choices, required=False, default="", help_text="Of one's own moves; staff of any"
    )
    ordering = serializers.ChoiceField(choices=MOVE_ORDERS, required=False, default="category")


class MoveSerializer(serializers.ModelSerializer[Move]):
    """A move of the list."""

    category = serializers.ChoiceField(choices=Category.choices)
    difficulty = serializers.ChoiceField(choices=Difficulty.choices)
    energy = serializers.ChoiceField(choices=Energy.choices)
    style = serializers.SerializerMethodField(help_text=NOT_SAID)  # type: ignore[assignment]  # leaves the class
    role_focus = serializers.SerializerMethodField(help_text=NOT_SAID)
    status = serializers.ChoiceField(choices=MoveStatus.choices)
    poster_url = serializers.SerializerMethodField(help_text="Signed; good for an hour or more. Null: there is none.")
    is_own = serializers.SerializerMethodField()

    class Meta:
        model = Move
        fields = (
            "id", "name", "category", "difficulty", "energy", "style", "role_focus", "tempo_bpm", "duration_s",
            "quality", "status", "poster_url", "is_own",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=Style.choices, allow_null=True))
    def get_style(self, move: Move) -> str | None:
        return move.style or None

    @extend_schema_field(serializers.ChoiceField(choices=Role.choices, allow_null=True))
    def get_role_focus(self, move: Move) -> str | None:
        return move.role_focus or None

    def get_poster_url(self, move: Move) -> str | None:
        return media_url(move.poster_key) if move.poster_key else None

    def get_is_own(self, move: Move) -> bool:
        asking: User = self.context["request"].user
        return move.owner_id == asking.pk


class CutPointSerializer(serializers.Serializer[None]):
    """Where a choreography may enter a clip."""

    beat = serializers.IntegerField()
    time_s = serializers.FloatField()
    room_beats = serializers.IntegerField(help_text="Beats that the clip counts on from there")
    count = serializers.IntegerField(allow_null=True, help_text="1 or 5; null: it is not known which of the two")


class MoveDetailSerializer(MoveSerializer):
    """A move with its clip and its counts."""

    clip_url = serializers.SerializerMethodField(
        help_text="The clip with a keyframe on every beat; signed, answers ranges. Null: there is none."
    )
    grid = serializers.SerializerMethodField(help_text="Of the clip, as the dancers dance it")
    cut_points = serializers.SerializerMethodField()
    flag_reason = serializers.SerializerMethodField(help_text="Why it is not danced; for its owner and staff.")

    class Meta:
        model = Move
        fields = (
            *MoveSerializer.Meta.fields, "notes", "filming_day", "library", "fps", "detection_rate",
            "identity_confidence", "role_confidence", "av_offset_ms", "clip_url", "grid", "cut_points", "flag_reason",
            "created_at", "updated_at",
        )  # fmt: skip
        read_only_fields = fields

    def get_clip_url(self, move: Move) -> str | None:
        return media_url(move.mezzanine_key) if move.mezzanine_key else None

    @extend_schema_field(GridSerializer(allow_null=True))
    def get_grid(self, move: Move) -> dict[str, Any] | None:
        return grid_document(grid_from_dict(move.grid)) if move.grid else None

    @extend_schema_field(CutPointSerializer(many=True))
    def get_cut_points(self, move: Move) -> list[dict[str, Any]]:
        if not move.grid:
            return []
        known = labelled_move(move)
        return [
            {
                "beat": entry.beat,
                "time_s": round(float(known.beat_times_s[entry.beat]), 4),
                "room_beats": entry.room,
                "count": entry.count if entry.count in (1, 5) else None,
            }
            for entry in entries_of(known)
        ]

    def get_flag_reason(self, move: Move) -> str | None:
        asking: User = self.context["request"].user
        return move.flag_reason if asking.is_staff or move.owner_id == asking.pk else None


class SimilarQuerySerializer(serializers.Serializer[None]):
    """In which respect moves are to be alike."""

    modality = serializers.ChoiceField(choices=[each.value for each in Modality], required=False, default="all")
    limit = serializers.IntegerField(required=False, default=10, min_value=1, max_value=50)


class SimilarMoveSerializer(serializers.Serializer[SimilarMove]):
    """A move that is like another."""

    score = serializers.FloatField(help_text="0 for an average pair of moves; the higher the more alike")
    move = MoveSerializer()


class WishSerializer(serializers.Serializer[None]):
    """The wish whose moves are shown."""

    difficulty = serializers.ChoiceField(choices=Difficulty.choices)
    energy = serializers.ChoiceField(choices=Energy.choices)
    style = serializers.ChoiceField(choices=Style.choices)  # type: ignore[assignment]  # leaves the class
    limit = serializers.IntegerField(required=False, default=6, min_value=0, max_value=24, help_text="Moves to show")


class PreviewSerializer(serializers.Serializer[dict[str, Any]]):
    """How well the library serves a wish."""

    matching = serializers.IntegerField()
    total = serializers.IntegerField()
    moves = MoveSerializer(many=True, help_text="Some of those that match, best first")


class RepertoireStatisticsSerializer(serializers.Serializer[RepertoireStatistics]):
    """The moves one may dance, counted."""

    total = serializers.IntegerField()
    own = serializers.IntegerField()
    by_category = serializers.DictField(child=serializers.IntegerField())
    by_difficulty = serializers.DictField(child=serializers.IntegerField())
    by_energy = serializers.DictField(child=serializers.IntegerField())
    by_style = serializers.DictField(child=serializers.IntegerField())
    flagged = serializers.IntegerField(allow_null=True, help_text="For staff")
    slowest_bpm = serializers.FloatField(allow_null=True)
    fastest_bpm = serializers.FloatField(allow_null=True)
    mean_quality = serializers.FloatField(allow_null=True)
    duration_s = serializers.FloatField()


class CellSerializer(serializers.Serializer[None]):
    """One wish, and how well the library serves it."""

    difficulty = serializers.ChoiceField(choices=Difficulty.choices)
    energy = serializers.ChoiceField(choices=Energy.choices)
    style = serializers.ChoiceField(choices=Style.choices)  # type: ignore[assignment]  # leaves the class
    moves = serializers.IntegerField(help_text="Moves that serve it")
    own = serializers.IntegerField(help_text="Of these, moves of that difficulty that carry the mood")
    thin = serializers.BooleanField(help_text="A plan has to relax style or energy.")
    empty = serializers.BooleanField(help_text="Even the shortest song repeats moves.")


class GapSerializer(serializers.Serializer[None]):
    """A kind of clip that would help."""

    difficulty = serializers.ChoiceField(choices=Difficulty.choices)
    energy = serializers.ChoiceField(choices=Energy.choices)
    style = serializers.ChoiceField(choices=Style.choices)  # type: ignore[assignment]  # leaves the class
    cells = serializers.IntegerField(help_text="Thin wishes that a clip of this kind would serve")
    missing = serializers.IntegerField(help_text="Moves that these lack, summed")


class CoverageSerializer(serializers.Serializer[RepertoireCoverage]):
    """Which wishes the library serves."""

    cells = CellSerializer(many=True)
    gaps = GapSerializer(many=True)
    reach = serializers.DictField(
        child=serializers.IntegerField(), help_text="Moves that can follow a song, by its tempo in beats a minute"
    )
