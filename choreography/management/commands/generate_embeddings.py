"""Imports a folder of annotated clips into the library, here or on the queue."""

import json
import logging
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from choreography.library.importing.ingesting import Outcome
from choreography.library.importing.report import PROBLEM_CODE
from choreography.library.importing.run import import_library
from choreography.library.sharing.following import RunProgress, follow, progress_of
from choreography.library.sharing.queueing import queue_import
from choreography.library.sharing.runs import run_of
from choreography.models import DEMO_LIBRARY, MAIN_LIBRARY, AnalysisQuality
from common.errors import BuddyError

REPORT_NAME = "embedding_generation_report.json"
SHOWN = 20
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended."""


class Command(BaseCommand):
    help = "Import annotated clips: beats, couple, mezzanine, five embeddings. Only what is new or changed is done."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--video_dir", type=Path, help="folder of clips, searched recursively")
        parser.add_argument("--annotations", type=Path, help="JSON file that describes the clips")
        parser.add_argument("--library", choices=(MAIN_LIBRARY, DEMO_LIBRARY), default=MAIN_LIBRARY)
        parser.add_argument(
            "--environment",
            choices=("local", "cloud"),
            default="local",
            help="where the library must lie: local files or S3; guards against filling the wrong one",
        )
        parser.add_argument(
            "--quality",
            choices=AnalysisQuality.values,
            default=AnalysisQuality.BALANCED.value,
            help="look for the dancers 10 (fast), 15 (balanced) or 30 (high) times a second",
        )
        parser.add_argument(
            "--workers", type=int, default=min(os.cpu_count() or 1, 8), help="clips at a time (default: %(default)s)"
        )
        parser.add_argument(
            "--queue", action="store_true", help="let workers of the queue `ingest` do it, on any number of machines"
        )
        parser.add_argument("--wait", action="store_true", help="with --queue or --status: follow until all is done")
        parser.add_argument("--status", type=UUID, metavar="RUN", help="say how a queued import is doing, and end")
        parser.add_argument("--report", type=Path, default=Path(REPORT_NAME), help="report file (default: %(default)s)")
        parser.add_argument("--debug", action="store_true", help="log every step")

    def handle(self, *args: Any, **options: Any) -> None:
        self._check(options)
        try:
            if options["status"] is not None:
                self._follow(options["status"], options["wait"])
            elif options["queue"]:
                self._queue(options)
            else:
                self._import(options)
        except BuddyError as error:
            raise CommandError(str(error)) from error

    def _import(self, options: dict[str, Any]) -> None:
        with tqdm(unit="clip", desc="Importing", disable=None) as bar:

            def progress(outcome: Outcome, done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)
                if outcome.ingested is None:
                    bar.write(f"  skipped {outcome.clip.library_path}: {outcome.reason}")
                elif outcome.ingested.fault:
                    bar.write(f"  flagged {outcome.clip.library_path}: {outcome.ingested.fault}")

            report = import_library(
                options["video_dir"],
                options["annotations"],
                workers=options["workers"],
                progress=progress,
                library=options["library"],
                quality=AnalysisQuality(options["quality"]),
            )
        options["report"].write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
        self._conclude(report, options["report"])

    def _queue(self, options: dict[str, Any]) -> None:
        with tqdm(unit="clip", desc="Storing", disable=None) as bar:

            def progress(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            try:
                run = queue_import(
                    options["video_dir"],
                    options["annotations"],
                    library=options["library"],
                    quality=AnalysisQuality(options["quality"]),
                    progress=progress,
                )
            except KeyboardInterrupt:
                self.stdout.write("Stopped. What was stored is imported; the next run goes on from there.")
                raise SystemExit(INTERRUPTED) from None
        self.stdout.write(str(run.id))
        self._follow(run.id, options["wait"])

    def _follow(self, run_id: UUID, wait: bool) -> None:
        run = run_of(run_id)
        if wait:
            with tqdm(unit="clip", desc="Importing", disable=None) as bar:
                try:
                    for state in follow(run):
                        bar.total = state.clips
                        bar.update(state.done + state.failed - bar.n)
                except KeyboardInterrupt:
                    self.stdout.write(f"The import goes on without this command: --status {run.id} tells how it is.")
                    raise SystemExit(INTERRUPTED) from None
        self._tell(progress_of(run))

    def _tell(self, state: RunProgress) -> None:
        self.stdout.write(state.sentence)
        for clip in state.trouble:
            self.stdout.write(f"  {clip.outcome} {clip.library_path}: {clip.reason}")
        if state.finished and state.done + state.unchanged == 0:
            raise CommandError("No clip could be imported.")

    def _check(self, options: dict[str, Any]) -> None:
        if options["status"] is None and (options["video_dir"] is None or options["annotations"] is None):
            raise CommandError("--video_dir and --annotations are needed.")
        if options["wait"] and not options["queue"] and options["status"] is None:
            raise CommandError("--wait follows an import on the queue: give --queue or --status as well.")
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

    def _tell_problems(self, problems: list[dict[str, str]]) -> None:
        for clip in problems[:SHOWN]:
            self.stdout.write(f"  skipped {clip['clip']}: {clip['reason']}")
        if len(problems) > SHOWN:
            self.stdout.write(f"  … and {len(problems) - SHOWN} more: the report has them")

    def _conclude(self, report: dict[str, Any], path: Path) -> None:
        summary, quality = report["summary"], report["quality"]
        self._tell_problems([clip for clip in report["failed_clips"] if clip["code"] == PROBLEM_CODE])
        if report["interrupted"]:
            self.stdout.write("Stopped. What was imported is in the library; the next run goes on from there.")
        flagged = f", {summary['flagged']} of them flagged" if summary["flagged"] else ""
        self.stdout.write(
            f"{summary['imported']} imported{flagged}, {summary['unchanged']} unchanged, {summary['failed']} failed "
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
