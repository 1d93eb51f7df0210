"""How a run is doing, for people who wait for it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count

from choreography.models import LibraryRun, LibraryTask, LibraryTaskKind, MoveStatus, TaskStatus

LOOK_EVERY_S = 1.0


@dataclass(frozen=True)
class TroubledClip:
    """A clip that did not become a move that can be danced."""

    library_path: str
    outcome: str
    """`failed` or `flagged`."""
    code: str
    reason: str


@dataclass(frozen=True)
class RunProgress:
    """A run at one moment; counts are of clips."""

    run_id: str
    library: str
    clips: int
    waiting: int
    working: int
    done: int
    failed: int
    unchanged: int
    finished: bool
    """Nothing is left to do; the library is normalised."""
    trouble: tuple[TroubledClip, ...]

    @property
    def sentence(self) -> str:
        """Return it in one line."""
        state = "finished" if self.finished else f"{self.working} in work, {self.waiting} waiting"
        return (
            f"{self.done} of {self.clips} done, {self.failed} failed, {self.unchanged} unchanged; {state} "
            f"(library {self.library}, run {self.run_id})"
        )


def progress_of(run: LibraryRun) -> RunProgress:
    """Return how a run is doing now."""
    run.refresh_from_db()
    clips = run.tasks.exclude(kind=LibraryTaskKind.NORMALISE)
    counts = dict(clips.values_list("status").annotate(n=Count("id")).order_by())
    done, failed = counts.get(TaskStatus.COMPLETED, 0), counts.get(TaskStatus.FAILED, 0)
    waiting, working = counts.get(TaskStatus.QUEUED, 0), counts.get(TaskStatus.PROCESSING, 0)
    return RunProgress(
        run_id=str(run.id),
        library=run.library,
        clips=done + failed + waiting + working,
        waiting=waiting,
        working=working,
        done=done,
        failed=failed,
        unchanged=run.unchanged,
        finished=run.finished_at is not None,
        trouble=_trouble(run),
    )


def follow(run: LibraryRun) -> Iterator[RunProgress]:
    """Yield how a run is doing about once a second until it is finished."""
    while True:
        state = progress_of(run)
        yield state
        if state.finished:
            return
        time.sleep(LOOK_EVERY_S)


def _trouble(run: LibraryRun) -> tuple[TroubledClip, ...]:
    skipped = [TroubledClip(row["clip"], "skipped", row["code"], row["reason"]) for row in run.problems]
    failed = [_failed(task) for task in run.tasks.filter(status=TaskStatus.FAILED)]
    flagged = run.tasks.filter(status=TaskStatus.COMPLETED, move__status=MoveStatus.FLAGGED).select_related("move")
    return (*skipped, *failed, *(_flagged(task) for task in flagged))


def _failed(task: LibraryTask) -> TroubledClip:
    return TroubledClip(task.library_path or task.kind, "failed", task.error_code, task.reason)


def _flagged(task: LibraryTask) -> TroubledClip:
    reason = task.move.flag_reason if task.move else ""
    return TroubledClip(task.library_path, "flagged", "flagged", reason)
