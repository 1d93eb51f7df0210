"""Asking again and again is cheap, and what was done is told step by step."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from rest_framework.test import APIClient

from choreography.models import (
    Blueprint,
    ChoreographyTask,
    Conversation,
    ReasoningStep,
    SongImport,
    TaskPhase,
    TaskStage,
    Turn,
)
from choreography.queue.deferring import defer_assembly
from choreography.queue.fence import claim
from tests.factories import make_finished_task, make_task
from users.models import User

pytestmark = pytest.mark.django_db
TASKS = "/api/choreography/tasks/"


def poll(client: APIClient, task: ChoreographyTask, tag: str = "") -> Any:
    return client.get(f"{TASKS}{task.id}/", headers={"If-None-Match": tag} if tag else {})


CHANGES = {
    "status": {"status": "processing"},
    "stage": {"stage": "searching"},
    "progress": {"progress": 12},
    "message": {"message": "Listening"},
    "attempt": {"attempt": 3},
    "error": {"error_code": "no_rhythm"},
}


@pytest.mark.parametrize("change", CHANGES)
def test_who_knows_a_task_hears_only_of_changes(as_owner: APIClient, owner: User, change: str) -> None:
    task = make_task(owner)
    first = poll(as_owner, task)

    same = poll(as_owner, task, first.headers["ETag"])
    ChoreographyTask.objects.update(**CHANGES[change])
    other = poll(as_owner, task, first.headers["ETag"])

    assert (same.status_code, same.content, same.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert other.status_code == 200
    assert other.headers["ETag"] != first.headers["ETag"]


def test_ten_songs_on_their_way_cost_no_more_questions_than_one(
    as_owner: APIClient, owner: User, django_assert_num_queries: Any
) -> None:
    def arrive(count: int) -> None:
        for _ in range(count):
            SongImport.objects.create(owner=owner, source=str(SongImport.objects.count()))

    arrive(1)
    with CaptureQueriesContext(connection) as few:
        as_owner.get("/api/choreography/songs/imports/")
    arrive(9)
    with django_assert_num_queries(len(few)):
        listed = as_owner.get("/api/choreography/songs/imports/").data["results"]

    assert [each["worker_online"] for each in listed] == [False] * 10


def test_a_known_task_costs_three_small_reads(as_owner: APIClient, owner: User, django_assert_num_queries: Any) -> None:
    task = make_finished_task(owner)
    tag = poll(as_owner, task).headers["ETag"]

    with django_assert_num_queries(3) as asked:  # who asks, the task, its workers
        assert poll(as_owner, task, tag).status_code == 304

    assert not any('"choreography_blueprint"' in query["sql"] for query in asked)


def test_a_poll_of_a_plain_task_costs_four_reads(
    as_owner: APIClient, owner: User, django_assert_num_queries: Any
) -> None:
    task = make_task(owner)

    with django_assert_num_queries(4):  # who asks, the task's state, its workers, all of the task
        assert poll(as_owner, task).status_code == 200


def test_what_a_described_task_has_not_found_out_yet_is_null(as_owner: APIClient, owner: User) -> None:
    task = make_task(owner, kind="describe", difficulty="", energy="", style="")

    told = poll(as_owner, task).data

    assert (told["difficulty"], told["energy"], told["style"]) == (None, None, None)


def test_an_unfinished_task_says_when_to_ask_again(as_owner: APIClient, owner: User) -> None:
    waiting, done = make_task(owner), make_finished_task(owner)

    assert int(poll(as_owner, waiting).headers["Retry-After"]) >= 1
    tag = poll(as_owner, waiting).headers["ETag"]
    assert int(poll(as_owner, waiting, tag).headers["Retry-After"]) >= 1
    assert "Retry-After" not in poll(as_owner, done).headers


def test_who_knows_an_answer_hears_that_the_video_it_shows_has_changed(as_owner: APIClient, owner: User) -> None:
    shown = make_finished_task(owner)
    answer = make_task(
        owner,
        shown.song,
        kind="describe",
        status="completed",
        choreography=shown.choreography,
        blueprint=shown.blueprint,
    )
    first = poll(as_owner, answer)
    assert shown.output_prefix in first.data["result"]["video_url"]
    assert poll(as_owner, answer, first.headers["ETag"]).status_code == 304

    again = make_task(
        owner,
        shown.song,
        status="completed",
        choreography=shown.choreography,
        blueprint=shown.blueprint,
        output_prefix="choreographies/again/1",
        output_duration_s=64.0,
        finished_at=timezone.now(),
    )
    shown.delete()
    second = poll(as_owner, answer, first.headers["ETag"])
    assert (second.status_code, again.output_prefix in second.data["result"]["video_url"]) == (200, True)

    again.delete()
    assert poll(as_owner, answer, second.headers["ETag"]).data["result"] is None


def test_a_task_of_somebody_else_is_not_confirmed_by_its_tag(
    as_owner: APIClient, as_stranger: APIClient, owner: User
) -> None:
    task = make_task(owner)
    tag = poll(as_owner, task).headers["ETag"]

    assert poll(as_stranger, task, tag).status_code == 404
    assert poll(as_stranger, task, "*").status_code == 404


@pytest.mark.parametrize("tag", ["*", 'W/"{}"', '"x", "{}"', '"{}"'])
def test_tags_are_compared_as_the_rfc_says(as_owner: APIClient, owner: User, tag: str) -> None:
    task = make_task(owner)
    own = poll(as_owner, task).headers["ETag"].strip('"')

    assert poll(as_owner, task, tag.format(own)).status_code == 304
    assert poll(as_owner, task, '"other"').status_code == 200


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, 4),
        ({"status": "completed"}, 1),
        ({"status": "failed"}, 1),
        ({"kind": "describe"}, 1),
        ({"active": "true"}, 2),
        ({"active": "false"}, 2),
        ({"active": "true", "kind": "generate"}, 1),
    ],
)
def test_tasks_are_found_by_status_and_kind(
    as_owner: APIClient, owner: User, query: dict[str, str], found: int
) -> None:
    make_task(owner)
    make_task(owner, kind="describe", status="processing")
    make_task(owner, status="failed")
    make_finished_task(owner)

    assert as_owner.get(TASKS, query).data["count"] == found


@pytest.mark.parametrize("query", [{"status": "sleeping"}, {"kind": "x"}, {"active": "maybe"}])
def test_a_filter_that_is_none_names_its_field(as_owner: APIClient, query: dict[str, str]) -> None:
    response = as_owner.get(TASKS, query)

    assert response.status_code == 400
    assert list(response.data["errors"]) == list(query)


class TestReasoning:
    def test_what_a_worker_did_is_told_step_by_step(self, as_owner: APIClient, owner: User) -> None:
        task = make_task(owner)
        held = claim(task.id, TaskPhase.PLANNING)
        assert held is not None
        held.report(TaskStage.ANALYSING, 5, "Listening for the counts")
        held.report(TaskStage.SEARCHING, 25, "Looking through the library")

        steps = poll(as_owner, task).data["reasoning"]

        assert [(step["index"], step["tool"], step["status"]) for step in steps] == [
            (0, "analysing", "done"),
            (1, "searching", "running"),
        ]
        assert steps[0]["title"] == "Listened to the song"
        assert steps[0]["result"] == "Listening for the counts"
        assert steps[0]["duration_ms"] >= 0 and steps[1]["duration_ms"] is None

    def test_the_next_attempt_begins_its_own_phase_anew_and_keeps_the_one_before(
        self, as_owner: APIClient, owner: User
    ) -> None:
        task = make_task(owner)
        held = claim(task.id, TaskPhase.PLANNING)
        assert held is not None
        held.report(TaskStage.ANALYSING, 5, "Listening")
        held.hand_over(Blueprint.objects.create(owner=owner, song=task.song, data={}), defer_assembly)
        for _ in range(2):
            held = claim(task.id, TaskPhase.ASSEMBLY)
            assert held is not None
            held.report(TaskStage.ASSEMBLING, 60, "Putting the moves on the music")
        held.complete(output_prefix=f"choreographies/{task.id}/{held.attempt}", duration_s=60.0)

        steps = poll(as_owner, task).data["reasoning"]

        assert [(step["tool"], step["status"]) for step in steps] == [("analysing", "done"), ("assembling", "done")]

    def test_a_step_that_was_broken_off_is_not_going_on_for_ever(self, as_owner: APIClient, owner: User) -> None:
        task = make_task(owner)
        held = claim(task.id, TaskPhase.PLANNING)
        assert held is not None
        held.report(TaskStage.ANALYSING, 5, "Listening")
        held.fail("no_rhythm", "No beat can be heard.")

        assert poll(as_owner, task).data["reasoning"][0]["status"] == "refused"

    def test_what_a_conversation_decided_comes_first(self, as_owner: APIClient, owner: User) -> None:
        task = make_task(owner, steps=[{"stage": "analysing", "phase": "planning", "result": "", "duration_ms": 12}])
        turn = Turn.objects.create(
            conversation=Conversation.objects.create(owner=owner), number=1, task=task, request="Something slow"
        )
        ReasoningStep.objects.create(
            turn=turn, index=0, tool="find_song", title="Looked for a song", arguments={"tempo": "slow"}, status="done"
        )

        steps = poll(as_owner, task).data["reasoning"]

        assert [step["tool"] for step in steps] == ["find_song", "analysing"]
        assert steps[0]["arguments"] == {"tempo": "slow"}
