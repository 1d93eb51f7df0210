"""Everything at once on one machine: what `scripts/demo` runs."""

import os
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from choreography.demo.content import demo_login, forget_demo, make_library, make_songs
from choreography.management.arguments import whole_number
from choreography.management.progress import bars
from common.health import wait_until_healthy
from common.postgres.server import stop
from common.supervisor import supervise

RUN_DIR = settings.BASE_DIR / "data" / "run"


class Command(BaseCommand):
    help = "Make the demo and serve it; with --clips, --annotations and a song: dance that song with those clips."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("song", nargs="?", help="with --clips: a song file to dance")
        parser.add_argument("--clips", type=Path, help="folder of your own clips")
        parser.add_argument("--annotations", type=Path, help="JSON file that describes them")
        parser.add_argument("--output", type=Path, default=Path("choreography"), help="folder for the result")
        parser.add_argument("--port", type=whole_number(1, 65_535), default=8000)
        parser.add_argument("--reset", action="store_true", help="make songs and library anew")
        parser.add_argument("--prepare-only", action="store_true", help="make everything, serve nothing")
        parser.add_argument("--serve-only", action="store_true", help="serve what is there")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        if options["clips"] or options["annotations"] or options["song"]:
            self._dance_own_clips(options)
            return
        if not options["serve_only"]:
            self._prepare(options["reset"])
        if not options["prepare_only"]:
            self._serve(options["port"])

    def _prepare(self, reset: bool) -> None:
        started = time.perf_counter()
        if reset:
            forget_demo()
        with bars() as progress:
            songs = make_songs(progress)
            report = make_library(os.cpu_count() or 1, progress)
        self.stdout.write(
            f"{len(songs)} songs and {report['library_moves']} moves are ready ({time.perf_counter() - started:.0f} s)."
        )

    def _dance_own_clips(self, options: dict[str, Any]) -> None:
        if not (options["clips"] and options["annotations"] and options["song"]):
            raise CommandError("Your own clips need all three: --clips DIR --annotations FILE SONG.")
        call_command("generate_embeddings", video_dir=options["clips"], annotations=options["annotations"])
        call_command("generate_choreography", options["song"], output=options["output"])

    def _serve(self, port: int) -> None:
        login = demo_login(RUN_DIR)
        address = f"http://127.0.0.1:{port}"
        scripts, python = settings.BASE_DIR / "scripts", sys.executable
        manage = str(settings.BASE_DIR / "manage.py")

        def announce() -> None:
            wait_until_healthy(f"{address}/readyz", timeout_s=30.0)
            self.stdout.write(f"\n  Bachata Buddy  {address}\n  Sign in        {login.email}  {login.password}\n")
            self.stdout.write(f"  As a teacher   {login.teacher_email}  with the same password\n")
            self.stdout.write("  Stop           Ctrl-C\n")
            self.stdout.flush()

        programs = {
            "web": [str(scripts / "serve"), f"127.0.0.1:{port}"],
            "worker": [str(scripts / "worker")],
            "maintenance": [python, manage, "maintain"],
        }
        supervise(programs, on_started=announce)
        if settings.DB_DATA_DIR is not None:
            connections.close_all()
            stop(settings.DB_DATA_DIR)  # Ctrl-C leaves nothing running; the next command starts the database again
