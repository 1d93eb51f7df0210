"""How queues, tasks and workers stand, as Prometheus shows it: read from their tables when somebody asks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Min, QuerySet, Value
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob, ProcrastinateWorker
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from choreography.models import ChoreographyTask, LibraryTask, SongImport, TaskStatus, WorkerQueues
from choreography.queue.deferring import JOB_MODULES
from choreography.queue.worker_measures import KINDS
from common import measurements

QUEUES = tuple(JOB_MODULES)


def families() -> Iterator[Metric]:
    """Give everything known of the work on choreographies."""
    yield from _queues()
    yield from _tasks()
    yield _workers()
    yield from measurements.families(*KINDS)


def _queues() -> Iterator[Metric]:
    waiting = ProcrastinateJob.objects.filter(status="todo")
    running = ProcrastinateJob.objects.filter(status="doing")
    depth = GaugeMetricFamily("bb_queue_depth", "Jobs that wait or run.", labels=("queue", "state"))
    age = GaugeMetricFamily("bb_queue_age_seconds", "How long the oldest waiting job has waited.", labels=("queue",))
    for state, jobs in (("waiting", waiting), ("running", running)):
        counted = dict(jobs.values_list("queue_name").annotate(Count("id")))
        for queue in QUEUES:
            depth.add_metric((queue, state), counted.get(queue, 0))
    deferred = ProcrastinateEvent.objects.filter(type="deferred", job__status="todo")
    oldest = dict(deferred.values_list("job__queue_name").annotate(Min("at")))
    for queue in QUEUES:
        waited = timezone.now() - oldest[queue] if queue in oldest else timedelta()
        age.add_metric((queue,), max(waited.total_seconds(), 0.0))
    yield from (depth, age)


def _tasks() -> Iterator[Metric]:
    there = GaugeMetricFamily("bb_tasks", "Tasks there are, by kind and status.", labels=("kind", "status"))
    failed = GaugeMetricFamily("bb_tasks_failed", "Failed tasks there are, by reason.", labels=("kind", "code"))
    for prefix, rows in (
        ("", _counted(ChoreographyTask.objects.order_by().values_list("kind", "status", "error_code"))),
        ("song_import", _counted(SongImport.objects.order_by().values_list(Value(""), "status", "error_code"))),
        ("library_", _counted(LibraryTask.objects.order_by().values_list("kind", "status", "error_code"))),
    ):
        totals: Counter[tuple[str, str]] = Counter()
        for kind, status, code, number in rows:
            totals[prefix + kind, status] += number
            if status == TaskStatus.FAILED:
                failed.add_metric((prefix + kind, code), number)
        for labels, number in totals.items():
            there.add_metric(labels, number)
    yield from (there, failed)


def _counted(rows: QuerySet[Any, tuple[str, str, str]]) -> Iterable[tuple[str, str, str, int]]:
    counted: Iterable[tuple[str, str, str, int]] = rows.annotate(Count("id"))
    return counted


def _workers() -> Metric:
    alive_since = timezone.now() - timedelta(seconds=settings.WORKER_STALLED_AFTER_S)
    alive = set(ProcrastinateWorker.objects.filter(last_heartbeat__gt=alive_since).values_list("id", flat=True))
    served = WorkerQueues.objects.filter(worker_id__in=alive).values_list("queues", flat=True)
    online = GaugeMetricFamily("bb_workers_online", "Workers that gave a sign of life lately.", labels=("queue",))
    for queue in QUEUES:
        online.add_metric((queue,), sum(queue in queues for queues in served))
    return online
