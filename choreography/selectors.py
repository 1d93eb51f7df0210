"""Reads. What belongs to somebody else reads as if it did not exist."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateWorker

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.models import DEMO_LIBRARY, MAIN_LIBRARY, ChoreographyTask, Move, MoveStatus, Song
from choreography.styles import NEUTRAL_CATEGORIES, fits_style
from common.errors import NotFoundError
from users.models import User


def songs_for(user: User, search: str = "") -> QuerySet[Song]:
    """Return the songs a user may dance to: everybody's and their own; `search` looks in title and artist."""
    songs = Song.objects.filter(Q(owner=None) | Q(owner=user))
    for word in search.split():
        songs = songs.filter(Q(title__icontains=word) | Q(artist__icontains=word))
    return songs


def song_of(user: User, song_id: UUID) -> Song:
    """Return a song a user may dance to. Raises NotFoundError."""
    song = songs_for(user).filter(id=song_id).first()
    if song is None:
        raise NotFoundError("There is no such song.")
    return song


def tasks_of(user: User) -> QuerySet[ChoreographyTask]:
    """Return a user's tasks, newest first."""
    return ChoreographyTask.objects.filter(owner=user).select_related("song").defer("song__analysis")


def task_of(user: User, task_id: UUID, *, for_update: bool = False) -> ChoreographyTask:
    """Return one of a user's tasks, locked where asked. Raises NotFoundError."""
    tasks = ChoreographyTask.objects.select_for_update() if for_update else tasks_of(user).select_related("blueprint")
    task = tasks.filter(owner=user, id=task_id).first()
    if task is None:
        raise NotFoundError("There is no such choreography.")
    return task


def library_in_use() -> str:
    """Return which library is danced: the demo couple makes room for the first clips of one's own."""
    own = Move.objects.filter(library=MAIN_LIBRARY, status=MoveStatus.PUBLISHED)
    return MAIN_LIBRARY if own.exists() else DEMO_LIBRARY


def danceable_moves() -> QuerySet[Move]:
    """Return the moves the choreographer may use."""
    return Move.objects.filter(library=library_in_use(), status=MoveStatus.PUBLISHED, embedding__isnull=False)


def matching_moves(difficulty: Difficulty, energy: Energy, style: Style) -> int:
    """Return how many moves meet a wish exactly; basics, intros and outros are danced in any mood."""
    allowed = [level for level in Difficulty if level.level <= difficulty.level]
    rows = danceable_moves().filter(difficulty__in=allowed).values_list("category", "style", "energy")
    return sum(
        Category(category) in NEUTRAL_CATEGORIES
        or (own_energy == energy and fits_style(Category(category), Style(own) if own else None, style))
        for category, own, own_energy in rows
    )


def worker_online() -> bool:
    """Return whether a worker gave a sign of life lately."""
    alive_since = timezone.now() - timedelta(seconds=settings.WORKER_STALLED_AFTER_S)
    return ProcrastinateWorker.objects.filter(last_heartbeat__gt=alive_since).exists()
