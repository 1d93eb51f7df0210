"""Reads. What belongs to somebody else reads as if it did not exist."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    F,
    Func,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import OrderBy
from django.utils import timezone

from ai_services.vocabulary import Difficulty
from choreography.models import Choreography, ChoreographyTask, TaskStatus
from choreography.selectors import tasks_of
from common.errors import NotFoundError
from common.links import hash_of
from user_collections.models import SavedChoreography, SavedLoop, ShareLink
from users.models import User

NO_ENTRY = "There is no such entry in your collection."
WISH = "choreography__current__wish"
LARGE_COLUMNS = (
    "choreography__song__analysis",
    "choreography__song__corrections",
    "choreography__song__waveform",
    "choreography__current__data",
    "choreography__current__scores",
)
ORDERINGS: dict[str, tuple[str | OrderBy, ...]] = {
    "newest": ("-created_at", "id"),
    "oldest": ("created_at", "id"),
    "title": ("title", "id"),
    "song": ("choreography__song__title", "title", "id"),
    "difficulty": ("level", "title", "id"),
    "practised": (F("last_practised_at").desc(nulls_last=True), "-created_at", "id"),
}
"""What may be asked for, and nothing else."""


@dataclass(frozen=True)
class Wanted:
    """Which entries of a collection are asked for; what is empty or None does not matter."""

    search: str = ""
    difficulty: str = ""
    energy: str = ""
    style: str = ""
    tag: Sequence[str] = ()
    """All of them."""
    song_id: UUID | None = None
    choreography_id: UUID | None = None
    favourite: bool | None = None
    saved_from: date | None = None
    saved_until: date | None = None
    """Days in UTC, both included."""
    ordering: str = "newest"


@dataclass(frozen=True)
class Statistics:
    """What a collection holds."""

    saved: int
    favourites: int
    practised: int
    """Entries that were practised at all."""
    minutes: float
    practised_minutes: float
    difficulties: dict[str, int]
    energies: dict[str, int]
    styles: dict[str, int]
    tags: dict[str, int]
    """By name, the most used first."""


def finished_tasks() -> QuerySet[ChoreographyTask]:
    """Return the tasks that have a video, newest first."""
    tasks = ChoreographyTask.objects.filter(status=TaskStatus.COMPLETED).exclude(output_prefix="")
    return tasks.order_by("-finished_at", "-created_at")


def collection_of(user: User) -> QuerySet[SavedChoreography]:
    """Return a user's entries with all that is shown of them; `choreography.finished` holds the newest video's task."""
    live = ShareLink.objects.filter(saved=OuterRef("id"), expires_at__gt=timezone.now())
    loops = SavedLoop.objects.filter(saved=OuterRef("id"))
    return (
        SavedChoreography.objects.filter(owner=user)
        .select_related("choreography__song", "choreography__current")
        .defer(*LARGE_COLUMNS)
        .annotate(loop_count=_count(loops), share_count=_count(live))
        .prefetch_related(Prefetch("choreography__tasks", finished_tasks()[:1], to_attr="finished"))
    )


def unsaved_of(user: User) -> QuerySet[ChoreographyTask]:
    """Return the newest video's task of each choreography of a user that is not in the collection, newest first."""
    newest = finished_tasks().filter(choreography=OuterRef("choreography")).values("id")[:1]
    tasks = tasks_of(user).filter(id=Subquery(newest)).exclude(choreography__saved__owner=user)
    return tasks.order_by("-finished_at", "-created_at")


def entries(user: User, wanted: Wanted) -> QuerySet[SavedChoreography]:
    """Return the entries that are asked for, in the order that is asked for."""
    found = collection_of(user)
    for name in ("difficulty", "energy", "style"):
        if value := getattr(wanted, name):
            found = found.filter(**{f"{WISH}__{name}": value})
    if wanted.tag:
        found = found.filter(tags__contains=list(wanted.tag))
    if wanted.song_id:
        found = found.filter(choreography__song_id=wanted.song_id)
    if wanted.choreography_id:
        found = found.filter(choreography_id=wanted.choreography_id)
    if wanted.favourite is not None:
        found = found.filter(favourite=wanted.favourite)
    if wanted.saved_from:
        found = found.filter(created_at__date__gte=wanted.saved_from)
    if wanted.saved_until:
        found = found.filter(created_at__date__lte=wanted.saved_until)
    found = _matching(found, wanted.search)
    if wanted.ordering == "difficulty":
        found = found.annotate(level=_level())
    return found.order_by(*ORDERINGS[wanted.ordering])


def entry_of(user: User, saved_id: UUID) -> SavedChoreography:
    """Return one of a user's entries. Raises NotFoundError."""
    entry = collection_of(user).filter(id=saved_id).first()
    if entry is None:
        raise NotFoundError(NO_ENTRY)
    return entry


def choreography_of(user: User, choreography_id: UUID) -> Choreography:
    """Return one of a user's choreographies. Raises NotFoundError."""
    choreographies = Choreography.objects.filter(owner=user).select_related("song").defer("song__analysis")
    choreography = choreographies.filter(id=choreography_id).first()
    if choreography is None:
        raise NotFoundError("There is no such choreography.")
    return choreography


def loop_of(user: User, saved_id: UUID, loop_id: UUID) -> SavedLoop:
    """Return a loop of one of a user's entries. Raises NotFoundError."""
    loop = SavedLoop.objects.filter(id=loop_id, saved_id=saved_id, saved__owner=user).first()
    if loop is None:
        raise NotFoundError("There is no such loop.")
    return loop


def open_shares(saved: SavedChoreography) -> QuerySet[ShareLink]:
    """Return the links of an entry that still open it, newest first."""
    return saved.shares.filter(expires_at__gt=timezone.now())


def shared_by(token: str) -> tuple[ShareLink, ChoreographyTask]:
    """Return the link of a token and the newest video it shows.

    Raises NotFoundError, the same for a token that is wrong, expired or revoked and for one that shows nothing.
    """
    links = ShareLink.objects.filter(token_sha256=hash_of(token), expires_at__gt=timezone.now())
    link = links.select_related("saved").first()
    task = newest_video(link.saved.choreography_id) if link is not None else None
    if link is None or task is None:
        raise NotFoundError("This link shows nothing: it is wrong, or no longer open.")
    return link, task


def newest_video(choreography_id: UUID) -> ChoreographyTask | None:
    """Return the task whose video of a choreography is the newest, with its plan and song; None without any."""
    tasks = finished_tasks().filter(choreography_id=choreography_id, blueprint__isnull=False, song__isnull=False)
    return tasks.select_related("blueprint", "song").defer("song__analysis", "song__waveform").first()


def statistics_of(user: User) -> Statistics:
    """Return what a user's collection holds, in one query."""
    newest = finished_tasks().filter(choreography=OuterRef("choreography"))
    rows = list(
        SavedChoreography.objects.filter(owner=user)
        .annotate(video_s=Subquery(newest.values("output_duration_s")[:1]))
        .values_list(WISH, "video_s", "practised_s", "last_practised_at", "favourite", "tags")
    )
    wishes = [wish or {} for wish, *_ in rows]
    tags = Counter(tag for *_, tags in rows for tag in tags)
    return Statistics(
        saved=len(rows),
        favourites=sum(favourite for *_, favourite, _tags in rows),
        practised=sum(at is not None for _, _, _, at, _, _ in rows),
        minutes=round(sum(video_s or 0 for _, video_s, *_ in rows) / 60, 1),
        practised_minutes=round(sum(practised_s for _, _, practised_s, *_ in rows) / 60, 1),
        difficulties=_counted(wishes, "difficulty"),
        energies=_counted(wishes, "energy"),
        styles=_counted(wishes, "style"),
        tags=dict(sorted(tags.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def tags_of(user: User) -> set[str]:
    """Return the different tags of a user's collection."""
    return {tag for tags in SavedChoreography.objects.filter(owner=user).values_list("tags", flat=True) for tag in tags}


def _matching(found: QuerySet[SavedChoreography], search: str) -> QuerySet[SavedChoreography]:
    """Return the entries in which each word is somewhere: title, song, artist, notes or tags."""
    if not search.strip():
        return found
    found = found.annotate(tag_words=Func(F("tags"), Value(" "), function="array_to_string", output_field=TextField()))
    fields = ("title", "choreography__song__title", "choreography__song__artist", "notes", "tag_words")
    for word in search.split():
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__icontains": word})
        found = found.filter(anywhere)
    return found


def _level() -> Case:
    levels = [When(**{f"{WISH}__difficulty": level.value}, then=Value(level.level)) for level in Difficulty]
    return Case(*levels, default=Value(len(levels)), output_field=IntegerField())


def _count(rows: QuerySet[SavedLoop] | QuerySet[ShareLink]) -> Func:
    grouped = rows.order_by().values("saved").annotate(rows=Count("id")).values("rows")
    return Func(Subquery(grouped), Value(0), function="COALESCE", output_field=IntegerField())


def _counted(wishes: Sequence[dict[str, str]], name: str) -> dict[str, int]:
    return dict(Counter(wish[name] for wish in wishes if name in wish))
