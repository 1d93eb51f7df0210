"""From a version of a plan and an edit to the next version."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.schema import Blueprint
from choreography.blueprint.wishes import DanceWish
from choreography.edits.applying import Desk, applied, moves_tried
from choreography.edits.changes import change_of
from choreography.edits.edit import Edit, edit_from_json
from choreography.edits.errors import StaleVersionError
from choreography.edits.versions import add_version
from choreography.generation.library import moves_for
from choreography.generation.planning import Report, planner_wish, with_doubt
from choreography.models import Blueprint as StoredBlueprint
from choreography.models import Choreography, ChoreographyTask, Move, TaskStage
from choreography.planning.editing import Draft, scores_of
from choreography.queue.deferring import defer_assembly
from choreography.queue.fence import Claim
from choreography.songs.analysis import analysis_of
from common.errors import InternalError
from common.faults import inject


def edit_task(claim: Claim) -> None:
    """Make the next version of a claimed task's choreography and hand it to the assembly.

    Raises StaleVersionError where the choreography went on without us, and the errors of `applied`.
    """
    task = ChoreographyTask.objects.get(id=claim.task_id)
    if task.choreography_id is None or not task.edit:
        raise InternalError("The change of this task is not known.")
    edit = edit_from_json(task.edit)
    version = _version(task.choreography_id, edit)
    planned = planned_edit(edit, version, claim.report)
    with claim.held():  # a version that cannot be handed over does not stay
        choreography = Choreography.objects.select_for_update(of=("self",)).get(id=task.choreography_id)
        if choreography.current_id != version.id:
            raise StaleVersionError
        claim.hand_over(store_edit(planned, choreography, version), defer_assembly)


@dataclass(frozen=True)
class PlannedEdit:
    """The next version of a plan, before it is stored."""

    plan: Blueprint
    wish: DanceWish
    scores: tuple[dict[str, float], ...]
    change: dict[str, Any]


def planned_edit(edit: Edit, version: StoredBlueprint, report: Report) -> PlannedEdit:
    """Return what an edit makes of a version. Raises the errors of `applied`."""
    named = getattr(edit, "move_id", None)
    report(TaskStage.SEARCHING, 25, "Looking through the library")
    desk = desk_of(version, named=named)
    inject("searching")
    report(TaskStage.SEQUENCING, 40, "Changing the plan")
    edited = applied(edit, desk)
    plan = with_doubt(edited.blueprint, desk.draft.song, edited.asked.language)
    scores = scores_of(replace(desk.draft, blueprint=plan, wish=planner_wish(edited.asked)))
    inject("sequencing")
    change = change_of(edit, desk.draft.blueprint, plan, moved_name=_name_of(named))
    return PlannedEdit(plan, edited.asked, scores, change)


def store_edit(planned: PlannedEdit, choreography: Choreography, version: StoredBlueprint) -> StoredBlueprint:
    """Store what an edit made of a version, which is danced in the choreography; the caller holds its row locked."""
    return add_version(
        choreography,
        plan=planned.plan,
        wish=planned.wish,
        scores=planned.scores,
        change=planned.change,
        locked=version.locked,
    )


def desk_of(version: StoredBlueprint, named: str | None = None) -> Desk:
    """Return a version of a plan with all that an edit of it needs; `named`: a move that the edit names."""
    assert version.choreography_id is not None
    asked = DanceWish.from_json(version.wish)
    blueprint = load_blueprint(version.data)
    song, wish = analysis_of(version.song), planner_wish(asked)
    danced = {segment.move_id for segment in blueprint.segments} | ({named} if named else set())
    history = StoredBlueprint.objects.filter(choreography_id=version.choreography_id)
    return Desk(
        draft=Draft(
            blueprint=blueprint,
            song=song,
            moves=moves_for(song, wish, version.owner_id, keep=danced),
            wish=wish,
        ),
        asked=asked,
        locked=frozenset(version.locked),
        tried=moves_tried(history.values_list("id", "parent_id", "change"), version.id),
    )


def _version(choreography_id: UUID, edit: Edit) -> StoredBlueprint:
    found = (
        StoredBlueprint.objects.select_related("song")
        .filter(choreography_id=choreography_id, id=edit.blueprint_id)
        .first()
    )
    if found is None:
        raise StaleVersionError
    return found


def _name_of(move_id: str | None) -> str:
    return Move.objects.filter(id=move_id).values_list("name", flat=True).first() or "" if move_id else ""
