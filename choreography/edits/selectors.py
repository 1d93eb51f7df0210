"""Reads of choreographies and their versions. What belongs to somebody else reads as if it did not exist."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Prefetch, QuerySet

from choreography.blueprint.diff import BlueprintDiff, diff_blueprints
from choreography.blueprint.loading import load_blueprint
from choreography.edits.edit import RENEWAL
from choreography.models import Blueprint, Choreography, ChoreographyTask, TaskPhase, TaskStatus
from choreography.selectors import finished_task_for
from common.errors import NotFoundError
from users.models import User


@dataclass(frozen=True)
class Overview:
    """A choreography with all that its page shows."""

    choreography: Choreography
    versions: tuple[Blueprint, ...]
    """Without their plans, oldest first."""
    current: Blueprint | None
    shown: ChoreographyTask | None
    """The newest finished task of the current plan, else of any version."""
    running: ChoreographyTask | None
    """The newest task that is not finished."""
    up_to_date: bool
    """`shown` shows the current plan."""
    can_redo: bool


def choreographies_of(user: User) -> QuerySet[Choreography]:
    """Return a user's choreographies, the last changed first, with the task of the newest video as `finished_tasks`."""
    finished = (
        ChoreographyTask.objects.filter(status=TaskStatus.COMPLETED)
        .exclude(output_prefix="")  # an answer that shows an earlier video has none of its own
        .select_related("song")
        .defer("song__analysis", "song__waveform")
        .order_by("choreography_id", "-finished_at")
        .distinct("choreography_id")
    )
    return (
        Choreography.objects.filter(owner=user)
        .select_related("song", "current")
        .defer("song__analysis", "song__waveform", "current__data", "current__scores")
        .annotate(version_count=Count("versions"))
        .prefetch_related(Prefetch("tasks", queryset=finished, to_attr="finished_tasks"))
        .order_by("-updated_at", "id")
    )


def choreography_of(user: User, choreography_id: UUID, *, for_update: bool = False) -> Choreography:
    """Return one of a user's choreographies, locked where asked. Raises NotFoundError."""
    rows = Choreography.objects.filter(owner=user, id=choreography_id).select_related("song", "current")
    found = (rows.select_for_update(of=("self",)) if for_update else rows).first()
    if found is None:
        raise NotFoundError("There is no such choreography.")
    return found


def version_of(user: User, blueprint_id: UUID) -> Blueprint:
    """Return one version of one of a user's choreographies. Raises NotFoundError."""
    rows = Blueprint.objects.filter(owner=user, choreography__owner=user, id=blueprint_id)
    version = rows.select_related("choreography", "parent").first()
    if version is None:
        raise NotFoundError("There is no such plan.")
    return version


def current_version_of(user: User, choreography_id: UUID) -> Blueprint:
    """Return the version that is danced, with its song. Raises NotFoundError."""
    current = choreography_of(user, choreography_id).current
    if current is None:
        raise NotFoundError("This choreography has no plan.")
    return current


def current_id_of(task: ChoreographyTask) -> UUID | None:
    """Return the id of the version that is danced in a task's choreography."""
    assert task.choreography_id is not None
    return Choreography.objects.values_list("current_id", flat=True).get(id=task.choreography_id)


def overview_of(user: User, choreography_id: UUID) -> Overview:
    """Return one of a user's choreographies with versions and tasks. Raises NotFoundError."""
    choreography = choreography_of(user, choreography_id)
    tasks = ChoreographyTask.objects.filter(choreography=choreography).select_related("song", "blueprint")
    finished = tasks.filter(status=TaskStatus.COMPLETED).exclude(output_prefix="").order_by("-finished_at")
    current = choreography.current
    exact = finished_task_for(current) if current else None
    return Overview(
        choreography=choreography,
        versions=tuple(choreography.versions.defer("data", "scores").order_by("number")),
        current=current,
        shown=exact or finished.first(),
        up_to_date=exact is not None,
        running=tasks.exclude(status__in=ChoreographyTask.FINISHED).order_by("-created_at").first(),
        can_redo=current is not None and version_after(current) is not None,
    )


def can_undo(overview: Overview) -> bool:
    """Return whether there is a version from which the current one was made."""
    return overview.current is not None and _before_renewals(overview.current).parent_id is not None


def locked_indices(version: Blueprint) -> list[int]:
    """Return which segments of a version's plan are locked."""
    segments = version.data.get("segments", [])
    return [segment["index"] for segment in segments if segment["target"]["first_beat"] in version.locked]


def diff_of(before: Blueprint, after: Blueprint) -> BlueprintDiff:
    """Return what became of each segment from one version to another."""
    return diff_blueprints(load_blueprint(before.data), load_blueprint(after.data))


def versions_to_compare(user: User, blueprint_id: UUID, other_id: UUID) -> tuple[Blueprint, Blueprint]:
    """Return two versions of one choreography of a user. Raises NotFoundError."""
    version, other = version_of(user, blueprint_id), version_of(user, other_id)
    if version.choreography_id != other.choreography_id:
        raise NotFoundError("There is no such plan.")
    return version, other


def version_before(version: Blueprint) -> Blueprint | None:
    """Return the version that an edit made this one of. A renewal is no step where it stands for what it renewed."""
    return _before_renewals(version).parent


def version_after(version: Blueprint) -> Blueprint | None:
    """Return the newest edit of a version, or of what it stands for."""
    at: Blueprint | None = version
    while at is not None:
        edits = at.edits.order_by("-number")
        found = edits.first()
        if found is not None and _stands_for_parent(found):
            found = edits.exclude(change__kind=RENEWAL).first()
        if found is not None:
            return found
        at = at.parent if _stands_for_parent(at) else None
    return None


def as_renewed(version: Blueprint) -> Blueprint:
    """Return the newest renewal that stands for a version, itself where there is none or its video can be shown."""
    newest = version.edits.filter(change__kind=RENEWAL).order_by("-number").first()
    return as_renewed(newest) if newest is not None and _stands_for_parent(newest) else version


def _before_renewals(version: Blueprint) -> Blueprint:
    while version.parent is not None and _stands_for_parent(version):
        version = version.parent
    return version


def _stands_for_parent(version: Blueprint) -> bool:
    """Return whether this is the renewal of a version that has no video."""
    renewal = bool(version.change.get("kind") == RENEWAL)
    return renewal and version.parent is not None and finished_task_for(version.parent) is None


def planning_task_of(choreography: Choreography) -> ChoreographyTask | None:
    """Return the task that is about to change the plan of a choreography."""
    tasks = choreography.tasks.exclude(status__in=ChoreographyTask.FINISHED)
    return tasks.filter(phase=TaskPhase.PLANNING).exclude(edit={}).first()
