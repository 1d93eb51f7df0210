"""A library's rows in one file that is checked before it is believed: moves, embeddings, normaliser. No media.

A ZIP of `manifest.json` and `rows.jsonl` (Django's serialised rows): the manifest names the counts and hashes of both
the file and the contents, so that a copy cut short or changed is refused, and a restored library can be compared.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core import serializers
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.db import DatabaseError, models, transaction
from django.utils import timezone
from pydantic import BaseModel, ConfigDict

from choreography.library.touching import touch_library
from choreography.models import LibraryState, Move, MoveEmbedding
from common.errors import BuddyError, ConflictError, InputError, InternalError
from users.models import User
from video_processing.media.whole_file import whole_file

FORMAT, FORMAT_VERSION = "bachata-buddy-library", 1
MANIFEST, ROWS = "manifest.json", "rows.jsonl"


class BackupError(InputError):
    """This file is not a whole backup of a library."""

    code = "invalid_backup"


class NewerMovesError(ConflictError):
    """The library holds moves that the backup does not know: restoring would remove them."""

    code = "newer_moves"


class _Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    format: str
    version: int
    library: str
    created: str
    moves: int
    embeddings: int
    is_normalised: bool
    rows_sha256: str
    """Of the file `rows.jsonl`."""
    contents_sha256: str
    """Of the moves and embeddings, as `contents_sha256` finds them in a database."""


@dataclass(frozen=True)
class BackupSummary:
    """What a backup holds, or a restore brought back."""

    library: str
    moves: int
    embeddings: int
    contents_sha256: str
    removed: int = 0
    """Moves that the backup did not know."""


def backup_library(name: str, path: Path) -> BackupSummary:
    """Write a library into a file, which appears whole or not at all, and read it back.

    Raises BackupError where there is nothing to keep, StorageFullError.
    """
    with transaction.atomic():
        state = LibraryState.objects.select_for_update().filter(name=name).first()  # nobody changes a move meanwhile
        if state is None or not Move.objects.filter(library=name).exists():
            raise BackupError(f"There are no moves in the library {name}.")
        rows = serializers.serialize("jsonl", [*_moves(name), *_embeddings(name), state], ensure_ascii=False).encode()
        manifest = _Manifest(
            format=FORMAT,
            version=FORMAT_VERSION,
            library=name,
            created=timezone.now().isoformat(timespec="seconds"),
            moves=_moves(name).count(),
            embeddings=_embeddings(name).count(),
            is_normalised=state.version == state.normalised_version,
            rows_sha256=hashlib.sha256(rows).hexdigest(),
            contents_sha256=contents_sha256(name),
        )
    with whole_file(path) as partial:
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))
            archive.writestr(ROWS, rows)
        read_backup(partial)
    return _summary(manifest)


def read_backup(path: Path) -> tuple[_Manifest, list[DeserializedObject]]:
    """Return what a backup holds, once all of it is as its manifest says. Raises BackupError."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _Manifest.model_validate_json(archive.read(MANIFEST))
            content = archive.read(ROWS)
    except FileNotFoundError as error:
        raise BackupError("There is no file of that name.") from error
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise BackupError("The file is not a backup of a library, or it is cut short or damaged.") from error
    if (manifest.format, manifest.version) != (FORMAT, FORMAT_VERSION):
        raise BackupError(f"The backup has the format {manifest.format} {manifest.version}, which is not known here.")
    if hashlib.sha256(content).hexdigest() != manifest.rows_sha256:
        raise BackupError("The rows of the backup are not those it was written with: their hash differs.")
    try:
        rows = list(serializers.deserialize("jsonl", io.StringIO(content.decode())))
    except (DeserializationError, UnicodeDecodeError) as error:
        raise BackupError("The rows of the backup do not fit this version of the tables.") from error
    _check_rows(manifest, [row.object for row in rows])
    return manifest, rows


def restore_library(path: Path, *, replace: bool = False) -> BackupSummary:
    """Make a library what it was when the backup was written, or change nothing.

    With `replace`, moves that the backup does not know are removed. Raises BackupError, NewerMovesError.
    """
    manifest, rows = read_backup(path)
    name = manifest.library
    _check_owners([row.object for row in rows])
    try:
        with transaction.atomic():
            touch_library(name)
            removed = _remove_others(name, [row.object.pk for row in rows if isinstance(row.object, Move)], replace)
            MoveEmbedding.objects.filter(move__library=name).delete()
            for row in rows:
                if not isinstance(row.object, LibraryState):
                    row.save()
            _restore_state(manifest, [row.object for row in rows])
            if contents_sha256(name) != manifest.contents_sha256:
                raise InternalError("The restored library is not the one that was kept: nothing was changed.")
    except BuddyError:
        raise
    except (DatabaseError, ValueError) as error:
        raise BackupError("The rows of the backup do not fit this database: nothing was changed.") from error
    return _summary(manifest, removed)


def contents_sha256(name: str) -> str:
    """Return the hash of a library's moves and embeddings as they are in the database."""
    digest = hashlib.sha256()
    for model_rows in (_moves(name), _embeddings(name)):
        for row in model_rows.iterator(chunk_size=200):
            digest.update(serializers.serialize("jsonl", [row], ensure_ascii=False).encode())
    return digest.hexdigest()


def _moves(name: str) -> models.QuerySet[Move]:
    return Move.objects.filter(library=name).order_by("id")


def _embeddings(name: str) -> models.QuerySet[MoveEmbedding]:
    return MoveEmbedding.objects.filter(move__library=name).order_by("move_id")


def _check_rows(manifest: _Manifest, found: list[models.Model]) -> None:
    moves = [row for row in found if isinstance(row, Move)]
    embeddings = [row for row in found if isinstance(row, MoveEmbedding)]
    states = [row for row in found if isinstance(row, LibraryState)]
    known = {row.pk for row in moves}
    if (
        (len(moves), len(embeddings), len(states)) != (manifest.moves, manifest.embeddings, 1)
        or len(found) != len(moves) + len(embeddings) + 1
        or any(row.library != manifest.library for row in moves)
        or any(row.pk not in known for row in embeddings)
        or states[0].name != manifest.library
    ):
        raise BackupError("The backup does not hold the rows that its manifest names.")


def _check_owners(found: Iterable[models.Model]) -> None:
    owners = {row.owner_id for row in found if isinstance(row, Move) and row.owner_id is not None}
    if missing := len(owners) - User.objects.filter(id__in=owners).count():
        raise BackupError(f"Moves of the backup belong to {missing} accounts that do not exist here.")


def _remove_others(name: str, kept: list[Any], replace: bool) -> int:
    others = Move.objects.filter(library=name).exclude(id__in=kept)
    count = others.count()
    if count and not replace:
        raise NewerMovesError(f"The library holds {count} moves that the backup does not know; they would be removed.")
    others.delete()
    return count


def _restore_state(manifest: _Manifest, found: Iterable[models.Model]) -> None:
    """Bring the normaliser back under a version of its own, which no process can have seen before."""
    (kept,) = (row for row in found if isinstance(row, LibraryState))
    state = LibraryState.objects.get(name=manifest.library)
    state.normaliser = kept.normaliser
    state.version = max(state.version, kept.version) + 1
    state.normalised_version = state.version if manifest.is_normalised else 0
    state.save()


def _summary(manifest: _Manifest, removed: int = 0) -> BackupSummary:
    return BackupSummary(manifest.library, manifest.moves, manifest.embeddings, manifest.contents_sha256, removed)
