"""Does the process of this container still work? `python -m common.alive` answers by its exit code, without Django.

A web process is asked over HTTP (`python -m common.alive http://127.0.0.1:8000/healthz`). Workers have no address:
their loops touch the file ALIVE_FILE, whose age tells.
"""

import http.client
import os
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

TOUCH_EVERY_S = 5.0
DEAD_AFTER_S = 60.0
ANSWER_WITHIN_S = 5.0


def touch(path: Path | None) -> None:
    """Say that the loop of this process runs; nothing happens without a file."""
    if path is not None:
        path.touch()


def answers(url: str) -> bool:
    """Return whether our web process answers 200, asked by the first name it serves."""
    address = urlsplit(url)
    host = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".") or "localhost"
    connection = http.client.HTTPConnection(address.hostname or "127.0.0.1", address.port, timeout=ANSWER_WITHIN_S)
    try:
        connection.request("GET", address.path, headers={"Host": host})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def was_touched(path: Path) -> bool:
    """Return whether the file was touched lately."""
    try:
        return time.time() - path.stat().st_mtime < DEAD_AFTER_S
    except OSError:
        return False


def main(arguments: list[str]) -> int:
    """Return 0 where the process lives, 1 where not."""
    if arguments:
        return 0 if answers(arguments[0]) else 1
    return 0 if was_touched(Path(os.environ.get("ALIVE_FILE", ""))) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
