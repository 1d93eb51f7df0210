"""The reasoning that people see: a row a step, written while it runs, only by the job that holds the task."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from choreography.models import ReasoningStep, StepStatus, Turn
from choreography.queue.fence import Claim
from common.errors import BuddyError
from common.text import one_line

TITLE_MAX, RESULT_MAX, TEXT_MAX, LIST_MAX = 200, 400, 200, 20


class Step:
    """A step that is under way."""

    def __init__(self) -> None:
        self.result = ""
        self.status = StepStatus.DONE

    def refuse(self, why: str) -> None:
        """Say that it was not allowed, or could not be done."""
        self.result, self.status = why, StepStatus.REFUSED


class Steps:
    """The steps of one turn, in order."""

    def __init__(self, claim: Claim, turn: Turn) -> None:
        self._claim, self._turn = claim, turn
        self._next = 0

    def clear(self) -> None:
        """Forget what an attempt before this one wrote. Raises SupersededError."""
        with self._claim.held():
            self._turn.steps.all().delete()

    @contextmanager
    def step(self, title: str, tool: str = "", arguments: Mapping[str, Any] | None = None) -> Iterator[Step]:
        """Show a step for as long as the block runs, then what came of it. Raises SupersededError."""
        with self._claim.held():
            row = ReasoningStep.objects.create(
                turn=self._turn,
                index=self._next,
                tool=one_line(tool, 40),
                title=one_line(title, TITLE_MAX),
                arguments=cleaned(arguments or {}),
            )
        self._next += 1
        step, since = Step(), time.perf_counter()
        try:
            yield step
        except BuddyError as error:
            step.refuse(str(error))
            raise
        finally:
            row.duration_ms = round((time.perf_counter() - since) * 1000)
            row.result, row.status = one_line(step.result, RESULT_MAX), step.status
            with self._claim.held():
                row.save(update_fields=("duration_ms", "result", "status"))

    def note(self, title: str, result: str = "") -> None:
        """Show something that was decided."""
        with self.step(title) as step:
            step.result = result


def cleaned(value: Any) -> Any:
    """Return arguments fit to be shown: short texts on one line, short lists, nothing but JSON."""
    if isinstance(value, Mapping):
        return {
            one_line(str(key), 40): cleaned(each)
            for key, each in list(value.items())[:LIST_MAX]
            if each not in (None, "", [], {})
        }
    if isinstance(value, list | tuple | set | frozenset):
        return [cleaned(each) for each in list(value)[:LIST_MAX]]
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return round(value, 3)
    return one_line(str(value), TEXT_MAX)
