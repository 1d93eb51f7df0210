"""What goes wrong around a song that comes in costs neither the song nor the room of one that does not."""

from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from pytest_django.fixtures import Settings

from choreography.jobs.running import run_held
from choreography.models import Song, SongImport
from choreography.songs import analysis, arriving, receiving
from choreography.songs.analysis import analysis_of
from choreography.songs.arriving import claim_import, work_on_import
from choreography.songs.importing import import_song
from choreography.songs.keeping import UPLOADS
from choreography.songs.receiving import Named, receive_file
from common import storage
from common.errors import NotFoundError
from common.storage import StorageFullError, StorageUnavailableError
from tests.factories import make_song
from tests.integration.songs.conftest import Write
from tests.integration.songs.test_importing import stored_files
from users.models import User

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_song_stays_whole_where_its_upload_cannot_be_cleared_away(
    owner: User, write_song: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived = receive_file(user=owner, path=write_song(), named=Named())
    claim = claim_import(arrived.id)
    assert claim is not None

    def away(_: SongImport) -> None:
        raise StorageUnavailableError

    monkeypatch.setattr(arriving, "delete_upload", away)
    run_held(claim, work_on_import, "import")

    arrived.refresh_from_db()
    song = Song.objects.get()
    assert (arrived.status, arrived.song) == ("completed", song)
    assert storage.exists(song.audio_key)
    assert storage.exists(song.source_key)


def test_while_a_file_is_stored_its_owner_keeps_nobody_waiting(
    owner: User, write_song: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish, seen = storage.publish, []

    def look(source: Path, key: str, **options: Any) -> None:
        seen.append(connection.in_atomic_block)
        publish(source, key, **options)

    monkeypatch.setattr(storage, "publish", look)

    receive_file(user=owner, path=write_song(), named=Named())

    assert seen == [False]


def test_of_a_file_that_is_sent_twice_at_once_one_copy_stays(
    owner: User, write_song: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish, path = storage.publish, write_song()
    again = path.with_name("again.wav")
    again.write_bytes(path.read_bytes())
    first: list[SongImport] = []

    def be_overtaken(source: Path, key: str, **options: Any) -> None:
        monkeypatch.setattr(storage, "publish", publish)
        first.append(receive_file(user=owner, path=again, named=Named()))
        publish(source, key, **options)

    monkeypatch.setattr(storage, "publish", be_overtaken)

    second = receive_file(user=owner, path=path, named=Named())

    assert [second] == first == list(SongImport.objects.all())
    assert {file.key for file in storage.stored_files(UPLOADS)} == {second.upload_key}


def test_a_song_that_there_is_no_room_for_leaves_nothing(
    write_song: Write, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    publish = storage.publish

    def full_at_the_end(source: Path, key: str, **options: Any) -> None:
        if "/source" in key:
            raise StorageFullError
        publish(source, key, **options)

    monkeypatch.setattr(storage, "publish", full_at_the_end)

    with pytest.raises(StorageFullError):
        import_song(write_song())

    assert not Song.objects.exists()
    assert stored_files(Path(settings.MEDIA_ROOT)) == []


def test_a_file_whose_import_is_there_stays_though_the_answer_was_lost(
    owner: User, write_song: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_: object) -> None:
        def lose() -> None:
            raise OperationalError("the connection was lost")

        transaction.on_commit(lose)

    monkeypatch.setattr(receiving, "defer_song_import", lost)

    with pytest.raises(OperationalError):
        receive_file(user=owner, path=write_song(), named=Named())

    assert storage.exists(SongImport.objects.get().upload_key)


def test_a_song_that_is_removed_while_it_is_listened_to_is_not_found(
    write_song: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    song = make_song()
    storage.publish(write_song(), song.audio_key)
    find = analysis.fields_of_sound

    def found_and_removed(samples: Any) -> dict[str, Any]:
        fields = find(samples)
        Song.objects.all().delete()
        return fields

    monkeypatch.setattr(analysis, "fields_of_sound", found_and_removed)

    with pytest.raises(NotFoundError):
        analysis_of(song)
