"""Real workers that are killed, paused, stopped and starved: every task still ends once, and whole."""

import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from functools import partial

import pytest
from django.db import connection

from choreography.maintenance.sweeping import sweep
from choreography.models import ChoreographyTask, Song, SongImport, TaskStatus
from choreography.selectors import worker_online
from choreography.songs.receiving import Named, receive_file
from tests.integration.queue.counting import PROGRAM, count
from tests.integration.queue.house import (
    House,
    assert_whole,
    finished,
    is_stopped,
    status_of,
    sweep_until,
    wait_until,
)
from tests.integration.queue.outage import Cable
from tests.integration.queue.sizes import (
    KILLED_STAGES,
    NO_OP_JOBS,
    NO_OP_WORKERS,
    OUTAGE_S,
    OUTAGE_STAGES,
    PAUSED_WORKERS,
)
from users.models import User

pytestmark = [
    pytest.mark.chaos,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("on_the_house"),
]


@pytest.fixture
def cable(transactional_db: None) -> Iterator[Cable]:
    """A way to the database, whichever it is, that can be pulled out."""
    connection.ensure_connection()
    reached = connection.connection.info
    cable = Cable(reached.host, reached.port)
    yield cable
    cable.pull_out()


@pytest.mark.parametrize("stage", KILLED_STAGES)
def test_a_worker_killed_in_any_stage_costs_time_and_nothing_else(house: House, stage: str) -> None:
    task = house.new_task()
    with house.worker("planning,assembly", fault=f"{stage}:kill") as worker:
        assert worker.wait(90) == -signal.SIGKILL
    assert status_of(task) == TaskStatus.PROCESSING

    sweep_until(task, attempt=2)
    with house.worker("planning,assembly"):
        wait_until(lambda: finished(task))

    assert_whole(house, task)
    house.keep_plan(task)


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


@pytest.mark.parametrize("turn", range(PAUSED_WORKERS))
def test_a_worker_that_slept_past_the_stall_limit_publishes_nothing(house: House, turn: int) -> None:
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
            wait_until(partial(finished, task))
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


@pytest.mark.parametrize("stage", OUTAGE_STAGES)
def test_a_database_that_is_away_for_a_while_loses_no_task_and_doubles_no_output(
    house: House, stage: str, cable: Cable
) -> None:
    task = house.new_task()
    with house.worker("planning,assembly", fault=f"{stage}:stop", **cable.variables) as worker:
        wait_until(lambda: is_stopped(worker))
        cable.pull_out()
        worker.send_signal(signal.SIGCONT)
        time.sleep(OUTAGE_S)
        cable.plug_in()
        wait_until(lambda: worker.poll() is not None or finished(task) or swept(task))
    assert len({name.partition("/")[0] for name in house.files_of(task)}) <= 1

    if not finished(task):
        sweep_until(task, attempt=2)
        with house.worker("planning,assembly", **cable.variables):
            # The worker that came back may have taken the job that was given again, and was then stopped with it.
            wait_until(lambda: finished_after_a_sweep(task))

    assert_whole(house, task)


def test_each_job_is_done_once_however_many_workers_there_are(house: House) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS counted; CREATE TABLE counted (number int)")
    for number in range(NO_OP_JOBS):
        count.defer(number=number)
    django_settings = {"DJANGO_SETTINGS_MODULE": "bachata_buddy.settings"}
    workers = [house.run_python("-c", PROGRAM, **django_settings) for _ in range(NO_OP_WORKERS)]
    try:
        wait_until(lambda: jobs_left() == 0, within_s=120)
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()

    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM counted ORDER BY number")
        assert [number for (number,) in cursor.fetchall()] == list(range(NO_OP_JOBS))
        cursor.execute("DROP TABLE counted")


def test_a_song_whose_worker_was_killed_comes_in_once(house: House, owner: User) -> None:
    sound = house.media / house.song.source_key
    upload = house.media.parent / "upload.wav"
    shutil.copyfile(sound, upload)
    with connection.cursor() as cursor:  # its files stay: later tests dance to it
        cursor.execute("TRUNCATE choreography_song CASCADE")
    arrived = receive_file(user=owner, path=upload, named=Named())
    with house.worker("planning", fault="storing:kill") as worker:
        assert worker.wait(90) == -signal.SIGKILL
    assert not Song.objects.exists()

    wait_until(lambda: sweep() == 1)
    with house.worker("planning"):
        wait_until(lambda: SongImport.objects.get(id=arrived.id).status == "completed")

    song = Song.objects.get()
    assert (song.owner, song.duration_s) == (owner, pytest.approx(house.song.duration_s, abs=0.05))


def test_a_worker_says_which_queues_it_serves(house: House) -> None:
    with house.worker("assembly"):
        wait_until(lambda: worker_online("assembly"))
        assert not worker_online("planning")
    let_an_hour_pass()
    assert not worker_online("assembly")


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


def finished_after_a_sweep(task: ChoreographyTask) -> bool:
    sweep()
    return finished(task)


def swept(task: ChoreographyTask) -> bool:
    """Sweep once; return whether the task was taken from a worker that lost its job."""
    before = task.attempt
    sweep()
    task.refresh_from_db()
    return task.attempt > before and task.failures > 0


def jobs_left() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')")
        return int(cursor.fetchone()[0])


def workers_online() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_workers")
        return int(cursor.fetchone()[0])


def seconds_to_stop(worker: "subprocess.Popen[bytes]") -> float:
    started = time.monotonic()
    worker.send_signal(signal.SIGTERM)
    worker.wait(60)
    return time.monotonic() - started
