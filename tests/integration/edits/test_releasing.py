"""Videos of earlier versions go after a while; what is shown anywhere stays, and what could not be made again."""

import threading
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections, transaction
from django.utils import timezone
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from choreography.edits.services import redo, undo
from choreography.edits.sweeping import release_superseded
from choreography.generation import outputs
from choreography.limits import take_turns
from choreography.models import Blueprint, Choreography, ChoreographyTask, Move, Rendition
from common import storage
from tests.factories import make_saved, make_task
from tests.integration.edits.conftest import Change, ask, current
from tests.integration.queue.conftest import jobs_of
from tests.rounds import look_at_everything, put_files
from tests.waiting import let_owner_go_first, wait_until_somebody_waits
from users.models import User

pytestmark = pytest.mark.django_db
Film = Callable[[Blueprint], ChoreographyTask]
DAYS = 7


@pytest.fixture
def film(dance: Choreography, owner: User) -> Film:
    """Return a function that stores a video of a version, each a minute after the one before."""
    began = timezone.now() - timedelta(days=30)

    def make(version: Blueprint) -> ChoreographyTask:
        task_id = uuid.uuid4()
        task = make_task(
            owner,
            dance.song,
            id=task_id,
            status="completed",
            phase="assembly",
            choreography=dance,
            blueprint=version,
            output_prefix=outputs.prefix_of(task_id, 1),
            output_duration_s=40.0,
            finished_at=began + timedelta(minutes=ChoreographyTask.objects.count()),
        )
        put_files(task.output_prefix)
        return task

    return make


def days_later(days: float = DAYS + 1) -> None:
    Choreography.objects.update(updated_at=timezone.now() - timedelta(days=days))


def release(*tasks: ChoreographyTask) -> int:
    return release_superseded([task.id for task in tasks])


def has_video(task: ChoreographyTask) -> bool:
    task.refresh_from_db()
    return bool(task.output_prefix)


@pytest.fixture
def two(dance: Choreography, change: Change, film: Film) -> tuple[ChoreographyTask, ChoreographyTask]:
    """Return the tasks with the videos of the first version and of the one danced now, a week old."""
    first = film(current(dance))
    second = film(change("swap", segment=0, to="any"))
    days_later()
    return first, second


Two = tuple[ChoreographyTask, ChoreographyTask]


def test_the_video_of_an_earlier_version_goes_with_the_janitors_round(
    two: Two, django_capture_on_commit_callbacks: Any
) -> None:
    first, second = two
    prefix = first.output_prefix

    with django_capture_on_commit_callbacks(execute=True):
        look_at_everything()

    assert storage.files(prefix) == ()
    assert len(storage.files(second.output_prefix)) == len(outputs.NAMES)
    assert (has_video(first), has_video(second)) == (False, True)


def test_undo_makes_it_again_and_redo_shows_the_one_that_stayed(two: Two, dance: Choreography, owner: User) -> None:
    first, second = two
    release(first, second)

    again = undo(user=owner, choreography_id=dance.id)

    assert again not in two
    assert (again.blueprint, again.status, jobs_of(again)) == (first.blueprint, "queued", [("assembly", "todo")])
    assert redo(user=owner, choreography_id=dance.id) == second


def test_within_the_days_it_stays(two: Two) -> None:
    days_later(DAYS - 1)

    assert release(*two) == 0


def test_a_video_made_within_the_days_stays(two: Two) -> None:
    ChoreographyTask.objects.filter(id=two[0].id).update(finished_at=timezone.now() - timedelta(days=1))
    ChoreographyTask.objects.filter(id=two[1].id).update(finished_at=timezone.now())

    assert release(*two) == 0


def test_no_days_are_for_ever(two: Two, settings: Settings) -> None:
    settings.EARLIER_VIDEOS_KEPT_DAYS = 0

    assert release(*two) == 0


def test_the_plan_that_is_danced_keeps_its_video_whichever_version_it_was_made_for(
    dance: Choreography, owner: User, film: Film
) -> None:
    first = film(current(dance))
    ask(dance, owner, "lock", segments=[0])
    film(current(dance))
    days_later()

    assert release(first) == 0


def test_after_an_undo_the_newest_video_stays_too_since_collections_show_it(
    two: Two, dance: Choreography, owner: User, as_owner: APIClient
) -> None:
    saved = make_saved(owner, two[1])
    undo(user=owner, choreography_id=dance.id)
    days_later()

    assert release(*two) == 0

    shown = as_owner.get(f"/api/collections/{saved.id}/").data
    assert shown["video"]["task_id"] == str(two[1].id)


def test_of_many_versions_the_current_and_the_newest_stay(
    two: Two, dance: Choreography, owner: User, change: Change, film: Film
) -> None:
    third = film(change("swap", segment=1, to="any"))
    undo(user=owner, choreography_id=dance.id)
    days_later()

    assert release(*two, third) == 1
    assert [has_video(task) for task in (*two, third)] == [False, True, True]


def test_one_with_further_files_stays(two: Two) -> None:
    Rendition.objects.create(task=two[0], kind="share", name="share")

    assert release(*two) == 0


@pytest.mark.parametrize("became", ["another clip", "no clip", "a clip with other beats"])
def test_one_that_could_not_be_made_again_stays(two: Two, became: str) -> None:
    assert two[0].blueprint is not None
    move = Move.objects.get(id=two[0].blueprint.data["segments"][0]["move_id"])
    if became == "no clip":
        move.delete()
    elif became == "another clip":
        Move.objects.filter(id=move.id).update(clip_sha256="f" * 64)
    else:
        others = [beat_s + 0.1 for beat_s in move.grid["beat_times_s"]]
        Move.objects.filter(id=move.id).update(grid=move.grid | {"beat_times_s": others})

    assert release(*two) == 0


def test_one_whose_clip_has_its_old_beats_beside_corrected_ones_can_be_made_again(two: Two) -> None:
    for move in Move.objects.all():
        others = [beat_s + 0.1 for beat_s in move.grid["beat_times_s"]]
        corrected = move.grid | {"beat_times_s": others}
        Move.objects.filter(id=move.id).update(grid=corrected, heard_grid=move.grid)

    assert release(*two) == 1


def test_one_whose_plan_is_not_understood_stays(two: Two) -> None:
    Blueprint.objects.filter(id=two[0].blueprint_id).update(data={"version": 99})

    assert release(*two) == 0


def test_a_task_whose_video_has_gone_tells_that_its_plan_and_the_way_back(two: Two, as_owner: APIClient) -> None:
    address = f"/api/choreography/tasks/{two[0].id}/"
    before = as_owner.get(address)
    release(*two)

    after = as_owner.get(address, headers={"If-None-Match": before.headers["ETag"]})

    assert before.data["result"] is not None and before.data["released"] is None
    assert (after.status_code, after.data["status"], after.data["result"]) == (200, "completed", None)
    released = after.data["released"]
    assert released["detail"].startswith("The video of this version was removed, its plan is kept.")
    assert released["blueprint"] == before.data["result"]["blueprint"]


def test_the_call_that_it_names_makes_the_video_again_and_dances_that_version(
    two: Two, dance: Choreography, as_owner: APIClient
) -> None:
    release(*two)
    released = as_owner.get(f"/api/choreography/tasks/{two[0].id}/").data["released"]

    answer = as_owner.post(released["assemble_url"])

    assert (answer.status_code, answer.data["blueprint_id"]) == (202, str(two[0].blueprint_id))
    assert current(dance) == two[0].blueprint
    again = ChoreographyTask.objects.get(id=answer.data["task_id"])
    ChoreographyTask.objects.filter(id=again.id).update(
        status="completed", output_prefix=put_files(outputs.prefix_of(again.id, 1)), finished_at=timezone.now()
    )
    told = as_owner.get(f"/api/choreography/tasks/{two[0].id}/").data
    assert told["released"] is None
    assert str(again.id) in told["result"]["video_url"]


def test_a_version_whose_video_is_there_is_danced_at_once(two: Two, dance: Choreography, as_owner: APIClient) -> None:
    answer = as_owner.post(f"/api/choreography/blueprints/{two[0].blueprint_id}/assemble/")

    assert (answer.status_code, answer.data["task_id"]) == (200, str(two[0].id))
    assert current(dance) == two[0].blueprint


def test_the_sentence_is_told_in_spanish_too(two: Two, as_owner: APIClient) -> None:
    release(*two)

    told = as_owner.get(f"/api/choreography/tasks/{two[0].id}/", headers={"Accept-Language": "es"}).data

    assert told["released"]["detail"].startswith("El vídeo de esta versión se eliminó")


@pytest.mark.django_db(transaction=True)
def test_who_edits_goes_first_and_what_they_go_back_to_stays(two: Two, dance: Choreography, owner: User) -> None:
    failures: list[BaseException] = []

    def release_meanwhile() -> None:
        try:
            release(*two)
        except BaseException as error:  # noqa: BLE001 - told to the test's own thread
            failures.append(error)
        finally:
            connections.close_all()

    other = threading.Thread(target=release_meanwhile)
    with transaction.atomic():
        take_turns(owner)
        other.start()
        wait_until_somebody_waits(failures)
        assert undo(user=owner, choreography_id=dance.id) == two[0]
    other.join()

    assert failures == []
    assert has_video(two[0])


@pytest.mark.django_db(transaction=True)
def test_who_lets_go_of_a_video_waits_for_its_owner_and_holds_nothing_meanwhile(two: Two, owner: User) -> None:
    let_owner_go_first(owner, lambda: release(*two))

    assert not has_video(two[0])
