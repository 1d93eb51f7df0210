"""A worker: takes jobs from the queues it is told, one at a time."""

import asyncio
import importlib
import logging
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from choreography.queue import JOB_MODULES

logger = logging.getLogger(__name__)

GRACE_S = 15.0
"""A job that ends within this after SIGTERM is finished; another goes back to the queue."""


class Command(BaseCommand):
    help = "Take jobs from queues until stopped (SIGTERM or Ctrl-C)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--queues", default=",".join(JOB_MODULES), help="separated by commas (default: %(default)s)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        queues = [name.strip() for name in options["queues"].split(",") if name.strip()]
        unknown = sorted(set(queues) - set(JOB_MODULES))
        if unknown or not queues:
            raise CommandError(f"Unknown queue: {', '.join(unknown) or '(none)'}. Known: {', '.join(JOB_MODULES)}.")
        for queue in queues:
            module = importlib.import_module(JOB_MODULES[queue])
            getattr(module, "warm_up", lambda: None)()
        logger.info("worker ready for %s", ", ".join(queues))
        asyncio.run(_run(queues))


async def _run(queues: list[str]) -> None:
    # Not `replace_connector`: jobs that defer further jobs must do so on Django's connection, in their transaction.
    connector = app.connector
    assert isinstance(connector, DjangoConnector)
    worker_app = app.with_connector(connector.get_worker_connector())
    async with worker_app.open_async():
        await worker_app.run_worker_async(
            queues=queues,
            concurrency=1,
            update_heartbeat_interval=settings.WORKER_HEARTBEAT_S,
            stalled_worker_timeout=settings.WORKER_STALLED_AFTER_S,
            shutdown_graceful_timeout=GRACE_S,
            delete_jobs="successful",
        )
