"""A real tiny library and song in the test database, and real workers on it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, models

from bachata_buddy.environment import BASE_DIR
from choreography.maintenance.sweeping import sweep
from choreography.models import (
    Blueprint,
    ChoreographyTask,
    LibraryState,
    Move,
    MoveEmbedding,
    Song,
    TaskPhase,
    TaskStatus,
)
from choreography.queue.deferring import defer_assembly, defer_planning
from tests.factories import make_task

KEPT: tuple[type[models.Model], ...] = (Song, Move, MoveEmbedding, LibraryState)
STALLED_AFTER_S = 4.0
PATIENCE_S = 90.0
"""Far above what a quiet machine needs: importing torch alone takes seconds on a busy one."""


@dataclass
class House:
    """What all tests of real workers share."""

    media: Path
    song: Song
    plan: Blueprint | None = None
    """Of the first choreography that was made here: later ones begin with it."""
    _rows: list[models.Model] = field(default_factory=list)

    def take_rows_aside(self) -> None:
        """Keep the rows of song and library in memory."""
        for model in KEPT:
            self._rows += model._default_manager.all()
        with connection.cursor() as cursor:  # not row by row: files go with rows that are deleted
            cursor.execute(f"TRUNCATE {', '.join(model._meta.db_table for model in KEPT)} CASCADE")

    def put_rows_back(self) -> None:
        """Write the rows into the tables that a test emptied."""
        for row in (*self._rows, *filter(None, [self.plan])):
            row.save_base(raw=True, force_insert=True)

    def manage(self, *arguments: object, **variables: str) -> "subprocess.Popen[bytes]":
        """Start a management command on the test database."""
        return self.run_python(BASE_DIR / "manage.py", *arguments, **variables)

    def run_python(self, *arguments: object, **variables: str) -> "subprocess.Popen[bytes]":
        """Start Python on the test database."""
        environment = {
            **os.environ,
            "DB_NAME": str(connection.settings_dict["NAME"]),
            "MEDIA_ROOT": str(self.media),
            "WORKER_STALLED_AFTER_S": str(STALLED_AFTER_S),
            "BB_TESTING": "1",
            **variables,
        }
        return subprocess.Popen(
            [sys.executable, *map(str, arguments)], env=environment, start_new_session=True, cwd=BASE_DIR
        )

    @contextmanager
    def worker(self, queues: str, fault: str = "", **variables: str) -> Iterator["subprocess.Popen[bytes]"]:
        """Run a worker for the block's time; it is killed at its end."""
        process = self.manage("work", "--queues", queues, BB_FAULT=fault, **variables)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()

    def new_task(self) -> ChoreographyTask:
        """Ask for a choreography."""
        task = make_task(None, self.song)
        defer_planning(task.id)
        return task

    def planned_task(self) -> ChoreographyTask:
        """Return a task whose plan was made before and whose assembly waits."""
        if self.plan is None:
            self.make_plan()
        task = make_task(None, self.song, phase=TaskPhase.ASSEMBLY, status=TaskStatus.PROCESSING, blueprint=self.plan)
        defer_assembly(task.id)
        return task

    def keep_plan(self, task: ChoreographyTask) -> None:
        """Keep the plan of a task, apart from the choreography that goes with the test."""
        self.plan = Blueprint.objects.get(tasks=task)
        self.plan.choreography = None

    def make_plan(self) -> None:
        """Let a worker plan a choreography, and keep its plan for the tests of assembly."""
        task = self.new_task()
        with self.worker("planning"):
            wait_until(lambda: ChoreographyTask.objects.filter(id=task.id, phase=TaskPhase.ASSEMBLY))
        self.keep_plan(task)
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
        task.delete()

    def files_of(self, task: ChoreographyTask) -> set[str]:
        """Return the attempts of which files lie in storage, with their files, as `attempt/name`."""
        folder = self.media / "choreographies" / str(task.id)
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def status_of(task: ChoreographyTask) -> str:
    """Return the status as the database has it now."""
    task.refresh_from_db()
    return task.status


def finished(task: ChoreographyTask) -> bool:
    return status_of(task) in ChoreographyTask.FINISHED


def sweep_until(task: ChoreographyTask, attempt: int) -> None:
    """Sweep as the maintenance process does until a task was taken from its lost worker."""

    def swept() -> bool:
        sweep()
        task.refresh_from_db()
        return task.attempt >= attempt

    wait_until(swept)


def wait_until(condition: Callable[[], object], within_s: float = PATIENCE_S) -> None:
    """Return as soon as `condition` holds; fail when it does not in time."""
    deadline = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < deadline, f"not within {within_s:.0f} s"
        time.sleep(0.1)


def is_stopped(process: "subprocess.Popen[bytes]") -> bool:
    """Return whether a process was paused by SIGSTOP."""
    return Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def assert_whole(house: House, task: ChoreographyTask) -> None:
    """Check that exactly one attempt's files are published, all of them, and the row names them."""
    task.refresh_from_db()
    assert task.status == TaskStatus.COMPLETED, task.error_code
    attempt = task.output_prefix.rpartition("/")[2]
    names = ("choreography.mp4", "captions.vtt", "chapters.vtt", "poster.jpg", "blueprint.json")
    assert house.files_of(task) == {f"{attempt}/{name}" for name in names}
    assert b"moov" in (house.media / task.output_prefix / "choreography.mp4").read_bytes()
