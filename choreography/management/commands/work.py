"""A worker: takes jobs from the queues it is told, one at a time."""

import asyncio
import importlib
import logging
import os
import signal
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.job_context import JobContext
from procrastinate.worker import Worker

from choreography.queue.deferring import JOB_MODULES
from choreography.queue.worker_measures import job_noted
from choreography.queue.workers import say_what_is_served
from common import alive
from common.scratch import clear_scratch

logger = logging.getLogger(__name__)

GRACE_S = 15.0
"""A job that ends within this after SIGTERM is finished; another goes back to the queue at the next sweep."""


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
        clear_scratch()  # of workers that were killed on this machine
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
        worker = Worker(
            worker_app,
            queues=queues,
            concurrency=1,
            update_heartbeat_interval=settings.WORKER_HEARTBEAT_S,
            stalled_worker_timeout=settings.WORKER_STALLED_AFTER_S,
            delete_jobs="successful",
            install_signal_handlers=False,
            task_middleware=[_on_a_sound_connection],
        )
        await _until_stopped(worker)


def _on_a_sound_connection(run_job: Callable[[], Any], context: JobContext, *_: object) -> Any:
    close_old_connections()  # one that broke in an earlier job would break this one, and every one after it
    with job_noted(context.job):
        return run_job()


async def _tell_queues(worker: Worker) -> None:
    """Write down what this worker serves, once it is known to the queue: nothing else says it."""
    while worker.worker_id is None:
        await asyncio.sleep(0.05)
    await sync_to_async(say_what_is_served)(worker.worker_id, list(worker.queues or JOB_MODULES))


async def _until_stopped(worker: Worker) -> None:
    asked = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    running = asyncio.ensure_future(worker.run())  # type: ignore[no-untyped-call]
    waiting = asyncio.ensure_future(asked.wait())
    living = asyncio.ensure_future(_show_life())
    telling = asyncio.ensure_future(_tell_queues(worker))
    await asyncio.wait((running, waiting), return_when=asyncio.FIRST_COMPLETED)
    telling.cancel()
    worker.stop()  # type: ignore[no-untyped-call]
    ended, _ = await asyncio.wait((running,), timeout=GRACE_S)
    waiting.cancel()
    living.cancel()
    if not ended:
        # A thread cannot be stopped from outside: without its worker's row the job counts as lost, and we leave.
        logger.warning("the job does not end: leaving it to the next worker")
        if worker.worker_id is not None:
            await worker.app.job_manager.unregister_worker(worker.worker_id)
        os._exit(1)
    if (error := running.exception()) is not None:
        # Not by returning: Python would first wait for the thread of a job that may never end.
        logger.error("the worker broke down", exc_info=error)
        os._exit(1)


async def _show_life() -> None:
    while True:
        alive.touch(settings.ALIVE_FILE)
        await asyncio.sleep(alive.TOUCH_EVERY_S)
