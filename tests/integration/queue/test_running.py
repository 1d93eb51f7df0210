"""Whatever a job's work does, its task ends with a sentence or waits for the next worker."""

import errno
import logging
import os

import pytest
from django.db import OperationalError

from choreography.jobs.running import UNEXPECTED, run_claimed
from choreography.models import ChoreographyTask, TaskPhase
from choreography.queue.fence import Claim, SupersededError
from common.errors import CancelledError, InputError, InternalError, UnavailableError
from common.storage import MissingMediaError, StorageFullError
from tests.factories import make_task
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(owner: User) -> ChoreographyTask:
    return make_task(owner)


def run_with(task: ChoreographyTask, error: BaseException | None) -> None:
    def work(_: Claim) -> None:
        if error is not None:
            raise error

    run_claimed(task.id, TaskPhase.PLANNING, work)
    task.refresh_from_db()


OUTCOMES = {
    "the user's input": (InputError("This song is silent."), "invalid_input", "This song is silent."),
    "our failure": (InternalError("We failed."), "internal_error", "We failed."),
    "something away": (UnavailableError("Try again."), "unavailable", "Try again."),
    "a file gone": (MissingMediaError("a/b.mp4"), "media_missing", "The media file b.mp4 is gone from storage."),
    "a full store": (StorageFullError(), "storage_full", str(StorageFullError())),
    "a full disk": (OSError(errno.ENOSPC, "/srv/secret"), "storage_full", str(StorageFullError())),
    "a full quota": (OSError(errno.EDQUOT, "/srv/secret"), "storage_full", str(StorageFullError())),
    "another disk error": (OSError(errno.EIO, "/srv/secret"), "internal_error", UNEXPECTED),
    "a bug": (KeyError("SELECT secret"), "internal_error", UNEXPECTED),
    "no memory": (MemoryError(), "internal_error", UNEXPECTED),
    "a very long sentence": (InputError("x" * 2000), "invalid_input", "x" * 500),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_a_job_that_fails_ends_its_task_with_a_sentence(task: ChoreographyTask, name: str) -> None:
    error, code, detail = OUTCOMES[name]

    run_with(task, error)

    assert (task.status, task.error_code, task.error_detail) == ("failed", code, detail)
    assert task.finished_at is not None


@pytest.mark.parametrize("error", [SupersededError(), CancelledError("Stopped as asked.")])
def test_a_job_that_is_no_longer_wanted_changes_nothing(task: ChoreographyTask, error: Exception) -> None:
    run_with(task, error)

    assert (task.status, task.error_code) == ("processing", "")


def test_a_database_that_went_away_is_nobodys_failure(task: ChoreographyTask) -> None:
    with pytest.raises(OperationalError):
        run_with(task, OperationalError("server closed the connection"))

    task.refresh_from_db()
    assert (task.status, task.error_code) == ("processing", "")


def test_a_job_of_a_finished_task_does_no_work(task: ChoreographyTask) -> None:
    ChoreographyTask.objects.update(status="completed")

    run_with(task, AssertionError("the work was done again"))

    assert task.status == "completed"


def test_a_bug_leaves_its_stack_in_the_log(task: ChoreographyTask, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        run_with(task, KeyError("missing"))

    assert "KeyError: 'missing'" in caplog.text
    assert str(os.getpid()) not in task.error_detail
