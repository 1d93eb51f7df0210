"""A file that appears whole or not at all."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path

from common.storage import StorageFullError


@contextmanager
def whole_file(destination: Path) -> Iterator[Path]:
    """Give a temporary path beside `destination`; at the end of the block it is synced and renamed to it.

    After any error nothing is left, and what `destination` held before stays.

    Raises:
        StorageFullError: there was no room.
    """
    partial = destination.with_name(f".{destination.stem}.{os.getpid()}.partial{destination.suffix}")
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        _sync(partial)
        partial.replace(destination)
        _sync(destination.parent)
    except OSError as error:
        if error.errno == ENOSPC:
            raise StorageFullError from error
        raise
    finally:
        partial.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
