"""Choreographies and the tasks that make them."""

from django.contrib import admin
from django.db.models import Count
from django.http import HttpRequest

from choreography import services
from choreography.admin.listing import ReadOnlyAdmin, Rows, picture
from choreography.generation import outputs
from choreography.models import Blueprint, Choreography, ChoreographyTask, Rendition


class VersionInline(admin.TabularInline):  # type: ignore[type-arg]  # not generic at run time
    """The versions of a plan, oldest first."""

    model = Blueprint
    fk_name = "choreography"
    fields = readonly_fields = ("number", "parent", "change", "created_at")
    ordering = ("number",)
    extra, can_delete = 0, False

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Return that edits make versions, not people."""
        return False


@admin.register(Choreography)
class ChoreographyAdmin(ReadOnlyAdmin):
    """What dancers keep."""

    list_display = ("id", "song", "owner", "versions", "created_at", "updated_at")
    list_filter = ("created_at",)
    search_fields = ("song__title", "song__artist", "owner__email", "=id")
    list_select_related = ("song", "owner")
    inlines = (VersionInline,)

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Return the choreographies with the number of their versions."""
        rows: Rows = super().get_queryset(request).annotate(version_count=Count("versions"))
        return rows

    @admin.display(description="versions", ordering="version_count")
    def versions(self, choreography: Choreography) -> int:
        """Return how many plans there were."""
        return int(choreography.version_count)  # type: ignore[attr-defined]  # annotated above


@admin.register(ChoreographyTask)
class ChoreographyTaskAdmin(ReadOnlyAdmin):
    """What was asked for, and how far it is."""

    list_display = ("poster", "id", "kind", "status", "stage", "percent", "song", "owner", "error_code", "created_at")
    list_display_links = ("poster", "id")
    list_filter = ("status", "kind", "stage", "quality", "difficulty", "style", "error_code", "created_at")
    search_fields = ("song__title", "owner__email", "error_detail", "=id")
    list_select_related = ("song", "owner")
    actions = ("cancel",)

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Return the tasks without the analyses of their songs."""
        return super().get_queryset(request).defer("song__analysis", "song__waveform")

    @admin.display(description="poster")
    def poster(self, task: ChoreographyTask) -> str:
        """Return a small picture of the result."""
        return picture(outputs.key(task.output_prefix, outputs.POSTER) if task.output_prefix else "", str(task.id))

    @admin.display(description="progress", ordering="progress")
    def percent(self, task: ChoreographyTask) -> str:
        """Return how far the task is."""
        return f"{task.progress} %"

    @admin.action(description="Cancel: stop at once")
    def cancel(self, request: HttpRequest, rows: Rows) -> None:
        """Stop the chosen tasks, as their owners could."""
        self.for_each(request, rows, lambda task: services.cancel_task(user=task.owner, task_id=task.id), "stopped.")


@admin.register(Rendition)
class RenditionAdmin(ReadOnlyAdmin):
    """Further files of finished tasks."""

    list_display = ("id", "kind", "name", "status", "error_code", "task")
    list_filter = ("status", "kind", "error_code")
    search_fields = ("=id", "=task__id")
