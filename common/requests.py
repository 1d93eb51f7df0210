"""Every request leaves a log line and a measurement: route, status, time. Never its address, which may hold ids."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from common import measurements
from common.measurements import Histogram

logger = logging.getLogger(__name__)

REQUEST_SECONDS = Histogram(
    "bb_request_seconds",
    "Time to answer a request, by route, method and status.",
    ("route", "method", "status"),
    (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0),
)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
OUTSIDE = "(static file or refused)"


class RequestsMiddleware:
    """Measures what the rest of the site takes to answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and note how long it took; a streamed body is not waited for."""
        started_at = time.perf_counter()
        response = self.get_response(request)
        seconds = time.perf_counter() - started_at
        method = request.method if request.method in METHODS else "other"
        route = request.resolver_match.route if request.resolver_match else OUTSIDE
        measurements.observe(REQUEST_SECONDS, seconds, route, method or "other", str(response.status_code))
        logger.info("%s %s %d %.0f ms", method, route, response.status_code, seconds * 1000)
        if request.path.startswith("/api/"):  # these use the database anyway; pages and health answer without one
            measurements.write_now_and_then()
        return response
