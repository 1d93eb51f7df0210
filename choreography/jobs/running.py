"""What every job does around its work: claim the task, run, and end it with a sentence whatever happens."""

import logging
from collections.abc import Callable
from errno import EDQUOT, ENOSPC
from typing import Protocol, TypeVar
from uuid import UUID

from django.db import InterfaceError, OperationalError

from choreography.models import TaskPhase
from choreography.queue.fence import Claim, SupersededError, claim
from common.errors import BuddyError, CancelledError, InternalError
from common.storage import StorageFullError

logger = logging.getLogger(__name__)


class Held(Protocol):
    """The right of one job to work on something, and to say how it ended."""

    def fail(self, code: str, detail: str) -> None:
        """End it with a sentence for the user. Raises SupersededError."""


H = TypeVar("H", bound=Held)
UNEXPECTED = "Something went wrong on our side. Your song and your wishes are safe: please try again."


def run_claimed(task_id: UUID, phase: TaskPhase, work: Callable[[Claim], None]) -> None:
    """Run `work` under a claim of the task; safe to call twice, and a job that lost its claim leaves no trace."""
    held = claim(task_id, phase)
    if held is None:
        return
    run_held(held, work, f"task {task_id}")


def run_held(held: H, work: Callable[[H], None], name: str) -> None:
    """Run `work` with the claim of what is called `name` in the log; whatever goes wrong ends it with a sentence."""
    try:
        _run(held, work, name)
    except (SupersededError, CancelledError):
        logger.info("%s is no longer ours", name)


def _run(held: H, work: Callable[[H], None], name: str) -> None:
    try:
        work(held)
    except (SupersededError, CancelledError):
        raise
    except BuddyError as error:
        logger.warning("%s: %s (%s)", name, error.code, error, exc_info=error.__cause__)
        held.fail(error.code, str(error))
    except (OperationalError, InterfaceError):
        raise  # the database is away: the sweep finds the task without a job and gives it to the next worker
    except Exception as error:
        logger.exception("%s failed", name)
        told = StorageFullError() if _disk_is_full(error) else InternalError(UNEXPECTED)
        held.fail(told.code, str(told))


def _disk_is_full(error: Exception) -> bool:
    return isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT)
