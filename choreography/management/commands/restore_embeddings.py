"""Brings a library back from a backup, whole or not at all."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from choreography.library.backup import restore_library
from common.errors import BuddyError


class Command(BaseCommand):
    help = "Make a library what it was when backup_embeddings wrote the file. A damaged file changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("input", type=Path, help="what backup_embeddings wrote")
        parser.add_argument("--replace", action="store_true", help="remove moves that the backup does not know")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            back = restore_library(options["input"], replace=options["replace"])
        except BuddyError as error:
            raise CommandError(str(error)) from error
        removed = f", {back.removed} removed" if back.removed else ""
        self.stdout.write(
            f"{back.moves} moves and {back.embeddings} embeddings of the library {back.library} are back{removed} "
            f"(SHA-256 of the contents {back.contents_sha256}). verify_embeddings tells whether their media are there."
        )
