from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django.fixtures import Settings

from choreography.generation import outputs
from choreography.maintenance import sweeping
from choreography.maintenance.sweeping import sweep
from choreography.models import Blueprint, ChoreographyTask, TaskPhase, TaskStatus
from choreography.queue.deferring import defer_assembly, defer_planning, defer_reset_link
from choreography.queue.fence import SupersededError, claim
from common import storage
from tests.factories import make_finished_task, make_task
from tests.integration.queue.conftest import Lose, jobs_of
from users.models import User

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def task(owner: User) -> ChoreographyTask:
    made = make_task(owner)
    defer_planning(made.id)
    return made


def start_job_on_worker(row: ChoreographyTask | User, heartbeat_age_s: float) -> None:
    """Let a worker that gave its last sign of life so long ago hold the waiting job of a task, or of a user's link."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s * interval '1 second') RETURNING id",
            [heartbeat_age_s],
        )
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s "
            "WHERE %s IN (args->>'task_id', args->>'user_id') AND status = 'todo'",
            [cursor.fetchone()[0], str(row.id)],
        )


def test_a_job_on_a_living_worker_is_left_alone(task: ChoreographyTask) -> None:
    start_job_on_worker(task, heartbeat_age_s=5.0)

    assert sweep() == 0

    assert jobs_of(task) == [("planning", "doing")]


def test_a_waiting_job_is_left_alone(task: ChoreographyTask) -> None:
    assert sweep() == 0

    assert jobs_of(task) == [("planning", "todo")]


def test_the_job_of_a_silent_worker_is_made_again(task: ChoreographyTask, settings: Settings) -> None:
    held = claim(task.id, TaskPhase.PLANNING)
    assert held is not None
    start_job_on_worker(task, heartbeat_age_s=settings.WORKER_STALLED_AFTER_S + 1)

    assert sweep() == 1

    task.refresh_from_db()
    assert jobs_of(task) == [("planning", "failed"), ("planning", "todo")]
    assert (task.status, task.failures) == (TaskStatus.PROCESSING, 1)
    assert held.cancelled(), "a worker that wakes up now finds its claim void, before the next one has begun"
    assert sweep() == 0


def test_the_link_that_a_silent_worker_was_sending_is_sent_by_the_next_but_not_for_ever(
    owner: User, settings: Settings
) -> None:
    defer_reset_link(owner.id, "https://dance.example")
    seen = []
    for _ in range(settings.MAX_ATTEMPTS):
        start_job_on_worker(owner, heartbeat_age_s=settings.WORKER_STALLED_AFTER_S + 1)
        sweep()
        job = ProcrastinateJob.objects.get()
        seen.append((job.queue_name, job.status))

    assert seen == [("mail", "todo"), ("mail", "todo"), ("mail", "failed")]


def test_a_silent_worker_that_ends_its_job_this_moment_does_not_stop_the_sweep(
    task: ChoreographyTask, owner: User, settings: Settings, lose_jobs: Lose, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_job_on_worker(task, heartbeat_age_s=settings.WORKER_STALLED_AFTER_S + 1)
    find = sweeping.app.job_manager.get_stalled_jobs

    async def find_and_be_late(**named: Any) -> Any:
        found = list(await find(**named))
        await sync_to_async(lose_jobs)(task)
        return found

    monkeypatch.setattr(sweeping.app.job_manager, "get_stalled_jobs", find_and_be_late)

    assert sweep() == 1
    assert jobs_of(task) == [("planning", "todo")]


def test_a_task_without_any_job_is_found_too(task: ChoreographyTask, lose_jobs: Lose) -> None:
    lose_jobs(task)

    assert sweep() == 1

    assert jobs_of(task) == [("planning", "todo")]


def test_a_planned_task_goes_on_with_its_assembly(task: ChoreographyTask, lose_jobs: Lose) -> None:
    ChoreographyTask.objects.update(phase=TaskPhase.ASSEMBLY, status=TaskStatus.PROCESSING)
    lose_jobs(task)

    sweep()

    assert jobs_of(task) == [("assembly", "todo")]


def test_the_third_lost_worker_ends_the_task_and_not_the_queue(
    task: ChoreographyTask, owner: User, settings: Settings
) -> None:
    behind = make_task(owner)
    defer_planning(behind.id)
    for _ in range(3):
        start_job_on_worker(task, heartbeat_age_s=settings.WORKER_STALLED_AFTER_S + 1)
        sweep()

    task.refresh_from_db()
    assert (task.status, task.error_code, task.failures) == (TaskStatus.FAILED, "worker_lost", 3)
    assert task.error_detail.endswith(".") and task.finished_at is not None
    assert {status for _, status in jobs_of(task)} == {"failed"}
    assert sweep() == 0
    assert jobs_of(behind) == [("planning", "todo")]


@pytest.mark.parametrize("status", ChoreographyTask.FINISHED)
def test_the_job_of_a_finished_task_is_dropped(task: ChoreographyTask, settings: Settings, status: TaskStatus) -> None:
    ChoreographyTask.objects.update(status=status)
    start_job_on_worker(task, heartbeat_age_s=settings.WORKER_STALLED_AFTER_S + 1)

    assert sweep() == 0

    task.refresh_from_db()
    assert task.status == status
    assert jobs_of(task) == [("planning", "failed")]


def test_a_lost_job_that_is_not_a_tasks_does_not_stop_the_sweep(task: ChoreographyTask, settings: Settings) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status) VALUES ('ingest', 'x', '{}', 'doing')"
        )
    start_job_on_worker(task, heartbeat_age_s=settings.WORKER_STALLED_AFTER_S + 1)

    assert sweep() == 1


def test_files_of_the_lost_attempt_are_removed_and_others_stay(
    task: ChoreographyTask, owner: User, lose_jobs: Lose
) -> None:
    other = make_finished_task(owner)
    ChoreographyTask.objects.filter(id=task.id).update(
        phase=TaskPhase.ASSEMBLY, status=TaskStatus.PROCESSING, attempt=4
    )
    kept, lost = (
        outputs.key(other.output_prefix, outputs.VIDEO),
        outputs.key(outputs.prefix_of(task.id, 4), outputs.VIDEO),
    )
    storage.publish_bytes(b"video", kept)
    storage.publish_bytes(b"half of it", lost)
    lose_jobs(task)

    sweep()

    assert storage.exists(kept)
    assert not storage.exists(lost)


def test_a_worker_that_wakes_after_the_sweep_cannot_publish(task: ChoreographyTask, lose_jobs: Lose) -> None:
    held = claim(task.id, TaskPhase.PLANNING)
    assert held is not None
    lose_jobs(task)
    sweep()

    with pytest.raises(SupersededError):
        held.complete(output_prefix=outputs.prefix_of(task.id, held.attempt), duration_s=60.0)


def test_losing_workers_while_planning_does_not_count_against_the_assembly(
    task: ChoreographyTask, lose_jobs: Lose
) -> None:
    lose_jobs(task)
    sweep()
    held = claim(task.id, TaskPhase.PLANNING)
    assert held is not None

    held.hand_over(Blueprint.objects.create(song=task.song, data={}), defer_assembly)

    task.refresh_from_db()
    assert task.failures == 0
