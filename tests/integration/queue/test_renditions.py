"""A rendition is made once, whole, or not at all, whatever becomes of its worker (P1, P3, P18)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from choreography.generation import outputs
from choreography.jobs.running import run_held
from choreography.maintenance import belonging
from choreography.maintenance.sweeping import sweep
from choreography.models import ChoreographyTask, Rendition
from choreography.queue.fence import SupersededError
from choreography.renditions import making, services
from choreography.renditions.fence import RenditionClaim, claim_rendition
from choreography.renditions.kinds import key_of, wanted_from_json
from choreography.renditions.making import Made, rendition_task
from choreography.renditions.selectors import rendition_of
from choreography.renditions.services import delete_rendition, request_rendition
from common import storage
from common.errors import InternalError
from tests.factories import make_finished_task
from tests.made_dances import store_dance, store_library
from tests.rounds import look_at_everything
from users.models import User

pytestmark = pytest.mark.django_db
CONTENT = b"a moving picture"


@pytest.fixture
def task(owner: User) -> ChoreographyTask:
    store_library()
    dance = store_dance(owner)
    task = make_finished_task(owner)
    task.choreography, task.blueprint = dance, dance.current
    task.save()
    for name in outputs.NAMES:
        storage.publish_bytes(b"file", outputs.key(task.output_prefix, name))
    return task


@pytest.fixture
def rendition(task: ChoreographyTask, owner: User) -> Rendition:
    return request_rendition(user=owner, task_id=task.id, wanted=wanted_from_json({"kind": "preview"}))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a file at once: what is in it is tested where clips are."""

    def make(wanted: Any, plan: Any, video: Path, destination: Path, **_: Any) -> Made:
        destination.write_bytes(CONTENT)
        return Made(1.5, 4.0)

    monkeypatch.setattr(making, "make_rendition", make)


def take(rendition: Rendition) -> RenditionClaim:
    held = claim_rendition(rendition.id)
    assert held is not None
    return held


def further_files(task: ChoreographyTask) -> list[str]:
    known = {outputs.key(task.output_prefix, name) for name in outputs.NAMES}
    return sorted(key.rpartition("/")[2] for key in storage.files(task.output_prefix) if key not in known)


def test_a_made_rendition_is_named_by_its_row(rendition: Rendition, task: ChoreographyTask) -> None:
    run_held(take(rendition), rendition_task, "rendition")

    rendition.refresh_from_db()
    assert (rendition.status, rendition.progress, rendition.bytes) == ("completed", 100, len(CONTENT))
    assert (rendition.start_s, rendition.duration_s) == (1.5, 4.0)
    assert storage.read_bytes(rendition.output_key) == CONTENT
    assert further_files(task) == [name_of_attempt(rendition, 1)]


def test_a_job_that_was_overtaken_leaves_no_file(rendition: Rendition, task: ChoreographyTask) -> None:
    sleeper = take(rendition)
    run_held(take(rendition), rendition_task, "rendition")

    run_held(sleeper, rendition_task, "rendition")

    assert further_files(task) == [name_of_attempt(rendition, 2)]
    rendition.refresh_from_db()
    assert rendition.output_key.endswith(name_of_attempt(rendition, 2))


def test_a_finished_one_is_not_made_again(rendition: Rendition) -> None:
    run_held(take(rendition), rendition_task, "rendition")

    assert claim_rendition(rendition.id) is None


def test_one_that_is_removed_while_it_is_made_leaves_no_file(
    rendition: Rendition, task: ChoreographyTask, owner: User
) -> None:
    def work(held: RenditionClaim) -> None:
        delete_rendition(user=owner, task_id=task.id, rendition_id=rendition.id)
        with pytest.raises(SupersededError):
            held.report(50)
        rendition_task(held)

    run_held(take(rendition), work, "rendition")

    assert further_files(task) == []


def test_one_that_ends_at_the_moment_it_is_removed_leaves_no_file(
    rendition: Rendition,
    task: ChoreographyTask,
    owner: User,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    def read_and_end(*arguments: Any) -> Rendition:
        read = rendition_of(*arguments)
        run_held(take(rendition), rendition_task, "rendition")
        return read

    monkeypatch.setattr(services, "rendition_of", read_and_end)

    with django_capture_on_commit_callbacks(execute=True):
        delete_rendition(user=owner, task_id=task.id, rendition_id=rendition.id)

    assert not Rendition.objects.exists()
    assert further_files(task) == []


def test_a_sleeper_of_a_removed_one_spares_the_file_of_the_one_asked_for_after_it(
    rendition: Rendition, task: ChoreographyTask, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick_make = making.make_rendition

    def sleep(*arguments: Any, **options: Any) -> Made:
        monkeypatch.setattr(making, "make_rendition", quick_make)
        delete_rendition(user=owner, task_id=task.id, rendition_id=rendition.id)
        again = request_rendition(user=owner, task_id=task.id, wanted=wanted_from_json({"kind": "preview"}))
        run_held(take(again), rendition_task, "rendition")
        return quick_make(*arguments, **options)

    monkeypatch.setattr(making, "make_rendition", sleep)

    run_held(take(rendition), rendition_task, "rendition")

    again = task.renditions.get()
    assert again.status == "completed"
    assert storage.read_bytes(again.output_key) == CONTENT


def test_a_task_that_is_removed_while_its_rendition_is_made_keeps_no_folder(
    rendition: Rendition, task: ChoreographyTask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish(*arguments: Any, **_: Any) -> Made:
        arguments[3].write_bytes(CONTENT)
        prefix = task.output_prefix
        task.delete()
        storage.delete_folder(prefix)
        return Made(0.0, 1.0)

    prefix = task.output_prefix
    monkeypatch.setattr(making, "make_rendition", vanish)

    run_held(take(rendition), rendition_task, "rendition")

    assert storage.files(prefix) == ()
    folder = storage.local_path(prefix)
    assert folder is not None
    assert not folder.exists()


def test_one_that_fails_says_why(rendition: Rendition, task: ChoreographyTask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> Made:
        raise InternalError("The video tool could not make this file.")

    monkeypatch.setattr(making, "make_rendition", fail)

    run_held(take(rendition), rendition_task, "rendition")

    rendition.refresh_from_db()
    assert (rendition.status, rendition.error_detail) == ("failed", "The video tool could not make this file.")
    assert further_files(task) == []


def test_one_whose_worker_is_lost_gets_another_up_to_three_times(rendition: Rendition) -> None:
    for lost in range(1, 4):
        take(rendition)
        lose_jobs()
        assert sweep() == 1
        rendition.refresh_from_db()
        assert rendition.failures == lost

    assert (rendition.status, rendition.error_code) == ("failed", "worker_lost")
    assert sweep() == 0


def test_what_a_lost_worker_published_goes_with_the_next_attempt(
    rendition: Rendition, task: ChoreographyTask, django_capture_on_commit_callbacks: Any
) -> None:
    take(rendition)
    storage.publish_bytes(b"lost", key_of(rendition, 1))
    lose_jobs()

    with django_capture_on_commit_callbacks(execute=True):
        sweep()

    assert further_files(task) == []


def test_one_that_waits_is_left_to_wait(rendition: Rendition) -> None:
    assert sweep() == 0
    rendition.refresh_from_db()
    assert (rendition.attempt, rendition.status) == (0, "queued")


def test_files_of_attempts_that_are_over_go(
    rendition: Rendition, task: ChoreographyTask, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(rendition)
    storage.publish_bytes(b"lost", key_of(rendition, 1))
    run_held(take(rendition), rendition_task, "rendition")
    assert look_at_everything() == 0  # it is young: it may be about to be named

    monkeypatch.setattr(belonging, "ORPHAN_AGE", timedelta(seconds=-2))

    assert look_at_everything() == 1
    assert further_files(task) == [name_of_attempt(rendition, 2)]
    assert all(storage.exists(outputs.key(task.output_prefix, name)) for name in outputs.NAMES)


def test_a_file_of_a_worker_killed_before_its_rendition_was_removed_goes(
    rendition: Rendition, task: ChoreographyTask, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(rendition)
    storage.publish_bytes(b"lost", key_of(rendition, 1))
    delete_rendition(user=owner, task_id=task.id, rendition_id=rendition.id)
    monkeypatch.setattr(belonging, "ORPHAN_AGE", timedelta(seconds=-2))

    assert look_at_everything() == 1

    assert further_files(task) == []
    assert all(storage.exists(outputs.key(task.output_prefix, name)) for name in outputs.NAMES)


def test_choreographies_go_before_renditions(rendition: Rendition, task: ChoreographyTask) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT priority FROM procrastinate_jobs WHERE task_name = 'choreography.render'")
        assert cursor.fetchall() == [(-1,)]


def name_of_attempt(rendition: Rendition, attempt: int) -> str:
    return key_of(rendition, attempt).rpartition("/")[2]


def lose_jobs() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
