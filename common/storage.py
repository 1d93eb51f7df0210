"""Media by key, on this machine or on S3 (`STORAGES["default"]`). A file appears whole under its key or not at all."""

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, ENOSPC
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from django.core.files import File
from django.core.files.storage import Storage, default_storage, storages

from common.errors import InternalError, UnavailableError

try:
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError
except ImportError:  # the extra `s3` is not installed: storage is local
    REMOTE_ERRORS: tuple[type[Exception], ...] = ()
else:
    REMOTE_ERRORS = (Boto3Error, BotoCoreError, ClientError)


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


class StorageUnavailableError(UnavailableError):
    """The storage of our media does not answer right now."""

    code = "storage_unavailable"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT):
            raise StorageFullError from error
        raise
    except REMOTE_ERRORS as error:
        raise StorageUnavailableError from error


def local_path(key: str) -> Path | None:
    """Return where the file of `key` lies (or would lie) on this machine, or None when storage is remote."""
    try:
        return Path(default_storage.path(key))
    except NotImplementedError:
        return None


def remote_origin() -> str:
    """Return scheme and host from which browsers fetch media, or nothing where this site serves them."""
    return _origin_of(storages["default"])


@lru_cache(maxsize=1)
def _origin_of(storage: Storage) -> str:
    address = urlsplit(storage.url("any"))
    return f"{address.scheme}://{address.netloc}" if address.netloc else ""


def publish(source: Path, key: str, *, consume: bool = False) -> None:
    """Put the file `source` under `key`, replacing what was there; with `consume` the source may be moved away.

    Raises StorageFullError, StorageUnavailableError.
    """
    target = local_path(key)
    with _told_plainly():
        if target is not None:
            _publish_locally(source, target, consume)
            return
        with source.open("rb") as stream:
            default_storage.save(key, File(stream))


def publish_text(text: str, key: str) -> None:
    """Put `text` as UTF-8 under `key`."""
    publish_bytes(text.encode(), key)


def publish_bytes(content: bytes, key: str) -> None:
    """Put `content` under `key`."""
    with _told_plainly(), tempfile.TemporaryDirectory() as directory:
        source = Path(directory) / "content"
        source.write_bytes(content)
        publish(source, key, consume=True)


def _publish_locally(source: Path, target: Path, consume: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{uuid.uuid4().hex}.partial")
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

    Raises MissingMediaError, StorageFullError, StorageUnavailableError.
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
            with _told_plainly(), default_storage.open(key, "rb") as remote, copy.open("wb") as stream:
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
    with _told_plainly():
        return bool(key) and default_storage.exists(key)


def delete(key: str) -> None:
    """Remove the file of `key`; nothing happens when there is none."""
    if key:
        with _told_plainly():
            default_storage.delete(key)


def delete_empty_folder(prefix: str) -> None:
    """Remove the folder of a prefix under which nothing is left; S3 knows no folders."""
    path = local_path(prefix)
    if path is not None:
        with suppress(OSError):  # something is left, or it is gone already
            path.rmdir()
