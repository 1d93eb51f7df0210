"""What our admin pages share: rows that only jobs write are looked at, and each failure is a sentence."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from common.errors import BuddyError
from common.media import media_url

Rows = QuerySet[Any]


class ModelAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Pages of fifty rows, without counting all of a large table twice."""

    list_per_page = 50
    show_full_result_count = False

    def for_each(self, request: HttpRequest, rows: Rows, do: Callable[[Any], object], done: str) -> None:
        """Do something with each row; say how many it was done with, and why not with the others."""
        count = 0
        for row in rows:
            try:
                do(row)
            except BuddyError as error:
                self.message_user(request, f"{row}: {error}", messages.ERROR)
            else:
                count += 1
        if count:
            self.message_user(request, f"{count} {done}", messages.SUCCESS)


class ReadOnlyAdmin(ModelAdmin):
    """Rows that people look at and that only our own code writes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return that nobody adds any."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Return that nobody changes any."""
        return False


def picture(key: str, name: str) -> str:
    """Return a small picture of a media file, or a dash where there is none."""
    if not key:
        return "–"
    return format_html('<img src="{}" alt="{}" width="96" height="54" loading="lazy">', media_url(key), name)


def sound(key: str) -> str:
    """Return a player of a media file that loads nothing before it is asked to."""
    return format_html('<audio controls preload="none" src="{}"></audio>', media_url(key))
