"""Writes the embeddings of a library into one JSON document."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from choreography import selectors
from choreography.library.exchange import embeddings_document
from choreography.models import DEMO_LIBRARY, MAIN_LIBRARY
from common.errors import BuddyError
from video_processing.media.whole_file import whole_file


class Command(BaseCommand):
    help = "Write annotation, clip hash and the five vectors of every move, with where they come from, as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("output", type=Path, help="the JSON file to write")
        parser.add_argument("--library", choices=(MAIN_LIBRARY, DEMO_LIBRARY), default=None)

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["output"].resolve().parent.is_dir():
            raise CommandError("The folder of the output does not exist.")
        try:
            document = embeddings_document(options["library"] or selectors.library_in_use())
            if not document["moves"]:
                raise CommandError(f"There are no embeddings in the library {document['library']}.")
            with whole_file(options["output"]) as partial:
                partial.write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")
        except BuddyError as error:
            raise CommandError(str(error)) from error
        counts = document["counts"]
        self.stdout.write(
            f"{counts['embeddings']} of {counts['moves']} moves of the library {document['library']}: "
            f"{options['output']} (SHA-256 of the moves {document['sha256']})"
        )
