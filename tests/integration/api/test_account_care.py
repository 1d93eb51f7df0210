"""One's own account: another password, sessions elsewhere, everything as a file, and the end."""

import json
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction
from django.db.models import CASCADE
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from choreography.generation import outputs
from choreography.models import (
    Choreography,
    ChoreographyTask,
    Conversation,
    Move,
    Rendition,
    Song,
    SongImport,
    TaskPhase,
)
from choreography.queue.fence import claim
from common import storage
from common.api.errors import handle_exception
from common.errors import BuddyError
from tests.factories import (
    PASSWORD,
    client_of,
    make_choreography,
    make_finished_task,
    make_move,
    make_song,
    make_task,
)  # fmt: skip
from users.models import Session, User

pytestmark = pytest.mark.django_db
AUTH = "/api/auth"
NEW = "another-horse-battery"
CREDENTIALS = {"email": "owner@example.com", "password": PASSWORD}


def sign_in(**headers: str) -> Any:
    return APIClient().post(f"{AUTH}/login/", CREDENTIALS, headers=headers).data


def status_of(access: str) -> int:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    return int(client.get(f"{AUTH}/me/").status_code)


class TestPassword:
    def test_another_password_ends_every_session_and_opens_a_new_one(self, as_owner: APIClient, owner: User) -> None:
        elsewhere = sign_in()

        response = as_owner.post(f"{AUTH}/password/", {"current_password": PASSWORD, "new_password": NEW})

        assert response.status_code == 200
        assert as_owner.get(f"{AUTH}/me/").status_code == 401
        assert status_of(elsewhere["access"]) == 401
        assert APIClient().post(f"{AUTH}/refresh/", {"refresh": elsewhere["refresh"]}).status_code == 401
        assert status_of(response.data["access"]) == 200
        assert APIClient().post(f"{AUTH}/login/", CREDENTIALS).status_code == 401
        assert APIClient().post(f"{AUTH}/login/", {**CREDENTIALS, "password": NEW}).status_code == 200

    def test_a_browser_gets_its_new_session_in_the_cookie(self, as_owner: APIClient) -> None:
        told = {"current_password": PASSWORD, "new_password": NEW, "session": "cookie"}

        response = as_owner.post(f"{AUTH}/password/", told)

        assert response.data["refresh"] is None
        assert response.cookies["bb_refresh"]["httponly"]

    @pytest.mark.parametrize(
        ("told", "code"),
        [
            ({"current_password": "wrong-horse-battery", "new_password": NEW}, "wrong_password"),
            ({"current_password": PASSWORD, "new_password": "short"}, "weak_password"),
            ({"current_password": PASSWORD, "new_password": "owner@example.com"}, "weak_password"),
            ({"current_password": PASSWORD}, "validation_error"),
            ({"new_password": NEW}, "validation_error"),
            ({"current_password": "x" * 129, "new_password": NEW}, "validation_error"),
        ],
    )
    def test_what_is_refused_changes_nothing(self, as_owner: APIClient, told: dict[str, str], code: str) -> None:
        response = as_owner.post(f"{AUTH}/password/", told)

        assert response.status_code == 400
        assert response.data["code"] == code
        assert as_owner.get(f"{AUTH}/me/").status_code == 200
        assert sign_in()["access"]

    def test_a_password_set_by_staff_ends_the_sessions_too(self, owner: User) -> None:
        access = sign_in()["access"]

        owner.set_password(NEW)
        owner.save()

        assert status_of(access) == 401
        assert not owner.sessions.exists()


class TestSessions:
    def test_one_sees_where_one_is_signed_in(self, as_owner: APIClient, as_stranger: APIClient, owner: User) -> None:
        sign_in(**{"User-Agent": "Phone\x07 of Ana" + "x" * 300})

        listed = as_owner.get(f"{AUTH}/sessions/").data

        assert [entry["current"] for entry in listed] == [False, True]
        assert listed[0]["device"].startswith("Phone of Ana")
        assert len(listed[0]["device"]) == 200

    def test_one_ends_the_session_of_a_lost_phone(self, as_owner: APIClient, owner: User) -> None:
        phone = sign_in()
        session_id = next(entry["id"] for entry in as_owner.get(f"{AUTH}/sessions/").data if not entry["current"])

        assert as_owner.delete(f"{AUTH}/sessions/{session_id}/").status_code == 204

        assert status_of(phone["access"]) == 401
        assert APIClient().post(f"{AUTH}/refresh/", {"refresh": phone["refresh"]}).status_code == 401
        assert as_owner.get(f"{AUTH}/me/").status_code == 200
        assert as_owner.delete(f"{AUTH}/sessions/{session_id}/").status_code == 404

    def test_one_ends_all_but_this_one(self, as_owner: APIClient, as_stranger: APIClient, owner: User) -> None:
        others = [sign_in()["access"] for _ in range(3)]

        assert as_owner.delete(f"{AUTH}/sessions/").status_code == 204

        assert [status_of(access) for access in others] == [401] * 3
        assert as_owner.get(f"{AUTH}/me/").status_code == 200
        assert as_stranger.get(f"{AUTH}/me/").status_code == 200


def files(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def everything_of(user: User) -> None:
    """Give a user one of each thing, with its files."""
    song = make_song(user, "My Song")
    prefix = f"moves/{uuid.uuid4()}/c"
    names = {"clip_key": "clip.mp4", "mezzanine_key": "m.mp4", "poster_key": "p.jpg", "keypoints_key": "k.npz"}
    moved = {field: f"{prefix}/{name}" for field, name in names.items()}
    make_move(owner=user, **moved)
    task = make_finished_task(user)
    make_task(user, song)
    make_choreography(user, song)
    published = [outputs.key(task.output_prefix, name) for name in (*outputs.NAMES, "practice-follow.mp4")]
    for key in [song.audio_key, song.source_key, *moved.values(), *published]:
        storage.publish_bytes(b"x", key)


def rows_that_name(user: User) -> list[str]:
    """Return the tables in which some column holds the id or the address of a user."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(
                f'SELECT count(*) FROM "{table}" AS t WHERE t::text LIKE %s OR t::text LIKE %s',
                [f"%{user.id}%", f"%{user.email}%"],
            )
            if cursor.fetchone()[0]:
                found.append(table)
    return sorted(found)


@pytest.mark.parametrize(
    "relation", User._meta.related_objects, ids=lambda relation: relation.related_model._meta.label
)
def test_whatever_refers_to_an_account_goes_with_it(relation: Any) -> None:
    assert relation.on_delete is CASCADE or relation.many_to_many


class TestClosing:
    def test_nothing_is_left_of_a_closed_account(
        self,
        as_owner: APIClient,
        owner: User,
        stranger: User,
        staff: User,
        settings: Settings,
        django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    ) -> None:
        everything_of(stranger)
        shared = make_song(None, "Everybody's")
        storage.publish_bytes(b"x", shared.audio_key)
        kept = files(settings.MEDIA_ROOT)
        counts = {model: model.objects.count() for model in (Song, Move, Choreography, ChoreographyTask)}
        everything_of(owner)
        APIClient().post(f"{AUTH}/login/", {**CREDENTIALS, "password": "wrong-horse-battery"})
        LogEntry.objects.create(
            user=staff, content_type=ContentType.objects.get_for_model(User), object_id=str(owner.id),
            object_repr=str(owner), action_flag=CHANGE,
        )  # fmt: skip
        assert files(settings.MEDIA_ROOT) > kept

        with django_capture_on_commit_callbacks(execute=True):
            response = as_owner.post(f"{AUTH}/close/", {"password": PASSWORD})

        assert response.status_code == 204
        assert files(settings.MEDIA_ROOT) == kept
        # One task of the owner danced a song of everybody: `make_finished_task` makes one each.
        assert {model: model.objects.count() for model in counts} == counts | {Song: counts[Song] + 1}
        assert rows_that_name(owner) == ["django_admin_log"]
        assert LogEntry.objects.get().object_repr == "a closed account"
        assert not AccessAttempt.objects.exists()
        assert as_owner.get(f"{AUTH}/me/").status_code == 401

    def test_the_password_is_asked_for(self, as_owner: APIClient, owner: User) -> None:
        for told in ({}, {"password": "wrong-horse-battery"}, {"password": ""}, {"password": None}):
            assert as_owner.post(f"{AUTH}/close/", told).status_code == 400

        assert User.objects.filter(id=owner.id).exists()

    def test_a_job_at_work_cannot_publish_any_more(self, as_owner: APIClient, owner: User) -> None:
        task = make_task(owner, phase="assembly")
        held = claim(task.id, TaskPhase.ASSEMBLY)
        assert held is not None

        as_owner.post(f"{AUTH}/close/", {"password": PASSWORD})

        assert held.cancelled()
        with pytest.raises(BuddyError):
            held.complete(output_prefix="choreographies/x/1", duration_s=1.0)

    def test_the_browser_forgets_its_cookie_and_the_address_is_free_again(
        self, as_owner: APIClient, owner: User
    ) -> None:
        response = as_owner.post(f"{AUTH}/close/", {"password": PASSWORD})

        assert response.cookies["bb_refresh"].value == ""
        assert APIClient().post(f"{AUTH}/register/", CREDENTIALS).status_code == 201


class TestExport:
    def test_it_holds_everything_that_is_ones_own(self, as_owner: APIClient, owner: User, stranger: User) -> None:
        song = make_song(owner, "My Song")
        make_move(owner=owner, name="My Move", clip_key="moves/m/c/clip.mp4")
        make_choreography(owner, song, {"version": 1, "segments": []})
        make_finished_task(owner)
        Conversation.objects.create(owner=owner).turns.create(number=1, request="Something slow")
        SongImport.objects.create(owner=owner, file_name="My File.mp3", source="video:x", status="failed")
        Rendition.objects.create(task=ChoreographyTask.objects.get(), kind="share", name="share", output_key="a/b.mp4")
        make_song(stranger, "Not mine")
        make_task(stranger)
        SongImport.objects.create(owner=stranger, file_name="Not mine.mp3", source="video:y")

        response = as_owner.get(f"{AUTH}/export/")
        told = json.loads(response.getvalue())

        assert response.headers["Content-Disposition"].startswith("attachment")
        assert told["account"]["email"] == "owner@example.com"
        assert told["account"]["preferences"]["language"] == "en"
        assert [entry["title"] for entry in told["songs"]] == ["My Song"]
        assert [entry["name"] for entry in told["moves"]] == ["My Move"]
        assert {entry["song"] for entry in told["choreographies"]} == {"My Song", "Luna de Enero"}
        assert {"version": 1, "segments": []} in [
            version["blueprint"] for entry in told["choreographies"] for version in entry["versions"]
        ]
        assert [entry["status"] for entry in told["tasks"]] == ["completed"]
        assert told["conversations"][0]["turns"][0]["request"] == "Something slow"
        assert "/media/choreographies/" in told["tasks"][0]["video_url"]
        assert [entry["name"] for entry in told["tasks"][0]["renditions"]] == ["share"]
        assert told["tasks"][0]["renditions"][0]["url"].startswith("/media/a/b.mp4?")
        assert [entry["file_name"] for entry in told["song_imports"]] == ["My File.mp3"]
        assert len(told["sessions"]) == 1
        assert owner.password not in response.getvalue().decode()
        assert "Not mine" not in response.getvalue().decode()

    def test_that_of_a_new_account_is_whole_too(self, as_stranger: APIClient) -> None:
        told = json.loads(as_stranger.get(f"{AUTH}/export/").getvalue())

        assert told["songs"] == told["tasks"] == []

    def test_it_is_written_while_it_is_read(self, as_owner: APIClient, owner: User) -> None:
        for _ in range(3):
            make_song(owner)

        response = as_owner.get(f"{AUTH}/export/")

        assert response.streaming
        assert sum(1 for _ in response) > 8


def test_expired_sessions_are_not_listed(as_owner: APIClient, owner: User) -> None:
    sign_in()
    Session.objects.filter(user=owner).update(expires_at="2020-01-01T00:00:00Z")

    assert client_of(owner).get(f"{AUTH}/sessions/").data[0]["current"] is True
    assert owner.sessions.count() == 1


@pytest.mark.django_db(transaction=True)
def test_whatever_happens_while_an_account_closes_is_no_error_of_ours(owner: User) -> None:
    song = make_song(None)
    refresh = sign_in()["refresh"]
    clients = [client_of(owner) for _ in range(6)]
    wish = {"song_id": str(song.id), "difficulty": "beginner", "energy": "medium", "style": "romantic"}
    calls: list[Callable[[APIClient], Any]] = [
        lambda client: client.patch(f"{AUTH}/me/", {"display_name": "Ana"}),
        lambda client: client.patch(f"{AUTH}/preferences/", {"captions": False}),
        lambda client: client.post("/api/choreography/generate/", wish),
        lambda client: client.post(f"{AUTH}/refresh/", {"refresh": refresh}),
        lambda client: client.post(f"{AUTH}/login/", CREDENTIALS),
        lambda client: client.delete(f"{AUTH}/sessions/{uuid.uuid4()}/"),
    ]
    statuses: set[int] = set()
    ready, closed = Barrier(7), Event()

    def keep_calling(number: int) -> None:
        ready.wait(30)
        while True:
            last = closed.is_set()
            statuses.add(calls[number](clients[number]).status_code)
            if last:
                break
        connection.close()

    with ThreadPoolExecutor(6) as threads:
        running = [threads.submit(keep_calling, number) for number in range(6)]
        ready.wait(30)
        response = client_of(owner).post(f"{AUTH}/close/", {"password": PASSWORD})
        closed.set()
        for call in running:
            call.result(60)

    assert response.status_code == 204
    assert not {status for status in statuses if status >= 500}
    assert not User.objects.filter(email="owner@example.com").exists()
    assert not ChoreographyTask.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_refers_to_something_just_removed_is_a_conflict() -> None:
    with pytest.raises(IntegrityError) as failed, transaction.atomic():
        Session.objects.create(user_id=uuid.uuid4(), current_token="x", expires_at=timezone.now())

    assert handle_exception(failed.value, {}).status_code == 409


def test_a_sign_in_costs_the_same_work_for_everybody(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed = []
    encode = MD5PasswordHasher.encode

    def counting(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)

    def work(email: str) -> int:
        hashed.clear()
        APIClient().post(f"{AUTH}/login/", {"email": email, "password": "wrong-horse-battery"})
        return len(hashed)

    wrong = work("owner@example.com")
    User.objects.update(is_active=False)

    assert wrong == work("nobody@example.com") == work("owner@example.com") == 1
