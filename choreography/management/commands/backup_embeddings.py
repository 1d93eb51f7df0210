"""Keeps the rows of a library in one verified file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from choreography import selectors
from choreography.library.backup import backup_library
from choreography.models import DEMO_LIBRARY, MAIN_LIBRARY
from common.errors import BuddyError


class Command(BaseCommand):
    help = "Write moves, embeddings and normaliser of a library into one file, and read it back. Media are not in it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("output", type=Path, help="the file to write, for instance library.zip")
        parser.add_argument("--library", choices=(MAIN_LIBRARY, DEMO_LIBRARY), default=None)

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["output"].resolve().parent.is_dir():
            raise CommandError("The folder of the output does not exist.")
        try:
            kept = backup_library(options["library"] or selectors.library_in_use(), options["output"])
        except BuddyError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{kept.moves} moves and {kept.embeddings} embeddings of the library {kept.library}: {options['output']} "
            f"(SHA-256 of the contents {kept.contents_sha256})"
        )
