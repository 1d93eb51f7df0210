"""Songs over HTTP: found, looked at, corrected, renamed, removed."""

import uuid
from typing import Any

import pytest
from rest_framework.test import APIClient

from choreography.models import Choreography, Song
from choreography.songs.importing import import_song
from common import storage
from tests.factories import client_of, make_choreography, make_finished_task, make_move, make_song, make_task
from tests.integration.songs.conftest import Write
from users.models import User

pytestmark = pytest.mark.django_db
SONGS = "/api/choreography/songs/"


@pytest.fixture
def mine(write_song: Write, owner: User) -> Song:
    """A real song of the owner's: 40 s at 120 BPM."""
    return import_song(write_song(), owner=owner, title="Loop")


def at(song: Song, rest: str = "") -> str:
    return f"{SONGS}{song.id}/{rest}"


class TestList:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"tempo_min": "120"}, ["B", "C"]),
            ({"tempo_max": "125.5"}, ["A", "B"]),
            ({"tempo_min": "115", "tempo_max": "126"}, ["B"]),
            ({"genre": "bachata"}, ["A", "C"]),
            ({"genre": "bachata", "tempo_min": "120"}, ["C"]),
            ({"mine": "true"}, ["C"]),
            ({"ordering": "-tempo_bpm"}, ["C", "B", "A", "D"]),
            ({"ordering": "tempo_bpm"}, ["A", "B", "C", "D"]),
            ({"ordering": "-title"}, ["D", "C", "B", "A"]),
            ({"ordering": "duration_s", "tempo_min": "1"}, ["C", "B", "A"]),
        ],
    )
    def test_songs_are_found_by_what_they_are(
        self, as_owner: APIClient, owner: User, query: dict[str, str], found: list[str]
    ) -> None:
        make_song(None, "A", tempo_bpm=110.0, genre="Bachata", duration_s=90)
        make_song(None, "B", tempo_bpm=125.0, genre="Salsa", duration_s=80)
        make_song(owner, "C", tempo_bpm=130.0, genre="bachata", duration_s=70)
        make_song(None, "D")

        response = as_owner.get(SONGS, query)

        assert sorted(each["title"] for each in response.data["results"]) == sorted(found)
        if "ordering" in query:
            assert [each["title"] for each in response.data["results"] if each["tempo_bpm"]] == [
                title for title in found if title != "D"
            ]

    @pytest.mark.parametrize(
        "query",
        [
            {"ordering": "owner__password"},
            {"ordering": "sha256"},
            {"ordering": "title,artist"},
            {"tempo_min": "fast"},
            {"tempo_max": "nan"},
            {"tempo_min": "inf"},
            {"tempo_min": "-1"},
            {"mine": "perhaps"},
        ],
    )
    def test_a_query_that_makes_no_sense_names_its_field(self, as_owner: APIClient, query: dict[str, str]) -> None:
        response = as_owner.get(SONGS, query)

        assert response.status_code == 400
        assert list(response.data["errors"]) == list(query)

    def test_who_has_this_page_gets_no_page(self, as_owner: APIClient) -> None:
        make_song(None)
        tag = as_owner.get(SONGS).headers["ETag"]

        known = as_owner.get(SONGS, headers={"If-None-Match": f'"other", {tag}'})
        make_song(None)
        changed = as_owner.get(SONGS, headers={"If-None-Match": tag})

        assert (known.status_code, known.content) == (304, b"")
        assert changed.status_code == 200
        assert changed.headers["Cache-Control"] == "private, no-cache"


class TestDetail:
    def test_a_song_shows_its_counts_sections_and_outline(self, as_owner: APIClient, mine: Song) -> None:
        make_move(tempo_bpm=121.0)
        make_move(tempo_bpm=138.0)
        make_move(tempo_bpm=180.0)

        told = as_owner.get(at(mine)).data

        grid = told["grid"]
        assert told["tempo_bpm"] == pytest.approx(120, abs=0.5)
        assert len(grid["counts"]) == len(grid["beat_times_s"]) > 70
        assert all(grid["counts"][beat] == 1 for beat in grid["count1_beats"])
        assert set(grid["count1_beats"]) < set(grid["downbeat_beats"])
        assert set(grid["confidence"]) == {"beat", "downbeat", "count1"}
        assert len(told["waveform"]) == 800 and all(-1 <= low <= high <= 1 for low, high in told["waveform"])
        assert told["sections"][-1]["end_s"] == pytest.approx(40, abs=0.1)
        assert told["corrections"] == []
        assert told["is_own"] is True
        assert told["tempo_reach"] == {
            "moves": 1, "moves_stretched": 2, "slowest_bpm": 101.6, "fastest_bpm": 208.8,
        }  # fmt: skip

    def test_a_song_that_nobody_analysed_has_no_counts_yet(self, as_owner: APIClient) -> None:
        told = as_owner.get(at(make_song(None))).data

        assert told["grid"] is None
        assert told["sections"] == told["waveform"] == []
        assert told["tempo_reach"]["moves"] == 0

    def test_a_song_of_somebody_else_reads_like_an_unknown_one(self, as_owner: APIClient, stranger: User) -> None:
        foreign, unknown = as_owner.get(at(make_song(stranger))), as_owner.get(f"{SONGS}{uuid.uuid4()}/")

        assert foreign.status_code == unknown.status_code == 404
        assert foreign.data["detail"] == unknown.data["detail"]


class TestCorrections:
    @pytest.mark.parametrize(
        ("asked", "change"),
        [
            ({"kind": "shift_beats", "beats": 4}, "turned"),
            ({"kind": "shift_beats", "beats": -1}, "turned"),
            ({"kind": "swap_one_and_five"}, "turned"),
            ({"kind": "count_one_here", "beat": 6}, "turned"),
            ({"kind": "count_one_here", "time_s": 3.41}, "turned"),
            ({"kind": "count_one_from", "time_s": 20.4}, "any"),
            ({"kind": "half_tempo"}, "halved"),
            ({"kind": "double_tempo"}, "doubled"),
            ({"kind": "nudge", "offset_ms": 35.5}, "nudged"),
        ],
    )
    def test_counts_are_corrected_and_undone(
        self, as_owner: APIClient, mine: Song, asked: dict[str, Any], change: str
    ) -> None:
        before = as_owner.get(at(mine)).data

        after = as_owner.post(at(mine, "corrections/"), asked)

        assert after.status_code == 200
        old, new = before["grid"], after.data["grid"]
        if change == "turned":
            assert new["beat_times_s"] == old["beat_times_s"]
            assert new["count1_beats"] != old["count1_beats"]
        elif change == "nudged":
            assert new["counts"] == old["counts"]
            assert new["beat_times_s"][0] - old["beat_times_s"][0] == pytest.approx(0.0355, abs=2e-4)
        elif change != "any":
            assert new["tempo_bpm"] == pytest.approx(old["tempo_bpm"] * {"halved": 0.5, "doubled": 2}[change], abs=0.01)
            assert after.data["tempo_bpm"] == pytest.approx(new["tempo_bpm"], abs=0.01)
        if asked["kind"] == "count_one_here":
            assert new["counts"][6] == 1
        assert [step["undone_at"] for step in after.data["corrections"]] == [None]

        undone = as_owner.post(at(mine, "corrections/undo/"))

        assert undone.data["grid"] == old
        assert undone.data["corrections"][0]["undone_at"] is not None
        again = as_owner.post(at(mine, "corrections/undo/"))
        assert (again.status_code, again.data["code"]) == (409, "nothing_to_undo")

    def test_all_corrections_go_at_once(self, as_owner: APIClient, mine: Song) -> None:
        before = as_owner.get(at(mine)).data["grid"]
        for beats in (1, 2):
            as_owner.post(at(mine, "corrections/"), {"kind": "shift_beats", "beats": beats})

        cleared = as_owner.delete(at(mine, "corrections/"))

        assert cleared.data["grid"] == before
        assert len(cleared.data["corrections"]) == 2

    @pytest.mark.parametrize(
        "asked",
        [
            {},
            {"kind": "backwards"},
            {"kind": "shift_beats"},
            {"kind": "shift_beats", "beats": 5},
            {"kind": "shift_beats", "beats": 1.5},
            {"kind": "half_tempo", "beats": 1},
            {"kind": "count_one_here"},
            {"kind": "count_one_here", "time_s": -1},
            {"kind": "count_one_here", "time_s": "nan"},
            {"kind": "count_one_here", "beat": 5000},
            {"kind": "count_one_here", "beat": 1, "time_s": 1},
            {"kind": "nudge", "offset_ms": 251},
            {"kind": "nudge"},
            {"kind": "remove_half_phrase", "time_s": 10},
        ],
    )
    def test_a_correction_that_makes_no_sense_changes_nothing(
        self, as_owner: APIClient, mine: Song, asked: dict[str, Any]
    ) -> None:
        response = as_owner.post(at(mine, "corrections/"), asked)

        assert response.status_code == 400
        assert response.data["detail"].endswith((".", '"'))
        assert Song.objects.get().corrections == []

    def test_nudges_add_up_to_half_a_second_and_no_further(self, as_owner: APIClient, mine: Song) -> None:
        answers = [
            as_owner.post(at(mine, "corrections/"), {"kind": "nudge", "offset_ms": 250}).status_code for _ in range(3)
        ]

        assert answers == [200, 200, 400]

    def test_everybodys_song_is_corrected_by_staff_alone(
        self, as_owner: APIClient, staff: User, write_song: Write
    ) -> None:
        song = import_song(write_song())
        asked = {"kind": "shift_beats", "beats": 4}

        refused, done = (client.post(at(song, "corrections/"), asked) for client in (as_owner, client_of(staff)))

        assert (refused.status_code, refused.data["code"]) == (403, "permission_denied")
        assert done.status_code == 200


class TestWords:
    def test_an_owner_renames_a_song_in_plain_lines(self, as_owner: APIClient, owner: User) -> None:
        song = make_song(owner, "loop", artist="Ana")

        told = as_owner.patch(at(song), {"title": "Luna\u202e de\n Enero", "genre": "Bachata"}).data

        assert (told["title"], told["artist"], told["genre"]) == ("Luna de Enero", "Ana", "Bachata")

    @pytest.mark.parametrize("words", [{"title": ""}, {"title": "\u202e"}, {"title": None}, {"genre": "x" * 41}])
    def test_a_song_keeps_a_title(self, as_owner: APIClient, owner: User, words: dict[str, Any]) -> None:
        song = make_song(owner, "Luna")

        assert as_owner.patch(at(song), words).status_code == 400
        assert Song.objects.get().title == "Luna"

    def test_everybodys_song_is_renamed_by_staff_alone(self, as_owner: APIClient, staff: User) -> None:
        song = make_song(None)

        assert as_owner.patch(at(song), {"title": "Mine now"}).status_code == 403
        assert client_of(staff).patch(at(song), {"title": "Ours"}).status_code == 200


class TestDelete:
    def test_a_song_goes_with_its_files_and_its_choreographies(
        self, as_owner: APIClient, owner: User, django_capture_on_commit_callbacks: Any
    ) -> None:
        task = make_finished_task(owner)
        song = task.song
        assert song is not None
        Song.objects.filter(id=song.id).update(owner=owner)
        video = f"{task.output_prefix}/choreography.mp4"
        for key in (song.audio_key, song.source_key, video):
            storage.publish_bytes(b"content", key)

        with django_capture_on_commit_callbacks(execute=True):
            assert as_owner.delete(at(song)).status_code == 204

        assert not any(storage.exists(key) for key in (song.audio_key, song.source_key, video))
        assert not Choreography.objects.exists()
        assert as_owner.get(at(song)).status_code == 404

    @pytest.mark.parametrize("status", ["queued", "processing"])
    def test_a_song_that_is_being_danced_stays(self, as_owner: APIClient, owner: User, status: str) -> None:
        song = make_song(owner)
        make_task(owner, song, status=status)

        response = as_owner.delete(at(song))

        assert (response.status_code, response.data["code"]) == (409, "song_in_use")
        assert Song.objects.exists()

    def test_everybodys_song_is_removed_by_staff_unless_somebody_dances_it(
        self, as_owner: APIClient, owner: User, staff: User
    ) -> None:
        danced, quiet = make_song(None), make_song(None)
        make_choreography(owner, danced)

        assert as_owner.delete(at(quiet)).status_code == 403
        assert client_of(staff).delete(at(quiet)).status_code == 204
        refused = client_of(staff).delete(at(danced))
        assert (refused.status_code, refused.data["code"]) == (409, "song_danced")
