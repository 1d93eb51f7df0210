"""The health check of a container, as its engine runs it: a program with an exit code."""

import os
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from common import alive


def exit_code(*arguments: str, **variables: str) -> int:
    environment = {name: value for name, value in os.environ.items() if name != "ALIVE_FILE"} | variables
    return subprocess.run([sys.executable, "-m", "common.alive", *arguments], env=environment, check=False).returncode


def test_a_worker_lives_while_its_loop_touches_the_file(tmp_path: Path) -> None:
    file = tmp_path / "alive"

    assert exit_code(ALIVE_FILE=str(file)) == 1
    alive.touch(file)
    assert exit_code(ALIVE_FILE=str(file)) == 0
    long_ago = time.time() - alive.DEAD_AFTER_S - 1
    os.utime(file, (long_ago, long_ago))
    assert exit_code(ALIVE_FILE=str(file)) == 1


def test_without_a_file_nothing_is_touched_and_nothing_is_healthy() -> None:
    alive.touch(None)

    assert exit_code() == 1


@pytest.mark.parametrize(("status", "code"), [(200, 0), (503, 1), (400, 1)])
def test_a_web_process_lives_while_it_answers_by_its_own_name(status: int, code: int) -> None:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.headers["Host"])
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.handle_request, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/healthz"
        assert exit_code(url, ALLOWED_HOSTS="dance.example,other.example") == code

    assert asked == ["dance.example"]


def test_a_web_process_that_is_not_there_is_not_alive() -> None:
    assert exit_code("http://127.0.0.1:1/healthz") == 1
