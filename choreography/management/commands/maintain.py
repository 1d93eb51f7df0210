"""The maintenance process: looks for lost jobs every few seconds."""

import logging
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from procrastinate.exceptions import ConnectorException

from choreography.maintenance import SWEEP_EVERY_S, sweep
from common.errors import UnavailableError

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Give the jobs of lost workers back to the queue, until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.wait(SWEEP_EVERY_S):
            try:
                sweep()
            except (DatabaseError, ConnectorException, UnavailableError) as error:
                logger.warning("the database does not answer, trying again: %s", error)
            close_old_connections()
