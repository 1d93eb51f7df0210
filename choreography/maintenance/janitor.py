"""Removes what no row refers to and no process uses: a net below workers, which clear up after themselves.

Each turn looks at what was broken off lately, and at the next slice of everything else (`rounds`).
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from uuid import UUID

from django.utils import timezone

from choreography.edits.sweeping import release_superseded
from choreography.generation import outputs
from choreography.library.sharing import runs
from choreography.maintenance import belonging
from choreography.maintenance.rounds import Look, look_at_next_slice
from choreography.models import (
    LIBRARY_TASK_LOST_SOMETHING,
    LOST_SOMETHING,
    MOVES_ROOT,
    RENDITION_LOST_SOMETHING,
    ChoreographyTask,
    LibraryTask,
    Rendition,
)
from choreography.queue.worker_measures import WORKER_BYTES
from choreography.queue.workers import forget_failed_jobs, forget_gone_workers
from choreography.songs import keeping
from common import storage
from common.api.throttling import forget_old_windows
from common.measurements import forget_old_values
from common.scratch import clear_scratch
from common.storage import StoredFile

logger = logging.getLogger(__name__)

TIDY_EVERY_S = 600.0
LOST_A_TURN = 1_000
"""Of what was broken off; each is a LIST request. What is beyond comes with the round."""


def tidy() -> None:
    """Remove forgotten outputs, half-written files and the working folders of lost processes on this machine.

    Media belong to one database: outputs that another one knows would be removed. Raises StorageUnavailableError.
    """
    forget_old_windows()
    forget_old_values(WORKER_BYTES)
    forget_gone_workers()
    forget_failed_jobs()
    folders = clear_scratch()
    partial_files = storage.remove_partial_files(but_below=LOOKS)  # those are looked at below, a slice a turn
    forgotten = look_at_lost_attempts() + look_at_next_slices()
    if folders or partial_files or forgotten:
        logger.info(
            "removed %d forgotten files, %d half-written ones, %d working folders", forgotten, partial_files, folders
        )


def look_at_next_slices() -> int:
    """Compare the next slice of each part of the storage with the database; return how many files went."""
    return sum(look_at_next_slice(root, look) for root, look in LOOKS.items())


def look_at_lost_attempts() -> int:
    """Remove what attempts left that were broken off within the last turns; return how many files."""
    until = timezone.now() - belonging.ORPHAN_AGE
    span = (until - timedelta(seconds=2 * TIDY_EVERY_S), until)  # two turns: the last one may have come late
    return sum(
        LOOKS[root](list(storage.stored_files(f"{root}/{row_id}")))
        for root, row_id in islice(_lost_attempts(span), LOST_A_TURN)
    )


def _lost_attempts(span: tuple[datetime, datetime]) -> Iterator[tuple[str, UUID]]:
    tasks = ChoreographyTask.objects.filter(LOST_SOMETHING, finished_at__range=span)
    renditions = Rendition.objects.filter(RENDITION_LOST_SOMETHING, finished_at__range=span)
    clips = LibraryTask.objects.filter(LIBRARY_TASK_LOST_SOMETHING, finished_at__range=span)
    for task_id in {*tasks.values_list("id", flat=True), *renditions.values_list("task_id", flat=True)}:
        yield outputs.ROOT, task_id
    for task_id in clips.values_list("id", flat=True):
        yield MOVES_ROOT, task_id


def _remove(forgotten: Callable[[Sequence[StoredFile]], list[str]], files: list[StoredFile]) -> int:
    keys = {*forgotten(files), *(file.key for file in files if storage.is_left_half_written(file))}
    for folder in sorted({key.rpartition("/")[0] for key in keys}):
        logger.warning("removing files that no row names: %s", folder)
    return sum(map(_is_removed, keys))  # these alone: what came since they were listed may be somebody's


def _is_removed(key: str) -> bool:
    """Remove a file; return whether that could be done. One that belongs to root, say, holds up no other."""
    try:
        storage.delete(key)
    except OSError as error:
        logger.warning("could not be removed: %s", error)
        return False
    return True


def _look_at_outputs(files: list[StoredFile]) -> int:
    removed = _remove(belonging.forgotten_outputs, files)
    release_superseded(belonging.ids_of(files))
    return removed


LOOKS: dict[str, Look] = {
    outputs.ROOT: _look_at_outputs,
    keeping.ROOT: partial(_remove, belonging.forgotten_songs),
    keeping.UPLOADS: partial(_remove, belonging.forgotten_uploads),
    MOVES_ROOT: partial(_remove, belonging.forgotten_clips),
    runs.CLIPS_ROOT: partial(_remove, belonging.forgotten_clips),
}
"""By prefix of the storage, what is done with its files."""
