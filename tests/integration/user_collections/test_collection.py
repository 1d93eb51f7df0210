"""Saving, finding, changing and removing choreographies."""

import json
import threading
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from rest_framework.test import APIClient

from choreography.generation import outputs
from choreography.models import Choreography, ChoreographyTask
from common import storage
from tests.factories import make_choreography, make_finished_task, make_saved, make_song, make_task
from tests.waiting import let_owner_go_first, wait_until_somebody_waits
from user_collections import services
from user_collections.models import SavedChoreography, ShareLink
from users.exporting import export
from users.models import User

pytestmark = pytest.mark.django_db
API = "/api/collections"


def titles(client: APIClient, **query: Any) -> list[str]:
    response = client.get(f"{API}/", query)
    assert response.status_code == 200, response.data
    return [entry["title"] for entry in response.data["results"]]


class TestSaving:
    def test_a_saved_choreography_has_all_that_a_card_shows(self, as_owner: APIClient, owner: User) -> None:
        task = make_finished_task(owner)

        response = as_owner.post(f"{API}/", {"choreography_id": task.choreography_id, "tags": ["Friday", "friday"]})

        assert response.status_code == 201
        told = response.data
        assert told["title"] == told["song"]["title"] == "Luna de Enero"
        assert told["wish"] == {"difficulty": "beginner", "energy": "medium", "style": "romantic"}
        assert told["tags"] == ["friday"]
        assert told["video"]["task_id"] == str(task.id)
        assert told["video"]["duration_s"] == 64.0
        assert told["video"]["poster_url"].startswith(f"/media/{task.output_prefix}/poster.jpg?")
        assert (told["practised_s"], told["last_practised_at"], told["loop_count"], told["share_count"]) == (
            0,
            None,
            0,
            0,
        )

    def test_saving_it_again_changes_nothing(self, as_owner: APIClient, owner: User) -> None:
        choreography = make_choreography(owner)
        first = as_owner.post(f"{API}/", {"choreography_id": choreography.id, "title": "Mine"})

        again = as_owner.post(f"{API}/", {"choreography_id": choreography.id, "title": "Another", "notes": "x"})

        assert (first.status_code, again.status_code) == (201, 200)
        assert first.data == again.data
        assert SavedChoreography.objects.count() == 1

    def test_a_foreign_choreography_reads_like_an_unknown_one(self, as_owner: APIClient, stranger: User) -> None:
        foreign = as_owner.post(f"{API}/", {"choreography_id": make_choreography(stranger).id})
        unknown = as_owner.post(f"{API}/", {"choreography_id": uuid.uuid4()})
        nobodys = as_owner.post(f"{API}/", {"choreography_id": make_choreography(None).id})

        assert foreign.status_code == unknown.status_code == nobodys.status_code == 404
        assert foreign.data["detail"] == unknown.data["detail"] == nobodys.data["detail"]

    def test_a_full_collection_says_so(self, as_owner: APIClient, owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("user_collections.saving.MAX_SAVED", 1)
        make_saved(owner)

        response = as_owner.post(f"{API}/", {"choreography_id": make_choreography(owner).id})

        assert (response.status_code, response.data["code"]) == (409, "collection_full")

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("choreography_id", "x"),
            ("choreography_id", None),
            ("title", ""),
            ("title", "   "),
            ("title", "\u202e"),
            ("title", "x" * 121),
            ("title", ["x"]),
            ("notes", "x" * 2001),
            ("notes", None),
            ("tags", "friday"),
            ("tags", [""]),
            ("tags", ["x" * 31]),
            ("tags", [f"tag {n}" for n in range(21)]),
            ("tags", [{}]),
            ("favourite", "perhaps"),
        ],
    )
    def test_what_cannot_be_kept_names_its_field(
        self, as_owner: APIClient, owner: User, field: str, value: object
    ) -> None:
        body = {"choreography_id": str(make_choreography(owner).id), field: value}

        response = as_owner.post(f"{API}/", body)

        assert response.status_code == 400
        assert next(iter(response.data["errors"])).startswith(field)
        assert not SavedChoreography.objects.exists()

    def test_markup_is_text_and_direction_marks_are_not(self, as_owner: APIClient, owner: User) -> None:
        saved = make_saved(owner)

        told = as_owner.patch(f"{API}/{saved.id}/", {"title": "<b>\u202eLuna\n</b>", "notes": "<script>a\nb"}).data

        assert (told["title"], told["notes"]) == ("<b>Luna </b>", "<script>a\nb")


class TestFinding:
    @pytest.fixture(autouse=True)
    def three_entries(self, owner: User, stranger: User) -> None:
        for number, (title, artist, level) in enumerate(
            (("Luna", "Ana", "beginner"), ("Corazón", "Beto", "advanced"), ("Aire", "Ana", "intermediate"))
        ):
            task = make_finished_task(owner)
            choreography = task.choreography
            assert choreography is not None and choreography.current is not None
            choreography.song.title, choreography.song.artist = f"Song of {title}", artist
            choreography.song.save()
            choreography.current.wish = {"difficulty": level, "energy": "low", "style": "playful"}
            choreography.current.save()
            saved = make_saved(owner, task, title=title, tags=["all", f"tag{number}"], notes=f"note of {title}")
            SavedChoreography.objects.filter(id=saved.id).update(
                created_at=timezone.now() - timedelta(days=10 - number),
                last_practised_at=timezone.now() if title == "Luna" else None,
            )
        make_saved(stranger, title="Somebody else's")

    @pytest.mark.parametrize(
        ("ordering", "expected"),
        [
            ("newest", ["Aire", "Corazón", "Luna"]),
            ("oldest", ["Luna", "Corazón", "Aire"]),
            ("title", ["Aire", "Corazón", "Luna"]),
            ("song", ["Aire", "Corazón", "Luna"]),
            ("difficulty", ["Luna", "Aire", "Corazón"]),
            ("practised", ["Luna", "Aire", "Corazón"]),
        ],
    )
    def test_entries_come_in_the_order_that_is_asked_for(
        self, as_owner: APIClient, ordering: str, expected: list[str]
    ) -> None:
        assert titles(as_owner, ordering=ordering) == expected

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({"search": "luna"}, ["Luna"]),
            ({"search": "ANA note"}, ["Aire", "Luna"]),
            ({"search": "tag1"}, ["Corazón"]),
            ({"search": "beto corazón"}, ["Corazón"]),
            ({"search": "%"}, []),
            ({"search": "{all"}, []),
            ({"search": "  "}, ["Aire", "Corazón", "Luna"]),
            ({"difficulty": "advanced"}, ["Corazón"]),
            ({"energy": "high"}, []),
            ({"style": "playful", "tag": "tag0"}, ["Luna"]),
            ({"tag": ["ALL", "tag2"]}, ["Aire"]),
            ({"tag": ["tag0", "tag2"]}, []),
            ({"favourite": "true"}, []),
            ({"favourite": "false"}, ["Aire", "Corazón", "Luna"]),
            ({"saved_from": "2000-01-01", "saved_until": "2000-01-02"}, []),
            ({"saved_from": "2000-01-01"}, ["Aire", "Corazón", "Luna"]),
        ],
    )
    def test_entries_are_searched_and_filtered(
        self, as_owner: APIClient, query: dict[str, Any], expected: list[str]
    ) -> None:
        assert titles(as_owner, **query) == expected

    def test_a_day_counts_from_its_first_to_its_last_second(self, as_owner: APIClient) -> None:
        luna = SavedChoreography.objects.get(title="Luna")
        day = luna.created_at.date()

        assert titles(as_owner, saved_from=day, saved_until=day) == ["Luna"]
        assert "Luna" not in titles(as_owner, saved_until=day - timedelta(days=1))

    def test_entries_are_found_by_their_choreography(self, as_owner: APIClient) -> None:
        luna = SavedChoreography.objects.get(title="Luna")

        assert titles(as_owner, choreography_id=luna.choreography_id) == ["Luna"]
        assert titles(as_owner, song_id=luna.choreography.song_id) == ["Luna"]
        assert titles(as_owner, song_id=uuid.uuid4()) == []

    @pytest.mark.parametrize(
        "query",
        [
            {"ordering": "owner__password"},
            {"ordering": "-created_at"},
            {"difficulty": "expert"},
            {"search": "x" * 101},
            {"saved_from": "yesterday"},
            {"song_id": "1"},
            {"tag": "x" * 31},
        ],
    )
    def test_a_question_that_makes_no_sense_is_a_400(self, as_owner: APIClient, query: dict[str, str]) -> None:
        assert as_owner.get(f"{API}/", query).status_code == 400

    def test_a_page_of_many_asks_the_database_no_more_often_than_one_of_few(
        self, as_owner: APIClient, owner: User
    ) -> None:
        asked = []
        for _ in range(2):
            with CaptureQueriesContext(connection) as queries:
                as_owner.get(f"{API}/")
            asked.append([query["sql"] for query in queries])
            make_saved(owner)

        assert len(asked[0]) == len(asked[1])
        assert not any('"analysis"' in sql for sql in asked[1]), "the largest columns are not needed here"

    def test_it_comes_in_pages(self, as_owner: APIClient) -> None:
        response = as_owner.get(f"{API}/", {"page_size": 2, "page": 2, "ordering": "oldest"})

        assert (response.data["count"], [entry["title"] for entry in response.data["results"]]) == (3, ["Aire"])


def test_the_newest_finished_video_is_shown(as_owner: APIClient, owner: User) -> None:
    saved = make_saved(owner)
    newer = make_task(
        owner, saved.choreography.song, choreography=saved.choreography, status="completed",
        output_prefix="choreographies/newer/1", output_duration_s=30.0, finished_at=timezone.now(),
    )  # fmt: skip
    ChoreographyTask.objects.exclude(id=newer.id).update(finished_at=timezone.now() - timedelta(hours=1))
    make_task(owner, saved.choreography.song, choreography=saved.choreography, status="failed")

    assert as_owner.get(f"{API}/{saved.id}/").data["video"]["task_id"] == str(newer.id)


def test_what_is_finished_and_not_saved_is_listed_once(as_owner: APIClient, owner: User, stranger: User) -> None:
    make_saved(owner)
    make_task(owner, status="failed", choreography=make_choreography(owner))
    make_finished_task(stranger)
    first = make_finished_task(owner)
    again = make_task(
        owner, first.song, choreography=first.choreography, status="completed", finished_at=timezone.now(),
        output_prefix="choreographies/again/1", output_duration_s=64.0,
    )  # fmt: skip
    ChoreographyTask.objects.filter(id=first.id).update(finished_at=timezone.now() - timedelta(hours=1))

    listed = as_owner.get(f"{API}/unsaved/").data["results"]
    assert [task["task_id"] for task in listed] == [str(again.id)]

    as_owner.post(f"{API}/", {"choreography_id": first.choreography_id})
    assert as_owner.get(f"{API}/unsaved/").data["count"] == 0


def test_an_entry_whose_video_was_removed_stays(as_owner: APIClient, owner: User) -> None:
    saved = make_saved(owner)
    saved.choreography.tasks.all().delete()

    assert as_owner.get(f"{API}/{saved.id}/").data["video"] is None


def test_words_and_heart_are_changed_and_the_rest_stays(as_owner: APIClient, owner: User) -> None:
    saved = make_saved(owner, tags=["a"])

    told = as_owner.patch(f"{API}/{saved.id}/", {"title": "Ours", "notes": "breathe", "favourite": True}).data

    assert (told["title"], told["notes"], told["favourite"], told["tags"]) == ("Ours", "breathe", True, ["a"])


def test_a_collection_has_so_many_different_tags(
    as_owner: APIClient, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("user_collections.services.MAX_TAGS", 2)
    make_saved(owner, tags=["a", "b"])
    saved = make_saved(owner, tags=["a"])

    response = as_owner.patch(f"{API}/{saved.id}/", {"tags": ["c"]})

    assert (response.status_code, response.data["code"]) == (400, "too_many_tags")
    saved.refresh_from_db()
    assert saved.tags == ["a"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["one", "several"])
def test_two_who_tag_at_once_do_not_exceed_it_together(owner: User, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setattr("user_collections.services.MAX_TAGS", 2)
    make_saved(owner, tags=["a"])
    mine, other = make_saved(owner), make_saved(owner)
    refused: list[BaseException] = []

    def tag_meanwhile() -> None:
        try:
            if way == "one":
                services.change(user=owner, saved_id=other.id, tags=["c"])
            else:
                services.tag(user=owner, saved_ids=[other.id], add=["c"], remove=[])
        except services.TooManyTagsError as error:
            refused.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=tag_meanwhile)
    with transaction.atomic():
        services.change(user=owner, saved_id=mine.id, tags=["b"])
        thread.start()
        wait_until_somebody_waits(refused)
    thread.join()

    assert len(refused) == 1
    other.refresh_from_db()
    assert other.tags == []


class TestRemoving:
    @pytest.mark.django_db(transaction=True)
    def test_it_waits_for_the_owner_before_it_holds_anything(self, owner: User) -> None:
        saved = make_saved(owner)

        let_owner_go_first(owner, lambda: services.remove(user=owner, saved_ids=[saved.id]))

        assert not Choreography.objects.exists()

    @pytest.mark.django_db(transaction=True)
    def test_an_entry_goes_with_its_choreography_and_files(self, as_owner: APIClient, owner: User) -> None:
        task = make_finished_task(owner)
        key = outputs.key(task.output_prefix, outputs.VIDEO)
        storage.publish_bytes(b"video", key)
        storage.publish_bytes(b"slower", outputs.key(task.output_prefix, "slower.mp4"))
        saved = make_saved(owner, task)

        assert as_owner.delete(f"{API}/{saved.id}/").status_code == 204

        assert not Choreography.objects.exists() and not ChoreographyTask.objects.exists()
        assert not storage.exists(key)
        assert storage.folders("choreographies") == ()
        assert as_owner.get(f"{API}/{saved.id}/").status_code == 404

    def test_several_go_at_once_and_others_stay(self, as_owner: APIClient, owner: User, stranger: User) -> None:
        mine, kept, theirs = make_saved(owner), make_saved(owner), make_saved(stranger)

        response = as_owner.post(f"{API}/bulk-delete/", {"ids": [mine.id, theirs.id, uuid.uuid4(), mine.id]})

        assert (response.status_code, response.data) == (200, {"changed": 1})
        assert set(SavedChoreography.objects.all()) == {kept, theirs}

    def test_an_account_takes_its_collection_with_it(self, owner: User) -> None:
        saved = make_saved(owner)
        ShareLink.objects.create(saved=saved, token_sha256="0" * 64, expires_at=timezone.now())

        owner.delete()

        assert not SavedChoreography.objects.exists() and not ShareLink.objects.exists()

    @pytest.mark.parametrize("ids", [None, [], ["x"], [str(uuid.uuid4())] * 201, "all"])
    def test_ids_that_make_no_sense_are_a_400(self, as_owner: APIClient, ids: object) -> None:
        assert as_owner.post(f"{API}/bulk-delete/", {"ids": ids}).status_code == 400


class TestTagging:
    def test_tags_come_and_go_for_several(self, as_owner: APIClient, owner: User, stranger: User) -> None:
        one, two, theirs = make_saved(owner, tags=["old"]), make_saved(owner), make_saved(stranger)

        body = {"ids": [one.id, two.id, theirs.id], "add": ["New", "new"], "remove": ["old"]}
        response = as_owner.post(f"{API}/bulk-tag/", body)

        assert response.data == {"changed": 2}
        tags = dict(SavedChoreography.objects.values_list("id", "tags"))
        assert tags == {one.id: ["new"], two.id: ["new"], theirs.id: []}

    def test_all_are_tagged_or_none(self, as_owner: APIClient, owner: User) -> None:
        free, full = make_saved(owner), make_saved(owner, title="Full", tags=[f"t{n}" for n in range(20)])

        response = as_owner.post(f"{API}/bulk-tag/", {"ids": [free.id, full.id], "add": ["one more"]})

        assert (response.status_code, response.data["code"]) == (400, "too_many_tags")
        free.refresh_from_db()
        assert free.tags == []

    def test_nothing_to_add_or_remove_is_a_400(self, as_owner: APIClient, owner: User) -> None:
        assert as_owner.post(f"{API}/bulk-tag/", {"ids": [make_saved(owner).id]}).status_code == 400


class TestPractice:
    def test_practice_adds_up_and_keeps_where_it_stopped(self, as_owner: APIClient, owner: User) -> None:
        saved = make_saved(owner)
        for seconds in (30, 12.5):
            told = as_owner.post(f"{API}/{saved.id}/practice/", {"practised_s": seconds, "stopped_at_s": 31.5}).data

        assert (told["practised_s"], told["stopped_at_s"]) == (42.5, 31.5)
        assert told["last_practised_at"] is not None

    def test_no_seconds_are_no_practice(self, as_owner: APIClient, owner: User) -> None:
        saved = make_saved(owner)

        told = as_owner.post(f"{API}/{saved.id}/practice/", {"practised_s": 0, "stopped_at_s": 3}).data

        assert (told["last_practised_at"], told["stopped_at_s"]) == (None, 3)

    @pytest.mark.parametrize("seconds", [-1, 1e9, "nan", None, "long"])
    def test_practice_that_makes_no_sense_is_a_400(self, as_owner: APIClient, owner: User, seconds: object) -> None:
        response = as_owner.post(f"{API}/{make_saved(owner).id}/practice/", {"practised_s": seconds})

        assert response.status_code == 400


def test_statistics_count_what_is_there(as_owner: APIClient, owner: User, stranger: User) -> None:
    make_saved(owner, tags=["a", "b"], favourite=True, practised_s=90.0, last_practised_at=timezone.now())
    make_saved(owner, make_finished_task(owner), tags=["a"])
    bare = make_choreography(owner, make_song())
    SavedChoreography.objects.create(owner=owner, choreography=bare, title="No video")
    make_saved(stranger)

    assert as_owner.get(f"{API}/statistics/").data == {
        "saved": 3,
        "favourites": 1,
        "practised": 1,
        "minutes": 2.1,
        "practised_minutes": 1.5,
        "difficulties": {"beginner": 3},
        "energies": {"medium": 3},
        "styles": {"romantic": 3},
        "tags": {"a": 2, "b": 1},
    }


def test_an_empty_collection_counts_nothing(as_owner: APIClient) -> None:
    told = as_owner.get(f"{API}/statistics/").data

    assert (told["saved"], told["minutes"], told["tags"]) == (0, 0, {})


def test_an_export_holds_the_collection(owner: User) -> None:
    saved = make_saved(owner, notes="mine", tags=["a"])
    saved.loops.create(name="The turn", start_beat=2, end_beat=10)

    told = json.loads("".join(export(owner)))["collection"]

    assert [(entry["title"], entry["notes"], entry["tags"]) for entry in told] == [("Luna de Enero", "mine", ["a"])]
    assert told[0]["loops"] == [{"name": "The turn", "start_beat": 2, "end_beat": 10, "speed": 1.0}]
