"""Makes the bucket of a store of one's own; on AWS buckets are made by whoever pays for them."""

from typing import Any

from django.core.management.base import BaseCommand

from common.storage import make_bucket


class Command(BaseCommand):
    help = "Make the bucket of STORAGE_BACKEND=s3 where it is not there yet; does nothing for local storage."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("made the bucket" if make_bucket() else "storage is ready")
