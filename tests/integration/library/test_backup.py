"""A backup restores: counts, hashes and search results are the same; a damaged one changes nothing (P22)."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from ai_services.search.fusion import Part
from ai_services.search.library import Match, searchable_library
from choreography.library.backup import contents_sha256, restore_library
from choreography.library.curation import editing
from choreography.models import LibraryState, Move, MoveEmbedding
from tests.factories import make_move, make_user
from tests.integration.library.conftest import moves
from users.models import User


def search() -> list[tuple[Match, ...]]:
    """Return what a search finds for the vectors of each move."""
    found = list(MoveEmbedding.objects.order_by("move_id"))
    vectors = {part: np.array([getattr(row, part.value) for row in found]) for part in Part}
    library = searchable_library(1, [str(row.move_id) for row in found], vectors)
    return [library.search({part: vectors[part][row] for part in Part}, 3) for row in range(len(found))]


def counts() -> tuple[int, int]:
    return Move.objects.count(), MoveEmbedding.objects.count()


@pytest.fixture
def backup(library: list[Move], tmp_path: Path) -> Path:
    call_command("backup_embeddings", tmp_path / "library.zip")
    return tmp_path / "library.zip"


def test_a_lost_library_comes_back_as_it_was(library: list[Move], backup: Path) -> None:
    before = counts(), contents_sha256("main"), search()
    normaliser, version = bytes(LibraryState.objects.get().normaliser), LibraryState.objects.get().version
    for model in (MoveEmbedding, Move, LibraryState):
        model.objects.all()._raw_delete("default")  # type: ignore[attr-defined]

    call_command("restore_embeddings", backup)

    assert (counts(), contents_sha256("main"), search()) == before
    state = LibraryState.objects.get()
    assert bytes(state.normaliser) == normaliser
    assert state.normalised_version == state.version > version, "no process may take it for what it has in memory"


def test_a_changed_library_comes_back_as_it_was(library: list[Move], backup: Path) -> None:
    before = counts(), contents_sha256("main"), search()
    editing.flag(library[0], "Too dark.")
    editing.set_count1_beat(library[1], 3)
    MoveEmbedding.objects.filter(move=library[2]).delete()

    restore_library(backup)

    assert (counts(), contents_sha256("main"), search()) == before


def test_moves_that_the_backup_does_not_know_are_removed_only_when_asked(library: list[Move], backup: Path) -> None:
    make_move(library_path="basic/new.mp4")
    with pytest.raises(CommandError, match="1 moves that the backup does not know"):
        call_command("restore_embeddings", backup)
    assert Move.objects.count() == 4

    call_command("restore_embeddings", backup, "--replace")

    assert Move.objects.count() == 3


def test_a_move_that_came_again_under_another_id_is_replaced(library: list[Move], backup: Path) -> None:
    MoveEmbedding.objects.filter(move=library[0])._raw_delete("default")
    Move.objects.filter(id=library[0].id)._raw_delete("default")
    make_move(library_path=library[0].library_path)

    restore_library(backup, replace=True)

    assert [move.id for move in moves()] == [move.id for move in library]


def altered(path: Path, change: Callable[[dict[str, Any], bytes], bytes]) -> None:
    """Write the archive anew with changed rows; `change` may alter the manifest too."""
    with zipfile.ZipFile(path) as archive:
        manifest, rows = json.loads(archive.read("manifest.json")), archive.read("rows.jsonl")
    rows = change(manifest, rows)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        archive.writestr("rows.jsonl", rows)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-500])


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def other_rows(path: Path) -> None:
    altered(path, lambda _, rows: rows.replace(b"Basic step", b"Basic stop"))


def other_count(path: Path) -> None:
    altered(path, lambda manifest, rows: (manifest.update(moves=4), rows)[1])


def one_row_less(path: Path) -> None:
    def change(manifest: dict[str, Any], rows: bytes) -> bytes:
        kept = rows.split(b"\n", 1)[1]
        manifest["rows_sha256"] = hashlib.sha256(kept).hexdigest()
        return kept

    altered(path, change)


def no_archive(path: Path) -> None:
    path.write_text("This is no backup.")


def bare_archive(path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("x", "y")
    path.write_bytes(buffer.getvalue())


@pytest.mark.parametrize(
    "spoil",
    [cut_short, flip_a_byte, other_rows, other_count, one_row_less, no_archive, bare_archive, Path.unlink],
    ids=lambda spoil: spoil.__name__,
)
def test_a_damaged_backup_is_refused_and_nothing_changes(
    library: list[Move], backup: Path, spoil: Callable[[Path], None]
) -> None:
    editing.flag(library[0], "Too dark.")
    before, state = contents_sha256("main"), LibraryState.objects.values().get()
    spoil(backup)

    with pytest.raises(CommandError):
        call_command("restore_embeddings", backup)

    assert (contents_sha256("main"), LibraryState.objects.values().get()) == (before, state)


def test_a_restore_that_breaks_off_changes_nothing(
    library: list[Move], backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing.flag(library[0], "Too dark.")
    before, state = contents_sha256("main"), LibraryState.objects.values().get()

    def break_off(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr("choreography.library.backup._restore_state", break_off)
    with pytest.raises(CommandError, match="nothing was changed"):
        call_command("restore_embeddings", backup)

    assert (contents_sha256("main"), LibraryState.objects.values().get()) == (before, state)


def test_moves_of_an_account_that_is_gone_are_not_given_to_everybody(library: list[Move], tmp_path: Path) -> None:
    Move.objects.filter(id=library[0].id).update(owner=make_user("instructor"))
    call_command("backup_embeddings", tmp_path / "owned.zip")
    Move.objects.filter(id=library[0].id).update(owner=None)
    User.objects.all().delete()

    with pytest.raises(CommandError, match="1 accounts that do not exist"):
        call_command("restore_embeddings", tmp_path / "owned.zip")


def test_nothing_is_kept_of_an_empty_library(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no moves"):
        call_command("backup_embeddings", tmp_path / "x.zip")
    assert not list(tmp_path.glob("*x*"))
