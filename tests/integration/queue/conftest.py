from collections.abc import Callable

import pytest
from django.db import connection

from choreography.models import ChoreographyTask

Lose = Callable[[ChoreographyTask], None]


@pytest.fixture(autouse=True)
def empty_queue(request: pytest.FixtureRequest) -> None:
    """Start without jobs: their tables are not Django's, so that it does not empty them between tests."""
    if "db" in request.fixturenames or "transactional_db" in request.fixturenames:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


@pytest.fixture
def lose_jobs(db: None) -> Lose:
    """Return a function that makes a task's jobs vanish, as if their worker had."""

    def lose(task: ChoreographyTask) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE args->>'task_id' = %s", [str(task.id)])

    return lose


def jobs_of(task: ChoreographyTask) -> list[tuple[str, str]]:
    """Return queue and status of each job of a task, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT queue_name, status::text FROM procrastinate_jobs WHERE args->>'task_id' = %s ORDER BY id",
            [str(task.id)],
        )
        return [(queue, status) for queue, status in cursor.fetchall()]
