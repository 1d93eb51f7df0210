"""Moves and the work on them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ActionForm
from django.http import HttpRequest

from choreography.admin.listing import ModelAdmin, ReadOnlyAdmin, Rows, picture
from choreography.library.curation import editing
from choreography.library.touching import touch_library
from choreography.models import DEMO_LIBRARY, MAIN_LIBRARY, LibraryRun, LibraryTask, Move
from choreography.selectors import left_out_moves

WORDS = ("name", "category", "difficulty", "energy", "style", "role_focus", "notes", "filming_day")
LIBRARIES = (MAIN_LIBRARY, DEMO_LIBRARY)
BY_WORKER = "handed to a worker: the library follows when it is done."


class QualityFilter(admin.SimpleListFilter):
    """How surely the couple was seen."""

    title, parameter_name = "quality", "quality"
    STEPS = {"low": (0.0, 0.6), "fair": (0.6, 0.8), "good": (0.8, 1.01)}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the steps by name."""
        return [("low", "below 0.6"), ("fair", "0.6 to 0.8"), ("good", "0.8 and above")]

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        """Return the moves of the chosen step."""
        if (step := self.STEPS.get(self.value() or "")) is None:
            return queryset
        return queryset.filter(quality__gte=step[0], quality__lt=step[1])


class LeftOutFilter(admin.SimpleListFilter):
    """Which moves are danced in no plan although they are published."""

    title, parameter_name = "left out of dances", "left_out"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the reason there is."""
        return [("encoder", "made by another encoder than most: import again those of the older one")]

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        """Return the moves that are left out."""
        if self.value() != "encoder":
            return queryset
        return queryset.filter(id__in=[move for name in LIBRARIES for move in _ids_left_out(name)])


def _ids_left_out(library: str) -> Iterable[UUID]:
    return left_out_moves(library).values_list("id", flat=True)


class MoveActionForm(ActionForm):
    """The list's actions with room for a reason."""

    reason = forms.CharField(max_length=255, required=False, label="Reason (for flagging)")


@admin.register(Move)
class MoveAdmin(ModelAdmin):
    """The library: correct what is said of a move, hold moves back, have them made anew."""

    list_display = ("poster", "name", "category", "difficulty", "energy", "status", "why", "quality_2", "filming_day")
    list_display_links = ("poster", "name")
    list_filter = (
        "library", "status", "category", "difficulty", "energy", "style", "filming_day", QualityFilter, LeftOutFilter,
    )  # fmt: skip
    search_fields = ("name", "notes", "library_path", "flag_reason", "=id")
    ordering = ("category", "name", "id")
    list_select_related = True
    action_form = MoveActionForm
    actions = ("publish", "flag", "flip_roles", "import_again")
    fields = (
        "poster", *WORDS, "status", "flag_reason", "library", "library_path", "owner", "duration_s", "fps", "tempo_bpm",
        "count1_beat", "av_offset_ms", "detection_rate", "quality", "identity_confidence", "role_confidence",
        "roles_given", "created_at", "updated_at",
    )  # fmt: skip
    readonly_fields = tuple(name for name in fields if name not in WORDS)

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Return the moves without what no list shows."""
        return super().get_queryset(request).defer("grid", "heard_grid", "role_evidence")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return that moves come by imports only."""
        return False

    def save_model(self, request: HttpRequest, obj: Move, form: Any, change: bool) -> None:
        """Save the words; the next plan follows them, the search by words at the next import of the move."""
        touch_library(obj.library, vectors_stay=True)
        obj.save(update_fields=[*WORDS, "updated_at"])

    @admin.display(description="poster")
    def poster(self, move: Move) -> str:
        """Return a small picture of the move."""
        return picture(move.poster_key, move.name)

    @admin.display(description="why", ordering="flag_reason")
    def why(self, move: Move) -> str:
        """Return why the move is not danced."""
        return move.flag_reason

    @admin.display(description="quality", ordering="quality")
    def quality_2(self, move: Move) -> str:
        """Return how surely the couple was seen."""
        return f"{move.quality:.2f}"

    @admin.action(description="Publish: may be danced again", permissions=("change",))
    def publish(self, request: HttpRequest, rows: Rows) -> None:
        """Publish the chosen moves."""
        self.for_each(request, rows, editing.publish, "may be danced again.")

    @admin.action(description="Flag: hold back, with a reason", permissions=("change",))
    def flag(self, request: HttpRequest, rows: Rows) -> None:
        """Hold the chosen moves back."""
        reason = request.POST.get("reason", "")
        self.for_each(request, rows, lambda move: editing.flag(move, reason), "held back.")

    @admin.action(description="Flip roles: exchange lead and follow", permissions=("change",))
    def flip_roles(self, request: HttpRequest, rows: Rows) -> None:
        """Have lead and follow exchanged."""
        self.for_each(request, rows, editing.flip_roles, BY_WORKER)

    @admin.action(description="Import again from the kept clip", permissions=("change",))
    def import_again(self, request: HttpRequest, rows: Rows) -> None:
        """Have the chosen moves made anew."""
        self.for_each(request, rows, editing.reimport, BY_WORKER)


@admin.register(LibraryTask)
class LibraryTaskAdmin(ReadOnlyAdmin):
    """Work on single clips and moves."""

    list_display = ("library_path", "kind", "status", "failures", "error_code", "reason", "created_at", "finished_at")
    list_filter = ("status", "kind", "error_code", "created_at")
    search_fields = ("library_path", "reason", "=id", "=run__id")
    list_select_related = ("run",)


@admin.register(LibraryRun)
class LibraryRunAdmin(ReadOnlyAdmin):
    """Imports and corrections that were asked for together."""

    list_display = ("id", "library", "quality", "unchanged", "created_at", "finished_at")
    list_filter = ("library", "quality", "created_at")
