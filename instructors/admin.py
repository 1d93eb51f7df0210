from django.contrib import admin

from instructors.models import ClassPlan, PlanAssignment, PlanItem, StudentPractice


class PlanItemInline(admin.TabularInline):  # type: ignore[type-arg]  # not generic at run time
    model = PlanItem
    extra = 0
    raw_id_fields = ("choreography",)


@admin.register(ClassPlan)
class ClassPlanAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    list_display = ("title", "owner", "level", "minutes", "date", "updated_at")
    list_filter = ("level", "date")
    search_fields = ("title", "objective", "owner__email")
    raw_id_fields = ("owner",)
    inlines = (PlanItemInline,)


@admin.register(PlanAssignment)
class PlanAssignmentAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Links can be closed here, not made: their addresses are told to their owners only."""

    list_display = ("label", "plan", "created_at", "expires_at")
    list_filter = ("expires_at",)
    search_fields = ("label", "plan__title", "plan__owner__email")
    raw_id_fields = ("plan",)
    readonly_fields = ("created_at",)

    def has_add_permission(self, request: object) -> bool:
        return False


@admin.register(StudentPractice)
class StudentPracticeAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    list_display = ("student", "assignment", "practised_on", "minutes")
    list_filter = ("practised_on",)
    search_fields = ("student__email", "assignment__plan__title")
    raw_id_fields = ("student", "assignment")
