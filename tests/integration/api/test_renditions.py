"""Further files of a finished choreography, as programs meet them."""

import uuid
from typing import Any

import pytest
from django.db import connection
from rest_framework.test import APIClient

from choreography.models import ChoreographyTask, Rendition
from common import storage
from tests.factories import make_finished_task, make_task
from tests.made_dances import store_dance, store_library
from users.models import User

pytestmark = pytest.mark.django_db
API = "/api/choreography"


@pytest.fixture
def task(owner: User) -> ChoreographyTask:
    """A finished task of a real plan; its files are not made."""
    store_library()
    dance = store_dance(owner)
    task = make_finished_task(owner)
    task.choreography, task.blueprint, task.song = dance, dance.current, dance.song
    task.save()
    return task


def ask(client: APIClient, task: ChoreographyTask, **wanted: object) -> Any:
    return client.post(f"{API}/tasks/{task.id}/renditions/", wanted)


def jobs() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT args->>'rendition_id' FROM procrastinate_jobs WHERE task_name = 'choreography.render'")
        return [row[0] for row in cursor.fetchall()]


def test_a_request_is_accepted_with_its_job_and_an_address_to_ask(as_owner: APIClient, task: ChoreographyTask) -> None:
    response = ask(as_owner, task, kind="slower", rate=0.75)

    assert response.status_code == 202
    told = as_owner.get(response.data["poll_url"]).data
    assert (told["kind"], told["name"], told["rate"]) == ("slower", "slower-075", 0.75)
    assert (told["status"], told["url"], told["error"]) == ("queued", None, None)
    assert jobs() == [told["id"]]


@pytest.mark.parametrize(
    ("wanted", "same"),
    [
        ({"kind": "share"}, {"kind": "share"}),
        ({"kind": "slower", "rate": 0.75}, {"kind": "slower", "rate": 0.7500001}),
        ({"kind": "move", "segment": 2}, {"kind": "move", "segment": 2, "rate": 1}),
    ],
)
def test_the_same_request_is_the_same_file(
    as_owner: APIClient, task: ChoreographyTask, wanted: dict[str, Any], same: dict[str, Any]
) -> None:
    first, again = ask(as_owner, task, **wanted), ask(as_owner, task, **same)
    assert first.data["id"] == again.data["id"]
    assert len(jobs()) == 1

    Rendition.objects.update(status="completed", output_key="choreographies/x/1/share-1.mp4", bytes=7)
    finished = ask(as_owner, task, **same)
    assert (finished.status_code, finished.data["status"]) == (200, "completed")
    assert finished.data["url"].startswith("/media/choreographies/x/1/share-1.mp4?")


def test_what_failed_is_tried_again(as_owner: APIClient, task: ChoreographyTask) -> None:
    first = ask(as_owner, task, kind="share")
    Rendition.objects.update(status="failed", error_code="encoding_failed", error_detail="No.", failures=3)
    assert as_owner.get(first.data["poll_url"]).data["error"] == {"code": "encoding_failed", "detail": "No."}

    again = ask(as_owner, task, kind="share")

    assert (again.status_code, again.data["id"], again.data["status"]) == (202, first.data["id"], "queued")
    assert again.data["error"] is None
    assert len(jobs()) == 2


def test_an_answer_that_shows_an_earlier_video_has_the_further_files_of_that_video(
    as_owner: APIClient, owner: User, task: ChoreographyTask
) -> None:
    answer = make_task(
        owner, task.song, kind="describe", status="completed", choreography=task.choreography, blueprint=task.blueprint
    )
    assert as_owner.get(f"{API}/tasks/{answer.id}/").data["result"] is not None

    asked = ask(as_owner, answer, kind="share")

    assert Rendition.objects.get(id=asked.data["id"]).task_id == task.id
    for shown in (answer, task):
        rows = as_owner.get(f"{API}/tasks/{shown.id}/renditions/").data["results"]
        assert [row["id"] for row in rows] == [asked.data["id"]]
    assert as_owner.delete(f"{API}/tasks/{answer.id}/renditions/{asked.data['id']}/").status_code == 204


def test_who_polls_is_told_when_and_whether_to_ask_again(as_owner: APIClient, task: ChoreographyTask) -> None:
    address = ask(as_owner, task, kind="share").data["poll_url"]

    first = as_owner.get(address)
    same = as_owner.get(address, headers={"If-None-Match": first.headers["ETag"]})
    Rendition.objects.update(progress=50)
    other = as_owner.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.headers["Retry-After"], same.status_code, other.status_code) == ("1", 304, 200)


def test_the_list_has_all_of_a_task(as_owner: APIClient, task: ChoreographyTask) -> None:
    for number in range(3):
        ask(as_owner, task, kind="phrase", phrase=number)

    rows = as_owner.get(f"{API}/tasks/{task.id}/renditions/").data["results"]

    assert [row["name"] for row in rows] == ["phrase-01", "phrase-02", "phrase-03"]


def test_one_is_removed_with_its_file(
    as_owner: APIClient, task: ChoreographyTask, django_capture_on_commit_callbacks: Any
) -> None:
    address = ask(as_owner, task, kind="preview").data["poll_url"]
    key = f"{task.output_prefix}/preview-1.webp"
    storage.publish_bytes(b"moving", key)
    Rendition.objects.update(status="completed", output_key=key)

    with django_capture_on_commit_callbacks(execute=True):
        assert as_owner.delete(address).status_code == 204

    assert not storage.exists(key)
    assert as_owner.get(address).status_code == 404


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({}, "kind"),
        ({"kind": "faster"}, "kind"),
        ({"kind": "slower"}, "rate"),
        ({"kind": "slower", "rate": 0.2}, "rate"),
        ({"kind": "slower", "rate": 1.0}, "rate"),
        ({"kind": "slower", "rate": "half"}, "rate"),
        ({"kind": "phrase", "phrase": -1}, "phrase"),
        ({"kind": "move", "segment": 10**12}, "segment"),
        ({"kind": "share", "height": 4320}, "height"),
    ],
)
def test_a_wish_for_no_file_that_we_make_is_a_400(
    as_owner: APIClient, task: ChoreographyTask, wanted: dict[str, Any], field: str
) -> None:
    response = ask(as_owner, task, **wanted)

    assert (response.status_code, response.data["code"]) == (400, "validation_error")
    assert field in response.data["errors"]


@pytest.mark.parametrize("wanted", [{"kind": "phrase", "phrase": 900}, {"kind": "move", "segment": 400}])
def test_a_part_that_is_not_danced_is_a_400(
    as_owner: APIClient, task: ChoreographyTask, wanted: dict[str, Any]
) -> None:
    response = ask(as_owner, task, **wanted)

    assert (response.status_code, response.data["code"]) == (400, "not_a_phrase")
    assert jobs() == []


@pytest.mark.parametrize("status", ["queued", "processing", "failed", "cancelled"])
def test_a_task_without_a_video_has_no_further_files(as_owner: APIClient, owner: User, status: str) -> None:
    response = ask(as_owner, make_task(owner, status=status), kind="share")

    assert (response.status_code, response.data["code"]) == (409, "task_not_finished")


def test_one_person_cannot_ask_for_any_number_at_once(
    as_owner: APIClient, task: ChoreographyTask, settings: Any
) -> None:
    settings.MAX_ACTIVE_TASKS_PER_USER = 2

    answers = [ask(as_owner, task, kind="phrase", phrase=number) for number in range(3)]

    assert [answer.status_code for answer in answers] == [202, 202, 429]
    assert answers[2].data["code"] == "too_many_renditions"


def test_one_choreography_has_only_so_many(
    as_owner: APIClient, task: ChoreographyTask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("choreography.renditions.services.MOST_OF_A_TASK", 1)
    assert ask(as_owner, task, kind="share").status_code == 202

    full = ask(as_owner, task, kind="preview")

    assert (full.status_code, full.data["code"]) == (409, "renditions_full")


def test_an_unknown_one_is_a_404(as_owner: APIClient, task: ChoreographyTask) -> None:
    assert as_owner.get(f"{API}/tasks/{task.id}/renditions/{uuid.uuid4()}/").status_code == 404
    assert ask(as_owner, make_task(None), kind="share").status_code == 404
