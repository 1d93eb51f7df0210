from django.contrib import admin

from user_collections.models import SavedChoreography, ShareLink


@admin.register(SavedChoreography)
class SavedChoreographyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    list_display = ("title", "owner", "choreography", "favourite", "last_practised_at", "created_at")
    list_filter = ("favourite", "created_at")
    search_fields = ("title", "owner__email", "choreography__song__title")
    raw_id_fields = ("owner", "choreography")
    readonly_fields = ("created_at", "updated_at")


@admin.register(ShareLink)
class ShareLinkAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Links can be closed here, not made: their addresses are told to their owners only."""

    list_display = ("id", "saved", "created_at", "expires_at")
    list_filter = ("expires_at",)
    search_fields = ("saved__title", "saved__owner__email")
    raw_id_fields = ("saved",)
    readonly_fields = ("created_at",)

    def has_add_permission(self, request: object) -> bool:
        return False
