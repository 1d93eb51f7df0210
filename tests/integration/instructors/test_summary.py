"""A class at a glance: minutes, moves, what is missing."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from choreography.models import ChoreographyTask
from instructors.models import ClassPlan
from tests.factories import make_plan
from users.models import User

pytestmark = pytest.mark.django_db


def missing(client: APIClient, address: str) -> dict[str, str]:
    return {gap["code"]: gap["detail"] for gap in client.get(f"{address}summary/").data["missing"]}


def test_a_run_of_phrases_covers_the_moves_that_are_danced_in_it(
    as_instructor: APIClient, address: str, dance: dict[str, Any]
) -> None:
    told = as_instructor.get(f"{address}summary/").data

    assert [(move["name"], move["times"]) for move in told["moves"]] == [("Lady turn & spin", 1)]
    assert (told["planned_minutes"], told["item_minutes"], told["left_minutes"]) == (60, 20, 40)
    assert (told["hardest"], told["categories"]) == ("beginner", {"ladyturn": 1})
    assert missing(as_instructor, address) == {"too_short": "40 minutes of the class are not planned yet."}


def test_the_same_move_in_several_parts_is_counted(
    as_instructor: APIClient, address: str, dance: dict[str, Any], task: ChoreographyTask
) -> None:
    body = {"kind": "choreography", "choreography_id": task.choreography_id, "minutes": 50}
    as_instructor.post(f"{address}items/", body)

    told = as_instructor.get(f"{address}summary/").data

    assert {move["name"]: move["times"] for move in told["moves"]} == {
        "Lady turn & spin": 2,
        "Basic <8>": 1,
        "Outro": 1,
    }
    assert missing(as_instructor, address) == {"too_long": "The parts take 10 minutes longer than the class."}


def test_an_empty_plan_misses_everything(as_instructor: APIClient, instructor: User) -> None:
    plan = make_plan(instructor)

    codes = missing(as_instructor, f"/api/class-plans/{plan.id}/")

    assert list(codes) == ["no_objective", "no_warm_up", "no_cool_down", "no_items"]


def test_what_is_harder_than_the_class_is_named(
    as_instructor: APIClient, address: str, dance: dict[str, Any], task: ChoreographyTask
) -> None:
    assert task.blueprint is not None
    task.blueprint.data["segments"][1]["difficulty"] = "advanced"
    task.blueprint.save()

    assert missing(as_instructor, address)["harder_than_level"] == (
        "Harder than the level of the class: Lady turn & spin."
    )


def test_a_part_without_minutes_video_or_choreography_is_named(
    as_instructor: APIClient, address: str, dance: dict[str, Any], task: ChoreographyTask, plan: ClassPlan
) -> None:
    ChoreographyTask.objects.update(status="failed", output_prefix="")
    assert missing(as_instructor, address)["no_video"] == "“Luna de Enero” has no video yet."

    assert task.choreography is not None
    task.choreography.delete()
    assert missing(as_instructor, address)["choreography_removed"] == (
        "The choreography of “Luna de Enero” was removed."
    )

    plan.items.update(minutes=0)
    assert missing(as_instructor, address)["no_minutes"] == "“Luna de Enero” has no minutes yet."


def test_teaching_is_counted(as_instructor: APIClient, instructor: User, owner: User, dance: dict[str, Any]) -> None:
    make_plan(instructor, "a", level="advanced", minutes=90, date="2999-01-01")
    make_plan(owner, minutes=500)

    assert as_instructor.get("/api/class-plans/statistics/").data == {
        "plans": 2, "minutes": 150, "upcoming": 1, "choreographies": 1, "levels": {"beginner": 1, "advanced": 1},
        "open_links": 0, "students": 0, "practised_minutes": 0,
    }  # fmt: skip
