"""What the addresses of class plans take and give."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_services.vocabulary import Category, Difficulty
from choreography.api.serializers import SongNameSerializer
from choreography.models import ChoreographyTask
from common.api.fields import LineField
from common.links import LONGEST_DAYS
from instructors.handouts import links as handout_links
from instructors.models import (
    LINE_LENGTH,
    LONGEST_CLASS_MIN,
    MAX_ITEMS,
    NOTES_LENGTH,
    TEXT_LENGTH,
    TITLE_LENGTH,
    ClassPlan,
    ItemKind,
    PlanAssignment,
    PlanItem,
    StudentPractice,
)
from instructors.selectors import TeachingStatistics
from instructors.summary import Summary
from user_collections.api.serializers import SharedSerializer, VideoSerializer, video_urls

SEARCH_LENGTH, PHRASES_MAX, ASSIGNMENT_DAYS, LONGEST_PRACTICE_MIN = 100, 1_000, 30, 600
PLAN_FIELDS = ("id", "title", "objective", "level", "minutes", "date")


class WantedPlansSerializer(serializers.Serializer[None]):
    """Which plans."""

    search = serializers.CharField(required=False, max_length=SEARCH_LENGTH, allow_blank=True, default="")


class PlanItemSerializer(serializers.ModelSerializer[PlanItem]):
    """One part of a class."""

    kind = serializers.ChoiceField(choices=ItemKind.choices)
    choreography_id = serializers.UUIDField(allow_null=True)
    song = SongNameSerializer(source="choreography.song", allow_null=True, default=None)
    video = serializers.SerializerMethodField(help_text="Null for an activity, and while there is none.")

    class Meta:
        model = PlanItem
        fields = (
            "id", "position", "kind", "title", "choreography_id", "song", "video",
            "first_phrase", "last_phrase", "minutes", "notes",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(VideoSerializer(allow_null=True))
    def get_video(self, item: PlanItem) -> dict[str, Any] | None:
        task: ChoreographyTask | None = next(iter(getattr(item.choreography, "finished", ())), None)
        if task is None:
            return None
        return {"task_id": str(task.id), "duration_s": task.output_duration_s, **video_urls(task)}


class ChangeItemSerializer(serializers.Serializer[None]):
    """What may be changed of a part."""

    title = LineField(max_length=TITLE_LENGTH, required=False)
    first_phrase = serializers.IntegerField(min_value=1, max_value=PHRASES_MAX, required=False)
    last_phrase = serializers.IntegerField(min_value=1, max_value=PHRASES_MAX, required=False)
    minutes = serializers.IntegerField(min_value=0, max_value=LONGEST_CLASS_MIN, required=False)
    notes = serializers.CharField(max_length=TEXT_LENGTH, required=False, allow_blank=True)


class AddItemSerializer(ChangeItemSerializer):
    """A new part: a choreography, a run of its phrases, or an activity in words."""

    kind = serializers.ChoiceField(choices=ItemKind.choices)
    choreography_id = serializers.UUIDField(required=False, help_text="Not for an activity.")


class OrderSerializer(serializers.Serializer[None]):
    """All parts of the class in their new order."""

    item_ids = serializers.ListField(child=serializers.UUIDField(), max_length=MAX_ITEMS)


class PlanSummarySerializer(serializers.ModelSerializer[ClassPlan]):
    """A plan of the list."""

    level = serializers.ChoiceField(choices=Difficulty.choices)
    item_count = serializers.IntegerField()
    item_minutes = serializers.IntegerField(help_text="Of all parts together.")
    open_links = serializers.IntegerField()

    class Meta:
        model = ClassPlan
        fields = (*PLAN_FIELDS, "item_count", "item_minutes", "open_links", "created_at", "updated_at")
        read_only_fields = fields


class PlanSerializer(PlanSummarySerializer):
    """A plan with its parts."""

    items = serializers.SerializerMethodField()
    print_url = serializers.SerializerMethodField(
        help_text="A page to print, signed and good for an hour; `?language=es` for Spanish."
    )
    pdf_url = serializers.SerializerMethodField(help_text="The same page as PDF.")

    class Meta:
        model = ClassPlan
        fields = (
            *PlanSummarySerializer.Meta.fields, "warm_up", "cool_down", "notes", "items", "print_url", "pdf_url",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(PlanItemSerializer(many=True))
    def get_items(self, plan: ClassPlan) -> Any:
        return PlanItemSerializer(self.context["items_of"](plan), many=True).data

    def get_print_url(self, plan: ClassPlan) -> str:
        return handout_links.page_url(plan.id)

    def get_pdf_url(self, plan: ClassPlan) -> str:
        return handout_links.pdf_url(plan.id)


class ChangePlanSerializer(serializers.Serializer[None]):
    """What a plan says."""

    title = LineField(max_length=TITLE_LENGTH)
    objective = LineField(max_length=LINE_LENGTH, required=False, allow_blank=True)
    level = serializers.ChoiceField(choices=Difficulty.choices, required=False)
    minutes = serializers.IntegerField(min_value=1, max_value=LONGEST_CLASS_MIN, required=False)
    date = serializers.DateField(required=False, allow_null=True)
    warm_up = serializers.CharField(max_length=TEXT_LENGTH, required=False, allow_blank=True)
    cool_down = serializers.CharField(max_length=TEXT_LENGTH, required=False, allow_blank=True)
    notes = serializers.CharField(max_length=NOTES_LENGTH, required=False, allow_blank=True)


class CoveredMoveSerializer(serializers.Serializer[None]):
    """A move that the class dances."""

    move_id = serializers.UUIDField()
    name = serializers.CharField()
    category = serializers.ChoiceField(choices=Category.choices)
    difficulty = serializers.ChoiceField(choices=Difficulty.choices)
    times = serializers.IntegerField()


class ClassGapSerializer(serializers.Serializer[None]):
    """Something the plan lacks."""

    code = serializers.CharField(
        help_text="no_objective, no_warm_up, no_cool_down, no_items, too_long, too_short, harder_than_level, "
        "no_minutes, choreography_removed or no_video"
    )
    detail = serializers.CharField()
    item_id = serializers.UUIDField(allow_null=True)


class SummarySerializer(serializers.Serializer[Summary]):
    """A class at a glance."""

    planned_minutes = serializers.IntegerField()
    item_minutes = serializers.IntegerField()
    left_minutes = serializers.IntegerField(help_text="Below zero: the parts take longer than the class.")
    moves = CoveredMoveSerializer(many=True)
    categories = serializers.DictField(child=serializers.IntegerField())
    difficulties = serializers.DictField(child=serializers.IntegerField())
    hardest = serializers.ChoiceField(choices=Difficulty.choices, allow_null=True)
    missing = ClassGapSerializer(many=True)


class TeachingStatisticsSerializer(serializers.Serializer[TeachingStatistics]):
    """What an instructor plans, and what came of it."""

    plans = serializers.IntegerField()
    minutes = serializers.IntegerField()
    upcoming = serializers.IntegerField()
    choreographies = serializers.IntegerField()
    levels = serializers.DictField(child=serializers.IntegerField())
    open_links = serializers.IntegerField()
    students = serializers.IntegerField()
    practised_minutes = serializers.IntegerField()


class AskAssignmentSerializer(serializers.Serializer[None]):
    """A link for students."""

    label = LineField(max_length=80, required=False, allow_blank=True, default="")  # type: ignore[assignment]  # leaves the class
    days = serializers.IntegerField(min_value=1, max_value=LONGEST_DAYS, required=False, default=ASSIGNMENT_DAYS)


class AssignmentSerializer(serializers.ModelSerializer[PlanAssignment]):
    """A link for students; one that expired or was closed stays for what it brought."""

    students = serializers.IntegerField(help_text="Those who told that they practised.")

    class Meta:
        model = PlanAssignment
        fields = ("id", "label", "created_at", "expires_at", "students")
        read_only_fields = fields


class NewAssignmentSerializer(AssignmentSerializer):
    """A new link with its address, which is told this once."""

    url = serializers.CharField(help_text="Page of the web app, told only now.")

    class Meta:
        model = PlanAssignment
        fields = (*AssignmentSerializer.Meta.fields, "url")
        read_only_fields = fields


class PractisedSerializer(serializers.ModelSerializer[StudentPractice]):
    """Who practised: told by the student."""

    student = serializers.CharField(source="student.get_full_name")
    label = serializers.CharField(source="assignment.label", help_text="Of the link.")  # type: ignore[assignment]

    class Meta:
        model = StudentPractice
        fields = ("id", "student", "label", "practised_on", "minutes")
        read_only_fields = fields


class AssignedItemSerializer(PlanItemSerializer):
    """A part of a class as students see it."""

    class Meta:
        model = PlanItem
        fields = (
            "id", "position", "kind", "title", "song", "video", "first_phrase", "last_phrase", "minutes",
        )  # fmt: skip
        read_only_fields = fields


class AssignedPlanSerializer(serializers.ModelSerializer[ClassPlan]):
    """A plan as students see it: without the instructor's notes."""

    level = serializers.ChoiceField(choices=Difficulty.choices)
    items = serializers.SerializerMethodField()

    class Meta:
        model = ClassPlan
        fields = ("title", "objective", "level", "minutes", "date", "warm_up", "cool_down", "items")
        read_only_fields = fields

    @extend_schema_field(AssignedItemSerializer(many=True))
    def get_items(self, plan: ClassPlan) -> Any:
        return AssignedItemSerializer(self.context["items_of"](plan), many=True).data


class AssignedDanceSerializer(SharedSerializer):
    """A choreography to watch; `start_s` and `end_s` frame the phrases that the class is about."""

    start_s = serializers.FloatField()
    end_s = serializers.FloatField()


class TellPracticeSerializer(serializers.Serializer[None]):
    """Minutes of today; the instructor sees them with your name."""

    minutes = serializers.IntegerField(min_value=1, max_value=LONGEST_PRACTICE_MIN)


class OwnPracticeSerializer(serializers.ModelSerializer[StudentPractice]):
    """What one told."""

    class Meta:
        model = StudentPractice
        fields = ("practised_on", "minutes")
        read_only_fields = fields
