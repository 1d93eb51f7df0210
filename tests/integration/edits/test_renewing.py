"""Back to a plan whose video is gone and whose clips are not as they were: what can be danced of it is danced."""

import pytest
from rest_framework.test import APIClient

from choreography.blueprint.diff import diff_blueprints
from choreography.blueprint.loading import load_blueprint
from choreography.edits.clips import clips_are_there
from choreography.edits.services import dance_version, redo, undo
from choreography.generation.editing import edit_task
from choreography.jobs.running import run_claimed
from choreography.library.touching import touch_library
from choreography.models import MAIN_LIBRARY, Blueprint, Choreography, ChoreographyTask, Move, TaskPhase
from tests.integration.edits.conftest import Change, ask, current
from tests.integration.queue.conftest import jobs_of
from tests.rounds import put_files
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(dance: Choreography, change: Change) -> Blueprint:
    """Return the first version, without a video, of a dance that went on to a second one."""
    version = current(dance)
    change("swap", segment=0, to="any")
    return version


def move_at(version: Blueprint, index: int) -> Move:
    return Move.objects.get(id=version.data["segments"][index]["move_id"])


def replace_clip(move: Move) -> None:
    """Bring the move's clip in anew: filmed a little slower."""
    slower = [round(beat_s * 1.02, 6) for beat_s in move.grid["beat_times_s"]]
    grid = move.grid | {"beat_times_s": slower, "tempo_bpm": move.grid["tempo_bpm"] / 1.02}
    Move.objects.filter(id=move.id).update(clip_sha256="f" * 64, grid=grid)
    touch_library(MAIN_LIBRARY)


def find_beats_anew(move: Move) -> list[float]:
    """Move the beats of a clip that stays as it is; return them."""
    shifted = [round(beat_s + 0.05, 6) for beat_s in move.grid["beat_times_s"]]
    Move.objects.filter(id=move.id).update(grid=move.grid | {"beat_times_s": shifted})
    touch_library(MAIN_LIBRARY)
    return shifted


def remove(*moves: Move) -> None:
    Move.objects.filter(id__in=[move.id for move in moves]).delete()
    touch_library(MAIN_LIBRARY)


def run(task: ChoreographyTask) -> ChoreographyTask:
    assert task.phase == TaskPhase.PLANNING
    run_claimed(task.id, TaskPhase.PLANNING, edit_task)
    task.refresh_from_db()
    return task


def film(version: Blueprint) -> ChoreographyTask:
    """Return the finished task of a version's video."""
    return ChoreographyTask.objects.create(
        owner=version.owner, choreography=version.choreography, song=version.song, blueprint=version,
        status="completed", phase="assembly", output_prefix=put_files("choreographies/x/1"), output_duration_s=40.0,
    )  # fmt: skip


def go_back(dance: Choreography, owner: User) -> ChoreographyTask:
    return run(undo(user=owner, choreography_id=dance.id))


def test_a_replaced_clip_is_danced_from_the_new_one_on_the_same_counts(
    dance: Choreography, first: Blueprint, owner: User
) -> None:
    replace_clip(move_at(first, 2))

    task = go_back(dance, owner)

    assert (task.error_code, task.blueprint) == ("", current(dance))
    assert jobs_of(task) == [("planning", "todo"), ("assembly", "todo")]
    before, after = load_blueprint(first.data), load_blueprint(current(dance).data)
    (swap,) = diff_blueprints(before, after).swapped
    assert (swap.before.index, swap.after.move_id, swap.after.clip_sha256) == (2, swap.before.move_id, "f" * 64)
    assert current(dance).change["words"]["en"] == f"“{swap.after.name}” is danced from its new clip."


def test_for_a_move_that_is_gone_another_one_stands_in(dance: Choreography, first: Blueprint, owner: User) -> None:
    gone = move_at(first, 2)
    remove(gone)

    assert go_back(dance, owner).error_code == ""

    before, after = load_blueprint(first.data), load_blueprint(current(dance).data)
    diff = diff_blueprints(before, after)
    places = {segment.index for segment in (*(swap.before for swap in diff.swapped), *diff.removed)}
    assert places == {segment.index for segment in before.segments if segment.move_id == str(gone.id)}
    assert str(gone.id) not in {segment.move_id for segment in after.segments}


def test_a_clip_whose_beats_were_found_anew_is_danced_on_them(
    dance: Choreography, first: Blueprint, owner: User
) -> None:
    move = move_at(first, 2)
    shifted = find_beats_anew(move)

    go_back(dance, owner)

    segment = load_blueprint(current(dance).data).segments[2]
    assert segment.move_id == str(move.id)
    assert segment.source.start_s in shifted


def test_in_high_quality_the_same_clip_is_danced_as_it_was_wherever_its_beats_are(
    dance: Choreography, change: Change, owner: User
) -> None:
    high = change("quality", quality="high_quality")
    dance.tasks.all().delete()
    change("swap", segment=0, to="any")
    move = move_at(high, 2)
    find_beats_anew(move)

    task = undo(user=owner, choreography_id=dance.id)
    assert (task.phase, current(dance)) == (TaskPhase.ASSEMBLY, high)

    replace_clip(move)
    assert not clips_are_there(load_blueprint(high.data))


def test_where_nothing_stands_in_a_sentence_says_what_to_do_and_redo_leads_back(
    dance: Choreography, first: Blueprint, owner: User
) -> None:
    second = current(dance)
    remove(*Move.objects.exclude(id=move_at(first, 3).id))

    task = go_back(dance, owner)

    assert (task.status, task.error_code) == ("failed", "no_stand_in")
    assert task.error_detail.endswith("go to another version, or plan the dance anew.")
    redo(user=owner, choreography_id=dance.id)
    assert current(dance) == second


def test_where_the_library_is_empty_a_sentence_says_what_to_do(
    dance: Choreography, first: Blueprint, owner: User
) -> None:
    remove(*Move.objects.all())

    task = go_back(dance, owner)

    assert (task.status, task.error_code) == ("failed", "no_stand_in")


def test_a_renewed_version_is_no_step_of_its_own(
    dance: Choreography, first: Blueprint, owner: User, as_owner: APIClient
) -> None:
    second = current(dance)
    second.tasks.all().delete()
    assert move_at(first, 2) == move_at(second, 2)
    replace_clip(move_at(first, 2))
    go_back(dance, owner)
    renewed = current(dance)

    page = as_owner.get(f"/api/choreography/choreographies/{dance.id}/").data
    assert (page["can_undo"], page["can_redo"]) == (False, True)
    run(redo(user=owner, choreography_id=dance.id))
    assert (current(dance).parent, current(dance).change["kind"]) == (second, "renew")

    undo(user=owner, choreography_id=dance.id)
    assert current(dance) == renewed


def test_a_plan_with_a_video_is_shown_whatever_became_of_its_clips(
    dance: Choreography, first: Blueprint, owner: User
) -> None:
    made = film(first)
    remove(move_at(first, 2))

    assert undo(user=owner, choreography_id=dance.id) == made


def test_a_version_that_was_renewed_is_gone_back_to_where_its_video_stands(dance: Choreography, owner: User) -> None:
    first = current(dance)
    made = film(first)
    replace_clip(move_at(first, 2))
    assert ask(dance, owner, "renew").error_code == ""
    renewed = current(dance)

    assert undo(user=owner, choreography_id=dance.id) == made
    assert current(dance) == first
    redo(user=owner, choreography_id=dance.id)
    assert current(dance) == renewed
    assert dance_version(user=owner, blueprint_id=first.id) == made


def test_undo_takes_back_one_step_after_another_to_a_version_that_was_renewed(
    dance: Choreography, owner: User, as_owner: APIClient
) -> None:
    first = current(dance)
    made = film(first)
    replace_clip(move_at(first, 2))
    ask(dance, owner, "renew")
    renewed = current(dance)
    ask(dance, owner, "swap", segment=0, to="any")

    undo(user=owner, choreography_id=dance.id)
    assert current(dance) == renewed
    assert as_owner.get(f"/api/choreography/choreographies/{dance.id}/").data["can_undo"] is True
    assert undo(user=owner, choreography_id=dance.id) == made


@pytest.fixture
def locked(dance: Choreography, change: Change) -> Blueprint:
    """Return a version with a locked move, without a video, of a dance that went on."""
    version = change("lock", segments=[2])
    dance.tasks.all().delete()
    change("swap", segment=0, to="any")
    return version


def test_a_locked_move_stays_locked_on_its_new_clip(dance: Choreography, locked: Blueprint, owner: User) -> None:
    replace_clip(move_at(locked, 2))

    assert go_back(dance, owner).error_code == ""
    assert (current(dance).locked, move_at(current(dance), 2)) == (locked.locked, move_at(locked, 2))


def test_who_locked_a_move_that_is_gone_hears_what_to_do(dance: Choreography, locked: Blueprint, owner: User) -> None:
    remove(move_at(locked, 2))

    assert go_back(dance, owner).error_code == "outdated_locks"
    assert ask(dance, owner, "unlock", segments=[2]).phase == TaskPhase.ASSEMBLY


def test_who_wants_to_go_on_from_an_outdated_plan_renews_it(dance: Choreography, owner: User) -> None:
    replace_clip(move_at(current(dance), 2))
    assert ask(dance, owner, "swap", segment=0, to="any").error_code == "stale_blueprint"

    assert ask(dance, owner, "renew").error_code == ""
    assert ask(dance, owner, "swap", segment=0, to="any").error_code == ""
