"""What Prometheus reads: for staff who are signed in, and for a program that knows METRICS_TOKEN."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from choreography.queue import state
from common import measurements
from common.api.errors import not_found
from common.memory import resident_bytes
from common.requests import REQUEST_SECONDS
from common.scratch import scratch_bytes


class _Everything(Collector):
    def collect(self) -> Iterator[Metric]:
        yield from state.families()
        yield from measurements.families(REQUEST_SECONDS)
        yield GaugeMetricFamily(
            "bb_web_resident_bytes", "Memory of the web process that answers.", value=resident_bytes()
        )
        yield GaugeMetricFamily(
            "bb_scratch_bytes", "Working folders on the machine of the web process.", value=scratch_bytes()
        )


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Answer with all metrics; to anybody else this address does not exist."""
    if not _may_see(request):
        return not_found(request)
    registry = CollectorRegistry()
    registry.register(_Everything())
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST, headers=headers)


def _may_see(request: HttpRequest) -> bool:
    told = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.METRICS_TOKEN is not None and constant_time_compare(told, settings.METRICS_TOKEN):
        return True
    return request.user.is_authenticated and request.user.is_active and request.user.is_staff
