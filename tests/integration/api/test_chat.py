"""The chat over HTTP: a sentence, its task, the conversation, forgetting it; teaching notes."""

import uuid
from typing import Any

import pytest
from django.db import connection
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from choreography.models import Blueprint, ChoreographyTask, Conversation, ReasoningStep, Turn
from tests.factories import client_of, make_finished_task, make_move, make_task
from users.models import User

pytestmark = pytest.mark.django_db
API = "/api/choreography"


def describe(client: APIClient, sentence: Any, conversation: object = None, **headers: str) -> Any:
    body = {"user_request": sentence} | ({"conversation_id": str(conversation)} if conversation else {})
    return client.post(f"{API}/describe/", body, headers=headers)


def answered(turn: Turn, reply: str = "Done.") -> None:
    Turn.objects.filter(pk=turn.pk).update(reply=reply)
    ChoreographyTask.objects.filter(id=turn.task_id).update(status="completed")


class TestASentence:
    def test_it_is_accepted_with_an_address_to_ask(self, as_owner: APIClient, owner: User) -> None:
        response = describe(as_owner, "slow and romantic")

        assert response.status_code == 202
        task = ChoreographyTask.objects.get(id=response.data["task_id"])
        assert (task.owner, task.kind, task.song) == (owner, "describe", None)
        assert response.data["poll_url"] == f"{API}/tasks/{task.id}/"
        assert response.data["status"] == "queued"
        with connection.cursor() as cursor:
            cursor.execute("SELECT task_name, args->>'task_id' FROM procrastinate_jobs WHERE status = 'todo'")
            assert cursor.fetchall() == [("choreography.plan", str(task.id))]

    def test_its_task_tells_what_was_decided_so_far(self, as_owner: APIClient) -> None:
        accepted = describe(as_owner, "slow and romantic").data
        turn = Turn.objects.get(task_id=accepted["task_id"])
        ReasoningStep.objects.create(turn=turn, index=0, tool="find_songs", title="Looking for songs")

        told = as_owner.get(accepted["poll_url"]).data

        assert told["conversation_id"] == accepted["conversation_id"]
        assert (told["reply"], told["question"], told["song"], told["result"]) == ("", False, None, None)
        assert [(step["tool"], step["status"]) for step in told["reasoning"]] == [("find_songs", "running")]

    @pytest.mark.parametrize("said", ["", "   ", "\n\t", "\u200b", "x" * 1001, None, 5.5, ["a"], {"a": 1}, "a\x00b"])
    def test_what_is_no_sentence_is_a_400(self, as_owner: APIClient, said: Any) -> None:
        response = describe(as_owner, said)

        assert response.status_code in (400, 202) if said == 5.5 else response.status_code == 400

    @pytest.mark.parametrize("said", ["💃", "x" * 1000, "<script>", "'; DROP TABLE users; --", "¿?", "{}"])
    def test_anything_else_is_taken(self, as_owner: APIClient, said: str) -> None:
        assert describe(as_owner, said).status_code == 202

    def test_the_same_key_is_the_same_turn(self, as_owner: APIClient) -> None:
        first = describe(as_owner, "romantic", **{"Idempotency-Key": "k1"})
        second = describe(as_owner, "romantic", **{"Idempotency-Key": "k1"})
        other = describe(as_owner, "sensual", **{"Idempotency-Key": "k1"})

        assert first.data["task_id"] == second.data["task_id"]
        assert Turn.objects.count() == 1
        assert other.status_code == 422

    def test_a_key_of_a_generated_dance_is_not_a_turns(self, as_owner: APIClient, owner: User) -> None:
        make_task(owner, idempotency_key="k1")

        assert describe(as_owner, "romantic", **{"Idempotency-Key": "k1"}).status_code == 422

    def test_nobody_has_more_in_the_making_than_the_limit(self, as_owner: APIClient, settings: Settings) -> None:
        settings.MAX_ACTIVE_TASKS_PER_USER = 2

        statuses = [describe(as_owner, "romantic").status_code for _ in range(3)]

        assert statuses == [202, 202, 429]
        assert Turn.objects.count() == Conversation.objects.count() == 2


class TestConversations:
    def test_a_second_sentence_continues_it_once_the_first_is_answered(self, as_owner: APIClient) -> None:
        first = describe(as_owner, "romantic")
        conversation = first.data["conversation_id"]
        too_soon = describe(as_owner, "slower", conversation)
        answered(Turn.objects.get())

        second = describe(as_owner, "slower ending", conversation)

        assert too_soon.status_code == 409
        assert too_soon.data["code"] == "still_answering"
        assert second.status_code == 202
        assert [turn.number for turn in Turn.objects.all()] == [1, 2]

    def test_it_is_listed_and_read_with_its_turns(self, as_owner: APIClient) -> None:
        conversation = describe(as_owner, "romantic").data["conversation_id"]
        row = {"time_s": 1.0, "first_beat": 3, "counts": 8, "before": "A", "after": None}
        Turn.objects.update(diff=[row])
        answered(Turn.objects.get(), "Here.")

        listed = as_owner.get(f"{API}/conversations/").data["results"]
        read = as_owner.get(f"{API}/conversations/{conversation}/").data

        assert [(each["title"], each["turn_count"]) for each in listed] == [("romantic", 1)]
        (turn,) = read["turns"]
        assert (turn["request"], turn["reply"], turn["question"], turn["status"]) == (
            "romantic",
            "Here.",
            False,
            "completed",
        )
        assert turn["diff"] == [row]

    def test_the_list_takes_as_many_queries_for_many_as_for_one(
        self, as_owner: APIClient, django_assert_max_num_queries: Any, settings: Settings
    ) -> None:
        settings.MAX_ACTIVE_TASKS_PER_USER = 100
        for _ in range(12):
            describe(as_owner, "romantic")

        with django_assert_max_num_queries(4):
            as_owner.get(f"{API}/conversations/")

    def test_forgetting_it_removes_what_was_said_and_keeps_what_was_danced(
        self, as_owner: APIClient, owner: User
    ) -> None:
        conversation = describe(as_owner, "romantic").data["conversation_id"]
        turn = Turn.objects.get()
        ReasoningStep.objects.create(turn=turn, index=0, title="x")
        done = make_finished_task(owner)
        Turn.objects.create(conversation_id=conversation, number=2, task=done, request="again", reply="Here.")

        response = as_owner.delete(f"{API}/conversations/{conversation}/")

        assert response.status_code == 204
        assert not Turn.objects.exists() and not ReasoningStep.objects.exists()
        assert ChoreographyTask.objects.get(id=turn.task_id).status == "cancelled"
        done.refresh_from_db()
        assert done.status == "completed"
        assert as_owner.get(f"{API}/conversations/{conversation}/").status_code == 404
        assert as_owner.get(f"{API}/tasks/{turn.task_id}/").data["conversation_id"] is None

    def test_those_of_others_read_like_unknown_ones(self, as_owner: APIClient, stranger: User) -> None:
        theirs = describe(client_of(stranger), "romantic").data["conversation_id"]

        for conversation in (theirs, uuid.uuid4()):
            assert describe(as_owner, "undo", conversation).status_code == 404
            assert as_owner.get(f"{API}/conversations/{conversation}/").status_code == 404
        assert as_owner.get(f"{API}/conversations/").data["results"] == []

    def test_a_removed_task_leaves_the_words(self, as_owner: APIClient) -> None:
        accepted = describe(as_owner, "romantic").data
        answered(Turn.objects.get(), "Here.")

        assert as_owner.delete(accepted["poll_url"]).status_code == 204

        (turn,) = as_owner.get(f"{API}/conversations/{accepted['conversation_id']}/").data["turns"]
        assert (turn["reply"], turn["task_id"], turn["status"]) == ("Here.", None, None)


def test_an_answer_that_went_back_shows_the_video_of_that_version(as_owner: APIClient, owner: User) -> None:
    done = make_finished_task(owner)
    assert done.blueprint is not None
    back = make_task(owner, done.song, kind="describe", status="completed", blueprint=done.blueprint,
                     choreography=done.choreography)  # fmt: skip
    conversation = Conversation.objects.create(owner=owner)
    Turn.objects.create(conversation=conversation, number=1, task=back, request="undo", reply="Undone.")
    Blueprint.objects.filter(id=done.blueprint_id).update(change={})

    told = as_owner.get(f"{API}/tasks/{back.id}/").data

    assert str(done.id) in told["result"]["video_url"]
    assert told["result"]["duration_s"] == 64.0
    assert told["reply"] == "Undone."


class TestTeachingNotes:
    def test_a_move_is_explained_in_the_language_asked_for(self, as_owner: APIClient) -> None:
        move = make_move(name="Head roll", category="headrolls", difficulty="intermediate", notes="Warm the neck.")

        english = as_owner.get(f"{API}/moves/{move.id}/explanation/").data
        spanish = as_owner.get(f"{API}/moves/{move.id}/explanation/", {"language": "es"}).data

        assert english["what"].startswith("“Head roll” (head rolls): a circle of the head")
        assert english["level"].startswith("Intermediate")
        assert spanish["what"].startswith("«Head roll» (giros de cabeza): un círculo de la cabeza")
        assert english["notes"] == spanish["notes"] == "Warm the neck."

    def test_without_a_language_it_is_that_of_the_preferences(self, as_owner: APIClient, owner: User) -> None:
        owner.preferences.language = "es"
        owner.preferences.save()

        assert "básicos" in as_owner.get(f"{API}/moves/{make_move().id}/explanation/").data["what"]

    def test_an_unknown_language_is_a_400_and_an_unknown_move_a_404(self, as_owner: APIClient, stranger: User) -> None:
        assert as_owner.get(f"{API}/moves/{make_move().id}/explanation/", {"language": "xx"}).status_code == 400
        assert as_owner.get(f"{API}/moves/{uuid.uuid4()}/explanation/").status_code == 404
        assert as_owner.get(f"{API}/moves/{make_move(owner=stranger).id}/explanation/").status_code == 404
