"""Media by key, on this machine or on S3 (`STORAGES["default"]`). A file appears whole under its key or not at all."""

import heapq
import os
import shutil
import sys
import time
import uuid
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from errno import EDQUOT, ENOSPC
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from django.core.files import File
from django.core.files.storage import Storage, default_storage, storages
from django.utils import timezone

from common.errors import InternalError, UnavailableError
from common.scratch import process_is_gone, scratch_folder

PLACES_TRIED = 100
"""How often a folder may be removed by others between its making and the first file in it."""
PARTIAL_AGE_S = 3600.0
"""Writing one file takes minutes at most."""
EMPTY_AGE_S = 3600.0
"""Who makes a folder writes into it at once."""
NAMES_AT_ONCE = 1000
"""Folders of local storage whose names are held in memory at a time."""


@dataclass(frozen=True)
class StoredFile:
    """A file as a listing shows it."""

    key: str
    written_at: datetime

    @property
    def folder(self) -> str:
        """Return the prefix it lies directly below."""
        return self.key.rpartition("/")[0]


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


def _remote_errors() -> tuple[type[Exception], ...]:
    """Return what a remote storage raises: nothing unless its client is loaded, which takes 10 MB and is only done
    where media are remote."""
    boto3, botocore = (sys.modules.get(f"{name}.exceptions") for name in ("boto3", "botocore"))
    if boto3 is None or botocore is None:
        return ()
    return boto3.Boto3Error, botocore.BotoCoreError, botocore.ClientError


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT):
            raise StorageFullError from error
        raise
    except _remote_errors() as error:
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


def make_bucket() -> bool:
    """Make the bucket where storage is remote and has none; return whether that was so.

    Raises StorageUnavailableError.
    """
    if local_path("") is not None:
        return False
    client, name = default_storage.connection.meta.client, default_storage.bucket_name  # type: ignore[attr-defined]
    with _told_plainly():
        if name in {bucket["Name"] for bucket in client.list_buckets()["Buckets"]}:
            return False
        region = client.meta.region_name
        place = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        client.create_bucket(Bucket=name, **place)
    return True


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
    with _told_plainly(), scratch_folder("upload") as directory:
        source = directory / "content"
        source.write_bytes(content)
        publish(source, key, consume=True)


def _publish_locally(source: Path, target: Path, consume: bool) -> None:
    partial = _held_place(target)
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


def _held_place(target: Path) -> Path:
    """Return an empty file beside `target`: as long as it is there nobody finds their folder empty and removes it."""
    partial = target.with_name(f".{uuid.uuid4().hex}.partial")
    for _ in range(PLACES_TRIED):
        # Somebody removed the last file here between the two, or between finding that the folder is there and
        # that it is one (`mkdir` then says that it exists).
        with suppress(FileNotFoundError, FileExistsError):
            target.parent.mkdir(parents=True, exist_ok=True)
            partial.touch()
            return partial
    raise StorageUnavailableError


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
    with scratch_folder("copy") as directory:
        copy = directory / PurePosixPath(key).name
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


def delete(*keys: str) -> None:
    """Remove the files of these keys, and what folders that leaves empty; nothing happens when there are none."""
    for key in filter(None, keys):
        with _told_plainly():
            default_storage.delete(key)
        _remove_empty_folders(key.rpartition("/")[0])


def _remove_empty_folders(prefix: str) -> None:
    """Remove the folder of a prefix and those above it as long as nothing is in them; S3 knows no folders."""
    root, folder = local_path(""), local_path(prefix)
    while root is not None and folder is not None and folder != root:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass  # gone already, perhaps without those above it
        except OSError:
            return  # something is left in it
        folder = folder.parent


def folders(prefix: str) -> tuple[str, ...]:
    """Return the prefixes directly below a prefix. Raises StorageUnavailableError."""
    return tuple(f"{prefix}/{name}" for name in _listed(prefix)[0] if name)


def files(prefix: str) -> tuple[str, ...]:
    """Return the keys directly below a prefix. Raises StorageUnavailableError."""
    return tuple(f"{prefix}/{name}" for name in _listed(prefix)[1])


def delete_folder(prefix: str) -> None:
    """Remove the files directly below a prefix, and what folders that leaves empty."""
    delete(*files(prefix))
    _remove_empty_folders(prefix)


def stored_files(root: str, *, after: str = "", upto: str = "") -> Iterator[StoredFile]:
    """Give all files in the folders below a prefix, folder by folder in the order of S3's keys, as they are read.

    Only of folders behind `after` and up to `upto` where these are given. S3 is asked once for a thousand files.
    Raises StorageUnavailableError.
    """
    directory = local_path(root)
    found = _remote_files(root, after) if directory is None else _local_files(root, directory, after)
    for file in found:
        name, slash, rest = file.key.removeprefix(f"{root}/").partition("/")
        if upto and f"{name}/" > f"{upto}/":
            return
        if slash and rest:
            yield file


def _remote_files(root: str, after: str) -> Iterator[StoredFile]:
    marker = {"Marker": f"{root}/{after}0"} if after else {}  # "0" comes after "/": behind all files of that folder
    with _told_plainly():
        for found in default_storage.bucket.objects.filter(Prefix=f"{root}/", **marker):  # type: ignore[attr-defined]
            yield StoredFile(found.key, found.last_modified)


def _local_files(root: str, directory: Path, after: str) -> Iterator[StoredFile]:
    for name in _names_in_order(directory, after):
        for folder, _, names in os.walk(directory / name):
            prefix = f"{root}/{Path(folder).relative_to(directory).as_posix()}"
            for file in names:
                key = f"{prefix}/{file}"
                if not key.isprintable():
                    continue  # bytes that are no text: no key of ours, and no database takes them
                with suppress(FileNotFoundError):  # removed since it was listed
                    written_s = os.lstat(Path(folder) / file).st_mtime
                    yield StoredFile(key, datetime.fromtimestamp(written_s, UTC))


def _names_in_order(directory: Path, after: str) -> Iterator[str]:
    last = f"{after}/" if after else ""
    while True:
        try:
            with os.scandir(directory) as entries:
                below = (f"{entry.name}/" for entry in entries if entry.is_dir())
                names = heapq.nsmallest(NAMES_AT_ONCE, (name for name in below if name > last))
        except FileNotFoundError:
            return
        yield from (name[:-1] for name in names)
        if len(names) < NAMES_AT_ONCE:
            return
        last = names[-1]


def remove_empty_folders(root: str, *, after: str = "", upto: str = "") -> None:
    """Remove folders of local storage below a prefix in which there has been nothing for a while.

    Only in those behind `after` and up to `upto` where these are given, as `stored_files`. Who writes into one at this
    moment makes it anew.
    """
    directory = local_path(root)
    if directory is None:
        return
    for name in _names_in_order(directory, after):
        if upto and f"{name}/" > f"{upto}/":
            return
        for folder, below, names in os.walk(directory / name):
            if not below and not names and _is_left(Path(folder)):
                _remove_empty_folders(f"{root}/{Path(folder).relative_to(directory).as_posix()}")


def _is_left(folder: Path) -> bool:
    with suppress(FileNotFoundError):  # somebody else removed it
        return time.time() - folder.stat().st_mtime > EMPTY_AGE_S
    return False


def remove_partial_files(*, but_below: Container[str] = ()) -> int:
    """Remove what writers that are gone left half written in local storage; return how many files.

    `but_below`: prefixes at the top that are not looked at.
    """
    root = local_path("")
    if root is None or not root.is_dir():
        return 0
    places = [place for place in root.iterdir() if place.name not in but_below]
    paths = [path for place in places for path in (place, *place.rglob(".*.partial*"))]
    removed = 0
    for path in paths:
        with suppress(FileNotFoundError):  # it has just become whole
            written_at = datetime.fromtimestamp(path.lstat().st_mtime, UTC)
            if is_left_half_written(StoredFile(path.relative_to(root).as_posix(), written_at)):
                path.unlink()
                _remove_empty_folders(path.parent.relative_to(root).as_posix())
                removed += 1
    return removed


def is_left_half_written(file: StoredFile) -> bool:
    """Return whether a file is partial and old and, where its name tells its writer (`.NAME.PID.partial`), that is
    gone.
    """
    before, partial, _ = file.key.rpartition("/")[2].partition(".partial")
    if not partial or not before.startswith("."):
        return False
    pid = before.rpartition(".")[2]
    is_old = timezone.now() - file.written_at > timedelta(seconds=PARTIAL_AGE_S)
    return is_old and not (pid.isdecimal() and len(pid) < 20 and not process_is_gone(int(pid)))


def _listed(prefix: str) -> tuple[list[str], list[str]]:
    with _told_plainly():
        try:
            return default_storage.listdir(prefix)
        except FileNotFoundError:
            return [], []
