"""Students open a plan by its link; who practised is what they chose to tell."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from choreography.models import ChoreographyTask
from instructors.models import PlanAssignment, StudentPractice
from tests.factories import client_of
from users.exporting import export
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def token(as_instructor: APIClient, address: str) -> str:
    response = as_instructor.post(f"{address}assignments/", {"label": "Tuesday group", "days": 7})
    assert response.status_code == 201, response.data
    return str(response.data["url"]).removeprefix("/class/")


def opened(token: str, rest: str = "") -> Any:
    return client_of(None).get(f"/api/assigned-plans/{token}/{rest}")


def practised(client: APIClient, address: str) -> list[tuple[str, int]]:
    return [(row["student"], row["minutes"]) for row in client.get(f"{address}practised/").data["results"]]


def test_a_student_without_an_account_sees_the_plan(token: str, dance: dict[str, Any]) -> None:
    response = opened(token)

    assert response.status_code == 200
    assert (response.data["title"], response.data["warm_up"]) == ("Tuesday", "Hips")
    assert response.data["items"][0]["video"]["video_url"].startswith("/media/choreographies/")
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_notes_stay_with_the_instructor(
    token: str, dance: dict[str, Any], instructor: User, task: ChoreographyTask
) -> None:
    text = opened(token).content.decode() + opened(token, f"items/{dance['id']}/").content.decode()

    for private in ("who pays?", "mind the knees", instructor.email, str(instructor.id), str(task.choreography_id)):
        assert private not in text


def test_a_part_is_watched_with_its_phrases(token: str, dance: dict[str, Any]) -> None:
    told = opened(token, f"items/{dance['id']}/").data

    assert (told["start_s"], told["end_s"]) == (5.0, 13.0)  # beats 10 to 26 at 120 a minute
    assert told["blueprint"]["version"] == 1
    assert told["video_url"].startswith("/media/")


def test_a_whole_choreography_is_watched_from_start_to_end(
    as_instructor: APIClient, token: str, address: str, task: ChoreographyTask
) -> None:
    body = {"kind": "choreography", "choreography_id": task.choreography_id}
    item = as_instructor.post(f"{address}items/", body).data

    told = opened(token, f"items/{item['id']}/").data

    assert (told["start_s"], told["end_s"]) == (0.0, 64.0)


def test_what_is_no_dance_of_this_class_is_not_there(
    as_instructor: APIClient, token: str, address: str, dance: dict[str, Any]
) -> None:
    talk = as_instructor.post(f"{address}items/", {"kind": "activity", "title": "Talk"}).data["id"]
    other = as_instructor.post("/api/class-plans/", {"title": "Other"}).data["id"]
    elsewhere = as_instructor.post(f"/api/class-plans/{other}/items/", {"kind": "activity", "title": "x"}).data["id"]

    for item_id in (talk, elsewhere):
        assert opened(token, f"items/{item_id}/").status_code == 404
    ChoreographyTask.objects.update(status="failed")
    assert opened(token, f"items/{dance['id']}/").status_code == 404


def test_wrong_expired_and_closed_links_read_the_same(as_instructor: APIClient, address: str, token: str) -> None:
    closed = as_instructor.post(f"{address}assignments/")
    assert as_instructor.delete(f"{address}assignments/{closed.data['id']}/").status_code == 204
    answers = [opened("wrong"), opened(closed.data["url"].removeprefix("/class/"))]
    PlanAssignment.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answers += [opened(token), opened(token, "items/00000000-0000-4000-8000-000000000000/")]

    assert {(answer.status_code, answer.data["detail"]) for answer in answers} == {
        (404, "This link opens nothing: it is wrong, or no longer open.")
    }


def test_who_practised_is_listed_by_day(
    as_instructor: APIClient, as_owner: APIClient, address: str, token: str
) -> None:
    practice = f"/api/assigned-plans/{token}/practice/"
    assert practised(as_instructor, address) == [], "to open a link tells nothing"

    for minutes in (10, 15):
        assert as_owner.post(practice, {"minutes": minutes}).status_code == 201

    assert practised(as_instructor, address) == [("Owner", 25)]
    row = as_instructor.get(f"{address}practised/").data["results"][0]
    assert (row["label"], row["practised_on"]) == ("Tuesday group", str(timezone.now().date()))
    assert set(row) == {"id", "student", "label", "practised_on", "minutes"}, "nothing else of the student"
    assert as_owner.get(practice).data == [{"practised_on": str(timezone.now().date()), "minutes": 25}]
    assert as_instructor.get(f"{address}assignments/").data[0]["students"] == 1
    told = as_instructor.get("/api/class-plans/statistics/").data
    assert (told["students"], told["practised_minutes"], told["open_links"]) == (1, 25, 1)


def test_students_see_only_what_they_told_and_take_it_back(
    as_instructor: APIClient, as_owner: APIClient, as_stranger: APIClient, address: str, token: str
) -> None:
    practice = f"/api/assigned-plans/{token}/practice/"
    as_owner.post(practice, {"minutes": 10})
    as_stranger.post(practice, {"minutes": 20})

    assert [told["minutes"] for told in as_stranger.get(practice).data] == [20]
    assert as_owner.delete(practice).status_code == 204
    assert practised(as_instructor, address) == [("Stranger", 20)]


def test_a_day_has_no_more_minutes_than_it_has(as_owner: APIClient, token: str) -> None:
    for _ in range(3):
        told = as_owner.post(f"/api/assigned-plans/{token}/practice/", {"minutes": 600})

    assert told.data["minutes"] == 1440


@pytest.mark.parametrize("minutes", [0, -5, 601, "long", None, 1.5])
def test_minutes_that_make_no_sense_are_a_400(as_owner: APIClient, token: str, minutes: object) -> None:
    assert as_owner.post(f"/api/assigned-plans/{token}/practice/", {"minutes": minutes}).status_code == 400


def test_nobody_practises_under_a_closed_link(as_owner: APIClient, token: str) -> None:
    PlanAssignment.objects.update(expires_at=timezone.now())

    assert as_owner.post(f"/api/assigned-plans/{token}/practice/", {"minutes": 5}).status_code == 404
    assert not StudentPractice.objects.exists()


def test_what_was_told_stays_when_the_link_closes_and_goes_with_the_student(
    as_instructor: APIClient, as_owner: APIClient, owner: User, address: str, token: str
) -> None:
    as_owner.post(f"/api/assigned-plans/{token}/practice/", {"minutes": 10})
    link = as_instructor.get(f"{address}assignments/").data[0]

    as_instructor.delete(f"{address}assignments/{link['id']}/")
    assert practised(as_instructor, address) == [("Owner", 10)]
    assert [row["minutes"] for row in json.loads("".join(export(owner)))["class_practice"]] == [10]

    owner.delete()
    assert practised(as_instructor, address) == []


def test_the_token_is_told_once_and_not_kept(as_instructor: APIClient, address: str, token: str) -> None:
    assert len(token) >= 32
    assert token not in as_instructor.get(f"{address}assignments/").content.decode()
    assert token not in str(PlanAssignment.objects.values())


def test_there_are_so_many_open_links(
    as_instructor: APIClient, address: str, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("instructors.services.MAX_ASSIGNMENTS", 1)

    assert as_instructor.post(f"{address}assignments/").status_code == 409
    PlanAssignment.objects.update(expires_at=timezone.now())
    assert as_instructor.post(f"{address}assignments/").status_code == 201
