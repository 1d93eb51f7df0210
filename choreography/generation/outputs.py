"""The published files of a choreography: one storage prefix an attempt, so that two attempts never share a file."""

from uuid import UUID

from common import storage

VIDEO, CAPTIONS, CHAPTERS, POSTER, BLUEPRINT = (
    "choreography.mp4",
    "captions.vtt",
    "chapters.vtt",
    "poster.jpg",
    "blueprint.json",
)
ROOT = "choreographies"
NAMES = (VIDEO, CAPTIONS, CHAPTERS, POSTER, BLUEPRINT)


def prefix_of(task_id: UUID, attempt: int) -> str:
    """Return the storage prefix of one attempt's files."""
    return f"{ROOT}/{task_id}/{attempt}"


def key(prefix: str, name: str) -> str:
    """Return the storage key of one published file."""
    return f"{prefix}/{name}"


def delete(prefix: str) -> None:
    """Remove all files of an attempt; nothing happens where there are none."""
    if prefix:
        storage.delete(*(key(prefix, name) for name in NAMES))
