"""Is this process alive, and can it serve?"""

import shutil
import time
from contextlib import suppress
from http import HTTPStatus
from urllib.request import urlopen

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from common.errors import UnavailableError

FREE_BYTES_MIN = 256 * 1024 * 1024
"""Below this a choreography may not fit."""


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer that the process runs."""
    return JsonResponse({"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database and storage can serve, 503 with the names of those that cannot."""
    checks = {"database": _database_answers(), "storage": _storage_has_room()}
    ready = all(checks.values())
    body = {"status": "ready" if ready else "not_ready", "checks": checks}
    return JsonResponse(body, status=200 if ready else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, UnavailableError):
        return False
    return True


def _storage_has_room() -> bool:
    directory = settings.MEDIA_ROOT
    while not directory.exists():
        directory = directory.parent
    try:
        return shutil.disk_usage(directory).free > FREE_BYTES_MIN
    except OSError:
        return False


def wait_until_healthy(url: str, *, timeout_s: float) -> None:
    """Return once `url` answers 200. Raises UnavailableError when it does not within `timeout_s`."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        with suppress(OSError), urlopen(url, timeout=2.0) as answer:  # noqa: S310 - our own loopback address
            if answer.status == HTTPStatus.OK:
                return
        time.sleep(0.1)
    raise UnavailableError("The web process does not answer: its messages above say why.")
