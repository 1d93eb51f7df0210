"""A file that is sent becomes a song, or is refused in a sentence and leaves nothing."""

import threading
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection, connections
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from choreography.jobs import planning
from choreography.models import Song, SongImport
from choreography.songs import arriving
from choreography.songs.importing import import_song
from choreography.songs.sweeping import sweep_song_imports
from common import storage
from tests.factories import client_of
from tests.integration.songs.conftest import Write
from tests.integration.songs.test_importing import HOSTILE, stored_files
from tests.integration.storage.conftest import backend, s3, s3_address  # noqa: F401 - fixtures
from users.models import User

pytestmark = pytest.mark.django_db
SONGS = "/api/choreography/songs/"
TEXT_FOR_A_FILE = b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--x--\r\n'
KNOWN_AT_ONCE = ("a program", "a Windows program", "a page", "a playlist", "a script of ffmpeg", "0 bytes", "51 MiB")


@pytest.fixture(autouse=True)
def commits_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run what waits for the commit right away: the test's own transaction never ends."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda run, **_: run())


def send(client: APIClient, content: bytes, name: str = "song.mp3", **words: str) -> Any:
    return client.post(SONGS, {"file": SimpleUploadedFile(name, content), **words}, format="multipart")


def work() -> None:
    """Do what waits on the queue, as a worker does."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE task_name = 'choreography.import_song' RETURNING args->>'import_id'"
        )
        for (import_id,) in cursor.fetchall():
            planning.import_song(import_id)


def lose_jobs() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def test_a_sent_file_is_analysed_by_a_worker_and_becomes_a_song(
    as_owner: APIClient, owner: User, write_song: Write, settings: Settings
) -> None:
    content = write_song("loop.flac", "flac", title="Luna", artist="Ana", genre="Bachata").read_bytes()

    sent = send(as_owner, content)

    assert sent.status_code == 202
    assert int(sent.headers["Retry-After"]) >= 1
    assert (sent.data["status"], sent.data["song_id"]) == ("queued", None)
    assert not Song.objects.exists()

    work()

    told = as_owner.get(sent.data["poll_url"])
    assert (told.data["status"], told.data["error"]) == ("completed", None)
    assert "Retry-After" not in told.headers
    song = as_owner.get(f"{SONGS}{told.data['song_id']}/").data
    assert (song["title"], song["artist"], song["genre"]) == ("Luna", "Ana", "Bachata")
    assert song["tempo_bpm"] == pytest.approx(120, abs=0.5)
    assert Song.objects.get().owner == owner
    assert stored_files(Path(settings.MEDIA_ROOT)) == [
        f"songs/{song['id']}/song.m4a",
        f"songs/{song['id']}/source.flac",
    ]


@pytest.mark.usefixtures("backend")
def test_a_file_finds_its_way_on_this_machine_and_on_s3(as_owner: APIClient, write_song: Write) -> None:
    sent = send(as_owner, write_song().read_bytes())

    work()

    assert as_owner.get(sent.data["poll_url"]).data["status"] == "completed"
    song = Song.objects.get()
    assert storage.exists(song.audio_key) and storage.exists(song.source_key)
    assert storage.folders("uploads") == ()


def test_words_of_the_form_go_before_those_of_the_tags(as_owner: APIClient, write_song: Write) -> None:
    content = write_song("loop.flac", "flac", title="Tag", artist="Tag").read_bytes()

    send(as_owner, content, title="Sol\u202e de Mayo", genre="Bachata sensual")
    work()

    song = Song.objects.get()
    assert (song.title, song.artist, song.genre) == ("Sol de Mayo", "Tag", "Bachata sensual")


@pytest.mark.parametrize(
    ("name", "title"),
    [("../../x.mp3", "x"), ("-i.mp3", "-i"), ("\u200fluna_de enero.mp3", "luna de enero"), ("x" * 251 + ".mp3", None)],
)
def test_a_name_is_only_a_title(
    as_owner: APIClient, write_song: Write, settings: Settings, name: str, title: str | None
) -> None:
    assert send(as_owner, write_song().read_bytes(), name).status_code == 202
    work()

    song = Song.objects.get()
    assert song.title == title if title else set(song.title) <= set("x.mp3")
    assert stored_files(Path(settings.MEDIA_ROOT)) == [f"songs/{song.id}/song.m4a", f"songs/{song.id}/source.wav"]


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_cannot_be_danced_is_refused_and_leaves_nothing(
    kind: str, as_owner: APIClient, write_song: Write, loop: np.ndarray, settings: Settings
) -> None:
    make, code = HOSTILE[kind]

    sent = send(as_owner, make(write_song, loop).read_bytes())

    if kind in KNOWN_AT_ONCE:
        assert (sent.status_code, sent.data["code"]) == (413, "too_large") if kind == "51 MiB" else (400, code)
        assert not SongImport.objects.exists()
    else:
        assert sent.status_code == 202
        work()
        told = as_owner.get(sent.data["poll_url"]).data
        assert (told["status"], told["error"]["code"]) == ("failed", code)
        assert told["error"]["detail"].endswith(".")
    assert not Song.objects.exists()
    assert stored_files(Path(settings.MEDIA_ROOT)) == []


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{}", "application/json", 415),
        (b"", "multipart/form-data; boundary=x", 400),
        (b"--x--\r\n", "multipart/form-data; boundary=x", 400),
        (b"nothing of the kind", "multipart/form-data; boundary=x", 400),
        (b"--x\r\n", "multipart/form-data", 400),
        (TEXT_FOR_A_FILE, "multipart/form-data; boundary=x", 400),
        (b"ID3", "audio/mpeg", 415),
    ],
)  # fmt: skip
def test_a_request_without_a_file_is_refused(as_owner: APIClient, body: bytes, content_type: str, status: int) -> None:
    response = as_owner.generic("POST", SONGS, body, content_type=content_type)

    assert response.status_code == status
    assert set(response.data) >= {"code", "detail", "request_id"}


def test_a_form_of_a_thousand_parts_is_refused(as_owner: APIClient) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'

    response = as_owner.generic(
        "POST", SONGS, part * 1500 + b"--x--\r\n", content_type="multipart/form-data; boundary=x"
    )

    assert response.status_code == 400


def test_a_body_that_claims_too_much_is_refused_unread(as_owner: APIClient) -> None:
    response = as_owner.generic(
        "POST", SONGS, b"", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(10**12)
    )

    assert (response.status_code, response.data["code"]) == (413, "too_large")


def test_the_same_bytes_twice_are_the_same_import_and_the_same_song(as_owner: APIClient, write_song: Write) -> None:
    content = write_song().read_bytes()
    first, second = send(as_owner, content, "a.wav"), send(as_owner, content, "b.wav")
    assert first.data["import_id"] == second.data["import_id"]
    work()

    again = send(as_owner, content)

    assert again.status_code == 200
    assert (again.data["status"], again.data["song_id"]) == ("completed", str(Song.objects.get().id))
    assert storage.folders("uploads") == ()


def test_a_file_that_is_sent_again_and_again_is_listed_once(as_owner: APIClient, write_song: Write) -> None:
    content = write_song().read_bytes()
    for _ in range(3):
        sent = send(as_owner, content)
        work()

    listed = as_owner.get(f"{SONGS}imports/").data["results"]

    assert [each["import_id"] for each in listed] == [sent.data["import_id"]]
    assert (listed[0]["status"], listed[0]["song_id"]) == ("completed", str(Song.objects.get().id))


def test_a_file_that_fails_again_and_again_is_listed_once(as_owner: APIClient, write_song: Write) -> None:
    content = HOSTILE["silence"][0](write_song, np.zeros(0)).read_bytes()
    for _ in range(3):
        send(as_owner, content)
        work()

    assert [each["status"] for each in as_owner.get(f"{SONGS}imports/").data["results"]] == ["failed"]


def test_a_file_that_there_is_no_room_for_leaves_what_is_listed(
    as_owner: APIClient, write_song: Write, settings: Settings
) -> None:
    content = HOSTILE["silence"][0](write_song, np.zeros(0)).read_bytes()
    sent = send(as_owner, content)
    work()
    settings.MAX_ACTIVE_TASKS_PER_USER = 0

    assert send(as_owner, content).status_code == 429

    assert as_owner.get(sent.data["poll_url"]).data["status"] == "failed"


def test_the_same_bytes_of_two_people_are_two_songs_and_one_analysis(
    as_owner: APIClient, as_stranger: APIClient, write_song: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write_song().read_bytes()
    send(as_owner, content)
    work()

    def never(*_: object) -> None:
        raise AssertionError("these bytes were listened to before")

    monkeypatch.setattr("choreography.songs.importing.fields_of_sound", never)
    send(as_stranger, content)
    work()

    assert len({song.owner_id for song in Song.objects.all()}) == 2


def test_an_import_whose_job_cannot_be_made_is_not_there_either(
    as_owner: APIClient, write_song: Write, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: uuid.UUID) -> None:
        raise OperationalError("the queue is away")

    monkeypatch.setattr("choreography.songs.receiving.defer_song_import", broken)

    assert send(as_owner, write_song().read_bytes()).status_code == 503
    assert not SongImport.objects.exists()
    assert stored_files(Path(settings.MEDIA_ROOT)) == []


def test_nobody_fills_the_queue_with_songs(as_owner: APIClient, owner: User, settings: Settings) -> None:
    settings.MAX_ACTIVE_TASKS_PER_USER = 2
    answers = [send(as_owner, b"fLaC" + bytes([number])) for number in range(3)]

    assert [answer.status_code for answer in answers] == [202, 202, 429]
    assert answers[2].data["code"] == "too_many_imports"
    assert int(answers[2].headers["Retry-After"]) > 0
    assert SongImport.objects.filter(owner=owner).count() == len(storage.folders("uploads")) == 2


def test_an_import_that_is_stopped_makes_no_song(
    as_owner: APIClient, write_song: Write, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = send(as_owner, write_song().read_bytes())
    make: Callable[..., Song] = arriving.import_song

    def stopped_at_the_end(*arguments: Any, **named: Any) -> Song:
        confirm = named.pop("confirm")

        def stop_then_confirm(song: Song) -> None:
            assert as_owner.delete(sent.data["poll_url"]).status_code == 204
            confirm(song)

        return make(*arguments, confirm=stop_then_confirm, **named)

    monkeypatch.setattr(arriving, "import_song", stopped_at_the_end)
    work()

    assert not Song.objects.exists()
    assert stored_files(Path(settings.MEDIA_ROOT)) == []


def test_a_finished_import_is_struck_off_and_its_song_stays(as_owner: APIClient, write_song: Write) -> None:
    sent = send(as_owner, write_song().read_bytes())
    work()

    assert as_owner.delete(sent.data["poll_url"]).status_code == 204

    assert Song.objects.count() == 1
    assert as_owner.get(f"{SONGS}imports/").data["results"] == []


class TestLostWorkers:
    def test_an_import_that_lost_its_worker_is_given_to_the_next(self, as_owner: APIClient, write_song: Write) -> None:
        sent = send(as_owner, write_song().read_bytes())
        sleeper = arriving.claim_import(uuid.UUID(sent.data["import_id"]))
        assert sleeper is not None
        lose_jobs()

        assert sweep_song_imports() == 1
        work()

        assert as_owner.get(sent.data["poll_url"]).data["status"] == "completed"
        assert sweep_song_imports() == 0

    def test_a_worker_that_wakes_up_late_makes_no_second_song(self, as_owner: APIClient, write_song: Write) -> None:
        sent = send(as_owner, write_song().read_bytes())
        sleeper = arriving.claim_import(uuid.UUID(sent.data["import_id"]))
        assert sleeper is not None
        lose_jobs()
        sweep_song_imports()

        assert sleeper.void_lately()
        with pytest.raises(arriving.SupersededError):
            arriving.work_on_import(sleeper)

        assert not Song.objects.exists()
        assert storage.folders("songs") == ()

    def test_three_lost_workers_end_an_import(self, as_owner: APIClient, write_song: Write) -> None:
        sent = send(as_owner, write_song().read_bytes())
        for _ in range(3):
            lose_jobs()
            sweep_song_imports()

        told = as_owner.get(sent.data["poll_url"]).data
        assert (told["status"], told["error"]["code"]) == ("failed", "worker_lost")
        assert storage.folders("uploads") == ()
        assert sweep_song_imports() == 0


@pytest.mark.django_db(transaction=True)
def test_twenty_times_the_same_bytes_at_once_are_one_import(owner: User, write_song: Write) -> None:
    content = write_song().read_bytes()
    start = threading.Barrier(20)
    answers: list[Any] = []

    def ask() -> None:
        client = client_of(owner)
        start.wait()
        answers.append(send(client, content))
        connections.close_all()

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [answer.status_code for answer in answers] == [202] * 20
    assert SongImport.objects.count() == len(storage.folders("uploads")) == 1


class TestAddresses:
    def test_addresses_are_off_unless_the_operator_allows_them(self, as_owner: APIClient) -> None:
        response = as_owner.post(f"{SONGS}from-url/", {"url": "https://youtu.be/abcdefghijk"})

        assert (response.status_code, response.data["code"]) == (400, "song_url_off")

    def test_whoever_asks_hears_whether_addresses_are_taken(self, as_owner: APIClient, settings: Settings) -> None:
        told = []
        for is_on in (False, True):
            settings.SONG_URL_IMPORT = is_on
            told.append(as_owner.get(f"{SONGS}from-url/").json())

        assert told == [{"is_open": False}, {"is_open": True}]

    @pytest.mark.parametrize(
        "url",
        [
            "https://youtube.com@127.0.0.1/", "file:///etc/passwd", "ytsearch5:x", "--exec=id", "http://127.1/", "",
            "https://www.youtube.com/playlist?list=PL1", "http://[::ffff:127.0.0.1]/watch?v=abcdefghijk", None, 5,
            ["a"],
            "https://youtu.be/" + "a" * 5000, "http://169.254.169.254/latest/", "https://youtu.be/abcdefghijk\x00",
        ],
    )  # fmt: skip
    def test_what_is_not_the_address_of_one_video_is_refused(
        self, as_owner: APIClient, settings: Settings, url: object
    ) -> None:
        settings.SONG_URL_IMPORT = True

        response = as_owner.post(f"{SONGS}from-url/", {"url": url})

        assert response.status_code == 400
        assert not SongImport.objects.exists()

    def test_of_an_address_only_the_id_is_kept(
        self, as_owner: APIClient, owner: User, settings: Settings, write_song: Write, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings.SONG_URL_IMPORT = True
        asked: list[tuple[str, User]] = []

        def made(video_id: str, user: User, *, confirm: Callable[[Song], None], **_: object) -> Song:
            asked.append((video_id, user))
            return import_song(write_song(), owner=user, confirm=confirm)

        monkeypatch.setattr(arriving, "import_song_of_video", made)

        sent = as_owner.post(f"{SONGS}from-url/", {"url": "https://m.youtube.com/watch?v=abcdefghijk&list=PLsecret"})
        work()

        assert sent.status_code == 202
        assert asked == [("abcdefghijk", owner)]
        assert SongImport.objects.get().source == "video:abcdefghijk"
        assert as_owner.get(sent.data["poll_url"]).data["status"] == "completed"


def test_imports_are_listed_newest_first_and_only_ones_own(as_owner: APIClient, owner: User, stranger: User) -> None:
    SongImport.objects.create(owner=stranger, source="a" * 64)
    old = SongImport.objects.create(owner=owner, source="b" * 64)
    new = SongImport.objects.create(
        owner=owner, source="c" * 64, status="failed", error_code="silent_sound", error_detail="Silent.", song=None
    )

    listed = as_owner.get(f"{SONGS}imports/").data["results"]

    assert [each["import_id"] for each in listed] == [str(new.id), str(old.id)]
    assert listed[0]["error"] == {"code": "silent_sound", "detail": "Silent."}
