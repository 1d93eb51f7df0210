import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from common.errors import CancelledError
from common.processes import Limits, ProcessFailedError, ProcessMissingError, ProcessTimeoutError, run

PYTHON = sys.executable


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until_dead(pid: int, within_s: float) -> bool:
    end = time.monotonic() + within_s
    while is_alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not is_alive(pid)


def test_output_and_the_end_of_stderr_are_returned() -> None:
    script = "import sys; print(sys.stdin.read().upper(), end=''); sys.stderr.write('x' * 9000 + 'last words')"

    finished = run([PYTHON, "-c", script], timeout_s=20, stdin=b"hola")

    assert finished.stdout == b"HOLA"
    assert finished.stderr_tail.endswith("last words")
    assert len(finished.stderr_tail) == 4096


def test_a_missing_program_says_so() -> None:
    with pytest.raises(ProcessMissingError):
        run(["no-such-program-here"], timeout_s=5)


def test_a_failing_program_keeps_its_exit_code_and_last_words() -> None:
    with pytest.raises(ProcessFailedError) as caught:
        run([PYTHON, "-c", "import sys; sys.exit('broken file')"], timeout_s=20)

    assert caught.value.exit_code == 1
    assert "broken file" in caught.value.stderr_tail
    assert "broken file" not in str(caught.value)


def test_a_hung_child_and_its_grandchild_die_at_the_limit(tmp_path: Path) -> None:
    noted = tmp_path / "pids"
    script = (
        "import os, pathlib, signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "child = subprocess.Popen(['sleep', '60'])\n"
        f"pathlib.Path({str(noted)!r}).write_text(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(60)\n"
    )
    started = time.monotonic()

    with pytest.raises(ProcessTimeoutError):
        run([PYTHON, "-c", script], timeout_s=1.5)

    assert time.monotonic() - started < 1.5 + 2.0
    pids = [int(word) for word in noted.read_text().split()]
    assert len(pids) == 2
    assert all(wait_until_dead(pid, 1.0) for pid in pids)


def test_a_grandchild_that_keeps_the_pipes_open_does_not_hold_us_up() -> None:
    script = "import subprocess; child = subprocess.Popen(['sleep', '60']); print(child.pid)"
    started = time.monotonic()

    finished = run([PYTHON, "-c", script], timeout_s=30)

    assert time.monotonic() - started < 10
    assert wait_until_dead(int(finished.stdout), 1.0)


def test_cancelling_kills_the_child_within_two_seconds() -> None:
    started = time.monotonic()

    with pytest.raises(CancelledError):
        run(["sleep", "60"], timeout_s=60, cancelled=lambda: time.monotonic() - started > 0.3)

    assert time.monotonic() - started < 2.3


def test_a_child_dies_with_its_parent(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    child = f"import os, pathlib, time; pathlib.Path({str(noted)!r}).write_text(str(os.getpid())); time.sleep(60)"
    script = f"import sys\nfrom common.processes import run\nrun([sys.executable, '-c', {child!r}], timeout_s=60)"
    parent = subprocess.Popen([PYTHON, "-c", script], env={**os.environ, "PYTHONPATH": str(Path.cwd())})
    end = time.monotonic() + 20
    while not (noted.exists() and noted.read_text()) and time.monotonic() < end:
        time.sleep(0.05)

    parent.send_signal(signal.SIGKILL)
    parent.wait()

    assert wait_until_dead(int(noted.read_text()), 2.0)


def test_too_much_output_ends_the_child() -> None:
    with pytest.raises(ProcessFailedError, match="more than it may"):
        run([PYTHON, "-c", "while True: print('y' * 1000)"], timeout_s=30, max_output_bytes=100_000)


def test_a_child_that_burns_its_cpu_time_is_ended() -> None:
    with pytest.raises(ProcessFailedError) as caught:
        run([PYTHON, "-c", "while True: pass"], timeout_s=30, limits=Limits(cpu_s=1))

    assert caught.value.exit_code in (-signal.SIGKILL, -signal.SIGXCPU)


def test_a_child_cannot_write_a_file_past_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "big"
    script = f"import time; time.sleep(.2); open({str(path)!r}, 'wb').write(bytes(10_000_000))"

    with pytest.raises(ProcessFailedError):
        run([PYTHON, "-c", script], timeout_s=30, limits=Limits(file_bytes=1_000_000))

    assert path.stat().st_size <= 1_000_000


def test_a_child_sees_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for children")

    finished = run([PYTHON, "-c", "import os; print(dict(os.environ))"], timeout_s=20, environment={"NAME": "value"})

    assert b"not for children" not in finished.stdout
    assert b"'NAME': 'value'" in finished.stdout


def test_output_arrives_piece_by_piece() -> None:
    script = "import time\nfor i in range(3): print(i, flush=True); time.sleep(.2)"
    times: list[float] = []

    run([PYTHON, "-c", script], timeout_s=20, on_output=lambda _: times.append(time.monotonic()))

    assert len(times) == 3
    assert times[-1] - times[0] > 0.25


def test_a_child_writes_to_the_descriptors_that_it_is_given_and_to_no_others() -> None:
    reading, writing = os.pipe()
    other_reading, other_writing = os.pipe()
    script = "import os, sys\nos.write(int(sys.argv[1]), b'here')\nos.write(int(sys.argv[2]), b'and there')"

    with pytest.raises(ProcessFailedError) as failed:
        run([PYTHON, "-c", script, str(writing), str(other_writing)], timeout_s=20, descriptors=[writing])

    for descriptor in (writing, other_writing):
        os.close(descriptor)
    assert "Bad file descriptor" in failed.value.stderr_tail
    with os.fdopen(reading, "rb") as given, os.fdopen(other_reading, "rb") as other:
        assert (given.read(), other.read()) == (b"here", b"")
