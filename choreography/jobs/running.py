"""What every job does around its work: claim the task, run, and end it with a sentence whatever happens."""

import logging
from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from django.db import InterfaceError, OperationalError

from choreography.fence import Claim, SupersededError, claim
from choreography.models import TaskPhase
from common.errors import BuddyError, CancelledError

logger = logging.getLogger(__name__)

UNEXPECTED = "Something went wrong on our side. Your song and your wishes are safe: please try again."


def run_claimed(task_id: UUID, phase: TaskPhase, work: Callable[[Claim], None]) -> None:
    """Run `work` under a claim of the task; safe to call twice, and a job that lost its claim leaves no trace."""
    held = claim(task_id, phase)
    if held is None:
        return
    with suppress(SupersededError):
        try:
            work(held)
        except SupersededError:
            raise
        except CancelledError:
            held.cancel()
        except BuddyError as error:
            logger.warning("task %s: %s (%s)", task_id, error.code, error, exc_info=error.__cause__)
            held.fail(error.code, str(error))
        except (OperationalError, InterfaceError):
            raise  # the database is away: the queue keeps the job and another worker takes it
        except Exception:
            logger.exception("task %s failed", task_id)
            held.fail("internal_error", UNEXPECTED)
