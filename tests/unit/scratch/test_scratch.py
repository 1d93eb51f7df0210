import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from common.scratch import LONGEST_S, QUIET_S, clear_scratch, process_is_gone, scratch_folder


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture(scope="module")
def gone_pid() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def left_behind(tmp_path: Path, name: str, age_s: float) -> Path:
    folder = tmp_path / name
    folder.mkdir()
    for path in (folder / "mezzanine.mp4", folder):
        path.touch()
        os.utime(path, (time.time() - age_s,) * 2)
    return folder


def test_a_scratch_folder_lives_as_long_as_its_block() -> None:
    with scratch_folder("assembly") as folder:
        assert folder.is_dir()
        assert f"-{os.getpid()}-" in folder.name
    assert not folder.exists()


def test_the_folder_of_a_killed_process_is_removed(tmp_path: Path) -> None:
    code = (
        "import os, signal; from common.scratch import scratch_folder\n"
        "with scratch_folder('assembly') as folder: (folder / 'half.mp4').touch(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code], check=False, env={**os.environ, "TMPDIR": str(tmp_path)})
    (folder,) = tmp_path.iterdir()
    assert clear_scratch() == 0  # touched just now
    for path in (folder / "half.mp4", folder):
        os.utime(path, (time.time() - QUIET_S - 1,) * 2)

    assert clear_scratch() == 1

    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_living_process_stays_until_its_number_must_be_anothers(tmp_path: Path) -> None:
    old = left_behind(tmp_path, f"bb-blends-{os.getpid()}-abcdefgh", LONGEST_S - 60)
    older = left_behind(tmp_path, f"bb-blends-{os.getpid()}-abcdefgi", LONGEST_S + 60)

    assert clear_scratch() == 1

    assert (old.exists(), older.exists()) == (True, False)


def test_one_fresh_file_keeps_a_folder(tmp_path: Path, gone_pid: int) -> None:
    folder = left_behind(tmp_path, f"bb-high_quality-{gone_pid}-abcdefgh", LONGEST_S)
    (folder / "now.mp4").touch()
    os.utime(folder, (1, 1))

    assert clear_scratch() == 0


def test_a_folder_without_a_number_waits_a_day(tmp_path: Path) -> None:
    left_behind(tmp_path, "bb-song-abcdefgh", LONGEST_S - 60)
    left_behind(tmp_path, "bb-song-abcdefgi", LONGEST_S + 60)

    assert clear_scratch() == 1


def test_what_others_keep_there_is_theirs(tmp_path: Path, gone_pid: int) -> None:
    kept = [left_behind(tmp_path, name, 2 * LONGEST_S) for name in ("bb-", "bb-notes", "x-bb-song-abcdefgh")]
    elsewhere = left_behind(tmp_path, "elsewhere", 2 * LONGEST_S)
    link = tmp_path / f"bb-song-{gone_pid}-abcdefgh"
    link.symlink_to(elsewhere)
    os.utime(link, (1, 1), follow_symlinks=False)

    assert clear_scratch() == 0

    assert all(folder.exists() for folder in kept)
    assert (elsewhere / "mezzanine.mp4").exists()


def test_our_own_process_is_not_gone_and_an_ended_one_is(gone_pid: int) -> None:
    assert not process_is_gone(os.getpid())
    assert process_is_gone(gone_pid)
