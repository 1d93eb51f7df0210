"""P12: one person cannot starve others: what they have in the making is counted as rows, under a lock."""

import threading
from typing import Any

import pytest
from django.db import connections
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from choreography.models import ChoreographyTask
from tests.factories import client_of, make_song, make_task, wish_for
from users.models import User

pytestmark = pytest.mark.django_db
GENERATE = "/api/choreography/generate/"


@pytest.fixture(autouse=True)
def three_at_once(settings: Settings) -> None:
    settings.MAX_ACTIVE_TASKS_PER_USER = 3


def test_more_than_the_limit_is_refused_and_says_when_to_come_back(as_owner: APIClient, owner: User) -> None:
    song = make_song()
    answers = [as_owner.post(GENERATE, wish_for(song.id, seed=seed)) for seed in range(4)]

    assert [answer.status_code for answer in answers] == [202, 202, 202, 429]
    assert answers[3].data["code"] == "too_many_tasks"
    assert int(answers[3].headers["Retry-After"]) > 0
    assert ChoreographyTask.objects.filter(owner=owner).count() == 3


def test_others_are_served_meanwhile(as_owner: APIClient, as_stranger: APIClient, owner: User) -> None:
    for _ in range(3):
        make_task(owner)

    assert as_owner.post(GENERATE, wish_for(make_song().id)).status_code == 429
    assert as_stranger.post(GENERATE, wish_for(make_song().id)).status_code == 202


@pytest.mark.parametrize("status", ChoreographyTask.FINISHED)
def test_finished_tasks_make_room(as_owner: APIClient, owner: User, status: str) -> None:
    for _ in range(5):
        make_task(owner, status=status)

    assert as_owner.post(GENERATE, wish_for(make_song().id)).status_code == 202


def test_a_repeated_request_needs_no_room(as_owner: APIClient, owner: User) -> None:
    song = make_song()
    first = as_owner.post(GENERATE, wish_for(song.id), headers={"Idempotency-Key": "a"})
    for _ in range(3):
        make_task(owner)

    again = as_owner.post(GENERATE, wish_for(song.id), headers={"Idempotency-Key": "a"})

    assert (again.status_code, again.data["task_id"]) == (202, first.data["task_id"])


@pytest.mark.django_db(transaction=True)
def test_twenty_requests_at_once_are_counted_one_after_the_other(owner: User) -> None:
    song = make_song()
    start = threading.Barrier(20)
    answers: list[Any] = []

    def ask(seed: int) -> None:
        client = client_of(owner)
        start.wait()
        answers.append(client.post(GENERATE, wish_for(song.id, seed=seed)))
        connections.close_all()

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answer.status_code for answer in answers) == [202] * 3 + [429] * 17
    assert ChoreographyTask.objects.count() == 3
