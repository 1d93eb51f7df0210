"""Whoever refers to an account takes its row before any other, so that no two wait for each other."""

from pathlib import Path

import pytest

from choreography.edits.edit import Edit, edit_from_json
from choreography.edits.services import change_plan, delete_choreography
from choreography.generation import editing, planning
from choreography.generation.editing import edit_task
from choreography.generation.planning import plan_task
from choreography.jobs.running import run_claimed
from choreography.models import Choreography, ChoreographyTask, Song, TaskPhase
from choreography.songs import importing
from choreography.songs.arriving import claim_import, work_on_import
from choreography.songs.changing import delete_song
from choreography.songs.receiving import Named, receive_file
from common import storage
from tests.factories import make_song, make_task
from tests.integration.songs.conftest import Write, loop, write_song  # noqa: F401 - fixtures
from tests.made_dances import WISH, store_dance, store_library, store_song
from tests.waiting import let_owner_go_first
from users.models import User

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def dance(owner: User) -> Choreography:
    store_library()
    return store_dance(owner)


def replan(dance: Choreography) -> Edit:
    return edit_from_json({"kind": "replan", "blueprint_id": str(dance.current_id), "seed": 5})


def test_a_finished_plan_waits_for_its_owner(owner: User, dance: Choreography, monkeypatch: pytest.MonkeyPatch) -> None:
    task = make_task(owner, store_song())
    ChoreographyTask.objects.update(wish=WISH.as_json())

    let_owner_go_first(
        owner,
        lambda: run_claimed(task.id, TaskPhase.PLANNING, plan_task),
        stage="sequencing",
        module=planning,
        monkeypatch=monkeypatch,
    )

    task.refresh_from_db()
    assert (task.phase, task.error_code) == (TaskPhase.ASSEMBLY, "")


def test_a_changed_plan_waits_for_its_owner(owner: User, dance: Choreography, monkeypatch: pytest.MonkeyPatch) -> None:
    task = change_plan(user=owner, choreography_id=dance.id, edit=replan(dance))

    let_owner_go_first(
        owner,
        lambda: run_claimed(task.id, TaskPhase.PLANNING, edit_task),
        stage="sequencing",
        module=editing,
        monkeypatch=monkeypatch,
    )

    task.refresh_from_db()
    assert (task.phase, task.error_code) == (TaskPhase.ASSEMBLY, "")


def test_a_wish_to_change_a_plan_waits_for_its_owner(owner: User, dance: Choreography) -> None:
    let_owner_go_first(owner, lambda: change_plan(user=owner, choreography_id=dance.id, edit=replan(dance)))

    assert ChoreographyTask.objects.get().choreography == dance


def test_to_remove_a_choreography_waits_for_its_owner(owner: User, dance: Choreography) -> None:
    let_owner_go_first(owner, lambda: delete_choreography(user=owner, choreography_id=dance.id))

    assert not Choreography.objects.exists()


def test_to_remove_a_song_waits_for_its_owner(owner: User) -> None:
    song = make_song(owner)

    let_owner_go_first(owner, lambda: delete_song(user=owner, song_id=song.id))

    assert not Song.objects.exists()


@pytest.mark.parametrize("state", ["new", "known", "without its sound"])
def test_a_song_that_has_come_in_waits_for_its_owner(
    owner: User,
    write_song: Write,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    state: str,
) -> None:
    arrived = receive_file(user=owner, path=copy_of(write_song()), named=Named())
    if state != "new":
        song = importing.import_song(write_song(), owner=owner)
        if state == "without its sound":
            storage.delete(song.audio_key)
    claim = claim_import(arrived.id)
    assert claim is not None

    let_owner_go_first(
        owner,
        lambda: work_on_import(claim),
        stage="" if state == "known" else "storing",
        module=importing,
        monkeypatch=monkeypatch,
    )

    arrived.refresh_from_db()
    assert (arrived.status, arrived.song) == ("completed", Song.objects.get())


def copy_of(path: Path) -> Path:
    copy = path.with_name("copy.wav")
    copy.write_bytes(path.read_bytes())
    return copy
