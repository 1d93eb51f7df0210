"""What the addresses of choreographies and their versions take and give."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.api.serializers import BlueprintField, SongNameSerializer, TaskSerializer, TaskSummarySerializer
from choreography.blueprint.diff import BlueprintDiff
from choreography.blueprint.schema import QUALITIES, Segment
from choreography.edits.alternatives import Alternative
from choreography.edits.selectors import Overview, can_undo, diff_of, locked_indices
from choreography.models import Blueprint, Choreography, TaskStatus
from common.media import media_url


class WordsSerializer(serializers.Serializer[None]):
    """A sentence in the two languages of the pages."""

    en = serializers.CharField()
    es = serializers.CharField()


class ChangeSerializer(serializers.Serializer[None]):
    """Which edit made a version."""

    kind = serializers.CharField(help_text="As the edit's `kind`.")
    parameters = serializers.JSONField(help_text="As the edit's own fields; a swap also says which move left and came.")
    words = WordsSerializer()


class DiffSegmentSerializer(serializers.Serializer[Segment]):
    """A move of a plan, in short."""

    index = serializers.IntegerField()
    move_id = serializers.UUIDField()
    name = serializers.CharField()
    category = serializers.ChoiceField(choices=Category.choices)
    difficulty = serializers.ChoiceField(choices=Difficulty.choices)
    start_s = serializers.FloatField(source="target.start_s")
    end_s = serializers.FloatField(source="target.end_s")
    first_beat = serializers.IntegerField(source="target.first_beat")
    beats = serializers.IntegerField(source="target.beats")


class DiffSwapSerializer(serializers.Serializer[None]):
    """Another move on the same counts."""

    before = DiffSegmentSerializer()
    after = DiffSegmentSerializer()


class DiffSerializer(serializers.Serializer[BlueprintDiff]):
    """What became of each move from one version to another."""

    kept = DiffSegmentSerializer(many=True)
    swapped = DiffSwapSerializer(many=True)
    removed = DiffSegmentSerializer(many=True)
    added = DiffSegmentSerializer(many=True)
    grid_changed = serializers.BooleanField(help_text="The counts of the song were corrected in between.")


class VersionSerializer(serializers.ModelSerializer[Blueprint]):
    """One version of a plan, without the plan."""

    parent_id = serializers.UUIDField(allow_null=True)
    change = serializers.SerializerMethodField(help_text="Null for the first version.")

    class Meta:
        model = Blueprint
        fields = ("id", "number", "parent_id", "change", "created_at")
        read_only_fields = fields

    @extend_schema_field(ChangeSerializer(allow_null=True))
    def get_change(self, version: Blueprint) -> dict[str, Any] | None:
        return version.change or None


class BlueprintVersionSerializer(VersionSerializer):
    """One version of a plan, with the plan."""

    choreography_id = serializers.UUIDField()
    locked = serializers.SerializerMethodField(help_text="Indices of the moves that no edit may change.")
    scores = serializers.JSONField(help_text="One object a move: points by what they are for.")
    wish = serializers.JSONField(help_text="What the plan was made for, with what edits added.")
    diff = serializers.SerializerMethodField(help_text="From the parent; null for the first version.")
    blueprint = BlueprintField(source="data")

    class Meta:
        model = Blueprint
        fields = (*VersionSerializer.Meta.fields, "choreography_id", "locked", "scores", "wish", "diff", "blueprint")
        read_only_fields = fields

    @extend_schema_field(serializers.ListField(child=serializers.IntegerField()))
    def get_locked(self, version: Blueprint) -> list[int]:
        return locked_indices(version)

    @extend_schema_field(DiffSerializer(allow_null=True))
    def get_diff(self, version: Blueprint) -> dict[str, Any] | None:
        return None if version.parent is None else DiffSerializer(diff_of(version.parent, version)).data


class ChoreographySerializer(serializers.ModelSerializer[Choreography]):
    """A choreography of the list."""

    song = SongNameSerializer()
    current = VersionSerializer(allow_null=True)
    versions = serializers.IntegerField(source="version_count", help_text="How many there are.")
    task = serializers.SerializerMethodField(help_text="The newest finished one.")

    class Meta:
        model = Choreography
        fields = ("id", "song", "current", "versions", "task", "created_at", "updated_at")
        read_only_fields = fields

    @extend_schema_field(TaskSummarySerializer(allow_null=True))
    def get_task(self, choreography: Choreography) -> dict[str, Any] | None:
        finished = choreography.finished_tasks  # type: ignore[attr-defined]  # of the list's prefetch
        return TaskSummarySerializer(finished[0]).data if finished else None


class ChoreographyDetailSerializer(serializers.Serializer[Overview]):
    """A choreography with its plan, its versions and its video."""

    id = serializers.UUIDField(source="choreography.id")
    song = SongNameSerializer(source="choreography.song")
    current = BlueprintVersionSerializer(allow_null=True)
    versions = VersionSerializer(many=True, help_text="Oldest first.")
    can_undo = serializers.SerializerMethodField()
    can_redo = serializers.BooleanField()
    task = TaskSerializer(
        source="shown", allow_null=True, help_text="Finished: with the video of the current plan, else the newest."
    )
    up_to_date = serializers.BooleanField(help_text="The video of `task` shows the current plan.")
    running = TaskSummarySerializer(allow_null=True, help_text="The newest task that is not finished.")
    created_at = serializers.DateTimeField(source="choreography.created_at")
    updated_at = serializers.DateTimeField(source="choreography.updated_at")

    def get_can_undo(self, overview: Overview) -> bool:
        return can_undo(overview)


class EditAcceptedSerializer(serializers.Serializer[dict[str, Any]]):
    """The task that makes, or has made, the video of the changed plan."""

    task_id = serializers.UUIDField()
    status = serializers.ChoiceField(choices=TaskStatus.choices)
    poll_url = serializers.CharField()
    choreography_id = serializers.UUIDField()
    blueprint_id = serializers.UUIDField(
        allow_null=True, help_text="The version that is danced now; null while the change is still being planned."
    )


class SeenVersionSerializer(serializers.Serializer[None]):
    """Which version was seen."""

    blueprint_id = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="Any but the current one answers 409."
    )


class AssembleSerializer(SeenVersionSerializer):
    """How the video is to be made."""

    quality = serializers.ChoiceField(
        choices=QUALITIES, required=False, allow_null=True, default=None, help_text="Null: as it is."
    )


class AlternativesQuerySerializer(serializers.Serializer[None]):
    """Which alternatives are wanted."""

    category = serializers.ChoiceField(choices=Category.choices, required=False)
    difficulty = serializers.ChoiceField(choices=Difficulty.choices, required=False)
    limit = serializers.IntegerField(required=False, default=24, min_value=1, max_value=100)


class AlternativeSerializer(serializers.Serializer[Alternative]):
    """A move that fits the place."""

    move_id = serializers.UUIDField(source="move.id")
    name = serializers.CharField(source="move.name")
    category = serializers.ChoiceField(source="move.category", choices=Category.choices)
    difficulty = serializers.ChoiceField(source="move.difficulty", choices=Difficulty.choices)
    energy = serializers.ChoiceField(source="move.energy", choices=Energy.choices)
    style = serializers.ChoiceField(source="move.style", choices=Style.choices, allow_blank=True)  # type: ignore[assignment]  # leaves the class
    poster_url = serializers.SerializerMethodField()
    score = serializers.FloatField(help_text="Higher is better.")
    speed = serializers.FloatField(help_text="1.05: danced 5 % faster than filmed.")
    level_change = serializers.IntegerField(help_text="Steps harder (positive) or easier than the move there now.")
    above_wish = serializers.BooleanField(help_text="Harder than wished: it comes only when asked for by name.")
    danced_at = serializers.ListField(child=serializers.IntegerField(), help_text="Where the plan dances it already.")

    def get_poster_url(self, alternative: Alternative) -> str:
        return media_url(alternative.move.poster_key)


class AlternativesSerializer(serializers.Serializer[dict[str, Any]]):
    """The moves that fit a place of the current plan, best first."""

    blueprint_id = serializers.UUIDField()
    segment = serializers.IntegerField()
    count = serializers.IntegerField(help_text="How many fit in all.")
    results = AlternativeSerializer(many=True)
