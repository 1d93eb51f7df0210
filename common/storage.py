"""Media by key, on this machine or on S3 (`STORAGES["default"]`). A file appears whole under its key or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path, PurePosixPath

from django.core.files import File
from django.core.files.storage import default_storage

from common.errors import InternalError, UnavailableError


class MissingMediaError(InternalError):
    """A media file that the library refers to is gone from storage."""

    code = "media_missing"

    def __init__(self, key: str) -> None:
        super().__init__(f"The media file {PurePosixPath(key).name} is gone from storage.")


class StorageFullError(UnavailableError):
    """There is no room left to store the result."""

    code = "storage_full"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def local_path(key: str) -> Path | None:
    """Return where the file of `key` lies (or would lie) on this machine, or None when storage is remote."""
    try:
        return Path(default_storage.path(key))
    except NotImplementedError:
        return None


def publish(source: Path, key: str, *, consume: bool = False) -> None:
    """Put the file `source` under `key`, replacing what was there; with `consume` the source may be moved away.

    Raises StorageFullError.
    """
    try:
        target = local_path(key)
        if target is None:
            with source.open("rb") as stream:
                default_storage.save(key, File(stream))
        else:
            _publish_locally(source, target, consume)
    except OSError as error:
        if error.errno == ENOSPC:
            raise StorageFullError from error
        raise


def publish_text(text: str, key: str) -> None:
    """Put `text` as UTF-8 under `key`."""
    publish_bytes(text.encode(), key)


def publish_bytes(content: bytes, key: str) -> None:
    """Put `content` under `key`."""
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory) / "content"
        source.write_bytes(content)
        publish(source, key, consume=True)


def _publish_locally(source: Path, target: Path, consume: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        if consume:
            shutil.move(source, partial)
        else:
            shutil.copyfile(source, partial)
        with partial.open("rb") as stream:
            os.fsync(stream.fileno())
        partial.chmod(0o644)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def local_copy(key: str) -> Iterator[Path]:
    """Give the file of `key` as a path for reading: itself where storage is local, else a copy for the block's time.

    Raises MissingMediaError.
    """
    path = local_path(key)
    if path is not None:
        if not path.is_file():
            raise MissingMediaError(key)
        yield path
        return
    with tempfile.TemporaryDirectory() as directory:
        copy = Path(directory) / PurePosixPath(key).name
        try:
            with default_storage.open(key, "rb") as remote, copy.open("wb") as stream:
                shutil.copyfileobj(remote, stream)
        except FileNotFoundError as error:
            raise MissingMediaError(key) from error
        yield copy


def read_bytes(key: str) -> bytes:
    """Return the content of `key`. Raises MissingMediaError."""
    with local_copy(key) as path:
        return path.read_bytes()


def exists(key: str) -> bool:
    """Return whether there is a file under `key`."""
    return bool(key) and default_storage.exists(key)


def delete(key: str) -> None:
    """Remove the file of `key`; nothing happens when there is none."""
    if key:
        default_storage.delete(key)
