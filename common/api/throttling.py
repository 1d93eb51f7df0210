"""Limits on how often somebody may come, counted in the database: one count for all processes and machines.

REST framework's own throttles count in each process's cache, and two requests at once read the same count.
"""

from datetime import timedelta

from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac
from rest_framework.request import Request
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from common.api.client_address import client_address
from common.models import ThrottleWindow

LONGEST_WINDOW = timedelta(days=1)
_COUNT = """
    INSERT INTO common_throttlewindow AS known (key, started_at, hits)
    VALUES (%(key)s, %(now)s, 1)
    ON CONFLICT (key) DO UPDATE SET
        hits = CASE WHEN known.started_at <= %(over)s THEN 1
                    ELSE least(known.hits + 1, 1000000) END,
        started_at = CASE WHEN known.started_at <= %(over)s THEN %(now)s
                     ELSE known.started_at END
    RETURNING hits, extract(epoch FROM started_at - %(over)s)
"""


class SharedThrottle(ScopedRateThrottle):
    """Allows a view's `throttle_scope` as often as DEFAULT_THROTTLE_RATES says, to each account or address."""

    left_s = 0.0

    def allow_request(self, request: Request, view: APIView) -> bool:
        """Count this request and return whether it is within the limit."""
        self.scope = self.scope_of(view)
        who = self.who(request)
        if not self.scope or not who:
            return True
        allowed, seconds = self.parse_rate(self.get_rate())
        assert allowed is not None and seconds is not None
        hits, self.left_s = count(f"{self.scope}:{who}", timedelta(seconds=seconds))
        return hits <= allowed

    def scope_of(self, view: APIView) -> str | None:
        """Return the scope whose rate holds, None where the view has no limit."""
        return getattr(view, self.scope_attr, None)

    def who(self, request: Request) -> str:
        """Return whose requests are counted together."""
        user = request.user
        return f"user:{user.pk}" if user and user.is_authenticated else f"address:{client_address(request._request)}"

    def wait(self) -> float:
        """Return after how many seconds the next window opens."""
        return max(self.left_s, 1.0)


def count(name: str, length: timedelta) -> tuple[int, float]:
    """Count one use of `name`; return the uses in its window of `length`, this one with them, and the seconds left."""
    scope, _, who = name.partition(":")
    key = f"{scope}:{salted_hmac('common.throttling', who, algorithm='sha256').hexdigest()}"
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"key": key, "now": now, "over": now - length})
        hits, left_s = cursor.fetchone()
    return hits, float(left_s)


def forget_old_windows() -> int:
    """Remove the counts of windows that are over; return how many."""
    return ThrottleWindow.objects.filter(started_at__lt=timezone.now() - LONGEST_WINDOW).delete()[0]
