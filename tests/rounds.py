"""The janitor's rounds at a test's pace, and files for it to find."""

from django.utils import timezone

from choreography.generation import outputs
from choreography.maintenance.janitor import LOOKS, look_at_next_slices
from choreography.maintenance.rounds import ROUND
from choreography.models import StorageRound
from common import storage


def put_files(prefix: str) -> str:
    """Store the files of an attempt; return the prefix."""
    for name in outputs.NAMES:
        storage.publish_text("content", outputs.key(prefix, name))
    return prefix


def begin_rounds(share: float) -> None:
    """Let the round of each part of the storage have begun when this share of it is due now."""
    for root in LOOKS:
        began_at = timezone.now() - share * ROUND
        StorageRound.objects.update_or_create(root=root, defaults={"began_at": began_at, "after": ""})


def look_at_everything() -> int:
    """Return how many files go in a whole round."""
    begin_rounds(1.0)
    return look_at_next_slices()
