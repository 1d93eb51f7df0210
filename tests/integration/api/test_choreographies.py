"""Choreographies, their versions and edits, as programs meet them."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone
from rest_framework.test import APIClient

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.wishes import DanceWish
from choreography.edits.versions import add_version
from choreography.generation.editing import edit_task
from choreography.jobs.running import run_claimed
from choreography.models import Choreography, ChoreographyTask, TaskPhase
from tests.factories import client_of, make_choreography, make_finished_task, make_task
from tests.made_dances import store_dance, store_library
from tests.unit.blueprint.conftest import valid
from users.models import User

API = "/api/choreography"
WISH = DanceWish(Difficulty.BEGINNER, Energy.MEDIUM, Style.ROMANTIC)


@pytest.fixture
def dance(owner: User) -> Choreography:
    store_library()
    return store_dance(owner)


def edit(client: APIClient, dance: Choreography, **told: object) -> Any:
    dance.refresh_from_db()
    body = {"blueprint_id": str(dance.current_id), **told}
    return client.post(f"{API}/choreographies/{dance.id}/edits/", body)


def plan(response: Any) -> None:
    run_claimed(response.data["task_id"], TaskPhase.PLANNING, edit_task)


@pytest.mark.django_db
class TestReading:
    def test_the_list_names_song_version_and_newest_video(self, as_owner: APIClient, owner: User) -> None:
        task = make_finished_task(owner)
        make_choreography(owner)

        rows = as_owner.get(f"{API}/choreographies/").data["results"]

        assert rows[0]["task"] is None
        assert len(rows) == 2
        (row,) = [row for row in rows if row["id"] == str(task.choreography_id)]
        assert row["task"]["task_id"] == str(task.id)
        assert (row["versions"], row["current"]["number"], row["current"]["change"]) == (1, 1, None)
        assert row["song"]["title"] == task.song.title

    def test_an_answer_without_a_video_of_its_own_hides_no_video(self, as_owner: APIClient, owner: User) -> None:
        task = make_finished_task(owner)
        assert task.choreography is not None and task.blueprint is not None
        task.blueprint.data = valid()
        task.blueprint.save()
        ChoreographyTask.objects.update(finished_at=timezone.now())
        other_plan = load_blueprint(valid() | {"compromises": ["Its video was removed."]})
        other = add_version(task.choreography, plan=other_plan, wish=WISH, scores=[], change={})
        make_task(
            owner, task.song, kind="describe", status="completed", choreography=task.choreography, blueprint=other,
            finished_at=timezone.now() + timedelta(minutes=1),
        )  # fmt: skip

        (row,) = as_owner.get(f"{API}/choreographies/").data["results"]
        told = as_owner.get(f"{API}/choreographies/{task.choreography_id}/").data

        assert (row["task"]["task_id"], told["task"]["task_id"]) == (str(task.id), str(task.id))
        assert row["task"]["poster_url"] and told["up_to_date"] is False

    def test_a_list_of_many_takes_as_few_questions_as_one_of_few(
        self, as_owner: APIClient, owner: User, django_assert_max_num_queries: Any
    ) -> None:
        for _ in range(6):
            make_finished_task(owner)

        with django_assert_max_num_queries(6):
            response = as_owner.get(f"{API}/choreographies/")

        assert len(response.data["results"]) == 6

    def test_the_page_of_one_has_plan_versions_and_what_can_be_done(
        self, as_owner: APIClient, dance: Choreography
    ) -> None:
        plan(edit(as_owner, dance, kind="swap", segment=1, to="any"))

        page = as_owner.get(f"{API}/choreographies/{dance.id}/").data

        assert [version["number"] for version in page["versions"]] == [1, 2]
        assert page["current"]["change"]["words"]["en"].startswith("“")
        assert len(page["current"]["diff"]["swapped"]) == 1
        assert page["current"]["blueprint"]["version"] == 1
        assert (page["can_undo"], page["can_redo"], page["up_to_date"]) == (True, False, False)
        assert (page["task"], page["running"]["kind"]) == (None, "assemble")

    def test_two_versions_are_compared(self, as_owner: APIClient, dance: Choreography) -> None:
        first = dance.current_id
        plan(edit(as_owner, dance, kind="replan", seed=3))
        dance.refresh_from_db()

        diff = as_owner.get(f"{API}/blueprints/{first}/diff/", {"to": str(dance.current_id)})

        assert diff.status_code == 200
        assert diff.data["swapped"] or diff.data["added"]
        same = as_owner.get(f"{API}/blueprints/{first}/diff/", {"to": str(first)}).data
        assert (same["swapped"], same["removed"], same["added"]) == ([], [], [])

    @pytest.mark.parametrize("to", ["", "abc", "\x00", "00000000-0000-4000-8000-00000000dead"])
    def test_a_version_to_compare_with_must_be_there(self, as_owner: APIClient, dance: Choreography, to: str) -> None:
        response = as_owner.get(f"{API}/blueprints/{dance.current_id}/diff/", {"to": to})

        assert response.status_code in (400, 404)

    def test_versions_of_two_choreographies_are_not_compared(self, as_owner: APIClient, owner: User) -> None:
        one, other = make_choreography(owner), make_choreography(owner)

        response = as_owner.get(f"{API}/blueprints/{one.current_id}/diff/", {"to": str(other.current_id)})

        assert response.status_code == 404


@pytest.mark.django_db
class TestEditing:
    def test_an_edit_is_accepted_and_its_task_polled(self, as_owner: APIClient, dance: Choreography) -> None:
        response = edit(as_owner, dance, kind="swap", segment=1, to="any")

        assert response.status_code == 202
        assert response.data["blueprint_id"] is None
        assert response.data["choreography_id"] == str(dance.id)
        plan(response)
        task = ChoreographyTask.objects.get(id=response.data["task_id"])
        dance.refresh_from_db()
        assert (task.kind, task.blueprint_id, task.phase) == ("assemble", dance.current_id, "assembly")

    def test_a_stale_edit_is_a_409_with_its_code(self, as_owner: APIClient, dance: Choreography) -> None:
        body = {"kind": "lock", "segments": [0], "blueprint_id": str(dance.current_id)}
        assert as_owner.post(f"{API}/choreographies/{dance.id}/edits/", body).status_code == 202

        stale = as_owner.post(f"{API}/choreographies/{dance.id}/edits/", body)

        assert (stale.status_code, stale.data["code"]) == (409, "stale_blueprint")

    def test_undo_and_redo_answer_with_the_version_that_is_danced(
        self, as_owner: APIClient, dance: Choreography
    ) -> None:
        first = dance.current_id
        assert as_owner.post(f"{API}/choreographies/{dance.id}/undo/", {}).data["code"] == "nothing_to_undo"
        second = edit(as_owner, dance, kind="quality", quality="balanced").data["blueprint_id"]

        undone = as_owner.post(f"{API}/choreographies/{dance.id}/undo/", {"blueprint_id": second})
        redone = as_owner.post(f"{API}/choreographies/{dance.id}/redo/", {})

        assert undone.data["blueprint_id"] == str(first)
        assert redone.data["blueprint_id"] == second
        again = as_owner.post(f"{API}/choreographies/{dance.id}/redo/", {})
        assert (again.status_code, again.data["code"]) == (409, "nothing_to_redo")

    def test_asking_twice_for_a_video_is_one_task(self, as_owner: APIClient, dance: Choreography) -> None:
        one, two = (as_owner.post(f"{API}/choreographies/{dance.id}/assemble/", {}) for _ in range(2))
        better = as_owner.post(f"{API}/choreographies/{dance.id}/assemble/", {"quality": "high_quality"})

        assert one.data["task_id"] == two.data["task_id"] != better.data["task_id"]
        dance.refresh_from_db()
        assert dance.current is not None
        assert (dance.current.number, dance.current.data["output"]["height"]) == (2, 1080)

    def test_alternatives_come_best_first_with_posters(self, as_owner: APIClient, dance: Choreography) -> None:
        found = as_owner.get(f"{API}/choreographies/{dance.id}/segments/1/alternatives/", {"limit": 5})

        assert found.status_code == 200
        scores = [each["score"] for each in found.data["results"]]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) == 5 <= found.data["count"]
        assert all(each["poster_url"] and 0.8 < each["speed"] < 1.2 for each in found.data["results"])

    @pytest.mark.parametrize(
        ("path", "query", "status"),
        [("99", {}, 400), ("1", {"limit": 0}, 400), ("1", {"category": "salsa"}, 400), ("9" * 30, {}, 400)],
    )
    def test_bad_questions_for_alternatives_are_refused(
        self, as_owner: APIClient, dance: Choreography, path: str, query: dict[str, Any], status: int
    ) -> None:
        response = as_owner.get(f"{API}/choreographies/{dance.id}/segments/{path}/alternatives/", query)

        assert response.status_code == status

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({}, "kind"),
            ({"kind": "dance"}, "kind"),
            ({"kind": "swap", "segment": 1}, "to"),
            ({"kind": "swap", "segment": -1, "to": "any"}, "segment"),
            ({"kind": "swap", "segment": 1.5, "to": "any"}, "segment"),
            ({"kind": "swap", "segment": 1, "to": "category"}, "kind"),
            ({"kind": "swap", "segment": 1, "to": "any", "path": "/etc/passwd"}, "path"),
            ({"kind": "swap", "segment": 1, "to": "move", "move_id": "../../x"}, "move_id"),
            ({"kind": "lock", "segments": []}, "segments"),
            ({"kind": "lock", "segments": [0] * 501}, "segments"),
            ({"kind": "replan", "seed": 2**31}, "seed"),
            ({"kind": "quality", "quality": "imax"}, "quality"),
            ({"kind": "section_energy", "section": 0, "energy": "wild"}, "energy"),
            ({"kind": "lock", "segments": [0], "blueprint_id": None}, "blueprint_id"),
        ],
    )
    def test_an_edit_that_is_none_is_a_400_that_names_the_field(
        self, as_owner: APIClient, dance: Choreography, told: dict[str, Any], field: str
    ) -> None:
        response = edit(as_owner, dance, **told)

        assert (response.status_code, response.data["code"]) == (400, "validation_error")
        assert field in response.data["errors"]

    @pytest.mark.parametrize("body", [[], "swap", 7, None, [[]]])
    def test_a_body_that_is_no_object_is_a_400(self, as_owner: APIClient, dance: Choreography, body: Any) -> None:
        response = as_owner.post(f"{API}/choreographies/{dance.id}/edits/", body)

        assert response.status_code == 400

    def test_one_person_cannot_ask_for_any_number_of_videos(
        self, as_owner: APIClient, owner: User, settings: Any
    ) -> None:
        settings.MAX_ACTIVE_TASKS_PER_USER = 2
        store_library()
        dances = [store_dance(owner) for _ in range(3)]

        answers = [as_owner.post(f"{API}/choreographies/{each.id}/assemble/", {}).status_code for each in dances]

        assert answers == [202, 202, 429]

    def test_a_choreography_is_removed_with_all_its_versions(self, as_owner: APIClient, dance: Choreography) -> None:
        edit(as_owner, dance, kind="lock", segments=[0])

        assert as_owner.delete(f"{API}/choreographies/{dance.id}/").status_code == 204

        assert as_owner.get(f"{API}/choreographies/{dance.id}/").status_code == 404
        assert ChoreographyTask.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_of_edits_at_once_one_wins(owner: User) -> None:
    store_library()
    dance = store_dance(owner)
    body = {"kind": "swap", "segment": 1, "to": "any", "blueprint_id": str(dance.current_id)}
    answers: list[tuple[int, str]] = []
    start = threading.Barrier(6)

    def post() -> None:
        client = client_of(owner)
        start.wait()
        response = client.post(f"{API}/choreographies/{dance.id}/edits/", body)
        answers.append((response.status_code, response.data.get("code", "")))
        connections.close_all()

    threads = [threading.Thread(target=post) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [(202, ""), *[(409, "edit_in_progress")] * 5]
    assert dance.tasks.count() == 1
