"""What we keep of a dancer's collection, for the export of their account (`users.exporting`)."""

from collections.abc import Iterator
from typing import Any

from user_collections.models import SavedChoreography
from users.models import User


def collection(user: User) -> Iterator[dict[str, Any]]:
    """Give a user's entries with their loops and links."""
    told = (
        "id", "choreography_id", "title", "notes", "tags", "favourite",
        "practised_s", "last_practised_at", "stopped_at_s", "created_at",
    )  # fmt: skip
    entries = SavedChoreography.objects.filter(owner=user).prefetch_related("loops", "shares")
    for entry in entries.iterator(chunk_size=500):
        yield {name: getattr(entry, name) for name in told} | {
            "loops": [
                {"name": loop.name, "start_beat": loop.start_beat, "end_beat": loop.end_beat, "speed": loop.speed}
                for loop in entry.loops.all()
            ],
            "links": [{"created_at": link.created_at, "expires_at": link.expires_at} for link in entry.shares.all()],
        }
