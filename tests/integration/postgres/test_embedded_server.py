"""The database that starts itself: shared, killed, stopped, moved to another place."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from bachata_buddy.environment import BASE_DIR
from common.postgres.server import DatabaseStartError, ServerAddress, ensure_running, running_address, stop

pytestmark = pytest.mark.slow
Manage = Callable[..., "subprocess.CompletedProcess[str]"]
HELLO = (
    "from django.db import connection; cursor = connection.cursor(); "
    "cursor.execute('SELECT current_database()'); print(cursor.fetchone()[0])"
)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A place for a server of these tests' own; what runs there is stopped at the end."""
    path = tmp_path_factory.mktemp("embedded") / "pg"
    yield path
    stop(path)


@pytest.fixture(scope="module")
def manage(data_dir: Path) -> Manage:
    """Run a management command against that server."""

    def run(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, str(BASE_DIR / "manage.py"), *arguments],
            env={**os.environ, "DB_DATA_DIR": str(data_dir), "DB_NAME": "dances", "DB_HOST": "", **variables},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


def answers(address: ServerAddress) -> bool:
    with psycopg.connect(
        dbname="postgres", host=str(address.socket_dir), port=address.port, user=address.user
    ) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


def test_eight_processes_at_once_start_one_server(data_dir: Path, manage: Manage) -> None:
    results: list[subprocess.CompletedProcess[str]] = []
    threads = [
        threading.Thread(target=lambda: results.append(manage("shell", "--no-imports", "-c", HELLO))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [result.stderr for result in results if result.returncode] == []
    assert [result.stdout.split()[-1] for result in results] == ["dances"] * 8
    assert len(postmasters(data_dir)) == 1


def test_threads_of_one_process_at_once_start_one_server(data_dir: Path) -> None:
    stop(data_dir)
    found: list[ServerAddress] = []
    threads = [threading.Thread(target=lambda: found.append(ensure_running(data_dir))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8
    assert len(set(found)) == 1
    assert answers(found[0])


def test_a_server_that_runs_is_used_as_it_is(data_dir: Path) -> None:
    first = ensure_running(data_dir)
    started = time.perf_counter()

    assert ensure_running(data_dir) == first
    assert time.perf_counter() - started < 0.5


def test_a_killed_server_is_there_again_at_the_next_connection(data_dir: Path, manage: Manage) -> None:
    manage(
        "shell",
        "--no-imports",
        "-c",
        "from django.db import connection as c; c.cursor().execute('CREATE TABLE kept ()')",
    )
    killed = ensure_running(data_dir)
    os.kill(killed.pid, signal.SIGKILL)

    asked = manage(
        "shell", "--no-imports", "-c", "from django.db import connection as c; print(c.introspection.table_names())"
    )

    assert asked.returncode == 0, asked.stderr
    assert "kept" in asked.stdout
    assert ensure_running(data_dir).pid != killed.pid


@pytest.mark.parametrize("owner", ["nobody", "this process", "another database"])
def test_a_stale_note_of_a_server_that_ended_is_not_believed(data_dir: Path, tmp_path: Path, owner: str) -> None:
    address = ensure_running(data_dir)
    note = (data_dir / "postmaster.pid").read_text().splitlines()
    pid = {"nobody": 2**22 - 7, "this process": os.getpid(), "another database": address.pid}[owner]
    elsewhere = tmp_path / "pg"
    elsewhere.mkdir()
    (elsewhere / "postmaster.pid").write_text("\n".join([str(pid), *note[1:]]))

    assert running_address(elsewhere) is None


@pytest.mark.parametrize("content", ["", "x", "1\n2\n3", "\x00\xff", "12345\n/a\n1\n5432\n/tmp\n\n1 2\nstarting"])
def test_a_damaged_note_is_no_server(tmp_path: Path, content: str) -> None:
    (tmp_path / "postmaster.pid").write_text(content)

    assert running_address(tmp_path) is None


def test_the_stop_command_stops_it_once(data_dir: Path, manage: Manage) -> None:
    ensure_running(data_dir)

    first, second = manage("stop_database"), manage("stop_database")

    assert (first.returncode, first.stdout.strip()) == (0, "Stopped.")
    assert (second.returncode, second.stdout.strip()) == (0, "It was not running.")
    assert running_address(data_dir) is None
    assert postmasters(data_dir) == []


def test_any_server_is_used_where_one_is_named(data_dir: Path, manage: Manage) -> None:
    address = ensure_running(data_dir)
    elsewhere = {
        "DB_HOST": str(address.socket_dir),
        "DB_PORT": str(address.port),
        "DB_USER": address.user,
        "DB_NAME": "postgres",
        "DB_DATA_DIR": "/nowhere",
        "DB_SSLMODE": "disable",
    }

    asked = manage("shell", "--no-imports", "-c", HELLO, **elsewhere)
    stopped = manage("stop_database", **elsewhere)

    assert asked.stdout.split()[-1] == "postgres", asked.stderr
    assert stopped.returncode != 0
    assert "not ours to stop" in stopped.stderr
    assert answers(address)


def test_a_place_that_cannot_hold_a_database_is_told_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("common.postgres.server.START_ATTEMPTS", 1)
    monkeypatch.setattr("common.postgres.server.START_PAUSE_S", 0.0)
    (tmp_path / "PG_VERSION").write_text("9.6")

    with pytest.raises(DatabaseStartError) as failed:
        ensure_running(tmp_path)

    assert str(tmp_path) not in str(failed.value)


def postmasters(data_dir: Path) -> list[int]:
    """Return the servers that run on a folder."""
    found = []
    for process in psutil.process_iter(["name", "cmdline"]):
        command = process.info["cmdline"] or []
        if process.info["name"] == "postgres" and str(data_dir) in command:
            found.append(process.pid)
    return found
