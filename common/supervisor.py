"""Keeps a few programs running side by side on one machine: starts, restarts, stops them together."""

import logging
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from subprocess import Popen

from common.processes import start, stop

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 0.2
RESTART_PAUSE_S = 1.0
"""A program that ends at once is not started more often than this."""
STOP_GRACE_S = 20.0


@dataclass
class _Program:
    name: str
    argv: Sequence[str]
    child: "Popen[bytes]"
    started_at: float = field(default_factory=time.monotonic)


class Stopped(BaseException):
    """Ctrl-C or SIGTERM arrived."""


def supervise(programs: Mapping[str, Sequence[str]], on_started: Callable[[], None] = lambda: None) -> None:
    """Run the named programs until Ctrl-C or SIGTERM, then stop them all; one that ends is started again."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    running: list[_Program] = []
    try:
        for name, argv in programs.items():
            running.append(_Program(name, argv, start(argv)))
        on_started()
        while True:
            time.sleep(LOOK_EVERY_S)
            for program in running:
                _revive(program)
    except Stopped:
        logger.info("stopping")
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for program in running:
            program.child.terminate()
        for program in running:
            stop(program.child, grace_s=STOP_GRACE_S)


def _revive(program: _Program) -> None:
    exit_code = program.child.poll()
    if exit_code is None or time.monotonic() - program.started_at < RESTART_PAUSE_S:
        return
    logger.warning("%s ended (exit code %d): starting it again", program.name, exit_code)
    stop(program.child, grace_s=0.0)
    program.child, program.started_at = start(program.argv), time.monotonic()


def _stop(*_: object) -> None:
    raise Stopped
