"""Reads. What belongs to somebody else reads as if it did not exist."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateWorker

from choreography.models import (
    DEMO_LIBRARY,
    MAIN_LIBRARY,
    Blueprint,
    ChoreographyTask,
    Move,
    MoveStatus,
    Song,
    SongImport,
    TaskPhase,
    TaskStatus,
    WorkerQueues,
)
from choreography.queue.deferring import queue_of
from common.errors import NotAllowedError, NotFoundError
from common.media import media_url
from users.models import User

NO_SONG = "There is no such song."
LARGE_MOVE_FIELDS = ("grid", "heard_grid", "role_evidence")
"""Nothing that lists moves needs them."""
COMPLETE = Q(status=MoveStatus.PUBLISHED, embedding__isnull=False)
"""Of moves: they could be danced."""
STATE_FIELDS = (
    "status", "phase", "stage", "message", "progress", "attempt", "error_code", "blueprint_id", "turn__reply",
    "song__title", "song__artist", "output_prefix",
)  # fmt: skip
"""Of a task: what a poll tells, and what follows from it."""


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
        raise NotFoundError(NO_SONG)
    return song


def changeable_song(user: User, song_id: UUID, *, for_update: bool = False) -> Song:
    """Return a song that is the user's to change: their own, or for staff everybody's. Raises as `song_of`, and
    NotAllowedError for one that may only be danced.
    """
    songs = songs_for(user).select_for_update() if for_update else songs_for(user)
    song = songs.filter(id=song_id).first()
    if song is None:
        raise NotFoundError(NO_SONG)
    if song.owner_id != user.pk and not user.is_staff:
        raise NotAllowedError("This song is everybody's: only staff may change it.")
    return song


def song_imports_of(user: User) -> QuerySet[SongImport]:
    """Return the songs a user has on their way, and those that came or did not, newest first."""
    return SongImport.objects.filter(owner=user)


def song_import_of(user: User, import_id: UUID, *, for_update: bool = False) -> SongImport:
    """Return one of a user's imports, locked where asked. Raises NotFoundError."""
    imports = song_imports_of(user).select_for_update() if for_update else song_imports_of(user)
    arrived = imports.filter(id=import_id).first()
    if arrived is None:
        raise NotFoundError("There is no such import.")
    return arrived


def tasks_of(user: User, *, status: str = "", kind: str = "", active: bool | None = None) -> QuerySet[ChoreographyTask]:
    """Return a user's tasks, newest first: of a status, of a kind, unfinished or finished ones, where that is asked."""
    tasks = ChoreographyTask.objects.filter(owner=user).select_related("song").defer("song__analysis")
    if status:
        tasks = tasks.filter(status=status)
    if kind:
        tasks = tasks.filter(kind=kind)
    finished = Q(status__in=ChoreographyTask.FINISHED)
    return tasks if active is None else tasks.filter(~finished if active else finished)


def task_state(user: User, task_id: UUID) -> dict[str, Any]:
    """Return what determines the answer to who polls a task. Raises NotFoundError.

    Two small reads; an answer without a video of its own shows that of another task, which is looked for as well.
    """
    found = (
        ChoreographyTask.objects.filter(owner=user, id=task_id)
        .values(*STATE_FIELDS)
        .annotate(steps=Max("turn__steps__id"), steps_done=Count("turn__steps__duration_ms"))
        .order_by()[:1]
    )
    if not found:
        raise NotFoundError("There is no such choreography.")
    state: dict[str, Any] = found[0]
    return state | {
        "shown": _shown_by_answer(task_id) if state["blueprint_id"] and not state["output_prefix"] else None,
        "worker_online": worker_online(queue_of(TaskPhase(state["phase"]))),
        "media_url": media_url("same"),  # signed anew every hour
    }


def _shown_by_answer(task_id: UUID) -> UUID | None:
    task = ChoreographyTask.objects.select_related("blueprint").filter(id=task_id).first()
    shown = shown_task(task) if task is not None else None
    return shown.id if shown is not None else None


def task_of(user: User, task_id: UUID, *, for_update: bool = False) -> ChoreographyTask:
    """Return one of a user's tasks, locked where asked. Raises NotFoundError."""
    tasks = (
        ChoreographyTask.objects.select_for_update()
        if for_update
        else tasks_of(user).select_related("blueprint", "turn")
    )
    task = tasks.filter(owner=user, id=task_id).first()
    if task is None:
        raise NotFoundError("There is no such choreography.")
    return task


def finished_task_for(version: Blueprint) -> ChoreographyTask | None:
    """Return the newest task whose finished video shows exactly this plan, whichever version it was made for."""
    finished = _tasks_for(version).filter(status=TaskStatus.COMPLETED).exclude(output_prefix="")
    return finished.order_by("-finished_at").first()


def shown_task(task: ChoreographyTask) -> ChoreographyTask | None:
    """Return the task whose video a finished task shows: its own, or that of the plan which an answer went back to."""
    if task.output_prefix:
        return task
    if task.blueprint is None or task.status != TaskStatus.COMPLETED:
        return None
    return finished_task_for(task.blueprint)


def running_task_for(version: Blueprint) -> ChoreographyTask | None:
    """Return a task that is making a video of exactly this plan."""
    running = _tasks_for(version).exclude(status__in=ChoreographyTask.FINISHED).exclude(cancel_requested=True)
    return running.filter(phase=TaskPhase.ASSEMBLY).order_by("-created_at").first()


def _tasks_for(version: Blueprint) -> QuerySet[ChoreographyTask]:
    assert version.choreography_id is not None
    return ChoreographyTask.objects.filter(
        choreography_id=version.choreography_id, blueprint__data=version.data
    ).select_related("song", "blueprint")


def library_in_use() -> str:
    """Return which library is danced: the demo couple makes room for the first clips that are everybody's."""
    everybodys = Move.objects.filter(library=MAIN_LIBRARY, status=MoveStatus.PUBLISHED, owner=None)
    return MAIN_LIBRARY if everybodys.exists() else DEMO_LIBRARY


def danceable_moves(owner_id: UUID | None = None) -> QuerySet[Move]:
    """Return the moves the choreographer may use: everybody's, and those of an owner."""
    mine = Q(owner=None) if owner_id is None else Q(owner=None) | Q(owner=owner_id)
    return danced_moves().filter(mine)


def danced_moves() -> QuerySet[Move]:
    """Return the moves of everybody and of all owners: what an index holds before it is asked for somebody.

    Packets of different encoders cannot be put into one video, so only those of the usual encoder are among them.
    """
    library = library_in_use()
    whose = Q(library=library, owner=None) | Q(library=MAIN_LIBRARY, owner__isnull=False)
    usual = Coalesce(Subquery(_usual_encoder(library)), "mezzanine_fingerprint")
    return Move.objects.filter(whose, COMPLETE, mezzanine_fingerprint=usual)


def left_out_moves(library: str) -> QuerySet[Move]:
    """Return the moves of a library that are danced in no plan because most others were made by another encoder."""
    moves = Move.objects.filter(COMPLETE, library=library)
    return moves.exclude(mezzanine_fingerprint=Subquery(_usual_encoder(library)))


def _usual_encoder(library: str) -> QuerySet[Move, Any]:
    """Return the fingerprint that most of everybody's moves share: with an encoder's new version the many stay."""
    counted = Move.objects.filter(COMPLETE, library=library, owner=None).order_by().values("mezzanine_fingerprint")
    most_first = counted.annotate(moves=Count("id")).order_by("-moves", "mezzanine_fingerprint")
    return most_first.values("mezzanine_fingerprint")[:1]


def visible_moves(user: User) -> QuerySet[Move]:
    """Return the moves a user may look at: those that are danced, all of their own, and for staff all there are."""
    if user.is_staff:
        return Move.objects.all()
    return Move.objects.filter(Q(owner=None, library=library_in_use(), status=MoveStatus.PUBLISHED) | Q(owner=user))


def visible_move(user: User, move_id: UUID) -> Move:
    """Return a move a user may look at. Raises NotFoundError."""
    move = visible_moves(user).filter(id=move_id).first()
    if move is None:
        raise NotFoundError("There is no such move.")
    return move


def worker_online(queue: str) -> bool:
    """Return whether a worker of this queue gave a sign of life lately."""
    alive_since = timezone.now() - timedelta(seconds=settings.WORKER_STALLED_AFTER_S)
    alive = ProcrastinateWorker.objects.filter(id=OuterRef("worker_id"), last_heartbeat__gt=alive_since)
    return WorkerQueues.objects.filter(Exists(alive), queues__contains=[queue]).exists()
