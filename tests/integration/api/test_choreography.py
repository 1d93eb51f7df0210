"""Choosing a song, asking for a choreography, watching it come, stopping it, removing it."""

import json
import threading
import uuid
from typing import Any

import pytest
from django.db import connection, connections
from procrastinate.exceptions import ConnectorException
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from choreography.blueprint.wishes import DanceWish
from choreography.generation import outputs
from choreography.models import ChoreographyTask
from choreography.queue.workers import forget_gone_workers, say_what_is_served
from common import storage
from tests.factories import client_of, make_finished_task, make_move, make_song, make_task, wish_for
from users.models import Preferences, User

pytestmark = pytest.mark.django_db
API = "/api/choreography"


def jobs() -> list[tuple[str, str]]:
    """Return task name and task id of every waiting job."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args->>'task_id' FROM procrastinate_jobs WHERE status = 'todo'")
        return list(cursor.fetchall())


class TestSongs:
    def test_one_sees_everybodys_songs_and_ones_own(self, as_owner: APIClient, owner: User, stranger: User) -> None:
        make_song(None, "Everybody's")
        make_song(owner, "My own")
        make_song(stranger, "Somebody else's")

        response = as_owner.get(f"{API}/songs/")

        assert [song["title"] for song in response.data["results"]] == ["Everybody's", "My own"]
        assert response.data["count"] == 2

    @pytest.mark.parametrize(
        ("search", "found"),
        [
            ("luna", ["Luna de Enero"]),
            ("LUNA enero", ["Luna de Enero"]),
            ("ana", ["Corazón"]),
            ("corazón ana", ["Corazón"]),
            ("", ["Corazón", "Luna de Enero"]),
            ("%", []),
            ("_", []),
            ("nothing", []),
            ("x" * 5000, []),
            ("'; DROP TABLE users; --", []),
            ("\x00luna", ["Luna de Enero"]),
        ],
    )
    def test_search_looks_in_title_and_artist(self, as_owner: APIClient, search: str, found: list[str]) -> None:
        make_song(None, "Luna de Enero")
        make_song(None, "Corazón", artist="Ana")

        response = as_owner.get(f"{API}/songs/", {"search": search})

        assert [song["title"] for song in response.data["results"]] == found

    def test_a_song_can_be_heard(self, as_owner: APIClient, anonymous: APIClient) -> None:
        song = make_song(None)
        storage.publish_bytes(b"sound", song.audio_key)

        url = as_owner.get(f"{API}/songs/").data["results"][0]["audio_url"]

        assert b"".join(anonymous.get(url)) == b"sound"

    @pytest.mark.parametrize("page", ["0", "-1", "abc", "9" * 5000, "1e3", "\x00"])
    def test_a_page_that_is_not_there_is_a_404(self, as_owner: APIClient, page: str) -> None:
        assert as_owner.get(f"{API}/songs/", {"page": page}).status_code == 404

    @pytest.mark.parametrize("size", ["1000000000", "0", "-5", "abc", "9" * 5000])
    def test_no_page_is_larger_than_a_hundred(self, as_owner: APIClient, size: str) -> None:
        for _ in range(102):
            make_song(None)

        response = as_owner.get(f"{API}/songs/", {"page_size": size})

        assert response.status_code == 200
        assert len(response.data["results"]) in (25, 100)


class TestPreview:
    def test_a_wish_is_counted_before_anything_is_made(self, as_owner: APIClient) -> None:
        make_move(difficulty="beginner", energy="medium", style="romantic")
        make_move(difficulty="beginner", energy="high", style="romantic")
        make_move(difficulty="advanced", energy="medium", style="romantic")
        make_move(difficulty="beginner", energy="medium", style="romantic", status="flagged")

        wish = {"difficulty": "beginner", "energy": "medium", "style": "romantic"}
        response = as_owner.get(f"{API}/moves/preview/", wish)

        assert response.status_code == 200
        assert response.data["total"] == 3
        assert 1 <= response.data["matching"] < 3

    @pytest.mark.parametrize("wish", [{}, {"difficulty": "expert", "energy": "medium", "style": "romantic"}])
    def test_an_unknown_wish_is_a_400(self, as_owner: APIClient, wish: dict[str, str]) -> None:
        assert as_owner.get(f"{API}/moves/preview/", wish).status_code == 400


class TestGenerate:
    def test_a_wish_is_accepted_with_an_address_to_ask(self, as_owner: APIClient, owner: User) -> None:
        response = as_owner.post(f"{API}/generate/", wish_for(make_song().id))

        assert response.status_code == 202
        task = ChoreographyTask.objects.get(id=response.data["task_id"])
        assert task.owner == owner
        assert response.data["status"] == "queued"
        assert response.data["poll_url"] == f"{API}/tasks/{task.id}/"
        assert int(response.headers["Retry-After"]) >= 1
        assert jobs() == [("choreography.plan", str(task.id))]
        assert as_owner.get(response.data["poll_url"]).status_code == 200

    @pytest.mark.parametrize(("asked", "spoken"), [({}, "es"), ({"language": "en"}, "en"), ({"language": "es"}, "es")])
    def test_reasons_come_in_the_language_asked_for_else_in_the_accounts(
        self, as_owner: APIClient, owner: User, asked: dict[str, str], spoken: str
    ) -> None:
        Preferences.objects.filter(user=owner).update(language="es")

        response = as_owner.post(f"{API}/generate/", wish_for(make_song().id, **asked))

        task = ChoreographyTask.objects.get(id=response.data["task_id"])
        assert DanceWish.from_json(task.wish).language == spoken

    def test_ways_to_dance_a_song_out_of_reach_are_taken(self, as_owner: APIClient) -> None:
        body = wish_for(make_song().id, half_time=True, wide_stretch=True)

        response = as_owner.post(f"{API}/generate/", body)

        wish = DanceWish.from_json(ChoreographyTask.objects.get(id=response.data["task_id"]).wish)
        assert (wish.half_time, wish.wide_stretch) == (True, True)

    @pytest.mark.parametrize(("asked", "role"), [({}, None), ({"role": None}, None), ({"role": "follow"}, "follow")])
    def test_a_dance_may_be_about_one_of_the_two(
        self, as_owner: APIClient, asked: dict[str, str | None], role: str | None
    ) -> None:
        response = as_owner.post(f"{API}/generate/", wish_for(make_song().id, **asked))

        wish = DanceWish.from_json(ChoreographyTask.objects.get(id=response.data["task_id"]).wish)
        assert wish.role == role

    def test_a_song_of_somebody_else_reads_like_an_unknown_one(self, as_owner: APIClient, stranger: User) -> None:
        foreign = as_owner.post(f"{API}/generate/", wish_for(make_song(stranger).id))
        unknown = as_owner.post(f"{API}/generate/", wish_for(uuid.uuid4()))

        assert foreign.status_code == unknown.status_code == 404
        assert (foreign.data["code"], foreign.data["detail"]) == (unknown.data["code"], unknown.data["detail"])
        assert not ChoreographyTask.objects.exists()

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("song_id", "x"),
            ("song_id", "../../etc/passwd"),
            ("song_id", -1),
            ("song_id", None),
            ("difficulty", "expert"),
            ("difficulty", "BEGINNER"),
            ("difficulty", ["beginner"]),
            ("difficulty", {}),
            ("energy", None),
            ("style", ""),
            ("role", "both"),
            ("duration_s", 5),
            ("duration_s", 10_800),
            ("duration_s", "nan"),
            ("duration_s", "inf"),
            ("duration_s", "long"),
            ("seed", -1),
            ("seed", 2**31),
            ("seed", 1.5),
            ("quality", "ultra"),
        ],
    )
    def test_a_wish_that_makes_no_sense_names_its_field(self, as_owner: APIClient, field: str, value: object) -> None:
        response = as_owner.post(f"{API}/generate/", {**wish_for(make_song().id), field: value})

        assert response.status_code == 400
        assert response.data["code"] == "validation_error"
        assert list(response.data["errors"]) == [field]
        assert not ChoreographyTask.objects.exists()

    @pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"null", b'"x"', b"5", b"[[]]"])
    def test_a_body_without_a_wish_is_a_400(self, as_owner: APIClient, body: bytes) -> None:
        response = as_owner.generic("POST", f"{API}/generate/", body, content_type="application/json")

        assert response.status_code == 400
        assert set(response.data) >= {"code", "detail", "request_id"}

    @pytest.mark.parametrize(
        "body", [b'{"duration_s": NaN}', b'{"seed": 1e999}', b"[" * 3000, b"\xff", b'{"a":1,"a":2}']
    )
    def test_json_that_cannot_be_used_is_a_400(self, as_owner: APIClient, body: bytes) -> None:
        response = as_owner.generic("POST", f"{API}/generate/", body, content_type="application/json")

        assert (response.status_code, response.data["code"]) == (400, "parse_error")

    def test_a_task_whose_job_cannot_be_made_is_not_there_either(
        self, as_owner: APIClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object, **__: object) -> None:
            raise ConnectorException("connection lost to 10.0.0.7")

        song = make_song()
        monkeypatch.setattr("procrastinate.jobs.JobDeferrer.defer", broken)

        response = as_owner.post(f"{API}/generate/", wish_for(song.id))

        assert response.status_code == 503
        assert "10.0.0.7" not in response.content.decode()
        assert not ChoreographyTask.objects.exists()
        assert jobs() == []

    def test_a_job_whose_task_cannot_be_kept_is_not_there_either(
        self, as_owner: APIClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from choreography import services

        make_job = services.defer_planning

        def then_break(task_id: uuid.UUID) -> None:
            make_job(task_id)
            raise RuntimeError("a bug after the job was made")

        song = make_song()
        monkeypatch.setattr("choreography.services.defer_planning", then_break)

        assert as_owner.post(f"{API}/generate/", wish_for(song.id)).status_code == 500
        assert not ChoreographyTask.objects.exists()
        assert jobs() == []


class TestIdempotency:
    def test_the_same_key_is_the_same_task(self, as_owner: APIClient) -> None:
        song = make_song()

        answers = [as_owner.post(f"{API}/generate/", wish_for(song.id), headers=key("a")) for _ in range(3)]

        assert {answer.status_code for answer in answers} == {202}
        assert len({answer.data["task_id"] for answer in answers}) == 1
        assert len(jobs()) == 1

    def test_the_same_key_with_another_wish_is_refused(self, as_owner: APIClient) -> None:
        song = make_song()
        as_owner.post(f"{API}/generate/", wish_for(song.id), headers=key("a"))

        response = as_owner.post(f"{API}/generate/", wish_for(song.id, energy="high"), headers=key("a"))

        assert (response.status_code, response.data["code"]) == (422, "idempotency_key_reused")
        assert ChoreographyTask.objects.count() == 1

    def test_two_people_may_choose_the_same_key(self, as_owner: APIClient, as_stranger: APIClient) -> None:
        song = make_song()
        for client in (as_owner, as_stranger):
            assert client.post(f"{API}/generate/", wish_for(song.id), headers=key("a")).status_code == 202

        assert ChoreographyTask.objects.count() == 2

    def test_without_a_key_each_request_is_a_task(self, as_owner: APIClient) -> None:
        song = make_song()
        for _ in range(2):
            as_owner.post(f"{API}/generate/", wish_for(song.id))

        assert ChoreographyTask.objects.count() == 2

    @pytest.mark.parametrize("value", ["", "x" * 121, "tab\there", "\x7f"])
    def test_a_key_that_makes_no_sense_is_a_400(self, as_owner: APIClient, value: str) -> None:
        response = as_owner.post(f"{API}/generate/", wish_for(make_song().id), headers=key(value))

        assert (response.status_code, response.data["code"]) == (400, "invalid_input")

    @pytest.mark.django_db(transaction=True)
    def test_twenty_requests_at_once_are_one_task(self, owner: User) -> None:
        song = make_song()
        start = threading.Barrier(20)
        answers: list[Any] = []

        def ask() -> None:
            client = client_of(owner)
            start.wait()
            answers.append(client.post(f"{API}/generate/", wish_for(song.id), headers=key("a")))
            connections.close_all()

        threads = [threading.Thread(target=ask) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert [answer.status_code for answer in answers] == [202] * 20
        assert len({answer.data["task_id"] for answer in answers}) == 1
        assert ChoreographyTask.objects.count() == 1
        assert len([job for job in jobs() if job[1] == str(answers[0].data["task_id"])]) == 1


class TestTasks:
    def test_ones_tasks_are_listed_newest_first(self, as_owner: APIClient, owner: User, stranger: User) -> None:
        old, new = make_task(owner), make_finished_task(owner)
        make_task(stranger)
        make_task(None)

        response = as_owner.get(f"{API}/tasks/")

        assert [task["task_id"] for task in response.data["results"]] == [str(new.id), str(old.id)]
        assert response.data["results"][0]["poster_url"].startswith("/media/choreographies/")
        assert response.data["results"][1]["poster_url"] is None

    def test_a_page_of_tasks_asks_the_database_a_fixed_number_of_times(
        self, as_owner: APIClient, owner: User, django_assert_num_queries: Any
    ) -> None:
        for _ in range(5):
            make_finished_task(owner)

        with django_assert_num_queries(3) as asked:  # who asks, how many, which
            as_owner.get(f"{API}/tasks/")

        assert "blueprint_id" in asked[-1]["sql"]
        assert "analysis" not in asked[-1]["sql"], "the largest columns are not needed here"

    def test_a_waiting_task_says_how_far_it_is(self, as_owner: APIClient, owner: User) -> None:
        task = make_task(owner, status="processing", stage="searching", progress=25, message="Looking around")

        told = as_owner.get(f"{API}/tasks/{task.id}/").data

        assert (told["status"], told["stage"], told["progress"]) == ("processing", "searching", 25)
        assert told["result"] is None and told["error"] is None

    def test_a_finished_task_has_addresses_that_work(self, as_owner: APIClient, owner: User) -> None:
        task = make_finished_task(owner)
        storage.publish_bytes(b"video", outputs.key(task.output_prefix, outputs.VIDEO))

        told = as_owner.get(f"{API}/tasks/{task.id}/").data

        assert b"".join(client_of(None).get(told["result"]["video_url"])) == b"video"
        assert told["result"]["duration_s"] == 64.0
        assert told["result"]["blueprint"] == {"version": 1}

    def test_a_failed_task_says_why(self, as_owner: APIClient, owner: User) -> None:
        task = make_task(owner, status="failed", error_code="no_rhythm", error_detail="There is no rhythm here.")

        told = as_owner.get(f"{API}/tasks/{task.id}/").data

        assert told["error"] == {"code": "no_rhythm", "detail": "There is no rhythm here."}

    @pytest.mark.parametrize("phase", ["planning", "assembly"])
    @pytest.mark.parametrize(
        ("queues", "age_s"),
        [([], 1.0), (["planning"], 1.0), (["assembly", "ingest"], 1.0), (["planning", "assembly"], 60.0)],
    )
    def test_it_says_whether_anybody_serves_its_queue(
        self, as_owner: APIClient, owner: User, settings: Settings, phase: str, queues: list[str], age_s: float
    ) -> None:
        settings.WORKER_STALLED_AFTER_S = 20.0
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_workers")
            cursor.execute(
                "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s * interval '1 second') "
                "RETURNING id",
                [age_s],
            )
            say_what_is_served(cursor.fetchone()[0], queues)

        told = as_owner.get(f"{API}/tasks/{make_task(owner, phase=phase).id}/").data

        assert told["worker_online"] is (phase in queues and age_s == 1.0)

    def test_a_note_of_a_worker_that_is_gone_counts_for_nothing(self, as_owner: APIClient, owner: User) -> None:
        say_what_is_served(10**9, ["planning"])

        assert as_owner.get(f"{API}/tasks/{make_task(owner).id}/").data["worker_online"] is False
        assert forget_gone_workers() == 1

    @pytest.mark.parametrize(("method", "suffix"), [("get", ""), ("delete", ""), ("post", "cancel/")])
    def test_a_task_of_somebody_else_reads_like_an_unknown_one(
        self, as_owner: APIClient, stranger: User, method: str, suffix: str
    ) -> None:
        theirs = make_finished_task(stranger)

        foreign = getattr(as_owner, method)(f"{API}/tasks/{theirs.id}/{suffix}")
        unknown = getattr(as_owner, method)(f"{API}/tasks/{uuid.uuid4()}/{suffix}")

        assert foreign.status_code == unknown.status_code == 404
        assert (foreign.data["code"], foreign.data["detail"]) == (unknown.data["code"], unknown.data["detail"])
        assert ChoreographyTask.objects.filter(id=theirs.id).exists()

    @pytest.mark.parametrize("task_id", ["1", "x", "..", "%00", "' OR 1=1"])
    def test_an_id_that_is_none_is_a_404(self, as_owner: APIClient, task_id: str) -> None:
        response = as_owner.get(f"{API}/tasks/{task_id}/")

        assert response.status_code == 404
        assert json.loads(response.content)["code"] == "not_found"


class TestCancel:
    @pytest.mark.parametrize("status", ["queued", "processing"])
    @pytest.mark.parametrize("phase", ["planning", "assembly"])
    def test_a_task_stops_at_once_in_every_state(
        self, as_owner: APIClient, owner: User, status: str, phase: str
    ) -> None:
        task = make_task(owner, status=status, phase=phase)

        response = as_owner.post(f"{API}/tasks/{task.id}/cancel/")

        assert response.status_code == 200
        assert response.data["status"] == "cancelled"
        assert response.data["finished_at"] is not None

    @pytest.mark.parametrize("status", ChoreographyTask.FINISHED)
    def test_a_finished_task_answers_409(self, as_owner: APIClient, owner: User, status: str) -> None:
        task = make_task(owner, status=status)

        response = as_owner.post(f"{API}/tasks/{task.id}/cancel/")

        assert (response.status_code, response.data["code"]) == (409, "task_finished")
        task.refresh_from_db()
        assert task.status == status


class TestDelete:
    def test_a_choreography_goes_with_its_files(
        self, as_owner: APIClient, owner: User, django_capture_on_commit_callbacks: Any
    ) -> None:
        task, other = make_finished_task(owner), make_finished_task(owner)
        mine, theirs = (outputs.key(each.output_prefix, outputs.VIDEO) for each in (task, other))
        storage.publish_bytes(b"video", mine)
        storage.publish_bytes(b"video", theirs)

        with django_capture_on_commit_callbacks(execute=True):
            assert as_owner.delete(f"{API}/tasks/{task.id}/").status_code == 204

        assert not storage.exists(mine)
        assert storage.exists(theirs)
        assert as_owner.get(f"{API}/tasks/{task.id}/").status_code == 404

    @pytest.mark.parametrize("status", ["queued", "processing"])
    def test_a_choreography_that_is_being_made_stays(self, as_owner: APIClient, owner: User, status: str) -> None:
        task = make_task(owner, status=status)

        response = as_owner.delete(f"{API}/tasks/{task.id}/")

        assert (response.status_code, response.data["code"]) == (409, "conflict")


def key(value: str) -> dict[str, str]:
    return {"Idempotency-Key": value}
