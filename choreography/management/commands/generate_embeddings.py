"""Imports a folder of annotated clips into the library."""

import json
import logging
import os
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from ai_services.text_embedding import embed_texts
from choreography.library.annotations import read_annotations
from choreography.library.discovery import ClipFile, find_clips, new_or_changed
from choreography.library.importing import Outcome, ingesting
from choreography.library.normalising import normalise_library
from choreography.library.report import import_report
from choreography.library.storing import sentence_of, store_clip
from choreography.models import Move
from common.errors import BuddyError

REPORT_NAME = "embedding_generation_report.json"


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
        started = time.perf_counter()
        try:
            annotations, bad_rows = read_annotations(options["annotations"])
            clips, problems = find_clips(options["video_dir"], annotations)
        except BuddyError as error:
            raise CommandError(str(error)) from error
        known = {
            path: (clip, annotation)
            for path, clip, annotation in Move.objects.values_list("library_path", "clip_sha256", "annotation_sha256")
        }
        wanted = new_or_changed(clips, known)
        outcomes = self._import(wanted, options["workers"])
        if clips:
            moves = normalise_library()
            self.stdout.write(f"The library has {moves} moves.")
        report = import_report(
            outcomes,
            bad_rows + problems,
            unchanged=len(clips) - len(wanted),
            total_s=time.perf_counter() - started,
        )
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

    def _import(self, wanted: tuple[ClipFile, ...], workers: int) -> list[Outcome]:
        outcomes: list[Outcome] = []
        if not wanted:
            return outcomes
        texts = dict(
            zip(
                (clip.library_path for clip in wanted),
                embed_texts([sentence_of(clip.annotation) for clip in wanted]),
                strict=True,
            )
        )
        try:
            with (
                ingesting(wanted, min(workers, len(wanted))) as results,
                tqdm(total=len(wanted), unit="clip", desc="Importing", disable=None) as bar,
            ):
                for outcome in results:
                    outcomes.append(self._store(outcome, texts))
                    bar.update()
                    if outcomes[-1].ingested is None:
                        bar.write(f"  skipped {outcome.clip.library_path}: {outcomes[-1].reason}")
        except KeyboardInterrupt:
            self.stderr.write(f"Stopped. {len(outcomes)} clips are in the library; the next run goes on from there.")
        return outcomes

    def _store(self, outcome: Outcome, texts: dict[str, Any]) -> Outcome:
        if outcome.ingested is None:
            return outcome
        try:
            store_clip(outcome.clip, outcome.ingested, texts[outcome.clip.library_path])
        except BuddyError as error:
            return Outcome(outcome.clip, None, error.code, str(error), outcome.seconds)
        return outcome

    def _conclude(self, report: dict[str, Any], path: Path) -> None:
        summary, quality = report["summary"], report["quality"]
        self.stdout.write(
            f"{summary['imported']} imported, {summary['unchanged']} unchanged, {summary['failed']} failed "
            f"in {report['timing']['total_s']:.1f} s. Report: {path}"
        )
        if quality:
            self.stdout.write(
                f"Both dancers seen in {quality['both_dancers_seen_mean']:.0%} of frames on average; "
                f"mean quality {quality['quality_mean']:.2f}."
            )
        if summary["imported"] + summary["unchanged"] == 0:
            raise CommandError("No clip could be imported.")
