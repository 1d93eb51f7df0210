"""Counts and durations, added up in the database: web processes and workers on any machine share one total.

Each process gathers what it measures and adds it every few seconds in one statement. A measurement must never harm
what it measures: where the database does not take it, it is kept for later.
"""

import json
import logging
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import inf

from django.db import DatabaseError, connection
from django.utils import timezone
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric

from common.errors import UnavailableError
from common.models import Measurement

logger = logging.getLogger(__name__)

WRITE_EVERY_S = 5.0
WAITING_MAX = 5_000
"""Without a database no more than this many sums wait."""
GAUGE_AGE_S = 600.0
"""A value told longer ago is of a process that is gone."""


@dataclass(frozen=True)
class Counter:
    """How often something happened."""

    name: str
    """Without the `_total` it gets."""
    help: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Histogram:
    """How long something took, in seconds, by steps."""

    name: str
    help: str
    labels: tuple[str, ...]
    steps_s: tuple[float, ...]


@dataclass(frozen=True)
class Gauge:
    """What something is right now, as each process last said."""

    name: str
    help: str
    labels: tuple[str, ...]


Kind = Counter | Histogram | Gauge
_Key = tuple[str, tuple[str, ...], float]
_lock = threading.Lock()
_sums: dict[_Key, list[float]] = defaultdict(lambda: [0, 0.0])
_values: dict[_Key, float] = {}
_written_at = time.monotonic()
_ADD = """
    INSERT INTO common_measurement AS known (name, labels, step_s, count, total, told_at)
    SELECT name, labels, step_s, count, total, clock_timestamp()
    FROM unnest(%s::text[], %s::text[], %s::float8[], %s::int8[], %s::float8[])
        AS told(name, labels, step_s, count, total)
    ON CONFLICT (name, labels, step_s) DO UPDATE
    SET count = known.count + excluded.count, total = known.total + excluded.total, told_at = excluded.told_at
"""
_SET = _ADD.replace("known.count + excluded.count", "excluded.count").replace("known.total + excluded", "excluded")


def count(kind: Counter, *labels: str, by: int = 1) -> None:
    """Note that something happened `by` times."""
    _add(kind.name, labels, inf, by, 0.0)


def observe(kind: Histogram, seconds: float, *labels: str) -> None:
    """Note how long something took."""
    step = next((step for step in kind.steps_s if seconds <= step), inf)
    _add(kind.name, labels, step, 1, seconds)


def tell(kind: Gauge, value: float, *labels: str) -> None:
    """Note what something is now."""
    with _lock:
        _values[kind.name, labels, inf] = value


def _add(name: str, labels: tuple[str, ...], step_s: float, times: int, seconds: float) -> None:
    with _lock:
        if (key := (name, labels, step_s)) in _sums or len(_sums) < WAITING_MAX:
            _sums[key][0] += times
            _sums[key][1] += seconds


def write_now_and_then() -> None:
    """Write what waits, unless that was done within WRITE_EVERY_S."""
    if time.monotonic() - _written_at >= WRITE_EVERY_S:
        write()


def write() -> None:
    """Add what this process measured to the totals; kept for later where the database does not take it."""
    global _written_at  # noqa: PLW0603 - one buffer a process, guarded by its lock
    with _lock:
        _written_at = time.monotonic()
        sums, values = dict(_sums), dict(_values)
        _sums.clear()
        _values.clear()
    try:
        _execute(_ADD, {key: (int(times), seconds) for key, (times, seconds) in sums.items()})
        sums = {}
        _execute(_SET, {key: (1, value) for key, value in values.items()})
    except (DatabaseError, UnavailableError) as error:
        logger.debug("measurements wait: %s", error)
        for (name, labels, step_s), (times, seconds) in sums.items():
            _add(name, labels, step_s, int(times), seconds)


def _execute(statement: str, rows: dict[_Key, tuple[int, float]]) -> None:
    if not rows:
        return
    # In one order everywhere: two processes that write at once cannot wait for each other in a ring.
    told = sorted((name, json.dumps(labels), step_s, *row) for (name, labels, step_s), row in rows.items())
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(column) for column in zip(*told, strict=True)])


def families(*kinds: Kind) -> Iterator[Metric]:
    """Give what was measured as Prometheus shows it, this process's share included."""
    write()
    rows: dict[str, dict[tuple[str, ...], dict[float, Measurement]]] = defaultdict(lambda: defaultdict(dict))
    for row in Measurement.objects.filter(name__in=[kind.name for kind in kinds]).order_by("name", "labels"):
        rows[row.name][tuple(json.loads(row.labels))][row.step_s] = row
    for kind in kinds:
        yield _family(kind, rows[kind.name])


def _family(kind: Kind, rows: dict[tuple[str, ...], dict[float, Measurement]]) -> Metric:
    if isinstance(kind, Histogram):
        histogram = HistogramMetricFamily(kind.name, kind.help, labels=kind.labels)
        for labels, by_step in rows.items():
            buckets, sofar = [], 0
            for step in (*kind.steps_s, inf):
                sofar += by_step[step].count if step in by_step else 0
                buckets.append(("+Inf" if step == inf else repr(step), sofar))
            histogram.add_metric(labels, buckets, sum(row.total for row in by_step.values()))
        return histogram
    if isinstance(kind, Counter):
        counter = CounterMetricFamily(kind.name, kind.help, labels=kind.labels)
        for labels, by_step in rows.items():
            counter.add_metric(labels, by_step[inf].count)
        return counter
    gauge = GaugeMetricFamily(kind.name, kind.help, labels=kind.labels)
    for labels, by_step in rows.items():
        if (timezone.now() - by_step[inf].told_at).total_seconds() < GAUGE_AGE_S:
            gauge.add_metric(labels, by_step[inf].total)
    return gauge


def forget_old_values(*gauges: Gauge) -> int:
    """Remove what processes that are gone said last; return how many values."""
    names, since = [gauge.name for gauge in gauges], timezone.now() - timedelta(seconds=GAUGE_AGE_S)
    return Measurement.objects.filter(name__in=names, told_at__lt=since).delete()[0]
