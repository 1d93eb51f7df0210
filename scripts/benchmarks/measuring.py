"""Runs one measurement in a process of its own, so that its peak memory is its own."""

import multiprocessing
import re
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import django

from common.errors import BuddyError

Figures = dict[str, float]
MIB = 1024 * 1024


@dataclass
class Clock:
    """Wall and CPU seconds by name."""

    wall_s: dict[str, float] = field(default_factory=dict)
    cpu_s: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Add the time of the block, children included, to `name`."""
        wall, cpu = time.perf_counter(), _cpu_s()
        yield
        self.wall_s[name] = self.wall_s.get(name, 0.0) + time.perf_counter() - wall
        self.cpu_s[name] = self.cpu_s.get(name, 0.0) + _cpu_s() - cpu


def _cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def measured_apart(measure: Callable[..., Figures], *arguments: Any) -> Figures:
    """Return the figures of `measure` with `peak_mib`, its process's peak memory (its largest child's apart)."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1, initializer=django.setup) as pool:
        measured = pool.apply(_with_peak, (measure, arguments))
    if isinstance(measured, str):
        raise BuddyError(measured)
    return measured


def _with_peak(measure: Callable[..., Figures], arguments: tuple[Any, ...]) -> Figures | str:
    try:
        figures = measure(*arguments)
    except BuddyError as error:
        return str(
            error
        )  # an error with a constructor of its own does not survive the way back, and the pool would hang
    own = _own_peak_mib()
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / MIB
    return figures | {"peak_mib": own, "child_peak_mib": child}


def _own_peak_mib() -> float:
    # ru_maxrss would count the memory of the process that started this one: it outlives exec on Linux.
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MIB
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
    return int(found[1]) * 1024 / MIB if found else float("nan")
