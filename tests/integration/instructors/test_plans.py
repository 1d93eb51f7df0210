"""Making class plans: their words, their parts, the order of these."""

import json
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from choreography.models import ChoreographyTask
from instructors.models import ClassPlan, PlanItem
from tests.factories import client_of, make_choreography, make_plan, make_saved
from users.exporting import export
from users.models import User

pytestmark = pytest.mark.django_db
API = "/api/class-plans"


def parts(client: APIClient, address: str) -> list[str]:
    return [item["title"] for item in client.get(address).data["items"]]


class TestMaking:
    def test_an_instructor_makes_a_plan_and_changes_it(self, as_instructor: APIClient) -> None:
        made = as_instructor.post(f"{API}/", {"title": " Tuesday ", "level": "advanced", "date": "2026-12-01"})
        assert made.status_code == 201
        assert (made.data["title"], made.data["level"], made.data["minutes"]) == ("Tuesday", "advanced", 60)
        assert made.data["items"] == []

        body = {"minutes": 90, "date": None, "notes": "a\nb"}
        told = as_instructor.patch(f"{API}/{made.data['id']}/", body).data

        assert (told["minutes"], told["date"], told["notes"], told["title"]) == (90, None, "a\nb", "Tuesday")

    def test_a_dancer_is_told_that_instructors_make_plans(self, as_owner: APIClient) -> None:
        response = as_owner.post(f"{API}/", {"title": "Mine"})

        assert (response.status_code, response.data["code"]) == (403, "not_an_instructor")
        assert response.data["detail"].startswith("Class plans are made by instructors")
        assert as_owner.get(f"{API}/").data["count"] == 0

    def test_somebody_who_no_longer_teaches_reads_but_makes_no_more(self, owner: User) -> None:
        plan = make_plan(owner)
        client = client_of(owner)

        assert client.get(f"{API}/{plan.id}/").status_code == 200
        assert client.post(f"{API}/{plan.id}/duplicate/").status_code == 403
        assert client.post(f"{API}/{plan.id}/assignments/").status_code == 403

    def test_staff_makes_plans(self, staff: User) -> None:
        assert client_of(staff).post(f"{API}/", {"title": "Open day"}).status_code == 201

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("title", ""), ("title", "x" * 121), ("title", None), ("objective", "x" * 501), ("level", "expert"),
            ("minutes", 0), ("minutes", 601), ("minutes", "long"), ("date", "tomorrow"), ("warm_up", "x" * 1001),
            ("cool_down", ["x"]), ("notes", "x" * 4001),
        ],
    )  # fmt: skip
    def test_what_makes_no_sense_names_its_field(self, as_instructor: APIClient, field: str, value: object) -> None:
        response = as_instructor.post(f"{API}/", {"title": "Tuesday", field: value})

        assert response.status_code == 400
        assert list(response.data["errors"]) == [field]

    def test_there_are_so_many_plans(self, as_instructor: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("instructors.services.MAX_PLANS", 1)
        as_instructor.post(f"{API}/", {"title": "One"})

        response = as_instructor.post(f"{API}/", {"title": "Two"})

        assert (response.status_code, response.data["code"]) == (409, "limit_reached")

    def test_plans_are_found_by_their_words(self, as_instructor: APIClient, instructor: User, owner: User) -> None:
        make_plan(instructor, "a", "b", title="Tuesday turns")
        make_plan(instructor, title="Friday", objective="Waves")
        make_plan(owner, title="Turns of somebody else")

        found = as_instructor.get(f"{API}/", {"search": "turns"}).data["results"]

        assert [(plan["title"], plan["item_count"], plan["item_minutes"]) for plan in found] == [
            ("Tuesday turns", 2, 20)
        ]

    def test_a_page_of_many_plans_asks_the_database_no_more_often_than_one_of_few(
        self, as_instructor: APIClient, instructor: User
    ) -> None:
        asked = []
        for _ in range(2):
            make_plan(instructor, "a", "b")
            with CaptureQueriesContext(connection) as queries:
                as_instructor.get(f"{API}/")
            asked.append(len(queries))

        assert asked[0] == asked[1]

    def test_a_copy_has_the_content_and_no_date(
        self, as_instructor: APIClient, address: str, dance: dict[str, Any]
    ) -> None:
        as_instructor.patch(address, {"date": "2026-12-01"})

        copy = as_instructor.post(f"{address}duplicate/")

        assert copy.status_code == 201
        assert (copy.data["title"], copy.data["date"], copy.data["warm_up"]) == ("Tuesday (2)", None, "Hips")
        told = copy.data["items"][0]
        assert told["id"] != dance["id"]
        assert {name: told[name] for name in ("title", "first_phrase", "last_phrase", "minutes", "notes")} == {
            name: dance[name] for name in ("title", "first_phrase", "last_phrase", "minutes", "notes")
        }
        assert PlanItem.objects.count() == 2

    def test_a_plan_goes_with_its_parts_and_choreographies_stay(
        self, as_instructor: APIClient, address: str, dance: dict[str, Any], task: ChoreographyTask
    ) -> None:
        assert as_instructor.delete(address).status_code == 204

        assert not ClassPlan.objects.exists() and not PlanItem.objects.exists()
        assert ChoreographyTask.objects.filter(id=task.id).exists()


class TestParts:
    def test_a_part_names_its_song_and_video(self, dance: dict[str, Any], task: ChoreographyTask) -> None:
        assert (dance["position"], dance["title"], dance["song"]["title"]) == (0, "Luna de Enero", "Luna de Enero")
        assert dance["video"]["task_id"] == str(task.id)

    def test_a_saved_choreography_comes_with_its_own_name(
        self, as_instructor: APIClient, instructor: User, address: str, task: ChoreographyTask
    ) -> None:
        make_saved(instructor, task, title="Our first dance")

        body = {"kind": "choreography", "choreography_id": task.choreography_id}
        assert as_instructor.post(f"{address}items/", body).data["title"] == "Our first dance"

    @pytest.mark.parametrize(
        "body",
        [
            {"kind": "activity"},
            {"kind": "activity", "title": "Talk", "first_phrase": 1, "last_phrase": 2},
            {"kind": "choreography"},
            {"kind": "phrases", "first_phrase": 1, "last_phrase": 2},
            {"kind": "song", "title": "x"},
            {"kind": "activity", "title": "Talk", "minutes": -1},
            {"kind": "activity", "title": "Talk", "minutes": 601},
            {"kind": "activity", "title": "x" * 121},
            {"kind": "activity", "title": "Talk", "notes": "x" * 1001},
            {"title": "Talk"},
        ],
    )
    def test_a_part_that_does_not_add_up_is_a_400(
        self, as_instructor: APIClient, address: str, body: dict[str, Any]
    ) -> None:
        assert as_instructor.post(f"{address}items/", body).status_code == 400
        assert not PlanItem.objects.exists()

    @pytest.mark.parametrize(("first", "last"), [(None, None), (1, None), (3, 2), (5, 6), (0, 1), (6, 6)])
    def test_phrases_lie_within_the_song(
        self, as_instructor: APIClient, address: str, task: ChoreographyTask, first: int | None, last: int | None
    ) -> None:
        phrases = {"first_phrase": first, "last_phrase": last}
        body = {"kind": "phrases", "choreography_id": str(task.choreography_id)}
        body |= {name: value for name, value in phrases.items() if value is not None}

        assert as_instructor.post(f"{address}items/", body).status_code == 400

    def test_a_choreography_of_somebody_else_is_not_there(
        self, as_instructor: APIClient, address: str, owner: User
    ) -> None:
        body = {"kind": "choreography", "choreography_id": make_choreography(owner).id}

        assert as_instructor.post(f"{address}items/", body).status_code == 404

    def test_a_part_is_changed_and_what_does_not_add_up_is_not(
        self, as_instructor: APIClient, address: str, dance: dict[str, Any]
    ) -> None:
        item = f"{address}items/{dance['id']}/"

        assert as_instructor.patch(item, {"minutes": 5, "last_phrase": 4}).data["last_phrase"] == 4
        assert as_instructor.patch(item, {"first_phrase": 5, "minutes": 50}).status_code == 400
        assert as_instructor.get(address).data["items"][0]["minutes"] == 5

    def test_there_are_so_many_parts(
        self, as_instructor: APIClient, address: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("instructors.services.MAX_ITEMS", 1)
        as_instructor.post(f"{address}items/", {"kind": "activity", "title": "a"})

        response = as_instructor.post(f"{address}items/", {"kind": "activity", "title": "b"})

        assert (response.status_code, response.data["code"]) == (409, "limit_reached")

    def test_a_removed_choreography_leaves_its_title(
        self, as_instructor: APIClient, address: str, dance: dict[str, Any], task: ChoreographyTask
    ) -> None:
        assert task.choreography is not None
        task.choreography.delete()

        told = as_instructor.get(address).data["items"][0]

        assert (told["title"], told["choreography_id"], told["song"], told["video"]) == (
            dance["title"],
            None,
            None,
            None,
        )
        assert as_instructor.patch(f"{address}items/{dance['id']}/", {"minutes": 1}).status_code == 200
        renamed = as_instructor.patch(f"{address}items/{dance['id']}/", {"title": "Last week's turns"})
        assert (renamed.status_code, renamed.data["title"]) == (200, "Last week's turns")
        refused = as_instructor.patch(f"{address}items/{dance['id']}/", {"first_phrase": 1})
        assert refused.status_code == 400


class TestOrder:
    def test_parts_take_a_new_order_at_once(self, as_instructor: APIClient, instructor: User) -> None:
        plan = make_plan(instructor, "a", "b", "c")
        ids = [item.id for item in plan.items.all()]

        response = as_instructor.put(f"{API}/{plan.id}/order/", {"item_ids": [ids[2], ids[0], ids[1]]})

        assert [(item["title"], item["position"]) for item in response.data["items"]] == [("c", 0), ("a", 1), ("b", 2)]

    def test_an_order_of_other_parts_changes_nothing(self, as_instructor: APIClient, instructor: User) -> None:
        plan = make_plan(instructor, "a", "b")
        first, second = (item.id for item in plan.items.all())
        foreign = make_plan(instructor, "x").items.get().id

        for wrong in ([first], [first, first], [second, first, foreign], [second, foreign], []):
            response = as_instructor.put(f"{API}/{plan.id}/order/", {"item_ids": wrong})
            assert (response.status_code, response.data["code"]) == (409, "order_stale")
        assert parts(as_instructor, f"{API}/{plan.id}/") == ["a", "b"]

    def test_those_behind_a_removed_part_move_up(self, as_instructor: APIClient, instructor: User) -> None:
        plan = make_plan(instructor, "a", "b", "c")
        address = f"{API}/{plan.id}/"

        assert as_instructor.delete(f"{address}items/{plan.items.get(title='b').id}/").status_code == 204
        as_instructor.post(f"{address}items/", {"kind": "activity", "title": "d"})

        items = as_instructor.get(address).data["items"]
        assert [(item["title"], item["position"]) for item in items] == [("a", 0), ("c", 1), ("d", 2)]

    def test_a_part_of_another_plan_is_not_there(self, as_instructor: APIClient, instructor: User) -> None:
        plan, other = make_plan(instructor, "a"), make_plan(instructor, "b")
        address = f"{API}/{plan.id}/items/{other.items.get().id}/"

        assert as_instructor.patch(address, {"minutes": 1}).status_code == 404
        assert as_instructor.delete(address).status_code == 404
        assert as_instructor.delete(f"{API}/{plan.id}/items/{uuid.uuid4()}/").status_code == 404


def test_an_export_holds_the_plans(instructor: User) -> None:
    make_plan(instructor, "Shines", notes="mine")

    told = json.loads("".join(export(instructor)))["class_plans"]

    assert [(plan["title"], plan["notes"], plan["items"][0]["title"]) for plan in told] == [
        ("Tuesday", "mine", "Shines")
    ]
