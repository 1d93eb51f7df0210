"""What the choreography addresses take and give."""

from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_services.vocabulary import Difficulty, Energy, SectionLabel, Style
from choreography import outputs, selectors
from choreography.api.schema import COMPONENT
from choreography.blueprint.schema import QUALITIES
from choreography.models import ChoreographyTask, Song, TaskKind, TaskStage, TaskStatus
from choreography.songs.corrections import sections_of
from choreography.wishes import DanceWish
from common.media import media_url

SHORTEST_S = 20.0


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

    class Meta:
        model = Song
        fields = ("id", "title", "artist", "duration_s", "tempo_bpm", "sections", "audio_url")
        read_only_fields = fields

    @extend_schema_field(SectionSerializer(many=True))
    def get_sections(self, song: Song) -> list[dict[str, Any]]:
        return [asdict(section) for section in sections_of(song)]

    def get_audio_url(self, song: Song) -> str:
        return media_url(song.audio_key)


class SongNameSerializer(serializers.ModelSerializer[Song]):
    """Which song a task is for."""

    class Meta:
        model = Song
        fields = ("id", "title", "artist", "duration_s")
        read_only_fields = fields


class GenerateSerializer(serializers.Serializer[DanceWish]):
    """What to dance."""

    song_id = serializers.UUIDField()
    difficulty = serializers.ChoiceField(choices=Difficulty.choices)
    energy = serializers.ChoiceField(choices=Energy.choices)
    style = serializers.ChoiceField(choices=Style.choices)  # type: ignore[assignment]  # leaves the class
    duration_s = serializers.FloatField(
        required=False, allow_null=True, default=None, min_value=SHORTEST_S, max_value=600, help_text="Null: whole song"
    )
    seed = serializers.IntegerField(
        required=False, default=0, min_value=0, max_value=2**31 - 1, help_text="Another seed, another choreography"
    )
    quality = serializers.ChoiceField(choices=QUALITIES, required=False, default="fast")

    def to_wish(self) -> DanceWish:
        """Return the validated wish."""
        told = self.validated_data
        return DanceWish(
            Difficulty(told["difficulty"]),
            Energy(told["energy"]),
            Style(told["style"]),
            told["duration_s"],
            told["seed"],
            told["quality"],
        )


class WishSerializer(serializers.Serializer[None]):
    """The wish whose moves are counted."""

    difficulty = serializers.ChoiceField(choices=Difficulty.choices)
    energy = serializers.ChoiceField(choices=Energy.choices)
    style = serializers.ChoiceField(choices=Style.choices)  # type: ignore[assignment]  # leaves the class


class PreviewSerializer(serializers.Serializer[None]):
    """How well the library serves a wish."""

    matching = serializers.IntegerField()
    total = serializers.IntegerField()


class AcceptedSerializer(serializers.Serializer[None]):
    """Where to ask for progress."""

    task_id = serializers.UUIDField()
    status = serializers.ChoiceField(choices=TaskStatus.choices)
    poll_url = serializers.CharField()


class TaskErrorSerializer(serializers.Serializer[None]):
    """Why a task failed."""

    code = serializers.CharField()
    detail = serializers.CharField()


@extend_schema_field({"$ref": f"#/components/schemas/{COMPONENT}"})
class BlueprintField(serializers.JSONField):
    """A blueprint as published."""


class ResultSerializer(serializers.Serializer[None]):
    """The finished choreography; addresses are signed and good for an hour or more."""

    video_url = serializers.CharField()
    poster_url = serializers.CharField()
    captions_url = serializers.CharField()
    chapters_url = serializers.CharField()
    duration_s = serializers.FloatField()
    blueprint = BlueprintField()


class TaskSummarySerializer(serializers.ModelSerializer[ChoreographyTask]):
    """A task of the list."""

    task_id = serializers.UUIDField(source="id")
    kind = serializers.ChoiceField(choices=TaskKind.choices)
    choreography_id = serializers.UUIDField(allow_null=True)
    blueprint_id = serializers.UUIDField(allow_null=True, help_text="The version of the plan that was danced.")
    song = SongNameSerializer(allow_null=True)
    status = serializers.ChoiceField(choices=TaskStatus.choices)
    stage = serializers.ChoiceField(choices=TaskStage.choices)
    error = serializers.SerializerMethodField()
    poster_url = serializers.SerializerMethodField()

    class Meta:
        model = ChoreographyTask
        fields = (
            "task_id", "kind", "choreography_id", "blueprint_id",
            "status", "stage", "message", "progress", "song", "difficulty", "energy", "style",
            "duration_s", "seed", "error", "created_at", "started_at", "finished_at", "poster_url",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(TaskErrorSerializer(allow_null=True))
    def get_error(self, task: ChoreographyTask) -> dict[str, str] | None:
        return {"code": task.error_code, "detail": task.error_detail} if task.error_code else None

    def get_poster_url(self, task: ChoreographyTask) -> str | None:
        return media_url(outputs.key(task.output_prefix, outputs.POSTER)) if task.output_prefix else None


class TaskSerializer(TaskSummarySerializer):
    """A task with its result."""

    worker_online = serializers.SerializerMethodField(help_text="False: nobody is working on the queue right now.")
    result = serializers.SerializerMethodField()

    class Meta:
        model = ChoreographyTask
        fields = (*TaskSummarySerializer.Meta.fields, "worker_online", "result")
        read_only_fields = fields

    def get_worker_online(self, task: ChoreographyTask) -> bool:
        return selectors.worker_online()

    @extend_schema_field(ResultSerializer(allow_null=True))
    def get_result(self, task: ChoreographyTask) -> dict[str, Any] | None:
        if not task.output_prefix or task.blueprint is None:
            return None
        urls = {
            f"{name}_url": media_url(outputs.key(task.output_prefix, file))
            for name, file in (
                ("video", outputs.VIDEO),
                ("poster", outputs.POSTER),
                ("captions", outputs.CAPTIONS),
                ("chapters", outputs.CHAPTERS),
            )
        }
        return urls | {"duration_s": task.output_duration_s, "blueprint": task.blueprint.data}
