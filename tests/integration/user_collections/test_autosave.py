"""Finished choreographies find their way into the collection of those who wish it, and never stop a video."""

import logging
import threading
from typing import Any

import pytest
from django.db import DatabaseError, OperationalError, connections

from choreography.models import ChoreographyTask, TaskPhase, TaskStatus
from choreography.queue.fence import claim
from tests.factories import client_of, make_choreography, make_saved, make_task
from tests.waiting import let_owner_go_first
from user_collections.autosave import save_finished
from user_collections.models import SavedChoreography
from users.models import User

pytestmark = pytest.mark.django_db


def finish(owner: User | None) -> ChoreographyTask:
    """Complete a task as the assembly worker does."""
    choreography = make_choreography(owner)
    task = make_task(owner, choreography.song, choreography=choreography, blueprint=choreography.current)
    held = claim(task.id, TaskPhase.PLANNING)
    assert held is not None
    held.complete(output_prefix=f"choreographies/{task.id}/1", duration_s=64.0)
    task.refresh_from_db()
    assert task.status == TaskStatus.COMPLETED
    return task


def test_a_finished_choreography_is_in_the_collection(owner: User) -> None:
    task = finish(owner)

    saved = SavedChoreography.objects.get()
    assert (saved.owner, saved.choreography_id, saved.title) == (owner, task.choreography_id, "Luna de Enero")


def test_those_who_do_not_wish_it_keep_their_collection_to_themselves(owner: User) -> None:
    owner.preferences.autosave = False
    owner.preferences.save()

    finish(owner)

    assert not SavedChoreography.objects.exists()


def test_a_choreography_of_nobody_is_in_no_collection(db: None) -> None:
    finish(None)

    assert not SavedChoreography.objects.exists()


def test_to_save_twice_is_to_save_once(owner: User) -> None:
    task = finish(owner)
    SavedChoreography.objects.update(title="My own words")

    save_finished(task_id=task.id)

    assert SavedChoreography.objects.get().title == "My own words"


def test_a_full_collection_stops_no_video(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("user_collections.saving.MAX_SAVED", 1)
    make_saved(owner)

    finish(owner)

    assert SavedChoreography.objects.count() == 1


@pytest.mark.parametrize("error", [DatabaseError("broken"), ValueError("a bug")])
def test_what_goes_wrong_here_stops_no_video(
    owner: User, error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(**_: Any) -> None:
        SavedChoreography.objects.create(owner=owner, choreography=make_choreography(owner), title="half done")
        raise error

    monkeypatch.setattr("user_collections.autosave.keep", broken)

    with caplog.at_level(logging.ERROR):
        finish(owner)

    assert "could not be saved" in caplog.text
    assert not SavedChoreography.objects.exists(), "what was begun is undone"


def test_a_database_that_is_away_is_not_taken_for_a_completion(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(**_: Any) -> None:
        raise OperationalError("the connection was lost")

    monkeypatch.setattr("user_collections.autosave.keep", away)

    with pytest.raises(OperationalError):
        finish(owner)


@pytest.mark.django_db(transaction=True)
def test_saved_by_itself_and_by_hand_at_once_is_saved_once(owner: User) -> None:
    choreography = make_choreography(owner)
    task = make_task(owner, choreography.song, choreography=choreography)
    start = threading.Barrier(8)
    answers: list[int] = []

    def by_itself() -> None:
        start.wait()
        save_finished(task_id=task.id)
        connections.close_all()

    def by_hand() -> None:
        client = client_of(owner)
        start.wait()
        answers.append(client.post("/api/collections/", {"choreography_id": choreography.id}).status_code)
        connections.close_all()

    threads = [threading.Thread(target=way) for way in (by_itself, by_hand) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert SavedChoreography.objects.count() == 1
    assert len(answers) == 4 and set(answers) <= {200, 201}


@pytest.mark.django_db(transaction=True)
def test_to_finish_waits_for_its_owner_before_it_holds_anything(owner: User) -> None:
    choreography = make_choreography(owner)
    task = make_task(owner, choreography.song, choreography=choreography, blueprint=choreography.current)
    held = claim(task.id, TaskPhase.PLANNING)
    assert held is not None

    let_owner_go_first(owner, lambda: held.complete(output_prefix=f"choreographies/{task.id}/1", duration_s=64.0))

    task.refresh_from_db()
    assert task.status == TaskStatus.COMPLETED
    assert SavedChoreography.objects.count() == 1
