"""Loads a JSON document of embeddings onto the moves of a library."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from choreography.library.exchange import load_document, read_document
from choreography.models import DEMO_LIBRARY, MAIN_LIBRARY
from common.errors import BuddyError


class Command(BaseCommand):
    help = "Load embeddings and annotations onto moves of the same path and clip; bad rows are rejected and named."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("input", type=Path, help="what generate_embeddings_to_json wrote")
        parser.add_argument(
            "--library", choices=(MAIN_LIBRARY, DEMO_LIBRARY), default=None, help="default: the document's"
        )
        parser.add_argument("--json", action="store_true", help="nothing but JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            document = read_document(options["input"])
            name = options["library"] or document.get("library")
            if name not in (MAIN_LIBRARY, DEMO_LIBRARY):
                raise CommandError("The document names no library that there is: give --library.")
            report = load_document(document, name)
        except BuddyError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(asdict(report), ensure_ascii=False))
        else:
            self.stdout.write(
                f"Library {report.library}: {len(report.updated)} moves updated, {len(report.unchanged)} unchanged, "
                f"{len(report.rejected)} rows rejected."
            )
            for row in report.rejected:
                self.stdout.write(f"  rejected {row.video_path}: {row.reason}")
            if report.renormalised:
                self.stdout.write("Pose vectors were made comparable over the whole library again.")
        if report.rejected and not report.updated and not report.unchanged:
            raise CommandError("No row could be loaded.")
