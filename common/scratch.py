"""Working folders that say whose they are, so that what a killed process left behind can be told and removed."""

import logging
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

logger = logging.getLogger(__name__)

QUIET_S = 600.0
"""Nothing touched within this is removed: its process may live where we cannot see it, in another container."""
LONGEST_S = 24 * 3600.0
"""No work of ours lasts a day: then another process goes by that number."""

_NAME = re.compile(r"bb-[a-z_]+-(?:(?P<pid>\d+)-)?[a-z0-9_]{8}")


@contextmanager
def scratch_folder(purpose: str) -> Iterator[Path]:
    """Give an empty folder for the block's time; its name tells the purpose and this process."""
    with tempfile.TemporaryDirectory(prefix=f"bb-{purpose}-{os.getpid()}-") as name:
        yield Path(name)


def clear_scratch() -> int:
    """Remove the working folders of processes that are gone, on this machine; return how many."""
    found = [folder for folder in Path(tempfile.gettempdir()).glob("bb-*") if _is_abandoned(folder)]
    for folder in found:
        logger.info("removing what a lost process left: %s", folder.name)
        shutil.rmtree(folder, ignore_errors=True)  # another process of ours may be at it
    return len(found)


def scratch_bytes() -> int:
    """Return how much the working folders on this machine hold now."""
    total = 0
    for folder in Path(tempfile.gettempdir()).glob("bb-*"):
        if _NAME.fullmatch(folder.name):
            for directory, _, names in os.walk(folder):
                for name in names:
                    with suppress(OSError):  # removed in between
                        total += os.lstat(Path(directory) / name).st_size
    return total


def process_is_gone(pid: int) -> bool:
    """Return whether no process of this number runs here."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


def _is_abandoned(folder: Path) -> bool:
    name = _NAME.fullmatch(folder.name)
    try:
        found = folder.lstat()
        if name is None or found.st_uid != os.getuid() or not folder.is_dir() or folder.is_symlink():
            return False
        untouched_s = time.time() - max([found.st_mtime, *(path.lstat().st_mtime for path in folder.rglob("*"))])
    except FileNotFoundError:  # it is being used, or removed, right now
        return False
    gone = name["pid"] is not None and process_is_gone(int(name["pid"]))
    return untouched_s > (QUIET_S if gone else LONGEST_S)
