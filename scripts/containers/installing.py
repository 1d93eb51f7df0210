"""Each target's requirements in a clean environment, its command started, asked for its health, and stopped."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from scripts.containers.reading import Stage

READY_WITHIN_S, STOPPED_WITHIN_S = 180.0, 25.0
HEAVY = {
    "torch",
    "onnx",
    "onnxruntime",
    "opencv-python-headless",
    "faiss-cpu",
    "scipy",
    "sentence-transformers",
    "librosa",
    "numba",
}
MAY_HOLD = {"web": set(), "assembly": set(), "planning": HEAVY}
NOT_IN_WEB = HEAVY | {"av", "imageio-ffmpeg"}
ALIVE = ["python", "-m", "common.alive"]
WEB_BYTES_MAX = 200 * 1024**2


class TargetError(Exception):
    """A target does not work; the message says how."""


def check_target(stage: Stage, root: Path, database: dict[str, str], further: list[list[str]]) -> str:
    """Install one target from the last commit, start its command and the further ones on it; return a sentence.

    Raises TargetError.
    """
    with tempfile.TemporaryDirectory(prefix="bb-target-") as name:
        work = Path(name)
        source, venv = work / "source", work / "venv"
        _run(["git", "clone", "--quiet", "--no-local", str(root), str(source)])
        _run([sys.executable, "-m", "venv", str(venv)])
        extras = f".[{','.join(stage.extras)}]"
        _run([str(venv / "bin/pip"), "install", "--quiet", "-c", "constraints.txt", "-e", extras], source)
        installed = _installed(venv)
        unwanted = (NOT_IN_WEB if stage.name == "web" else HEAVY - MAY_HOLD[stage.name]) & installed
        if unwanted:
            raise TargetError(f"{stage.name} pulls {', '.join(sorted(unwanted))}")
        variables = _environment(stage, venv, work) | database
        _run([str(venv / "bin/python"), "manage.py", "migrate", "--verbosity", "0"], source, variables)
        assert stage.command is not None and stage.health is not None
        memory = _run_until_healthy(stage.command, stage.health, source, variables)
        for command in further:
            Path(variables["ALIVE_FILE"]).unlink(missing_ok=True)
            _run_until_healthy(command, ALIVE, source, variables)
        if stage.name == "web" and memory > WEB_BYTES_MAX:
            raise TargetError(f"web holds {memory / 1024**2:.0f} MiB")
        return f"{stage.name}: {len(installed)} packages, healthy, {memory / 1024**2:.0f} MiB, stops when asked."


def _environment(stage: Stage, venv: Path, work: Path) -> dict[str, str]:
    told = {name: value for name, value in stage.environment.items() if name not in ("HOME", "ALIVE_FILE")}
    return {
        **told,
        "PATH": f"{venv / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(work),
        "ALIVE_FILE": str(work / "alive"),
        "SECRET_KEY": "checked-and-thrown-away-" + "x" * 32,
        "MEDIA_ROOT": str(work / "media"),
        "LOG_LEVEL": "INFO",
    }


def _run_until_healthy(command: list[str], health: list[str], source: Path, variables: dict[str, str]) -> int:
    """Start a command, wait for its health, stop it; return the bytes it held."""
    port = str(_free_port())
    # The only change to what the image runs: a port that is free here, on this machine only.
    command = [word.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for word in command]
    process = subprocess.Popen(command, cwd=source, env=variables)
    try:
        _wait_for_health(process, [word.replace(":8000", f":{port}") for word in health], source, variables)
        memory = _memory(process.pid)
        if (exit_code := _stop(process)) not in (0, -signal.SIGTERM):
            raise TargetError(f"{' '.join(command)} left with exit code {exit_code} when it was asked to stop")
        return memory
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def _wait_for_health(
    process: "subprocess.Popen[bytes]", health: list[str], source: Path, variables: dict[str, str]
) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise TargetError(f"the command ended with exit code {process.returncode}")
        if subprocess.run(health, cwd=source, env=variables, check=False).returncode == 0:
            return
        time.sleep(1.0)
    raise TargetError(f"not healthy within {READY_WITHIN_S:.0f} s")


def _stop(process: "subprocess.Popen[bytes]") -> int:
    process.terminate()
    try:
        return process.wait(STOPPED_WITHIN_S)
    except subprocess.TimeoutExpired:
        raise TargetError(f"did not stop within {STOPPED_WITHIN_S:.0f} s") from None


def _memory(pid: int) -> int:
    top = psutil.Process(pid)
    return max(process.memory_info().rss for process in (top, *top.children(recursive=True)))


def _installed(venv: Path) -> set[str]:
    told = subprocess.run(
        [str(venv / "bin/pip"), "list", "--format", "freeze"], check=True, capture_output=True, text=True
    )
    return {line.partition("==")[0].lower() for line in told.stdout.splitlines()}


def _run(command: list[str], cwd: Path | None = None, variables: dict[str, str] | None = None) -> None:
    if subprocess.run(command, cwd=cwd, env=variables, check=False).returncode != 0:
        raise TargetError(f"{Path(command[0]).name} {' '.join(command[1:4])} failed")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
