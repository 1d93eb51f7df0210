"""An instructor with a class plan: a real choreography of three moves, a run of its phrases, an activity."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from choreography.models import ChoreographyTask
from instructors.models import ClassPlan
from tests.factories import client_of, make_finished_task, make_plan
from tests.unit.blueprint.conftest import valid
from users.models import User


@pytest.fixture
def as_instructor(instructor: User) -> APIClient:
    return client_of(instructor)


@pytest.fixture
def task(instructor: User) -> ChoreographyTask:
    task = make_finished_task(instructor)
    assert task.blueprint is not None
    task.blueprint.data = valid()
    task.blueprint.save()
    return task


@pytest.fixture
def plan(instructor: User) -> ClassPlan:
    return make_plan(instructor, notes="who pays?", objective="Turns", warm_up="Hips", cool_down="Breathe")


@pytest.fixture
def address(plan: ClassPlan) -> str:
    return f"/api/class-plans/{plan.id}/"


@pytest.fixture
def dance(as_instructor: APIClient, address: str, task: ChoreographyTask) -> dict[str, Any]:
    """The second and third phrase as a part of the class."""
    body = {
        "kind": "phrases", "choreography_id": task.choreography_id, "first_phrase": 2, "last_phrase": 3,
        "minutes": 20, "notes": "mind the knees",
    }  # fmt: skip
    response = as_instructor.post(f"{address}items/", body)
    assert response.status_code == 201, response.data
    return dict(response.data)
