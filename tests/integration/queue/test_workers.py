"""Real workers that are killed, paused, stopped and starved: every task still ends once, and whole."""

import signal
import subprocess
import time
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from ai_services.vocabulary import Difficulty, SectionLabel
from choreography.models import Blueprint, ChoreographyTask, TaskStatus
from choreography.songs.importing import import_song
from tests.factories import local_storages
from tests.integration.queue.house import (
    STALLED_AFTER_S,
    House,
    assert_whole,
    finished,
    is_stopped,
    status_of,
    sweep_until,
    wait_until,
)
from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.library import make_demo_library
from video_processing.demo.songs.catalogue import DEMO_SONGS
from video_processing.demo.songs.files import make_demo_songs
from video_processing.demo.songs.spec import SectionPlan

pytestmark = [pytest.mark.chaos, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SONG = replace(
    DEMO_SONGS[0], form=(SectionPlan(SectionLabel.VERSE, 4), SectionPlan(SectionLabel.CHORUS, 4)), slug="half-a-minute"
)
MOVES = [
    move
    for move in DEMO_MOVES
    if move.difficulty == Difficulty.BEGINNER and abs(move.tempo_bpm / SONG.tempo_bpm - 1) < 0.08
][:2]


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> House:
    """Build the library and the song once; their rows are kept aside, since each test empties the tables."""
    folder = tmp_path_factory.mktemp("house")
    media = folder / "media"
    with django_db_blocker.unblock():
        assert str(connection.settings_dict["NAME"]).startswith("test_")
        with override_settings(MEDIA_ROOT=media, STORAGES=local_storages(media)):
            house = House(media, import_song(make_demo_songs(folder / "songs", [SONG])[0].sound_path))
        library = make_demo_library(folder / "clips", MOVES, workers=1)
        importing = house.manage(
            "generate_embeddings", "--video_dir", folder / "clips", "--annotations", library.annotations_path,
            "--report", folder / "report.json",
        )  # fmt: skip
        assert importing.wait(180) == 0
        house.take_rows_aside()
    return house


@pytest.fixture(autouse=True)
def on_the_house(house: House, settings: Any, transactional_db: None) -> None:
    """Let the test see what its workers see."""
    settings.MEDIA_ROOT = house.media
    settings.STORAGES = local_storages(house.media)
    settings.WORKER_STALLED_AFTER_S = STALLED_AFTER_S
    house.put_rows_back()


def test_a_worker_killed_while_planning_costs_time_and_nothing_else(house: House) -> None:
    task = house.new_task()
    with house.worker("planning,assembly", fault="sequencing:kill") as worker:
        assert worker.wait(90) == -signal.SIGKILL
    assert status_of(task) == TaskStatus.PROCESSING

    sweep_until(task, attempt=2)
    with house.worker("planning,assembly"):
        wait_until(lambda: finished(task))

    assert_whole(house, task)
    house.plan = Blueprint.objects.get(tasks=task)


def test_a_worker_killed_while_publishing_leaves_one_result(house: House) -> None:
    task = house.planned_task()
    with house.worker("assembly", fault="publishing:kill") as worker:
        assert worker.wait(90) == -signal.SIGKILL

    sweep_until(task, attempt=2)
    with house.worker("assembly"):
        wait_until(lambda: finished(task))

    assert_whole(house, task)


def test_a_job_that_kills_every_worker_ends_and_the_next_one_is_served(house: House) -> None:
    task = house.planned_task()
    for lost in range(1, 4):
        with house.worker("assembly", fault="assembling:kill") as worker:
            worker.wait(90)
        let_an_hour_pass()
        sweep_until(task, attempt=2 * lost)
    behind = house.planned_task()
    with house.worker("assembly"):
        wait_until(lambda: finished(behind))

    assert_whole(house, behind)
    assert (status_of(task), task.error_code) == (TaskStatus.FAILED, "worker_lost")
    assert house.files_of(task) == set()


def test_a_worker_that_slept_past_the_stall_limit_publishes_nothing(house: House) -> None:
    task = house.planned_task()
    with house.worker("assembly", fault="publishing:stop") as sleeper:
        wait_until(lambda: is_stopped(sleeper))
        sweep_until(task, attempt=2)
        with house.worker("assembly"):
            wait_until(lambda: finished(task))
            result = ChoreographyTask.objects.values().get(id=task.id)

            sleeper.send_signal(signal.SIGCONT)
            time.sleep(3.0)

    assert ChoreographyTask.objects.values().get(id=task.id) == result
    assert_whole(house, task)


def test_a_full_disk_ends_the_task_and_not_the_worker(house: House) -> None:
    with house.worker("assembly", fault="assembling:enospc") as worker:
        for _ in range(2):
            task = house.planned_task()
            wait_until(lambda task=task: finished(task))  # type: ignore[misc]
            assert (task.status, task.error_code) == (TaskStatus.FAILED, "storage_full")
            assert house.files_of(task) == set()
        assert worker.poll() is None


def test_a_worker_whose_connections_broke_serves_the_next_task(house: House) -> None:
    with house.worker("assembly") as worker:
        first = house.planned_task()
        wait_until(lambda: finished(first))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        time.sleep(1.0)
        second = house.planned_task()
        wait_until(lambda: finished(second) or worker.poll() is not None)
    if not finished(second):  # the supervisor starts a worker that ended again
        assert worker.returncode == 1
        sweep_until(second, attempt=0)
        with house.worker("assembly"):
            wait_until(lambda: finished(second))

    assert_whole(house, second)


def test_an_idle_worker_asked_to_stop_stops(house: House) -> None:
    with house.worker("assembly") as worker:
        wait_until(lambda: workers_online() == 1)

        assert seconds_to_stop(worker) < 5.0

    assert worker.returncode == 0
    assert workers_online() == 0


def test_a_worker_asked_to_stop_while_its_job_hangs_gives_it_back(house: House) -> None:
    task = house.planned_task()
    with house.worker("assembly", fault="assembling:hang") as worker:
        wait_until(lambda: status_of(task) == TaskStatus.PROCESSING and task.attempt == 1)

        assert seconds_to_stop(worker) < 20.0

    sweep_until(task, attempt=2)
    assert task.failures == 1
    with house.worker("assembly"):
        wait_until(lambda: finished(task))
    assert_whole(house, task)


def let_an_hour_pass() -> None:
    """Make every worker silent at once, where waiting for it has been shown already."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '1 hour'")


def workers_online() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_workers")
        return int(cursor.fetchone()[0])


def seconds_to_stop(worker: "subprocess.Popen[bytes]") -> float:
    started = time.monotonic()
    worker.send_signal(signal.SIGTERM)
    worker.wait(60)
    return time.monotonic() - started
