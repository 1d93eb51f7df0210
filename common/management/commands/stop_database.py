"""Stops the embedded PostgreSQL."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from common.postgres.server import stop


class Command(BaseCommand):
    help = "Stop the embedded database; the next command that needs it starts it again."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.DB_DATA_DIR is None:
            raise CommandError("The database runs elsewhere (DB_HOST is set): it is not ours to stop.")
        self.stdout.write("Stopped." if stop(settings.DB_DATA_DIR) else "It was not running.")
