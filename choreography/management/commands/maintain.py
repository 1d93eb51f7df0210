"""The maintenance process: looks for lost jobs every few seconds, and tidies up every few minutes."""

import logging
import signal
import threading
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from procrastinate.exceptions import ConnectorException

from choreography.maintenance.janitor import TIDY_EVERY_S, tidy
from choreography.maintenance.sweeping import SWEEP_EVERY_S, sweep
from common import alive
from common.errors import UnavailableError

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Give the jobs of lost workers back to the queue and remove what they left, until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        # Apart, because listing a large remote storage takes minutes and lost jobs cannot wait for it.
        threading.Thread(target=_repeat, args=(tidy, TIDY_EVERY_S, stop), daemon=True).start()
        _repeat(sweep, SWEEP_EVERY_S, stop)


def _repeat(work: Callable[[], object], every_s: float, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            work()
        except (DatabaseError, ConnectorException, UnavailableError, OSError) as error:
            logger.warning("could not be done now, trying again: %s", error)
        except Exception:
            logger.exception("a fault of ours, trying again")  # a thread that ends by it would be missed by nobody
        close_old_connections()
        alive.touch(settings.ALIVE_FILE)
        stop.wait(every_s)
