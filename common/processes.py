"""The one door through which child processes start: limited, watched, and never left behind."""

import os
import resource
import selectors
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO

from common.errors import CancelledError, InternalError

TICK_S = 0.05
"""How often time and cancellation are looked at: far below the 2 s in which a child must be dead."""
STDERR_TAIL_BYTES = 4096
READ_BYTES = 64 * 1024
EXIT_GRACE_S = 1.0


class ProcessMissingError(InternalError):
    """A program that we need is not installed."""

    code = "process_missing"


class ProcessTimeoutError(InternalError):
    """A program took longer than it may."""

    code = "process_timeout"


class ProcessFailedError(InternalError):
    """A program ended with an error. `stderr_tail` is for the log, never for the user."""

    code = "process_failed"

    def __init__(self, message: str, exit_code: int | None = None, stderr_tail: str = "") -> None:
        super().__init__(message)
        self.exit_code = exit_code
        """Negative: ended by that signal. None: its output grew past the limit."""
        self.stderr_tail = stderr_tail


@dataclass(frozen=True)
class Limits:
    """What a child may use; None leaves the limit as it is for us."""

    cpu_s: int | None = None
    """CPU seconds over all threads."""
    address_space_bytes: int | None = None
    file_bytes: int | None = None
    """Size of each file it writes."""


@dataclass(frozen=True)
class Finished:
    """What a child that ended well left."""

    stdout: bytes
    stderr_tail: str


def run(
    argv: Sequence[str],
    *,
    timeout_s: float,
    cancelled: Callable[[], bool] | None = None,
    stdin: bytes = b"",
    on_output: Callable[[bytes], None] | None = None,
    max_output_bytes: int = 16 * 1024 * 1024,
    limits: Limits | None = None,
    environment: Mapping[str, str] | None = None,
    descriptors: Sequence[int] = (),
) -> Finished:
    """Run a program to its end in a session of its own, and return what it wrote.

    On timeout, on cancellation, on too much output and on any error here the whole process group is killed within
    `TICK_S`; where `setpriv` exists (Linux) the child also dies with the thread that called. It sees only PATH, the
    locale and `environment`: no secret of ours. `on_output` is given stdout in pieces as it comes. The
    file `descriptors` are the child's too, by the same numbers.

    Raises:
        ProcessMissingError: there is no such program.
        ProcessTimeoutError: it ran longer than `timeout_s`.
        ProcessFailedError: its exit code is not 0, or it wrote more than `max_output_bytes`.
        CancelledError: `cancelled()` said so.
    """
    if shutil.which(argv[0]) is None:
        raise ProcessMissingError("A program that we need is not installed on this machine.")
    with tempfile.TemporaryFile() as source:
        source.write(stdin)
        source.seek(0)
        child = subprocess.Popen(
            _dying_with_parent(argv),
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env=_environment(environment),
            pass_fds=descriptors,
        )
    watch = _Watch(child, time.monotonic() + timeout_s, cancelled, on_output, max_output_bytes)
    try:
        _limit(child.pid, limits or Limits())
        watch.until_exit()
    finally:
        _end(child)
    tail = watch.stderr_tail.decode(errors="replace")
    if child.returncode != 0:
        raise ProcessFailedError("A program that we use stopped with an error.", child.returncode, tail)
    return Finished(bytes(watch.stdout), tail)


def start(argv: Sequence[str], *, environment: Mapping[str, str] | None = None) -> "subprocess.Popen[bytes]":
    """Start a program of ours that runs until it is stopped, such as a worker: in a session of its own, our output.

    Unlike `run` it keeps our whole environment (plus `environment`) and has no limits. Where `setpriv` exists it dies
    with the calling thread. Raises ProcessMissingError.
    """
    if shutil.which(argv[0]) is None:
        raise ProcessMissingError("A program that we need is not installed on this machine.")
    return subprocess.Popen(
        _dying_with_parent(argv),
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, **(environment or {})},
    )


def stop(child: "subprocess.Popen[bytes]", *, grace_s: float) -> None:
    """End a program that `start` started: asked first, after `grace_s` its whole group is killed."""
    with suppress(ProcessLookupError):
        child.terminate()
    with suppress(subprocess.TimeoutExpired):
        child.wait(grace_s)
    _end(child)


@dataclass
class _Watch:
    """Collects a child's output while it lives and keeps its limits."""

    child: subprocess.Popen[bytes]
    deadline: float
    cancelled: Callable[[], bool] | None
    on_output: Callable[[bytes], None] | None
    max_output_bytes: int
    stdout: bytearray = field(default_factory=bytearray)
    stderr_tail: bytes = b""

    def until_exit(self) -> None:
        with selectors.DefaultSelector() as pipes:
            for pipe in (self.child.stdout, self.child.stderr):
                assert pipe is not None
                os.set_blocking(pipe.fileno(), False)
                pipes.register(pipe, selectors.EVENT_READ, data=pipe)
            # A grandchild may hold the pipes open after its parent's end: then the exit is what ends the watch.
            while pipes.get_map() and self.child.poll() is None:
                self._check()
                for key, _ in pipes.select(TICK_S):
                    self._read(pipes, key.data)
            while self.child.poll() is None:
                self._check()
                with suppress(subprocess.TimeoutExpired):
                    self.child.wait(TICK_S)
            for key in list(pipes.get_map().values()):
                while self._read(pipes, key.data):
                    pass

    def _check(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise CancelledError("Stopped as asked.")
        if time.monotonic() > self.deadline:
            raise ProcessTimeoutError("This took longer than it may, and was stopped.")

    def _read(self, pipes: selectors.BaseSelector, pipe: IO[bytes]) -> bool:
        try:
            data = os.read(pipe.fileno(), READ_BYTES)
        except BlockingIOError:
            return False
        if not data:
            pipes.unregister(pipe)
        elif pipe is self.child.stderr:
            self.stderr_tail = (self.stderr_tail + data)[-STDERR_TAIL_BYTES:]
        else:
            self._take(data)
        return bool(data)

    def _take(self, data: bytes) -> None:
        if len(self.stdout) + len(data) > self.max_output_bytes:
            raise ProcessFailedError("A program that we use wrote more than it may.")
        self.stdout += data
        if self.on_output is not None:
            self.on_output(data)


def _dying_with_parent(argv: Sequence[str]) -> list[str]:
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "KILL", "--", *argv] if setpriv else list(argv)


def _environment(extra: Mapping[str, str] | None) -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", **(extra or {})}


def _limit(pid: int, limits: Limits) -> None:
    # From outside, since code between fork and exec can deadlock in a process with threads.
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: limits.cpu_s,
        resource.RLIMIT_AS: limits.address_space_bytes,
        resource.RLIMIT_FSIZE: limits.file_bytes,
    }
    if not hasattr(resource, "prlimit"):
        return
    for kind, value in wanted.items():
        if value is not None:
            with suppress(ProcessLookupError):
                resource.prlimit(pid, kind, (value, value))


def _end(child: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait(EXIT_GRACE_S)
    for pipe in (child.stdout, child.stderr):
        if pipe is not None:
            pipe.close()
