"""What the janitor's turns cost, and that nothing in use goes however they are broken off or run into each other."""

import errno
import os
import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from choreography.generation import outputs
from choreography.library.sharing.claims import prefix_of as library_prefix_of
from choreography.maintenance import belonging, rounds
from choreography.maintenance.janitor import LOOKS, look_at_lost_attempts, look_at_next_slices
from choreography.maintenance.rounds import ROUND
from choreography.maintenance.sweeping import _tasks_without_job
from choreography.models import LOST_SOMETHING, ChoreographyTask, LibraryRun, LibraryTask, Move, Song, StorageRound
from choreography.models.upkeep import folder_of
from common import storage
from common.storage import StoredFile, local_path
from tests.factories import make_finished_task, make_move, make_song, make_task
from tests.rounds import begin_rounds, look_at_everything, put_files
from users.models import User

pytestmark = pytest.mark.django_db
A_TURN = 1 / 144


def put_stranger(first: str) -> str:
    """Store an attempt of no task, whose id begins so."""
    return put_files(outputs.prefix_of(uuid.UUID(first.ljust(32, "0")), 1))


def is_there(prefix: str) -> bool:
    return storage.exists(outputs.key(prefix, outputs.VIDEO))


@contextmanager
def requests_to_s3() -> Iterator[list[str]]:
    """Give the names of the requests that are made to S3."""
    made: list[str] = []
    events = default_storage.connection.meta.client.meta.events  # type: ignore[attr-defined]

    def note(model: Any, **_: Any) -> None:
        made.append(model.name)

    events.register("before-call.s3", note)
    yield made
    events.unregister("before-call.s3", note)


def cost_of(work: Callable[[], object]) -> tuple[list[str], int]:
    """Return the requests to S3 and the number of questions to the database."""
    with (
        requests_to_s3() as made,
        CaptureQueriesContext(
            connection,
        ) as queries,
    ):
        work()
    return made, len(queries)


@pytest.mark.usefixtures("s3", "an_hour_later")
def test_ten_times_as_many_dances_cost_no_more_requests_and_questions(owner: User) -> None:
    look_at_everything()  # the first turn of all makes the rows of the rounds

    def make_dances(count: int) -> None:
        for _ in range(count):
            put_files(make_finished_task(owner).output_prefix)

    make_dances(2)
    few = cost_of(look_at_everything)
    make_dances(18)
    many = cost_of(look_at_everything)
    begin_rounds(A_TURN)
    turn = cost_of(look_at_next_slices)

    assert many == few
    assert set(many[0]) == set(turn[0]) == {"ListObjects"}
    assert len(many[0]) == len(turn[0]) == len(LOOKS)
    assert turn[1] <= many[1]


@pytest.mark.usefixtures("backend", "an_hour_later")
def test_a_turn_looks_at_what_is_due_and_the_next_one_goes_on() -> None:
    quarters = [put_stranger(first) for first in ("1", "5", "9", "d")]

    begin_rounds(0.3)
    look_at_next_slices()
    assert [is_there(prefix) for prefix in quarters] == [False, True, True, True]

    put_stranger("2")  # behind us in this round
    StorageRound.objects.update(began_at=timezone.now() - 0.5 * ROUND)
    look_at_next_slices()
    assert [is_there(prefix) for prefix in quarters] == [False, False, True, True]
    assert is_there(outputs.prefix_of(uuid.UUID("2".ljust(32, "0")), 1))

    StorageRound.objects.update(began_at=timezone.now() - 3 * ROUND)
    look_at_next_slices()
    assert not any(is_there(prefix) for prefix in quarters)
    after = StorageRound.objects.get(root=outputs.ROOT)
    assert after.after == ""
    assert timezone.now() - after.began_at < timedelta(minutes=1)

    assert look_at_everything() == len(outputs.NAMES)


def put_folder(first: str, *, old: bool) -> Path:
    """Make an empty folder of an attempt in local storage, as a worker that died there leaves it."""
    folder = local_path(outputs.prefix_of(uuid.UUID(first.ljust(32, "0")), 1))
    assert folder is not None
    folder.mkdir(parents=True)
    if old:
        os.utime(folder, (0, 0))
    return folder


def test_empty_folders_go_with_the_slice_they_are_in_unless_somebody_may_be_about_to_write_there() -> None:
    gone, fresh, later = put_folder("1", old=True), put_folder("2", old=False), put_folder("9", old=True)
    kept = put_stranger("3")

    begin_rounds(0.3)
    look_at_next_slices()
    assert (gone.parent.exists(), fresh.exists(), later.exists()) == (False, True, True)
    assert is_there(kept)

    StorageRound.objects.update(began_at=timezone.now() - ROUND)
    look_at_next_slices()
    assert not later.parent.exists()


def test_an_empty_folder_beside_files_goes_alone() -> None:
    kept = put_stranger("3")
    beside = local_path(kept)
    assert beside is not None
    folder = beside.with_name("2")
    folder.mkdir()
    os.utime(folder, (0, 0))

    look_at_everything()

    assert not folder.exists()
    assert is_there(kept)


@pytest.mark.usefixtures("an_hour_later")
def test_a_folder_that_another_task_than_its_own_names_stays(owner: User) -> None:
    named = put_stranger("7")
    ChoreographyTask.objects.filter(id=make_finished_task(owner).id).update(output_prefix=named)

    assert look_at_everything() == 0

    assert is_there(named)


@pytest.mark.usefixtures("backend", "an_hour_later")
def test_a_turn_ends_after_so_many_files_and_the_next_one_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "FILES_AT_ONCE", 3)
    monkeypatch.setattr(rounds, "FILES_A_TURN", 2 * len(outputs.NAMES))
    for first in ("10", "11", "12", "13", "14"):
        put_stranger(first)
    begin_rounds(1.0)

    removed = [look_at_next_slices() for _ in range(3)]

    assert removed == [2 * len(outputs.NAMES), 2 * len(outputs.NAMES), len(outputs.NAMES)]


@pytest.mark.usefixtures("backend", "an_hour_later")
def test_a_turn_that_is_killed_is_done_again(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "FILES_AT_ONCE", 1)
    kept = put_files(make_finished_task(owner).output_prefix)
    lost = [put_stranger(first) for first in "26a"]
    delete, deleted = storage.delete, list[str]()

    def die_at_the_second(*keys: str) -> None:
        if deleted:
            raise KeyboardInterrupt
        deleted.extend(keys)
        delete(*keys[:2])
        raise KeyboardInterrupt

    begin_rounds(1.0)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(storage, "delete", die_at_the_second)
        look_at_next_slices()

    look_at_next_slices()

    assert is_there(kept)
    assert not any(storage.files(prefix) for prefix in lost)


@pytest.mark.usefixtures("backend", "an_hour_later")
def test_two_at_once_do_no_harm(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = put_files(make_finished_task(owner).output_prefix)
    lost = [put_stranger(first) for first in "26a"]
    forgotten = belonging.forgotten_outputs

    def while_another_runs(files: Sequence[StoredFile]) -> list[str]:
        monkeypatch.setattr(belonging, "forgotten_outputs", forgotten)
        found = forgotten(files)
        look_at_next_slices()
        return found

    monkeypatch.setattr(belonging, "forgotten_outputs", while_another_runs)
    begin_rounds(1.0)

    look_at_next_slices()

    assert is_there(kept)
    assert not any(is_there(prefix) for prefix in lost)
    assert timezone.now() - StorageRound.objects.get(root=outputs.ROOT).began_at < timedelta(minutes=1)


def test_who_is_behind_does_not_set_the_round_back(monkeypatch: pytest.MonkeyPatch) -> None:
    put_stranger("1")
    begin_rounds(0.5)

    def while_another_goes_on(_: list[StoredFile]) -> int:
        StorageRound.objects.filter(root=outputs.ROOT).update(after="c0000000")
        return 0

    rounds.look_at_next_slice(outputs.ROOT, while_another_goes_on)

    assert StorageRound.objects.get(root=outputs.ROOT).after == "c0000000"


def test_a_clock_that_was_wrong_holds_nothing_up_for_long() -> None:
    begin_rounds(-400.0)
    StorageRound.objects.update(after="c0000000")

    look_at_next_slices()

    for so_far in StorageRound.objects.all():
        assert so_far.after == ""
        assert timezone.now() - so_far.began_at < timedelta(minutes=1)


@pytest.mark.usefixtures("an_hour_later")
def test_more_files_than_s3_lists_at_once_are_all_seen(s3: str) -> None:
    client = default_storage.connection.meta.client  # type: ignore[attr-defined]
    for number in range(1_003):
        key = f"songs/{uuid.UUID(int=number << 96)}/song.m4a"
        client.put_object(Bucket=default_storage.bucket_name, Key=key, Body=b"")  # type: ignore[attr-defined]
    make_song(audio_key=key)

    with requests_to_s3() as made:
        listed = list(storage.stored_files("songs"))
    assert (len(listed), made) == (1_003, ["ListObjects"] * 2)
    with requests_to_s3() as made:
        (last,) = storage.stored_files("songs", after=listed[-2].key.split("/")[1])
    assert (last.key, made) == (key, ["ListObjects"])


@pytest.mark.usefixtures("an_hour_later")
def test_a_folder_whose_name_is_no_text_holds_nothing_up() -> None:
    songs = local_path("songs")
    assert songs is not None
    latin = songs / os.fsdecode(b"canci\xf3n")
    try:
        latin.mkdir(parents=True)
    except OSError:
        pytest.skip("folders have no such names on this machine")
    (latin / "song.m4a").touch()
    storage.publish_text("content", "songs/lost/song.m4a")

    assert look_at_everything() == 1

    assert (latin / "song.m4a").exists()


@pytest.mark.usefixtures("an_hour_later")
def test_a_file_that_cannot_be_removed_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    roots = put_stranger("3")
    others = put_stranger("7")
    remove = os.remove

    def refuse(path: str) -> None:
        if roots in path:
            raise PermissionError(errno.EACCES, "Permission denied", path)
        remove(path)

    monkeypatch.setattr(os, "remove", refuse)

    assert look_at_everything() == len(outputs.NAMES)

    assert is_there(roots)
    assert not is_there(others)


@pytest.mark.usefixtures("backend", "an_hour_later")
def test_what_comes_while_a_folder_is_being_removed_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    prefix = put_stranger("7")
    new = outputs.key(prefix, "new.mp4")
    forgotten = belonging.forgotten_outputs

    def while_a_file_comes(files: Sequence[StoredFile]) -> list[str]:
        found = forgotten(files)
        storage.publish_text("content", new)
        return found

    monkeypatch.setattr(belonging, "forgotten_outputs", while_a_file_comes)

    assert look_at_everything() == len(outputs.NAMES)

    assert storage.files(prefix) == (new,)


@pytest.mark.usefixtures("an_hour_later")
@pytest.mark.parametrize("seed", range(3))
def test_whatever_turns_are_like_only_what_belongs_to_nobody_goes(
    owner: User, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    kept, lost = set[str](), set[str]()
    for _ in range(30):
        task, attempt = make_finished_task(owner), chance.randint(1, 4)
        status = chance.choice([*ChoreographyTask.FINISHED, "queued", "processing"])
        published = outputs.prefix_of(task.id, chance.randint(1, attempt)) if status == "completed" else ""
        ChoreographyTask.objects.filter(id=task.id).update(status=status, attempt=attempt, output_prefix=published)
        in_use = published if status in ChoreographyTask.FINISHED else outputs.prefix_of(task.id, attempt)
        for prefix in (outputs.prefix_of(task.id, number) for number in range(1, attempt + 1)):
            storage.publish_text("content", outputs.key(prefix, outputs.VIDEO))
            (kept if prefix == in_use else lost).add(prefix)

    begin_rounds(0.0)
    for share in (0.1, 0.35, 0.4, 0.8):
        monkeypatch.setattr(rounds, "FILES_AT_ONCE", chance.randint(1, 9))
        monkeypatch.setattr(rounds, "FILES_A_TURN", chance.randint(1, 40))
        StorageRound.objects.update(began_at=timezone.now() - share * ROUND)
        look_at_next_slices()
    assert all(map(is_there, kept))
    while look_at_everything():
        assert all(map(is_there, kept))

    monkeypatch.setattr(rounds, "FILES_A_TURN", 1_000)
    look_at_everything()
    assert all(map(is_there, kept))
    assert not any(map(is_there, lost))


def test_an_attempt_is_judged_by_all_its_files_however_few_are_looked_at_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rounds, "FILES_AT_ONCE", 1)
    prefix = put_stranger("7")
    for name in outputs.NAMES[:-1]:
        path = local_path(outputs.key(prefix, name))
        assert path is not None
        os.utime(path, (1, 1))

    assert look_at_everything() == 0


@pytest.mark.usefixtures("backend", "an_hour_later")
def test_what_was_broken_off_lately_does_not_wait_for_its_round(owner: User) -> None:
    ended = timezone.now() - timedelta(minutes=5)
    failed = make_task(owner, status="failed", attempt=2, finished_at=ended)
    redone = make_finished_task(owner)
    ChoreographyTask.objects.filter(id=redone.id).update(failures=1, finished_at=ended)
    tried_again = LibraryTask.objects.create(
        run=LibraryRun.objects.create(), kind="import", status="completed", attempt=2, finished_at=ended
    )
    move = make_move(mezzanine_key=f"{library_prefix_of(tried_again.id, 2)}/mezzanine.mp4")
    lost = [outputs.prefix_of(failed.id, 1), outputs.prefix_of(failed.id, 2), outputs.prefix_of(redone.id, 1)]
    for prefix in (*lost, redone.output_prefix):
        put_files(prefix)
    clips = f"{library_prefix_of(tried_again.id, 1)}/mezzanine.mp4"
    for key in (clips, move.mezzanine_key):
        storage.publish_text("content", key)

    assert look_at_lost_attempts() == 3 * len(outputs.NAMES) + 1

    assert not any(is_there(prefix) for prefix in lost)
    assert not storage.exists(clips)
    assert is_there(redone.output_prefix)
    assert storage.exists(move.mezzanine_key)


@pytest.mark.usefixtures("s3", "an_hour_later")
def test_what_went_well_or_ended_long_ago_is_not_asked_about(owner: User) -> None:
    make_finished_task(owner)
    ChoreographyTask.objects.update(finished_at=timezone.now())
    make_task(owner, status="failed", attempt=2, finished_at=timezone.now() - timedelta(hours=1))

    assert cost_of(look_at_lost_attempts) == ([], 3)


@pytest.mark.usefixtures("backend", "an_hour_later")
def test_the_attempt_at_a_clip_that_is_being_made_stays() -> None:
    task = LibraryTask.objects.create(run=LibraryRun.objects.create(), kind="import", status="processing", attempt=2)
    before, now = (f"{library_prefix_of(task.id, attempt)}/mezzanine.mp4" for attempt in (1, 2))
    for key in (before, now):
        storage.publish_text("content", key)

    assert look_at_everything() == 1

    assert storage.exists(now)


@pytest.mark.usefixtures("an_hour_later")
def test_half_written_files_of_what_is_in_use_go_with_the_round(owner: User) -> None:
    song = make_song(owner, audio_key="songs/7/song.m4a", source_key="songs/7/source.wav")
    for key in (song.audio_key, "songs/7/.0a1b2c3d.partial", "songs/7/.fedcba98.partial"):
        storage.publish_text("content", key)
    old = local_path("songs/7/.0a1b2c3d.partial")
    assert old is not None
    os.utime(old, (1, 1))

    assert look_at_everything() == 1

    assert set(storage.files("songs/7")) == {song.audio_key, "songs/7/.fedcba98.partial"}


QUESTIONS: dict[str, tuple[str, Callable[[], QuerySet[Any]]]] = {
    "tasks without a job": ("unfinished_tasks", _tasks_without_job),
    "tasks that lost something": (
        "tasks_that_lost_something",
        lambda: ChoreographyTask.objects.filter(LOST_SOMETHING, finished_at__gt=timezone.now()),
    ),
    "songs of folders": (
        "song_by_audio_folder",
        lambda: Song.objects.annotate(folder=folder_of("audio_key")).filter(folder__in=["songs/1", "songs/2"]),
    ),
    "moves of folders": (
        "move_by_mezzanine_folder",
        lambda: Move.objects.annotate(folder=folder_of("mezzanine_key")).filter(folder__in=["moves/1/1", "moves/1/2"]),
    ),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_database_need_not_read_all_rows_to_answer(name: str) -> None:
    index, rows = QUESTIONS[name]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")  # a handful of rows is read faster without an index

    assert index in rows().order_by().explain()
