import errno
import os
import shutil
import threading
from pathlib import Path

import pytest
from django.core.exceptions import SuspiciousFileOperation

from common import storage
from common.storage import StorageFullError, StorageUnavailableError

KEY = "choreographies/1/2/choreography.mp4"


@pytest.fixture
def root(settings_of_tests: None, tmp_path: Path) -> Path:
    return tmp_path / "media"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "made.mp4"
    path.write_bytes(b"video" * 1000)
    return path


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_a_published_file_is_whole_and_alone(root: Path, source: Path) -> None:
    storage.publish(source, KEY)

    assert files(root) == [KEY]
    assert (root / KEY).read_bytes() == source.read_bytes()
    assert (root / KEY).stat().st_mode & 0o777 == 0o644


def test_a_consumed_source_is_gone(root: Path, source: Path) -> None:
    storage.publish(source, KEY, consume=True)

    assert files(root) == [KEY]
    assert not source.exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("door", ["copyfile", "fsync"])
def test_a_full_disk_leaves_what_was_there(
    root: Path, source: Path, monkeypatch: pytest.MonkeyPatch, door: str, number: int
) -> None:
    storage.publish_bytes(b"old", KEY)

    def full(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(shutil if door == "copyfile" else os, door, full)

    with pytest.raises(StorageFullError):
        storage.publish(source, KEY)

    assert files(root) == [KEY]
    assert (root / KEY).read_bytes() == b"old"


def test_a_full_disk_is_named_for_texts_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(Path, "write_bytes", full)

    with pytest.raises(StorageFullError):
        storage.publish_text("WEBVTT", "a/captions.vtt")


def test_another_error_of_the_disk_is_not_called_full(root: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        storage.publish(tmp_path / "nothing", KEY)

    assert files(root) == []


def test_readers_never_see_half_a_file(root: Path, tmp_path: Path) -> None:
    sources = [tmp_path / name for name in ("a", "b")]
    for path in sources:
        path.write_bytes(path.name.encode() * 400_000)
    storage.publish(sources[0], KEY)
    seen, failures, done = set(), [], threading.Event()

    def publish_again_and_again(path: Path) -> None:
        try:
            for _ in range(30):
                storage.publish(path, KEY)
        except OSError as error:
            failures.append(error)

    def read_again_and_again() -> None:
        while not done.is_set():
            seen.add(storage.read_bytes(KEY))

    reader = threading.Thread(target=read_again_and_again)
    publishers = [threading.Thread(target=publish_again_and_again, args=(path,)) for path in sources]
    for thread in (reader, *publishers):
        thread.start()
    for thread in publishers:
        thread.join()
    done.set()
    reader.join()

    assert failures == []
    assert seen <= {path.read_bytes() for path in sources}
    assert files(root) == [KEY]


@pytest.mark.parametrize("key", ["../outside", "/etc/passwd", "a/../../outside"])
def test_a_key_never_leads_out_of_storage(root: Path, source: Path, key: str) -> None:
    with pytest.raises(SuspiciousFileOperation):
        storage.publish(source, key)


def test_folders_that_a_removal_leaves_empty_go_and_others_stay(root: Path) -> None:
    storage.publish_bytes(b"x", "a/b/c/file")
    storage.publish_bytes(b"x", "a/other")

    storage.delete("a/b/c/file")

    assert [path.name for path in root.rglob("*")] == ["a", "other"]


def test_the_last_file_takes_all_folders_with_it_but_the_storage_itself(root: Path) -> None:
    storage.publish_bytes(b"x", "a/b/c/file")
    storage.publish_bytes(b"x", "a/b/c/second")

    storage.delete_folder("a/b/c")
    storage.delete_folder("a/b/c")

    assert list(root.iterdir()) == []


def test_a_half_written_file_that_is_cleared_away_leaves_no_folder(root: Path) -> None:
    folder = root / "choreographies" / "1" / "2"
    folder.mkdir(parents=True)
    partial = folder / ".0a1b2c3d.partial"
    partial.touch()
    os.utime(partial, (1, 1))

    assert storage.remove_partial_files() == 1

    assert list(root.iterdir()) == []


def test_a_file_is_published_where_others_empty_the_folder_at_the_same_time(root: Path) -> None:
    failures: list[Exception] = []

    def publish_and_delete(name: str) -> None:
        try:
            for _ in range(200):
                storage.publish_bytes(b"x", f"a/b/{name}")
                assert storage.exists(f"a/b/{name}")
                storage.delete(f"a/b/{name}")
        except (OSError, StorageUnavailableError, AssertionError) as error:
            failures.append(error)

    threads = [threading.Thread(target=publish_and_delete, args=(name,)) for name in "12345"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert list(root.iterdir()) == []
