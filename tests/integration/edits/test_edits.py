"""Every change of a plan is a version of its own; what it does not name stays as it was."""

import random
from collections import Counter
from itertools import pairwise

import pytest

from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.schema import Blueprint as Plan
from choreography.blueprint.wishes import DanceWish
from choreography.edits.alternatives import alternatives
from choreography.edits.edit import edit_from_json
from choreography.edits.errors import (
    EditInProgressError,
    NothingToRedoError,
    NothingToUndoError,
    SegmentLockedError,
    StaleVersionError,
)
from choreography.edits.services import change_plan, redo, undo
from choreography.generation.editing import edit_task
from choreography.jobs.running import run_claimed
from choreography.library.touching import touch_library
from choreography.models import MAIN_LIBRARY, Blueprint, Choreography, ChoreographyTask, Move, TaskPhase
from choreography.planning.errors import NotAPhraseError
from choreography.services import cancel_task
from common.errors import NotFoundError
from tests.factories import make_move, make_user
from tests.integration.edits.conftest import Change, ask, current
from tests.integration.queue.conftest import jobs_of
from users.models import User

pytestmark = pytest.mark.django_db


def plan_of(version: Blueprint) -> Plan:
    return load_blueprint(version.data)


def danced(version: Blueprint) -> list[tuple[int, str]]:
    return [(segment.target.first_beat, segment.move_id) for segment in plan_of(version).segments]


def short_place(dance: Choreography) -> int:
    """Return where the shortest move of the plan is danced, for which the library has the most others."""
    return min(plan_of(current(dance)).segments, key=lambda segment: segment.target.beats).index


def test_a_swap_is_a_version_with_its_parent_its_change_and_its_scores(dance: Choreography, change: Change) -> None:
    first = current(dance)

    second = change("swap", segment=1, to="any")

    assert (second.number, second.parent_id) == (2, first.id)
    differing = [one for one, other in zip(danced(first), danced(second), strict=True) if one != other]
    assert differing == [danced(first)[1]]
    assert second.change["kind"] == "swap"
    assert second.change["parameters"]["from_move_id"] == danced(first)[1][1]
    assert set(second.change["words"]) == {"en", "es"}
    assert plan_of(first).segments[1].name in second.change["words"]["es"]
    assert len(second.scores) == len(plan_of(second).segments)


@pytest.mark.parametrize(("to", "step"), [("harder", 1), ("easier", -1)])
def test_a_swap_to_harder_or_easier_changes_the_level(change: Change, dance: Choreography, to: str, step: int) -> None:
    segments = sorted(plan_of(current(dance)).segments, key=lambda segment: segment.target.beats)
    before = next(each for each in segments if 0 <= each.difficulty.level + step <= 2)

    after = plan_of(change("swap", segment=before.index, to=to)).segments[before.index]

    assert (after.difficulty.level - before.difficulty.level) * step > 0


def test_another_of_the_same_kind_and_one_of_a_category(change: Change, dance: Choreography) -> None:
    place = short_place(dance)
    kind = Counter(str(each.move.category) for each in alternatives(current(dance), place)).most_common(1)[0][0]

    by_category = plan_of(change("swap", segment=place, to="category", category=kind)).segments[place]
    again = plan_of(change("swap", segment=place, to="same_kind")).segments[place]

    assert (by_category.category, again.category) == (kind, kind)
    assert again.move_id != by_category.move_id


def test_asking_for_another_one_again_and_again_does_not_go_in_circles(change: Change, dance: Choreography) -> None:
    place = short_place(dance)
    first = plan_of(current(dance)).segments[place].move_id

    seen = [first, *(plan_of(change("swap", segment=place, to="any")).segments[place].move_id for _ in range(4))]

    assert len(set(seen)) == len(seen)


def test_every_alternative_that_is_offered_can_be_danced_there(dance: Choreography, owner: User) -> None:
    place = short_place(dance)
    offered = alternatives(current(dance), place)
    assert len(offered) >= 3

    for each in (offered[0], offered[1], offered[-1]):
        task = ask(dance, owner, "swap", segment=place, to="move", move_id=str(each.move.id))
        assert task.error_code == "", task.error_detail
        assert plan_of(current(dance)).segments[place].move_id == str(each.move.id)
        undo(user=owner, choreography_id=dance.id)


def test_a_move_that_is_not_offered_does_not_fit(dance: Choreography, owner: User) -> None:
    segments = plan_of(current(dance)).segments
    longest = max(segments, key=lambda segment: segment.target.beats).index
    near = {each.move_id for each in segments if abs(each.index - longest) <= 1}
    offered = {str(each.move.id) for each in alternatives(current(dance), longest)}
    others = Move.objects.exclude(id__in=offered | near)[:12]
    assert offered
    assert others

    for move in others:
        task = ask(dance, owner, "swap", segment=longest, to="move", move_id=str(move.id))
        assert task.error_code == "unknown_move"


def test_alternatives_are_of_the_kind_and_level_asked_for(dance: Choreography) -> None:
    place = short_place(dance)
    everything = alternatives(current(dance), place)
    one = everything[-1].move

    found = alternatives(current(dance), place, category=one.category, difficulty=one.difficulty)

    assert one in [each.move for each in found]
    assert {(each.move.category, each.move.difficulty) for each in found} == {(one.category, one.difficulty)}


def test_alternatives_come_best_first_and_those_above_the_wished_level_last(dance: Choreography) -> None:
    offered = alternatives(current(dance), short_place(dance))

    assert {each.above_wish for each in offered} == {False, True}
    assert offered == sorted(offered, key=lambda each: (each.above_wish, -each.score, str(each.move.id)))
    assert offered != sorted(offered, key=lambda each: (-each.score, str(each.move.id)))


@pytest.mark.parametrize("kind", ["ban", "unban"])
def test_a_private_move_of_somebody_else_reads_as_if_it_were_not_there(
    dance: Choreography, owner: User, kind: str
) -> None:
    theirs = make_move(owner=make_user("somebody"), name="Secret figure")
    tasks = ChoreographyTask.objects.count()

    with pytest.raises(NotFoundError):
        ask(dance, owner, kind, move_id=str(theirs.id))

    assert ChoreographyTask.objects.count() == tasks


def test_locked_moves_survive_what_plans_anew(dance: Choreography, change: Change) -> None:
    kept = [danced(current(dance))[index] for index in (1, 3)]
    change("lock", segments=[1, 3])

    for kind, parameters in (
        ("replan", {"seed": 77}),
        ("replan_from", {"segment": 0, "seed": 5}),
        ("section_energy", {"section": 0, "energy": "high"}),
        ("ban", {"move_id": danced(current(dance))[0][1]}),
    ):
        version = change(kind, **parameters)
        assert version.change["kind"] == kind
        assert set(kept) <= set(danced(version))


def test_what_asks_to_change_a_locked_move_is_refused(dance: Choreography, change: Change, owner: User) -> None:
    locked = danced(current(dance))[2][1]
    change("lock", segments=[2])

    for kind, parameters in (
        ("swap", {"segment": 2, "to": "any"}),
        ("ban", {"move_id": locked}),
        ("reorder", {"segment": 1, "to": 3}),
    ):
        with pytest.raises(SegmentLockedError):
            ask(dance, owner, kind, **parameters)

    change("unlock", segments=[2])
    assert change("swap", segment=2, to="any").number == 4


def test_a_banned_move_is_gone_until_it_is_allowed_again(dance: Choreography, change: Change) -> None:
    banned = danced(current(dance))[1][1]

    after = change("ban", move_id=banned)
    again = change("replan", seed=9)

    assert banned not in {move_id for _, move_id in danced(after) + danced(again)}
    assert DanceWish.from_json(again.wish).banned_moves == {banned}
    assert DanceWish.from_json(change("unban", move_id=banned).wish).banned_moves == frozenset()


def test_locks_and_qualities_are_made_at_once(dance: Choreography, owner: User) -> None:
    locked = ask(dance, owner, "lock", segments=[0])
    better = ask(dance, owner, "quality", quality="high_quality")

    assert [locked.phase, better.phase] == [TaskPhase.ASSEMBLY, TaskPhase.ASSEMBLY]
    assert plan_of(current(dance)).output.width == 1920
    assert current(dance).number == 3
    assert jobs_of(better) == [("assembly", "todo")]
    assert better.quality == "high_quality"


def test_locking_what_is_locked_is_no_version(dance: Choreography, change: Change) -> None:
    assert change("lock", segments=[0]).number == 2
    assert change("lock", segments=[0]).number == 2


def test_undo_and_redo_move_between_versions_and_lose_none(dance: Choreography, change: Change, owner: User) -> None:
    first = current(dance)
    second = change("swap", segment=0, to="any")

    undo(user=owner, choreography_id=dance.id)
    assert current(dance) == first
    redo(user=owner, choreography_id=dance.id)
    assert current(dance) == second
    with pytest.raises(NothingToRedoError):
        redo(user=owner, choreography_id=dance.id)
    undo(user=owner, choreography_id=dance.id)
    third = change("swap", segment=2, to="any")
    assert (third.number, third.parent_id) == (3, first.id)
    undo(user=owner, choreography_id=dance.id)
    redo(user=owner, choreography_id=dance.id)
    assert current(dance) == third
    assert dance.versions.count() == 3
    undo(user=owner, choreography_id=dance.id)
    with pytest.raises(NothingToUndoError):
        undo(user=owner, choreography_id=dance.id)


def test_a_plan_whose_video_exists_is_offered_at_once(dance: Choreography, change: Change, owner: User) -> None:
    made = undo_ready(dance, owner)
    change("swap", segment=0, to="any")

    offered = undo(user=owner, choreography_id=dance.id)

    assert offered == made
    locked = ask(dance, owner, "lock", segments=[1])
    assert locked == made


def undo_ready(dance: Choreography, owner: User) -> ChoreographyTask:
    """Return a finished task of the current plan."""
    version = current(dance)
    return ChoreographyTask.objects.create(
        owner=owner, choreography=dance, song=dance.song, blueprint=version, status="completed",
        phase="assembly", output_prefix="choreographies/x/1", output_duration_s=40.0,
    )  # fmt: skip


def test_an_edit_of_a_version_that_is_not_current_is_refused(dance: Choreography, change: Change, owner: User) -> None:
    seen = str(current(dance).id)
    change("swap", segment=0, to="any")

    for kind, parameters in (("swap", {"segment": 1, "to": "any"}), ("lock", {"segments": [1]})):
        edit = edit_from_json({"kind": kind, "blueprint_id": seen, **parameters})
        with pytest.raises(StaleVersionError):
            change_plan(user=owner, choreography_id=dance.id, edit=edit)
    with pytest.raises(StaleVersionError):
        undo(user=owner, choreography_id=dance.id, blueprint_id=seen)


def test_while_one_edit_is_planned_the_next_one_waits(dance: Choreography, owner: User) -> None:
    def edit() -> ChoreographyTask:
        told = {"kind": "swap", "blueprint_id": str(current(dance).id), "segment": 1, "to": "any"}
        return change_plan(user=owner, choreography_id=dance.id, edit=edit_from_json(told))

    first = edit()
    with pytest.raises(EditInProgressError):
        edit()
    with pytest.raises(EditInProgressError):
        undo(user=owner, choreography_id=dance.id)
    cancel_task(user=owner, task_id=first.id)
    second = edit()

    run_claimed(first.id, TaskPhase.PLANNING, edit_task)
    run_claimed(second.id, TaskPhase.PLANNING, edit_task)

    assert current(dance).number == 2
    assert current(dance) == ChoreographyTask.objects.get(id=second.id).blueprint
    assert jobs_of(second) == [("planning", "todo"), ("assembly", "todo")]


def test_an_edit_whose_plan_moved_on_meanwhile_fails_and_changes_nothing(dance: Choreography, owner: User) -> None:
    told = {"kind": "swap", "blueprint_id": str(current(dance).id), "segment": 1, "to": "any"}
    task = change_plan(user=owner, choreography_id=dance.id, edit=edit_from_json(told))
    other = Blueprint.objects.get(id=current(dance).id)
    other.pk, other.number = None, 2
    other.save(force_insert=True)
    Choreography.objects.filter(id=dance.id).update(current=other)

    run_claimed(task.id, TaskPhase.PLANNING, edit_task)

    task.refresh_from_db()
    assert (task.status, task.error_code) == ("failed", "stale_blueprint")
    assert dance.versions.count() == 2


def test_an_edit_job_that_lost_its_claim_leaves_no_version(dance: Choreography, owner: User) -> None:
    told = {"kind": "swap", "blueprint_id": str(current(dance).id), "segment": 1, "to": "any"}
    task = change_plan(user=owner, choreography_id=dance.id, edit=edit_from_json(told))

    def taken_over(claim) -> None:  # type: ignore[no-untyped-def]
        ChoreographyTask.objects.filter(id=task.id).update(attempt=claim.attempt + 1)
        edit_task(claim)

    run_claimed(task.id, TaskPhase.PLANNING, taken_over)

    assert dance.versions.count() == 1


def test_corrected_counts_end_edits_until_all_is_planned_anew(dance: Choreography, change: Change, owner: User) -> None:
    song = dance.song
    assert song.analysis is not None
    song.analysis["grid"]["beat_times_s"] = [time + 0.02 for time in song.analysis["grid"]["beat_times_s"]]
    song.save()

    task = ask(dance, owner, "swap", segment=1, to="any")
    assert task.error_code == "stale_blueprint"

    anew = change("replan")
    assert anew.number == 2
    assert plan_of(anew).grid.beat_times_s[0] == pytest.approx(song.analysis["grid"]["beat_times_s"][0])


def test_who_locked_a_move_that_is_no_longer_danced_hears_what_to_do(
    dance: Choreography, change: Change, owner: User
) -> None:
    change("lock", segments=[2])
    Move.objects.filter(id=plan_of(current(dance)).segments[2].move_id).update(status="flagged")
    touch_library(MAIN_LIBRARY)

    task = ask(dance, owner, "replan")
    assert task.error_code == "outdated_locks"

    change("unlock", segments=[2])
    assert ask(dance, owner, "replan").error_code == ""


@pytest.mark.parametrize(("kind", "parameters"), [("replan", {}), ("swap", {"segment": 1, "to": "any"})])
def test_who_locked_moves_on_counts_that_were_corrected_hears_what_to_do(
    dance: Choreography, change: Change, owner: User, kind: str, parameters: dict[str, object]
) -> None:
    change("lock", segments=[2])
    song = dance.song
    assert song.analysis is not None
    song.analysis["grid"]["beat_times_s"] = [time + 0.02 for time in song.analysis["grid"]["beat_times_s"]]
    song.save()

    task = ask(dance, owner, kind, **parameters)
    assert task.error_code == "outdated_locks"
    assert task.error_detail.endswith("unlock those moves, then plan the dance anew.")

    change("unlock", segments=[2])
    assert plan_of(change("replan")).grid.beat_times_s[0] == pytest.approx(song.analysis["grid"]["beat_times_s"][0])


@pytest.mark.parametrize(
    ("kind", "parameters", "error"),
    [
        ("swap", {"segment": 99, "to": "any"}, NotAPhraseError),
        ("lock", {"segments": [0, 99]}, NotAPhraseError),
        ("reorder", {"segment": 0, "to": 99}, NotAPhraseError),
        ("replan_from", {"segment": 99}, NotAPhraseError),
        ("section_energy", {"section": 99, "energy": "low"}, NotAPhraseError),
        ("ban", {"move_id": "00000000-0000-4000-8000-000000000000"}, NotFoundError),
    ],
)
def test_places_and_moves_that_are_not_there_are_refused(
    dance: Choreography, owner: User, kind: str, parameters: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        ask(dance, owner, kind, **parameters)

    assert dance.tasks.count() == 0


@pytest.mark.parametrize("seed", range(4))
def test_any_sequence_of_edits_keeps_what_was_promised(
    dance: Choreography, owner: User, settings: object, seed: int
) -> None:
    dice = random.Random(seed)
    first = current(dance)
    settings.MAX_ACTIVE_TASKS_PER_USER = 1_000  # type: ignore[attr-defined]
    steps = 0
    for _ in range(12):
        before = current(dance)
        segments = plan_of(before).segments
        index, other = dice.randrange(len(segments)), dice.randrange(len(segments))
        kind, parameters = dice.choice(
            [
                ("swap", {"segment": index, "to": dice.choice(["any", "harder", "easier", "same_kind"])}),
                ("lock", {"segments": [index]}),
                ("unlock", {"segments": [index]}),
                ("ban", {"move_id": segments[index].move_id}),
                ("reorder", {"segment": index, "to": other}),
                ("section_energy", {"section": 0, "energy": dice.choice(["low", "high"])}),
                ("replan_from", {"segment": index}),
                ("replan", {}),
                ("quality", {"quality": dice.choice(["fast", "balanced"])}),
            ]
        )
        try:
            ask(dance, owner, kind, **parameters)
        except SegmentLockedError:
            continue
        after = current(dance)
        steps += after != before
        locked = {place for place in danced(before) if place[0] in before.locked and place[0] in after.locked}
        assert locked <= set(danced(after))
        assert all(one[1] != two[1] for one, two in pairwise(danced(after)))
    numbers = sorted(dance.versions.values_list("number", flat=True))
    assert numbers == list(range(1, steps + 2))
    assert steps >= 3

    for _ in range(steps):
        undo(user=owner, choreography_id=dance.id)

    assert current(dance) == first
