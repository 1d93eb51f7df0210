"""What no row refers to goes, on this machine and on S3; all else stays."""

import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
from django.db import connection

from choreography.generation import outputs
from choreography.maintenance.janitor import tidy
from choreography.models import ChoreographyTask, LibraryRun, LibraryTask, SongImport
from choreography.queue.deferring import defer_planning
from common import storage
from common.storage import PARTIAL_AGE_S, local_path, remove_partial_files
from tests.factories import make_finished_task, make_move, make_song, make_task
from tests.rounds import look_at_everything, put_files
from users.models import User

pytestmark = pytest.mark.django_db


def there(prefix: str) -> int:
    return sum(storage.exists(outputs.key(prefix, name)) for name in outputs.NAMES)


@pytest.mark.usefixtures("backend", "an_hour_later")
def test_attempts_that_no_task_published_are_removed(owner: User) -> None:
    task = make_finished_task(owner)
    lost, stranger = outputs.prefix_of(task.id, 1), outputs.prefix_of(uuid.uuid4(), 3)
    for prefix in (task.output_prefix, lost, stranger):
        put_files(prefix)

    assert look_at_everything() == 2 * len(outputs.NAMES)

    assert (there(task.output_prefix), there(lost), there(stranger)) == (len(outputs.NAMES), 0, 0)
    assert set(storage.folders(outputs.ROOT)) == {f"choreographies/{task.id}"}


@pytest.mark.usefixtures("backend", "an_hour_later")
def test_the_attempt_that_is_being_published_stays_and_those_before_it_go(owner: User) -> None:
    task = make_task(owner, status="processing", attempt=4)
    put_files(outputs.prefix_of(task.id, 3))
    put_files(outputs.prefix_of(task.id, 4))

    assert look_at_everything() == len(outputs.NAMES)

    assert there(outputs.prefix_of(task.id, 4)) == len(outputs.NAMES)


@pytest.mark.usefixtures("backend", "an_hour_later")
@pytest.mark.parametrize("status", ChoreographyTask.FINISHED[1:])
def test_files_of_a_task_that_ended_without_a_result_go(owner: User, status: str) -> None:
    task = make_task(owner, status=status, attempt=2)
    put_files(outputs.prefix_of(task.id, 2))

    assert look_at_everything() == len(outputs.NAMES)

    assert there(outputs.prefix_of(task.id, 2)) == 0


@pytest.mark.usefixtures("backend")
def test_what_was_written_within_the_hour_stays() -> None:
    prefix = outputs.prefix_of(uuid.uuid4(), 1)
    put_files(prefix)

    assert look_at_everything() == 0

    assert there(prefix) == len(outputs.NAMES)


def test_the_youngest_file_of_an_attempt_counts(owner: User) -> None:
    prefix = outputs.prefix_of(uuid.uuid4(), 1)
    put_files(prefix)
    for name in outputs.NAMES[1:]:
        path = local_path(outputs.key(prefix, name))
        assert path is not None
        os.utime(path, (1, 1))

    assert look_at_everything() == 0


@pytest.mark.usefixtures("backend")
def test_an_empty_storage_has_nothing_to_remove() -> None:
    assert look_at_everything() == 0
    assert remove_partial_files() == 0


def test_half_written_files_go_when_they_are_old_and_their_writer_is_gone() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    root = local_path("demo/songs")
    assert root is not None
    root.mkdir(parents=True)

    def partial(name: str, age_s: float) -> Path:
        path = root / name
        path.touch()
        os.utime(path, (time.time() - age_s,) * 2)
        return path

    old, young = PARTIAL_AGE_S + 60, PARTIAL_AGE_S - 60
    gone = [partial(f".luna.{ended.pid}.partial.wav", old), partial(f".{uuid.uuid4().hex}.partial", old)]
    kept = [
        partial(f".sol.{ended.pid}.partial.wav", young),
        partial(f".mar.{os.getpid()}.partial.wav", old),
        partial(f".{uuid.uuid4().hex}.partial", young),
        partial("luna.wav", old),
        partial("in.partial.wav", old),
    ]

    assert remove_partial_files() == len(gone)

    assert not any(path.exists() for path in gone)
    assert all(path.exists() for path in kept)


MEDIA = {
    "songs": ("songs/kept/song.m4a", "songs/lost/song.m4a"),
    "uploads": ("uploads/kept/file", "uploads/lost/file"),
    "moves": ("moves/kept/1/mezzanine.mp4", "moves/kept/2/mezzanine.mp4"),
    "clips of moves": ("clips/kept/clip.mp4", "clips/lost/clip.mp4"),
    "clips on their way": ("clips/waiting/clip.mp4", "clips/failed/clip.mp4"),
}


@pytest.mark.usefixtures("backend", "an_hour_later")
def test_songs_uploads_and_moves_that_no_row_names_are_removed(owner: User) -> None:
    make_song(owner, audio_key="songs/kept/song.m4a", source_key="songs/kept/source.wav")
    make_move(clip_key="demo/library/basic/a.mp4", mezzanine_key="moves/kept/1/mezzanine.mp4")
    make_move(clip_key="clips/kept/clip.mp4")
    run = LibraryRun.objects.create()
    for status in ("queued", "failed"):
        folder = "waiting" if status == "queued" else status
        LibraryTask.objects.create(run=run, kind="import", status=status, clip_key=f"clips/{folder}/clip.mp4")
    SongImport.objects.create(owner=owner, source="a" * 64, upload_key="uploads/kept/file")
    SongImport.objects.create(owner=owner, source="b" * 64, upload_key="uploads/lost/file", status="failed")
    for keys in MEDIA.values():
        for key in (*keys, "demo/library/basic/a.mp4"):
            storage.publish_text("content", key)

    assert look_at_everything() == 5

    assert all(storage.exists(kept) for kept, _ in MEDIA.values())
    assert not any(storage.exists(lost) for _, lost in MEDIA.values())
    assert storage.exists("demo/library/basic/a.mp4")


def test_jobs_that_failed_are_remembered_for_a_month(owner: User) -> None:
    for _ in range(3):
        defer_planning(make_task(owner).id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(id), max(id) FROM procrastinate_jobs")
        first, last = cursor.fetchone()
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id < %s", [last])
        cursor.execute("UPDATE procrastinate_events SET at = at - interval '31 days' WHERE job_id <> %s", [first + 1])

        tidy()

        cursor.execute("SELECT id, status FROM procrastinate_jobs ORDER BY id")
        assert cursor.fetchall() == [(first + 1, "failed"), (last, "todo")]


@pytest.mark.usefixtures("backend")
def test_a_song_that_is_coming_in_right_now_stays() -> None:
    storage.publish_text("content", "songs/new/song.m4a")

    assert look_at_everything() == 0
    assert storage.exists("songs/new/song.m4a")
