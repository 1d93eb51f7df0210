"""Changes of a plan that a dancer asks for. Each is one transaction, under the lock of the choreography's row.

What needs the choreographer becomes a task of the planning queue: the library's poses and the analysis are loaded
there, and a plan takes a third of a second of a core that polls would wait for. All else is done at once.
"""

from dataclasses import replace
from uuid import UUID

from django.db import transaction

from choreography import selectors
from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.schema import Blueprint, Quality, output_of, quality_of
from choreography.blueprint.wishes import DanceWish
from choreography.edits.changes import change_of
from choreography.edits.clips import clips_are_there
from choreography.edits.edit import (
    RENEWAL,
    Ban,
    ChangeQuality,
    Edit,
    Lock,
    Renew,
    Reorder,
    ReplanFrom,
    SectionEnergy,
    Swap,
    Unban,
    Unlock,
    edit_to_json,
)
from choreography.edits.errors import (
    EditInProgressError,
    NothingToRedoError,
    NothingToUndoError,
    SegmentLockedError,
    StaleVersionError,
)
from choreography.edits.selectors import (
    as_renewed,
    choreography_of,
    planning_task_of,
    version_after,
    version_before,
    version_of,
)
from choreography.edits.versions import add_version
from choreography.limits import check_room_for_task, take_turns
from choreography.models import Blueprint as StoredBlueprint
from choreography.models import Choreography, ChoreographyTask, Move, TaskKind, TaskPhase
from choreography.planning.errors import NotAPhraseError
from choreography.queue.deferring import defer_assembly, defer_edit
from common.errors import NotFoundError
from users.models import User


def change_plan(*, user: User, choreography_id: UUID, edit: Edit) -> ChoreographyTask:
    """Edit the current version of a plan; return the task that makes the video of it, or has made it.

    Raises NotFoundError, the errors of `choreography.edits.errors`, NotAPhraseError, TooManyTasksError.
    """
    with transaction.atomic():
        choreography, version = _current(user, choreography_id, edit.blueprint_id)
        plan = load_blueprint(version.data)
        _check_places(edit, plan)
        if isinstance(edit, Ban | Unban):
            _check_known(user, edit.move_id, version, plan)
        _check_locks(edit, plan, frozenset(version.locked))
        if isinstance(edit, Lock | Unlock | Unban | ChangeQuality):
            return _video_of(user, choreography, _changed_at_once(edit, choreography, version, plan))
        return _planned(user, choreography, version, edit)


def undo(*, user: User, choreography_id: UUID, blueprint_id: str | None = None) -> ChoreographyTask:
    """Dance the version again from which the current one was made. Raises as `change_plan`, NothingToUndoError."""
    with transaction.atomic():
        choreography, version = _current(user, choreography_id, blueprint_id)
        before = version_before(version)
        if before is None:
            raise NothingToUndoError
        return _video_of(user, choreography, _dance(choreography, as_renewed(before)))


def redo(*, user: User, choreography_id: UUID, blueprint_id: str | None = None) -> ChoreographyTask:
    """Dance the newest version made from the current one. Raises as `change_plan`, NothingToRedoError."""
    with transaction.atomic():
        choreography, version = _current(user, choreography_id, blueprint_id)
        after = version_after(version)
        if after is None:
            raise NothingToRedoError
        return _video_of(user, choreography, _dance(choreography, as_renewed(after)))


def dance_version(*, user: User, blueprint_id: UUID) -> ChoreographyTask:
    """Dance any version of a choreography. Raises as `change_plan`."""
    with transaction.atomic():
        take_turns(user)
        version = version_of(user, blueprint_id)
        assert version.choreography_id is not None
        choreography, _ = _current(user, version.choreography_id, None)
        return _video_of(user, choreography, _dance(choreography, as_renewed(version)))


def assemble(
    *, user: User, choreography_id: UUID, quality: Quality | None = None, blueprint_id: str | None = None
) -> ChoreographyTask:
    """Return a task with a video of the current plan, at a quality where one is given; a new task only where needed.

    Raises as `change_plan`.
    """
    with transaction.atomic():
        choreography, version = _current(user, choreography_id, blueprint_id)
        plan = load_blueprint(version.data)
        if quality is not None and quality != plan.output.quality:
            edit = ChangeQuality(kind="quality", blueprint_id=str(version.id), quality=quality)
            version = _changed_at_once(edit, choreography, version, plan)
        return _video_of(user, choreography, version)


def delete_choreography(*, user: User, choreography_id: UUID) -> None:
    """Remove a choreography with its versions and tasks; files follow, and a job at work on it finds out.

    Raises NotFoundError.
    """
    with transaction.atomic():
        _locked(user, choreography_id).delete()


def _locked(user: User, choreography_id: UUID) -> Choreography:
    take_turns(user)  # before any other row, as jobs do: so nobody waits for who waits for them
    return choreography_of(user, choreography_id, for_update=True)


def _current(user: User, choreography_id: UUID, seen: str | None) -> tuple[Choreography, StoredBlueprint]:
    """Return a choreography, locked, and its current version, which must be the one that was `seen`."""
    choreography = _locked(user, choreography_id)
    version = choreography.current
    if version is None:
        raise NotFoundError("This choreography has no plan.")
    if seen is not None and str(version.id) != seen:
        raise StaleVersionError
    if planning_task_of(choreography) is not None:
        raise EditInProgressError
    return choreography, version


def _check_places(edit: Edit, plan: Blueprint) -> None:
    match edit:
        case Swap(segment=segment) | ReplanFrom(segment=segment):
            places: tuple[int, ...] = (segment,)
        case Reorder(segment=segment, to=to):
            places = (segment, to)
        case Lock(segments=segments) | Unlock(segments=segments):
            places = segments
        case _:
            places = ()
    for place in places:
        if place >= len(plan.segments):
            raise NotAPhraseError(f"The plan has no move number {place + 1}.")
    if isinstance(edit, SectionEnergy) and edit.section >= len(plan.sections):
        raise NotAPhraseError(f"The song has no section {edit.section + 1}.")


def _check_known(user: User, move_id: str, version: StoredBlueprint, plan: Blueprint) -> None:
    """Raise NotFoundError for a move that the user may not see, unless the plan or the wish has it."""
    danced = {segment.move_id for segment in plan.segments} | DanceWish.from_json(version.wish).banned_moves
    moves = Move.objects.all() if move_id in danced else selectors.visible_moves(user)
    if not moves.filter(id=move_id).exists():
        raise NotFoundError("There is no such move.")


def _check_locks(edit: Edit, plan: Blueprint, locked: frozenset[int]) -> None:
    """Raise SegmentLockedError where the edit asks for a change of what is locked."""
    match edit:
        case Swap(segment=segment):
            touched = [plan.segments[segment]]
        case Reorder(segment=segment, to=to):
            touched = list(plan.segments[min(segment, to) : max(segment, to) + 1])
        case Ban(move_id=move_id):
            touched = [each for each in plan.segments if each.move_id == move_id]
        case _:
            touched = []
    if any(segment.target.first_beat in locked for segment in touched):
        raise SegmentLockedError


def _changed_at_once(
    edit: Lock | Unlock | Unban | ChangeQuality, choreography: Choreography, version: StoredBlueprint, plan: Blueprint
) -> StoredBlueprint:
    """Make the version of an edit that needs no planning; return the current one where nothing changes."""
    asked, locked, after, moved_name = DanceWish.from_json(version.wish), frozenset(version.locked), plan, ""
    match edit:
        case Lock():
            locked |= _first_beats(edit.segments, plan)
        case Unlock():
            locked -= _first_beats(edit.segments, plan)
        case Unban():
            asked = replace(asked, banned_moves=asked.banned_moves - {edit.move_id})
            moved_name = Move.objects.get(id=edit.move_id).name
        case ChangeQuality():
            asked = replace(asked, quality=edit.quality)
            after = plan.model_copy(update={"output": output_of(edit.quality)})
    if (asked, locked, after) == (DanceWish.from_json(version.wish), frozenset(version.locked), plan):
        return version
    return add_version(
        choreography,
        plan=after,
        wish=asked,
        scores=version.scores,
        change=change_of(edit, plan, after, moved_name=moved_name),
        locked=sorted(locked),
    )


def _first_beats(indices: tuple[int, ...], plan: Blueprint) -> frozenset[int]:
    return frozenset(plan.segments[index].target.first_beat for index in indices)


def _dance(choreography: Choreography, version: StoredBlueprint) -> StoredBlueprint:
    choreography.current = version
    choreography.save(update_fields=("current", "updated_at"))
    return version


def _video_of(user: User, choreography: Choreography, version: StoredBlueprint) -> ChoreographyTask:
    """Return the task that has made, or is making, a video of exactly this plan; a new one where there is none."""
    known = selectors.finished_task_for(version) or selectors.running_task_for(version)
    if known is not None:
        return known
    if not clips_are_there(load_blueprint(version.data)):
        return _planned(user, choreography, version, Renew(kind=RENEWAL, blueprint_id=str(version.id)))
    check_room_for_task(user)
    task = _new_task(
        choreography, version, phase=TaskPhase.ASSEMBLY, blueprint=version, message="Putting the moves on the music"
    )
    defer_assembly(task.id)
    return task


def _planned(user: User, choreography: Choreography, version: StoredBlueprint, edit: Edit) -> ChoreographyTask:
    """Return a task in which the choreographer makes the next version."""
    check_room_for_task(user)
    task = _new_task(choreography, version, edit=edit_to_json(edit), message="Waiting for a free dancer")
    defer_edit(task.id)
    return task


def _new_task(choreography: Choreography, version: StoredBlueprint, **fields: object) -> ChoreographyTask:
    asked = DanceWish.from_json(version.wish)
    return ChoreographyTask.objects.create(
        owner_id=choreography.owner_id,
        kind=TaskKind.ASSEMBLE,
        choreography=choreography,
        song_id=choreography.song_id,
        difficulty=asked.difficulty,
        energy=asked.energy,
        style=asked.style,
        duration_s=asked.duration_s,
        seed=asked.seed,
        quality=quality_of(version.data["output"]["quality"]),
        wish=version.wish,
        **fields,
    )
