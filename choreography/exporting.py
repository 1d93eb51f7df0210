"""What we keep of a dancer, for the export of their account (`users.exporting`)."""

from collections.abc import Iterator
from typing import Any

from choreography.generation import outputs
from choreography.models import Choreography, ChoreographyTask, Conversation, Move, Song, SongImport
from common.media import media_url
from users.models import User


def songs(user: User) -> Iterator[dict[str, Any]]:
    """Give the songs a user brought in; their files are at `audio_url` for an hour or more."""
    told = ("id", "title", "artist", "genre", "duration_s", "tempo_bpm", "sha256", "corrections", "created_at")
    for song in Song.objects.filter(owner=user).only(*told, "audio_key").iterator():
        yield {name: getattr(song, name) for name in told} | {"audio_url": media_url(song.audio_key)}


def song_imports(user: User) -> Iterator[dict[str, Any]]:
    """Give the files and addresses a user gave to become songs."""
    told = (
        "id", "title", "artist", "genre", "file_name", "source", "song_id", "status", "error_code", "created_at",
        "finished_at",
    )  # fmt: skip
    yield from SongImport.objects.filter(owner=user).values(*told).iterator()


def moves(user: User) -> Iterator[dict[str, Any]]:
    """Give the moves a user brought in."""
    told = ("id", "name", "category", "difficulty", "energy", "style", "notes", "filming_day", "created_at")
    for move in Move.objects.filter(owner=user).only(*told, "clip_key").iterator():
        yield {name: getattr(move, name) for name in told} | {"clip_url": media_url(move.clip_key)}


def choreographies(user: User) -> Iterator[dict[str, Any]]:
    """Give a user's choreographies with every version of their plans."""
    for choreography in Choreography.objects.filter(owner=user).select_related("song").iterator():
        yield {
            "id": choreography.id,
            "song": str(choreography.song),
            "created_at": choreography.created_at,
            "versions": [
                {"number": version.number, "wish": version.wish, "change": version.change, "blueprint": version.data}
                for version in choreography.versions.order_by("number")
            ],
        }


def tasks(user: User) -> Iterator[dict[str, Any]]:
    """Give what a user asked for; finished videos and further files of them have addresses for an hour or more."""
    told = ("id", "kind", "choreography_id", "song_id", "status", "wish", "error_code", "created_at", "finished_at")
    for task in ChoreographyTask.objects.filter(owner=user).prefetch_related("renditions").iterator(chunk_size=500):
        video = outputs.key(task.output_prefix, outputs.VIDEO) if task.output_prefix else None
        yield {name: getattr(task, name) for name in told} | {
            "video_url": media_url(video) if video else None,
            "renditions": [
                {"name": made.name, "url": media_url(made.output_key) if made.output_key else None}
                for made in task.renditions.all()
            ],
        }


def conversations(user: User) -> Iterator[dict[str, Any]]:
    """Give what a user and the choreographer said to each other."""
    for conversation in Conversation.objects.filter(owner=user).iterator():
        yield {
            "id": conversation.id,
            "language": conversation.language,
            "created_at": conversation.created_at,
            "turns": list(conversation.turns.order_by("number").values("number", "request", "reply", "created_at")),
        }
