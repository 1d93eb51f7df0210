"""Two real workers share an import; one that is killed over a clip costs time and nothing else."""

import signal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from choreography.library.sharing.following import progress_of
from choreography.library.sharing.queueing import queue_import
from choreography.maintenance.sweeping import sweep
from choreography.models import LibraryRun, LibraryState, LibraryTask, Move, TaskStatus
from tests.factories import make_song
from tests.integration.library.conftest import DANCES, ROWS, quick_words  # noqa: F401
from tests.integration.library.made_clips import write_annotations, write_clip, write_couple
from tests.integration.queue.house import STALLED_AFTER_S, House, wait_until

pytestmark = [pytest.mark.chaos, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four clips with their couples."""
    folder = tmp_path_factory.mktemp("clips")
    rows = [*ROWS, ROWS[0] | {"video_path": "basic/again.mp4", "name": "Once more"}]
    for row, dance in zip(rows, [*DANCES, DANCES[0]], strict=True):
        write_couple(write_clip(folder / row["video_path"]), dance)
    write_annotations(folder, rows)
    return folder


@pytest.fixture
def house(tmp_path: Path, settings: Any, transactional_db: None) -> House:
    settings.WORKER_STALLED_AFTER_S = STALLED_AFTER_S
    return House(Path(settings.MEDIA_ROOT), make_song())


def queue(clips: Path) -> LibraryRun:
    return queue_import(clips, clips / "annotations.json")


def files(house: House) -> set[str]:
    return {path.relative_to(house.media).as_posix() for path in house.media.rglob("*") if path.is_file()}


def referred() -> set[str]:
    keys = ("clip_key", "mezzanine_key", "poster_key", "keypoints_key")
    return {key for row in Move.objects.values_list(*keys) for key in row if key}


def assert_whole(house: House, run: LibraryRun) -> None:
    """Check that every clip is exactly one move, that vectors are comparable, and that no file is left over."""
    state = progress_of(run)
    assert (state.done, state.failed, state.finished) == (4, 0, True), state.sentence
    assert Move.objects.count() == 4
    library = LibraryState.objects.get(name="main")
    assert library.version == library.normalised_version
    assert files(house) == referred()


def test_two_workers_share_an_import(house: House, clips: Path) -> None:
    run = queue(clips)
    with house.worker("ingest"), house.worker("ingest"):
        wait_until(lambda: progress_of(run).finished)

    assert_whole(house, run)
    assert set(run.tasks.values_list("attempt", flat=True)) == {1}


@pytest.mark.parametrize("stage", ["storing", "normalising"])
def test_a_worker_killed_over_a_clip_costs_time_and_nothing_else(house: House, clips: Path, stage: str) -> None:
    run = queue(clips)
    with house.worker("ingest", fault=f"{stage}:kill") as worker:
        assert worker.wait(120) == -signal.SIGKILL
    (held,) = LibraryTask.objects.filter(status=TaskStatus.PROCESSING)

    wait_until(lambda: swept_to(held, 1))
    with house.worker("ingest"):
        wait_until(lambda: progress_of(run).finished)

    assert_whole(house, run)


def test_a_clip_that_kills_every_worker_ends_and_the_others_are_imported(house: House, clips: Path) -> None:
    run = queue(clips)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET priority = 9 WHERE id = (SELECT min(id) FROM procrastinate_jobs)")
    for lost in range(1, 4):
        with house.worker("ingest", fault="storing:kill") as worker:
            worker.wait(120)
        (held,) = LibraryTask.objects.filter(status=TaskStatus.PROCESSING)
        wait_until(partial(swept_to, held, lost))
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE procrastinate_jobs SET priority = 9 WHERE args->>'library_task_id' = %s", [str(held.id)]
            )
    with house.worker("ingest"):
        wait_until(lambda: progress_of(run).finished)

    state = progress_of(run)
    assert (state.done, state.failed) == (3, 1)
    assert [clip.code for clip in state.trouble] == ["worker_lost"]
    assert files(house) == referred()


def swept_to(held: LibraryTask, failures: int) -> bool:
    """Do what the maintenance process does every few seconds; return whether the task was taken from its worker."""
    sweep()
    held.refresh_from_db()
    return held.failures >= failures
