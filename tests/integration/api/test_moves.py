"""Moves over HTTP: found, looked at, compared, counted."""

import uuid
from typing import Any

import pytest
from rest_framework.test import APIClient

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.models import Move
from common import storage
from tests.factories import client_of, make_move
from users.models import User

pytestmark = pytest.mark.django_db
MOVES = "/api/choreography/moves/"
GRID: dict[str, Any] = {
    "tempo_bpm": 120.0,
    "beat_times_s": [0.5 * beat for beat in range(1, 18)],
    "downbeat_beats": [0, 4, 8, 12, 16],
    "count1_beats": [0, 8, 16],
    "confidence": {"beat": 1.0, "downbeat": 1.0, "count1": 1.0},
}


def names(response: Any) -> list[str]:
    assert response.status_code == 200
    return [move["name"] for move in response.data["results"]]


class TestList:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({}, ["Basic", "Turn", "Wave"]),
            ({"difficulty": "advanced"}, ["Turn"]),
            ({"energy": "high"}, ["Turn"]),
            ({"style": "sensual"}, ["Wave"]),
            ({"category": "bodywaves"}, ["Wave"]),
            ({"tempo_min": "120", "tempo_max": "130"}, ["Turn"]),
            ({"search": "WAVE"}, ["Wave"]),
            ({"search": "shoulders slowly"}, ["Wave"]),
            ({"search": "%"}, []),
            ({"ordering": "-tempo_bpm"}, ["Wave", "Turn", "Basic"]),
            ({"ordering": "name"}, ["Basic", "Turn", "Wave"]),
            ({"mine": "true"}, []),
            ({"page_size": "2"}, ["Basic", "Turn"]),
        ],
    )
    def test_moves_are_found_by_what_they_are(
        self, as_owner: APIClient, query: dict[str, str], found: list[str]
    ) -> None:
        make_move(name="Basic", tempo_bpm=110)
        make_move(name="Turn", category="ladyturn", difficulty="advanced", energy="high", tempo_bpm=125)
        make_move(
            name="Wave", category="bodywaves", style="sensual", tempo_bpm=140, notes="Slowly, from the shoulders."
        )

        assert names(as_owner.get(MOVES, query | {"ordering": query.get("ordering", "name")})) == found

    @pytest.mark.parametrize(
        "query",
        [
            {"ordering": "owner__password"}, {"ordering": "role_evidence"}, {"difficulty": "expert"},
            {"category": "tango"}, {"tempo_min": "x"}, {"tempo_max": "nan"}, {"status": "gone"},
        ],
    )  # fmt: skip
    def test_a_query_that_makes_no_sense_names_its_field(self, as_owner: APIClient, query: dict[str, str]) -> None:
        response = as_owner.get(MOVES, query)

        assert response.status_code == 400
        assert list(response.data["errors"]) == list(query)

    def test_moves_of_others_and_flagged_ones_are_seen_by_whom_they_concern(
        self, as_owner: APIClient, owner: User, stranger: User, staff: User
    ) -> None:
        make_move(name="Everybody's")
        make_move(name="Flagged", status="flagged", flag_reason="Nobody is seen.")
        make_move(name="Mine", owner=owner)
        make_move(name="Mine, flagged", owner=owner, status="flagged")
        make_move(name="Theirs", owner=stranger)
        by_name = {"ordering": "name"}

        assert names(as_owner.get(MOVES, by_name)) == ["Everybody's", "Mine", "Mine, flagged"]
        assert names(as_owner.get(MOVES, by_name | {"status": "flagged"})) == ["Mine, flagged"]
        assert names(as_owner.get(MOVES, by_name | {"mine": "1"})) == ["Mine", "Mine, flagged"]
        assert len(names(client_of(staff).get(MOVES))) == 5
        assert names(client_of(staff).get(MOVES, by_name | {"status": "flagged"})) == ["Flagged", "Mine, flagged"]

    def test_a_page_asks_the_database_a_fixed_number_of_times(
        self, as_owner: APIClient, django_assert_num_queries: Any
    ) -> None:
        for _ in range(5):
            make_move()

        with django_assert_num_queries(4) as asked:  # who asks, which library, how many, which
            as_owner.get(MOVES)

        assert "role_evidence" not in asked[-1]["sql"] and '"grid"' not in asked[-1]["sql"]

    def test_who_has_this_page_gets_no_page(self, as_owner: APIClient) -> None:
        make_move()
        tag = as_owner.get(MOVES).headers["ETag"]

        assert as_owner.get(MOVES, headers={"If-None-Match": tag}).status_code == 304


class TestDetail:
    def test_a_move_shows_its_clip_its_counts_and_where_it_may_be_entered(
        self, as_owner: APIClient, anonymous: APIClient
    ) -> None:
        move = make_move(grid=GRID, mezzanine_key="moves/1/1/mezzanine.mp4", poster_key="moves/1/1/poster.jpg")
        storage.publish_bytes(b"0123456789", move.mezzanine_key)

        told = as_owner.get(f"{MOVES}{move.id}/").data

        ones = [point for point in told["cut_points"] if point["count"] == 1]
        assert [point["beat"] for point in ones] == [0, 8, 16]
        assert ones[1] == {"beat": 8, "time_s": 4.5, "room_beats": 8, "count": 1}
        assert [point["beat"] for point in told["cut_points"] if point["count"] == 5] == [4, 12]
        assert told["grid"]["counts"][:9] == [1, 2, 3, 4, 5, 6, 7, 8, 1]
        assert (told["category"], told["role_focus"], told["flag_reason"]) == ("basic", None, None)
        part = anonymous.get(told["clip_url"], headers={"Range": "bytes=2-4"})
        assert (part.status_code, b"".join(part)) == (206, b"234")
        assert told["poster_url"].startswith("/media/moves/1/1/poster.jpg?")

    def test_a_move_whose_clip_shows_nobody_can_be_looked_at_by_staff(self, staff: User) -> None:
        move = make_move(status="flagged", flag_reason="Nobody is seen.", grid={}, poster_key="", mezzanine_key="")

        told = client_of(staff).get(f"{MOVES}{move.id}/").data

        assert (told["grid"], told["cut_points"], told["clip_url"], told["poster_url"]) == (None, [], None, None)
        assert told["flag_reason"] == "Nobody is seen."

    def test_a_move_of_somebody_else_reads_like_an_unknown_one(self, as_owner: APIClient, stranger: User) -> None:
        theirs = make_move(owner=stranger)
        for rest in ("", "similar/"):
            foreign, unknown = (as_owner.get(f"{MOVES}{each}/{rest}") for each in (theirs.id, uuid.uuid4()))
            assert foreign.status_code == unknown.status_code == 404
            assert foreign.data["detail"] == unknown.data["detail"]


def turned(move: Move, degrees: float) -> None:
    """Turn the vectors of a move away from those of the others."""
    from math import cos, radians, sin

    for name, size in {"lead": 512, "follow": 512, "interaction": 256, "audio": 128, "text": 384}.items():
        vector = [cos(radians(degrees)), sin(radians(degrees))] + [0.0] * (size - 2)
        setattr(move.embedding, name, vector)
    move.embedding.save()


class TestSimilar:
    @pytest.mark.parametrize("modality", ["all", "pose", "lead", "follow", "interaction", "audio", "text"])
    def test_the_most_alike_come_first(self, as_owner: APIClient, stranger: User, modality: str) -> None:
        move, far, near = (make_move(name=name) for name in ("Asked", "Far", "Near"))
        hidden = make_move(name="Theirs", owner=stranger)
        for other, degrees in ((far, 60.0), (near, 10.0), (hidden, 1.0)):
            turned(other, degrees)

        response = as_owner.get(f"{MOVES}{move.id}/similar/", {"modality": modality, "limit": 5})

        assert [each["move"]["name"] for each in response.data] == ["Near", "Far"]
        assert response.data[0]["score"] > response.data[1]["score"]

    @pytest.mark.parametrize("query", [{"modality": "smell"}, {"limit": "0"}, {"limit": "51"}, {"limit": "x"}])
    def test_a_question_that_makes_no_sense_names_its_field(self, as_owner: APIClient, query: dict[str, str]) -> None:
        response = as_owner.get(f"{MOVES}{make_move().id}/similar/", query)

        assert response.status_code == 400
        assert list(response.data["errors"]) == list(query)


WISH = {"difficulty": "beginner", "energy": "medium", "style": "romantic"}


class TestPreview:
    def test_a_few_of_the_matching_moves_are_shown(self, as_owner: APIClient) -> None:
        make_move(name="Best", quality=0.9)
        make_move(name="Good", quality=0.8)
        make_move(name="Else", category="spin", energy="high")
        make_move(name="Later", difficulty="advanced")

        told = as_owner.get(f"{MOVES}preview/", WISH).data

        assert (told["matching"], told["total"]) == (2, 4)
        assert [move["name"] for move in told["moves"]] == ["Best", "Good"]
        assert as_owner.get(f"{MOVES}preview/", WISH | {"limit": "0"}).data["moves"] == []

    def test_ones_own_moves_count_and_those_of_others_do_not(
        self, as_owner: APIClient, owner: User, stranger: User
    ) -> None:
        make_move()
        make_move(owner=owner)
        make_move(owner=stranger)

        assert as_owner.get(f"{MOVES}preview/", WISH).data["matching"] == 2


class TestNumbers:
    def test_the_moves_one_may_dance_are_counted(
        self, as_owner: APIClient, owner: User, stranger: User, staff: User
    ) -> None:
        make_move(tempo_bpm=110, quality=0.5)
        make_move(category="spin", difficulty="advanced", style="", owner=owner, tempo_bpm=140)
        make_move(owner=stranger)
        make_move(status="flagged")

        told = as_owner.get(f"{MOVES}statistics/").data

        assert (told["total"], told["own"], told["flagged"]) == (2, 1, None)
        assert told["by_category"] == {"basic": 1, "spin": 1}
        assert told["by_difficulty"] == {"advanced": 1, "beginner": 1}
        assert told["by_style"] == {"romantic": 1}
        assert (told["slowest_bpm"], told["fastest_bpm"], told["mean_quality"]) == (110, 140, 0.75)
        assert told["duration_s"] == 16.0
        assert client_of(staff).get(f"{MOVES}statistics/").data["flagged"] == 1

    def test_an_empty_library_is_counted_too(self, as_owner: APIClient) -> None:
        told = as_owner.get(f"{MOVES}statistics/").data

        assert (told["total"], told["by_category"], told["slowest_bpm"], told["duration_s"]) == (0, {}, None, 0)

    def test_the_wishes_that_find_too_few_moves_are_named(self, as_owner: APIClient) -> None:
        for _ in range(13):
            make_move(grid=GRID, category="bolero", style="romantic", energy="low")

        told = as_owner.get(f"{MOVES}coverage/").data

        assert len(told["cells"]) == len(Difficulty) * len(Energy) * len(Style)
        served = {(cell["energy"], cell["style"]) for cell in told["cells"] if not cell["thin"]}
        assert served == {("low", "romantic")}
        assert told["gaps"] and told["gaps"][0]["missing"] > 0
        assert told["reach"]["120"] == 13 and told["reach"]["165"] == 0
