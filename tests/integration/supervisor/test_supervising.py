"""Programs side by side: one that ends comes back, and one signal ends them all."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bachata_buddy.environment import BASE_DIR

PROGRAM = """
import os, pathlib, signal, sys, time
if "deaf" in sys.argv:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
with open(sys.argv[1], "a") as notes:
    notes.write(f"{os.getpid()}\\n")
time.sleep(600)
"""
SUPERVISOR = """
import sys
from common import supervisor
supervisor.RESTART_PAUSE_S, supervisor.STOP_GRACE_S = 0.2, 1.0
program, *notes = sys.argv[1:]
supervisor.supervise({note: [sys.executable, program, note, *(["deaf"] if "deaf" in note else [])] for note in notes})
"""


class Stage:
    """A supervisor in a process of its own, and the notes its programs leave."""

    def __init__(self, folder: Path, *names: str) -> None:
        self.notes = {name: folder / name for name in names}
        program = folder / "program.py"
        program.write_text(PROGRAM)
        self.process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISOR, str(program), *map(str, self.notes.values())],
            cwd=BASE_DIR,
            env={**os.environ, "PYTHONPATH": str(BASE_DIR)},
        )

    def pids(self, name: str) -> list[int]:
        """Return the process of each start of a program, oldest first."""
        note = self.notes[name]
        return [int(line) for line in note.read_text().split()] if note.exists() else []

    def all_pids(self) -> list[int]:
        return [pid for name in self.notes for pid in self.pids(name)]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Callable[..., Stage]]:
    made: list[Stage] = []

    def begin(*names: str) -> Stage:
        made.append(Stage(tmp_path, *names))
        wait_until(lambda: all(made[-1].pids(name) for name in names))
        return made[-1]

    yield begin
    for one in made:
        one.process.kill()
        one.process.wait()


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(condition: Callable[[], bool], within_s: float = 20.0) -> None:
    deadline = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_program_that_ends_is_started_again_and_its_neighbour_stays(stage: Callable[..., Stage]) -> None:
    running = stage("web", "worker")
    os.kill(running.pids("worker")[0], signal.SIGKILL)

    wait_until(lambda: len(running.pids("worker")) == 2)

    assert is_alive(running.pids("worker")[1])
    assert len(running.pids("web")) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_ends_them_all(stage: Callable[..., Stage], number: signal.Signals) -> None:
    running = stage("web", "worker", "deaf")

    running.process.send_signal(number)

    assert running.process.wait(20) == 0
    assert [pid for pid in running.all_pids() if is_alive(pid)] == []


def test_programs_do_not_outlive_a_killed_supervisor(stage: Callable[..., Stage]) -> None:
    running = stage("web", "worker")

    running.process.kill()

    wait_until(lambda: not [pid for pid in running.all_pids() if is_alive(pid)])
