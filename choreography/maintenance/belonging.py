"""Which files in storage belong to nobody: no row names them, and no job is about to.

Rows are read after the files were listed: what came in between is known. Each question is about the files at hand.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from choreography.generation import outputs
from choreography.library.sharing.claims import prefix_of as library_prefix_of
from choreography.models import KEY_FIELDS, ChoreographyTask, LibraryTask, Move, Rendition, Song, SongImport
from choreography.models.upkeep import folder_of
from common.storage import StoredFile

ORPHAN_AGE = timedelta(hours=1)
"""Publishing takes seconds: files this old of which no row knows belong to nobody."""

Folders = dict[str, list[StoredFile]]


def forgotten_outputs(files: Sequence[StoredFile]) -> list[str]:
    """Return the keys of attempts that no task published or is about to, and of renditions that no row names."""
    folders = _by_folder(files)
    rows = ChoreographyTask.objects.filter(id__in=ids_of(files))
    published, running = dict[str, UUID](), set[str]()
    for task_id, attempt, status, prefix in rows.values_list("id", "attempt", "status", "output_prefix"):
        if prefix:
            published[prefix] = task_id
        if status not in ChoreographyTask.FINISHED:
            running.add(outputs.prefix_of(task_id, attempt))
    others = _old({folder: folders[folder] for folder in folders.keys() - published.keys() - running})
    if others:  # hardly ever: then it is worth asking whether a row names the folder of another task
        named = ChoreographyTask.objects.filter(output_prefix__in=others).values_list("output_prefix", flat=True)
        others = _without(others, named)
    return _keys(others) + _forgotten_renditions(published, folders)


def _forgotten_renditions(published: dict[str, UUID], folders: Folders) -> list[str]:
    own = {outputs.key(prefix, name) for prefix in published for name in outputs.NAMES}
    beside = {
        file.key: task_id
        for prefix, task_id in published.items()
        for file in folders.get(prefix, ())
        if file.key not in own and _is_old(file)
    }
    named = Rendition.objects.filter(task__in=set(beside.values())).values_list("output_key", flat=True)
    return sorted(beside.keys() - set(named)) if beside else []


def forgotten_songs(files: Sequence[StoredFile]) -> list[str]:
    """Return the keys of the files of songs that there are not, or no more."""
    return _keys(_unnamed(_old(_by_folder(files)), Song.objects.all(), "audio_key", "source_key"))


def forgotten_uploads(files: Sequence[StoredFile]) -> list[str]:
    """Return the keys of files that do not wait to become songs."""
    waiting = SongImport.objects.exclude(status__in=SongImport.FINISHED)
    return _keys(_unnamed(_old(_by_folder(files)), waiting, "upload_key"))


def forgotten_clips(files: Sequence[StoredFile]) -> list[str]:
    """Return the keys of clips and of files made from them that neither a move names nor a task of a run needs."""
    unfinished = LibraryTask.objects.exclude(status__in=LibraryTask.FINISHED)
    # Before the moves are read: an import that ends in between is one then.
    left = _unnamed(_old(_by_folder(files)), unfinished, "clip_key", "sidecar_key")
    attempts = unfinished.filter(id__in=ids_of(files)).values_list("id", "attempt")
    left = _without(left, [library_prefix_of(*attempt) for attempt in attempts])
    return _keys(_unnamed(left, Move.objects.all(), *KEY_FIELDS))


def ids_of(files: Iterable[StoredFile]) -> set[UUID]:
    """Return the ids that files have in their keys, as `ROOT/ID/...`."""
    found = set()
    for name in {file.key.split("/", 2)[1] for file in files}:
        try:
            found.add(UUID(name))
        except ValueError:  # a folder that is none of ours has no row
            continue
    return found


def _by_folder(files: Iterable[StoredFile]) -> Folders:
    folders: Folders = defaultdict(list)
    for file in files:
        folders[file.folder].append(file)
    return folders


def _is_old(file: StoredFile) -> bool:
    return timezone.now() - file.written_at > ORPHAN_AGE


def _old(folders: Folders) -> Folders:
    """Return the folders to which nothing was added lately."""
    return {folder: files for folder, files in folders.items() if all(map(_is_old, files))}


def _unnamed(folders: Folders, rows: QuerySet[Any], *columns: str) -> Folders:
    """Return the folders in which no key lies that these rows have in these columns."""
    for column in columns:
        if folders:
            naming = rows.annotate(folder=folder_of(column)).filter(folder__in=list(folders))
            folders = _without(folders, naming.order_by().values_list("folder", flat=True))
    return folders


def _without(folders: Folders, known: Iterable[str]) -> Folders:
    known = set(known)
    return {folder: files for folder, files in folders.items() if folder not in known}


def _keys(folders: Folders) -> list[str]:
    return [file.key for files in folders.values() for file in files]
