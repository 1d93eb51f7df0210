"""Imports a folder of annotated clips into the library."""

import json
import logging
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from choreography.library.importing import Outcome
from choreography.library.run import import_library
from common.errors import BuddyError

REPORT_NAME = "embedding_generation_report.json"
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended."""


class Command(BaseCommand):
    help = "Import annotated clips: beats, couple, mezzanine, five embeddings. Only what is new or changed is done."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--video_dir", type=Path, required=True, help="folder of clips, searched recursively")
        parser.add_argument("--annotations", type=Path, required=True, help="JSON file that describes the clips")
        parser.add_argument(
            "--environment",
            choices=("local", "cloud"),
            default="local",
            help="where the library must lie: local files or S3; guards against filling the wrong one",
        )
        parser.add_argument(
            "--workers", type=int, default=min(os.cpu_count() or 1, 8), help="clips at a time (default: %(default)s)"
        )
        parser.add_argument("--report", type=Path, default=Path(REPORT_NAME), help="report file (default: %(default)s)")
        parser.add_argument("--debug", action="store_true", help="log every step")

    def handle(self, *args: Any, **options: Any) -> None:
        self._check(options)
        with tqdm(unit="clip", desc="Importing", disable=None) as bar:

            def progress(outcome: Outcome, done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)
                if outcome.ingested is None:
                    bar.write(f"  skipped {outcome.clip.library_path}: {outcome.reason}")

            try:
                report = import_library(
                    options["video_dir"], options["annotations"], workers=options["workers"], progress=progress
                )
            except BuddyError as error:
                raise CommandError(str(error)) from error
        options["report"].write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
        self._conclude(report, options["report"])

    def _check(self, options: dict[str, Any]) -> None:
        if options["workers"] < 1:
            raise CommandError("--workers must be 1 or more.")
        if not options["report"].resolve().parent.is_dir():
            raise CommandError("The folder of --report does not exist.")
        storage = "local" if settings.STORAGE_BACKEND == "local" else "cloud"
        if options["environment"] != storage:
            raise CommandError(
                f"--environment {options['environment']} was asked for, but STORAGE_BACKEND stores to {storage}."
            )
        if options["debug"]:
            logging.getLogger().setLevel(logging.DEBUG)

    def _conclude(self, report: dict[str, Any], path: Path) -> None:
        summary, quality = report["summary"], report["quality"]
        if report["interrupted"]:
            self.stdout.write("Stopped. What was imported is in the library; the next run goes on from there.")
        self.stdout.write(
            f"{summary['imported']} imported, {summary['unchanged']} unchanged, {summary['failed']} failed "
            f"in {report['timing']['total_s']:.1f} s; the library has {report['library_moves']} moves. Report: {path}"
        )
        if quality:
            self.stdout.write(
                f"Both dancers seen in {quality['both_dancers_seen_mean']:.0%} of frames on average; "
                f"mean quality {quality['quality_mean']:.2f}."
            )
        if summary["imported"] + summary["unchanged"] == 0:
            raise CommandError("No clip could be imported.")
        if report["interrupted"]:
            raise SystemExit(INTERRUPTED)
