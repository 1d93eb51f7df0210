"""Brute force: after a few wrong passwords an account is closed to that address for a while (django-axes)."""

import math
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from common.api.errors import envelope

TOO_MANY = "There were too many wrong passwords. Please wait {minutes} minutes and try again."


def account_name(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Return the account that is tried, in the spelling accounts have (AXES_USERNAME_CALLABLE)."""
    name = (credentials or {}).get("username") or request.POST.get("username") or ""
    return str(name).strip().lower()[:254]


def locked_out(request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None) -> HttpResponse:
    """Answer 429, in the envelope to programs and in a sentence to people (AXES_LOCKOUT_CALLABLE)."""
    wait: timedelta = settings.AXES_COOLOFF_TIME
    told = TOO_MANY.format(minutes=math.ceil(wait.total_seconds() / 60))
    headers = {"Retry-After": str(math.ceil(wait.total_seconds())), "Cache-Control": "no-store"}
    if request.path.startswith("/api/"):
        return JsonResponse(envelope("locked_out", told), status=429, headers=headers)
    return HttpResponse(told, status=429, content_type="text/plain; charset=utf-8", headers=headers)
