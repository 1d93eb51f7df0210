"""Songs and what is on its way to become one."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from choreography.admin.listing import ModelAdmin, ReadOnlyAdmin, Rows, sound
from choreography.models import Song, SongImport
from common.text import clock


class SharedFilter(admin.SimpleListFilter):
    """Everybody's songs, or those that somebody brought."""

    title, parameter_name = "whose", "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the two kinds."""
        return [("all", "everybody's"), ("own", "somebody's own")]

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        """Return the songs of the chosen kind."""
        return queryset.filter(owner__isnull=self.value() == "all") if self.value() else queryset


@admin.register(Song)
class SongAdmin(ModelAdmin):
    """Songs: their names may be corrected, their sound may not."""

    list_display = ("title", "artist", "genre", "length", "tempo", "owner", "created_at")
    list_filter = (SharedFilter, "genre", "created_at")
    search_fields = ("title", "artist", "owner__email", "=id", "=sha256")
    list_select_related = ("owner",)
    fields = (
        "title",
        "artist",
        "genre",
        "player",
        "owner",
        "length",
        "tempo",
        "analyser_version",
        "sha256",
        "created_at",
    )
    readonly_fields = tuple(name for name in fields if name not in ("title", "artist", "genre"))

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Return the songs without their analyses."""
        return super().get_queryset(request).defer("analysis", "waveform")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return that songs come by uploads and imports only."""
        return False

    @admin.display(description="length", ordering="duration_s")
    def length(self, song: Song) -> str:
        """Return the duration as minutes and seconds."""
        return clock(song.duration_s)

    @admin.display(description="tempo", ordering="tempo_bpm")
    def tempo(self, song: Song) -> str:
        """Return the tempo, or a dash before the analysis."""
        return f"{song.tempo_bpm:.1f} BPM" if song.tempo_bpm else "–"

    @admin.display(description="sound")
    def player(self, song: Song) -> str:
        """Return a player of the song."""
        return sound(song.audio_key)


@admin.register(SongImport)
class SongImportAdmin(ReadOnlyAdmin):
    """Files and addresses that are being made songs."""

    list_display = ("id", "owner", "title", "status", "failures", "error_code", "created_at", "finished_at")
    list_filter = ("status", "error_code", "created_at")
    search_fields = ("title", "artist", "owner__email", "=id")
    list_select_related = ("owner",)
