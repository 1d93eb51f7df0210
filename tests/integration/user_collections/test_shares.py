"""Links that show a choreography to whoever has them, until they expire or are revoked."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from choreography.generation import outputs
from choreography.models import ChoreographyTask
from common import storage
from tests.factories import client_of, make_task
from tests.unit.blueprint.conftest import valid
from user_collections.models import SavedChoreography, ShareLink

pytestmark = pytest.mark.django_db


@pytest.fixture
def shares(saved: SavedChoreography) -> str:
    return f"/api/collections/{saved.id}/shares/"


def token_of(response: Any) -> str:
    assert response.status_code == 201, response.data
    return str(response.data["url"]).removeprefix("/share/")


def opened(token: str) -> Any:
    return client_of(None).get(f"/api/share/{token}/")


def test_a_link_shows_the_dance_to_somebody_without_an_account(
    as_owner: APIClient, shares: str, saved: SavedChoreography, task: ChoreographyTask
) -> None:
    storage.publish_bytes(b"video", outputs.key(task.output_prefix, outputs.VIDEO))

    response = opened(token_of(as_owner.post(shares)))

    assert response.status_code == 200
    assert (response.data["title"], response.data["song"]["title"]) == (saved.title, "Luna de Enero")
    assert response.data["blueprint"] == valid()
    assert b"".join(client_of(None).get(response.data["video_url"])) == b"video"


def test_a_link_tells_nothing_of_its_owner(as_owner: APIClient, shares: str, saved: SavedChoreography) -> None:
    text = opened(token_of(as_owner.post(shares))).content.decode()

    for private in (saved.notes, *saved.tags, "owner", str(saved.id), str(saved.owner_id)):
        assert private not in text


def test_a_link_leaves_no_trace(as_owner: APIClient, shares: str) -> None:
    for response in (opened(token_of(as_owner.post(shares))), opened("x" * 32)):
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert response.headers["Cache-Control"] == "private, no-store"


def test_the_token_is_told_once_and_not_kept(as_owner: APIClient, shares: str) -> None:
    token = token_of(as_owner.post(shares))

    assert len(token) >= 32
    assert token not in str(ShareLink.objects.values())
    assert token not in as_owner.get(shares).content.decode()


def test_wrong_expired_revoked_and_empty_links_read_the_same(
    as_owner: APIClient, shares: str, task: ChoreographyTask
) -> None:
    answers = [opened("wrong"), opened("x" * 5000), opened("%00"), opened("é")]
    expired = token_of(as_owner.post(shares))
    ShareLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answers.append(opened(expired))
    revoked = as_owner.post(shares)
    assert as_owner.delete(f"{shares}{revoked.data['id']}/").status_code == 204
    answers.append(opened(token_of(revoked)))
    empty = token_of(as_owner.post(shares))
    task.delete()
    answers.append(opened(empty))

    assert {(answer.status_code, answer.data["code"], answer.data["detail"]) for answer in answers} == {
        (404, "not_found", "This link shows nothing: it is wrong, or no longer open.")
    }


def test_a_link_dies_with_its_entry(as_owner: APIClient, shares: str, saved: SavedChoreography) -> None:
    token = token_of(as_owner.post(shares))

    as_owner.delete(f"/api/collections/{saved.id}/")

    assert opened(token).status_code == 404


def test_a_link_shows_the_newest_video(
    as_owner: APIClient, shares: str, saved: SavedChoreography, task: ChoreographyTask
) -> None:
    token = token_of(as_owner.post(shares))
    make_task(
        saved.owner, task.song, choreography=saved.choreography, blueprint=task.blueprint, status="completed",
        output_prefix="choreographies/newer/1", output_duration_s=30.0, finished_at=timezone.now(),
    )  # fmt: skip
    ChoreographyTask.objects.filter(id=task.id).update(finished_at=timezone.now() - timedelta(hours=1))

    assert "/choreographies/newer/1/" in opened(token).data["video_url"]


def test_open_links_are_listed_and_counted(as_owner: APIClient, shares: str, saved: SavedChoreography) -> None:
    first = as_owner.post(shares, {"days": 7})
    ShareLink.objects.update(expires_at=timezone.now())
    second = as_owner.post(shares, {"days": 1})

    assert [link["id"] for link in as_owner.get(shares).data] == [second.data["id"]]
    assert as_owner.get(f"/api/collections/{saved.id}/").data["share_count"] == 1
    assert not ShareLink.objects.filter(id=first.data["id"]).exists(), "those that are over go with the next one"


@pytest.mark.parametrize("days", [0, -1, 366, "x", None, 1.5])
def test_a_link_is_open_for_a_day_to_a_year(as_owner: APIClient, shares: str, days: object) -> None:
    assert as_owner.post(shares, {"days": days}).status_code == 400


def test_there_are_so_many_links(as_owner: APIClient, shares: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("user_collections.services.MAX_SHARES", 1)
    as_owner.post(shares)

    response = as_owner.post(shares)

    assert (response.status_code, response.data["code"]) == (409, "limit_reached")


def test_guessing_is_slowed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    from rest_framework.throttling import ScopedRateThrottle

    monkeypatch.setattr(ScopedRateThrottle, "THROTTLE_RATES", {"open_link": "3/min"})

    assert [opened("guess").status_code for _ in range(4)] == [404, 404, 404, 429]


def test_a_signed_in_visitor_with_an_old_token_sees_it_too(as_owner: APIClient, shares: str) -> None:
    token = token_of(as_owner.post(shares))
    visitor = client_of(None)
    visitor.credentials(HTTP_AUTHORIZATION="Bearer expired")

    assert visitor.get(f"/api/share/{token}/").status_code == 200
