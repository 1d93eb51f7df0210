"""What the choreography addresses take and give."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_services.vocabulary import Difficulty, Energy, Role, Style
from choreography import selectors
from choreography.api.schema import COMPONENT
from choreography.blueprint.schema import QUALITIES
from choreography.blueprint.wishes import DanceWish
from choreography.chat.reasoning import reasoning_of
from choreography.generation import outputs
from choreography.models import ChoreographyTask, Song, StepStatus, TaskKind, TaskPhase, TaskStage, TaskStatus, Turn
from choreography.queue.deferring import queue_of
from common.api.fields import SpokenField
from common.language import LANGUAGES, Language
from common.media import media_url
from common.sentences import as_spoken

SHORTEST_S = 20.0
RELEASED = "The video of this version was removed, its plan is kept. Going back to this version makes the video again."


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
    half_time = serializers.BooleanField(
        required=False, default=False, help_text="One count of the dance on every second beat: for very fast songs"
    )
    wide_stretch = serializers.BooleanField(
        required=False, default=False, help_text="Clips may be played farther off their own tempo than looks natural"
    )
    role = serializers.ChoiceField(
        choices=Role.choices,
        required=False,
        allow_null=True,
        default=None,
        help_text="Whose moves are danced rather than others; null: of both alike",
    )
    language = serializers.ChoiceField(
        choices=LANGUAGES, required=False, help_text="Of reasons and compromises; without it the account's"
    )

    def to_wish(self, usual_language: Language) -> DanceWish:
        """Return the validated wish."""
        told = self.validated_data
        return DanceWish(
            Difficulty(told["difficulty"]),
            Energy(told["energy"]),
            Style(told["style"]),
            told["duration_s"],
            told["seed"],
            told["quality"],
            half_time=told["half_time"],
            wide_stretch=told["wide_stretch"],
            language=told.get("language", usual_language),
            role=Role(told["role"]) if told["role"] else None,
        )


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


class ReleasedSerializer(serializers.Serializer[dict[str, Any]]):
    """What is left of a finished choreography whose video was removed."""

    detail = SpokenField()
    blueprint = BlueprintField()
    assemble_url = serializers.CharField(
        help_text="POST: the choreography goes back to this version, and its video is made again."
    )


class NotYetField(serializers.ChoiceField):
    """A choice that is null while it is not known."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_null=True, help_text="Null: not found out yet.", **options)

    def to_representation(self, value: str) -> Any:
        """Return the value, None for an empty one."""
        return value or None


class TaskQuerySerializer(serializers.Serializer[None]):
    """Which tasks are listed."""

    status = serializers.ChoiceField(choices=TaskStatus.choices, required=False, default="")
    kind = serializers.ChoiceField(choices=TaskKind.choices, required=False, default="")
    active = serializers.BooleanField(required=False, default=None, allow_null=True, help_text="True: unfinished ones")


class TaskSummarySerializer(serializers.ModelSerializer[ChoreographyTask]):
    """A task of the list."""

    task_id = serializers.UUIDField(source="id")
    kind = serializers.ChoiceField(choices=TaskKind.choices)
    choreography_id = serializers.UUIDField(allow_null=True)
    blueprint_id = serializers.UUIDField(allow_null=True, help_text="The version of the plan that was danced.")
    song = SongNameSerializer(allow_null=True)
    status = serializers.ChoiceField(choices=TaskStatus.choices)
    stage = serializers.ChoiceField(choices=TaskStage.choices)
    difficulty = NotYetField(choices=Difficulty.choices)
    energy = NotYetField(choices=Energy.choices)
    style = NotYetField(choices=Style.choices)  # type: ignore[assignment]  # leaves the class
    message = SpokenField()
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
        return {"code": task.error_code, "detail": as_spoken(task.error_detail)} if task.error_code else None

    def get_poster_url(self, task: ChoreographyTask) -> str | None:
        return media_url(outputs.key(task.output_prefix, outputs.POSTER)) if task.output_prefix else None


class ReasoningStepSerializer(serializers.Serializer[None]):
    """One thing that was decided or done for a task."""

    index = serializers.IntegerField(min_value=0)
    tool = serializers.CharField(help_text="Empty for a decision without a call; a stage's name for work on the song")
    title = serializers.CharField()
    arguments = serializers.DictField()
    result = serializers.CharField(help_text="Empty while it is being done")
    status = serializers.ChoiceField(choices=StepStatus.choices)
    duration_ms = serializers.IntegerField(allow_null=True, help_text="Null while it is being done")


class TaskSerializer(TaskSummarySerializer):
    """A task with its result."""

    conversation_id = serializers.SerializerMethodField(help_text="Null for what no conversation asked for.")
    reply = serializers.SerializerMethodField(help_text="What the choreographer answers; empty until it does.")
    question = serializers.SerializerMethodField(help_text="The reply asks something: the next sentence answers it.")
    reasoning = serializers.SerializerMethodField(help_text="What was done for it so far, in order.")
    worker_online = serializers.SerializerMethodField(help_text="False: nobody serves the queue it waits in right now.")
    result = serializers.SerializerMethodField()
    released = serializers.SerializerMethodField(
        help_text="Of a completed task without a result: its plan, and how to have its video again. Else null."
    )

    class Meta:
        model = ChoreographyTask
        fields = (
            *TaskSummarySerializer.Meta.fields,
            "conversation_id",
            "reply",
            "question",
            "reasoning",
            "worker_online",
            "result",
            "released",
        )
        read_only_fields = fields

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_conversation_id(self, task: ChoreographyTask) -> UUID | None:
        turn = self._turn(task)
        return turn.conversation_id if turn else None

    def get_reply(self, task: ChoreographyTask) -> str:
        turn = self._turn(task)
        return turn.reply if turn else ""

    def get_question(self, task: ChoreographyTask) -> bool:
        turn = self._turn(task)
        return turn.is_question if turn else False

    def _turn(self, task: ChoreographyTask) -> Turn | None:
        return getattr(task, "turn", None) if task.kind == TaskKind.DESCRIBE else None

    @extend_schema_field(ReasoningStepSerializer(many=True))
    def get_reasoning(self, task: ChoreographyTask) -> list[dict[str, Any]]:
        return reasoning_of(task)

    def get_worker_online(self, task: ChoreographyTask) -> bool:
        known: bool | None = self.context.get("worker_online")
        return selectors.worker_online(queue_of(TaskPhase(task.phase))) if known is None else known

    @extend_schema_field(ResultSerializer(allow_null=True))
    def get_result(self, task: ChoreographyTask) -> dict[str, Any] | None:
        shown = selectors.shown_task(task)
        if shown is None or shown.blueprint is None:
            return None
        urls = {
            f"{name}_url": media_url(outputs.key(shown.output_prefix, file))
            for name, file in (
                ("video", outputs.VIDEO),
                ("poster", outputs.POSTER),
                ("captions", outputs.CAPTIONS),
                ("chapters", outputs.CHAPTERS),
            )
        }
        return urls | {"duration_s": shown.output_duration_s, "blueprint": shown.blueprint.data}

    @extend_schema_field(ReleasedSerializer(allow_null=True))
    def get_released(self, task: ChoreographyTask) -> dict[str, Any] | None:
        if task.status != TaskStatus.COMPLETED or task.blueprint is None or selectors.shown_task(task) is not None:
            return None
        assemble_url = reverse("blueprint-assemble", args=[task.blueprint.id])
        told = {"detail": RELEASED, "blueprint": task.blueprint.data, "assemble_url": assemble_url}
        return ReleasedSerializer(told).data
