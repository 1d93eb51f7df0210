"""Stretches to practise, kept as beats of the song."""

import pytest
from rest_framework.test import APIClient

from user_collections.models import SavedChoreography

pytestmark = pytest.mark.django_db
LOOP = {"name": "The turn", "start_beat": 10, "end_beat": 26, "speed": 0.75}


@pytest.fixture
def loops(saved: SavedChoreography) -> str:
    return f"/api/collections/{saved.id}/loops/"


def test_a_loop_is_kept_changed_and_forgotten(as_owner: APIClient, loops: str) -> None:
    made = as_owner.post(loops, LOOP)
    assert made.status_code == 201
    assert as_owner.post(loops, {"name": "First", "start_beat": 2, "end_beat": 10}).data["speed"] == 1.0

    changed = as_owner.patch(f"{loops}{made.data['id']}/", {"end_beat": 18, "name": "Half the turn"})

    assert (changed.data["start_beat"], changed.data["end_beat"], changed.data["speed"]) == (10, 18, 0.75)
    assert [loop["name"] for loop in as_owner.get(loops).data] == ["First", "Half the turn"]
    assert as_owner.delete(f"{loops}{made.data['id']}/").status_code == 204
    assert [loop["name"] for loop in as_owner.get(loops).data] == ["First"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""), ("name", "x" * 81), ("start_beat", -1), ("start_beat", 1.5), ("start_beat", None),
        ("end_beat", 5001), ("end_beat", "x"), ("speed", 0.2), ("speed", 2.1), ("speed", "nan"),
    ],
)  # fmt: skip
def test_a_loop_that_makes_no_sense_names_its_field(as_owner: APIClient, loops: str, field: str, value: object) -> None:
    response = as_owner.post(loops, LOOP | {field: value})

    assert response.status_code == 400
    assert list(response.data["errors"]) == [field]


@pytest.mark.parametrize(("start", "end"), [(26, 26), (26, 10), (10, 37), (40, 48)])
def test_a_loop_stays_within_the_song(as_owner: APIClient, loops: str, start: int, end: int) -> None:
    response = as_owner.post(loops, LOOP | {"start_beat": start, "end_beat": end})

    assert (response.status_code, response.data["code"]) == (400, "loop_outside")


def test_a_change_that_leads_outside_changes_nothing(as_owner: APIClient, loops: str) -> None:
    made = as_owner.post(loops, LOOP).data

    response = as_owner.patch(f"{loops}{made['id']}/", {"start_beat": 30, "name": "Gone"})

    assert response.status_code == 400
    assert as_owner.get(loops).data[0] == made


def test_the_last_beat_is_within_the_song(as_owner: APIClient, loops: str) -> None:
    assert as_owner.post(loops, LOOP | {"end_beat": 36}).status_code == 201


def test_there_are_so_many_loops(as_owner: APIClient, loops: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("user_collections.services.MAX_LOOPS", 1)
    as_owner.post(loops, LOOP)

    response = as_owner.post(loops, LOOP)

    assert (response.status_code, response.data["code"]) == (409, "limit_reached")


def test_an_entry_counts_its_loops(as_owner: APIClient, saved: SavedChoreography, loops: str) -> None:
    for _ in range(3):
        as_owner.post(loops, LOOP)

    assert as_owner.get(f"/api/collections/{saved.id}/").data["loop_count"] == 3
