"""Removes what no row refers to and no process uses: a net below workers, which clear up after themselves."""

import logging
from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from choreography.generation import outputs
from choreography.library.sharing import runs
from choreography.library.sharing.sweeping import remove_forgotten_attempts
from choreography.models import ChoreographyTask, LibraryTask, Move, Song, SongImport
from choreography.queue.measuring import WORKER_BYTES
from choreography.queue.workers import forget_failed_jobs, forget_gone_workers
from choreography.renditions.sweeping import remove_forgotten_renditions
from choreography.songs import keeping
from common import storage
from common.api.throttling import forget_old_windows
from common.measurements import forget_old_values
from common.scratch import clear_scratch

logger = logging.getLogger(__name__)

TIDY_EVERY_S = 600.0
MOVES_ROOT = "moves"
KEY_FIELDS = ("clip_key", "mezzanine_key", "poster_key", "keypoints_key")
ORPHAN_AGE = timedelta(hours=1)
"""Publishing takes seconds: files this old of which no row knows belong to nobody."""


def tidy() -> None:
    """Remove forgotten outputs, half-written files and the working folders of lost processes on this machine.

    Media belong to one database: outputs that another one knows would be removed. Raises StorageUnavailableError.
    """
    remove_forgotten_attempts()
    remove_forgotten_renditions()
    forget_old_windows()
    forget_old_values(WORKER_BYTES)
    forget_gone_workers()
    forget_failed_jobs()
    media = remove_forgotten_media()
    if media:
        logger.info("removed %d forgotten folders of songs, uploads, moves and clips", media)
    removed = remove_forgotten_outputs(), storage.remove_partial_files(), clear_scratch()
    if any(removed):
        logger.info("removed %d forgotten outputs, %d half-written files, %d working folders", *removed)


def remove_forgotten_outputs() -> int:
    """Remove the files of attempts that no task published or is about to publish; return how many attempts."""
    attempts = [attempt for task in storage.folders(outputs.ROOT) for attempt in storage.folders(task)]
    return _remove_unknown(attempts, _known_prefixes())  # read after the listing: what came in between is known


def remove_forgotten_media() -> int:
    """Remove folders of songs, of uploads, of moves and of clips that no row names; return how many."""
    songs, uploads = storage.folders(keeping.ROOT), storage.folders(keeping.UPLOADS)
    moves = [attempt for move in storage.folders(MOVES_ROOT) for attempt in storage.folders(move)]
    clips = storage.folders(runs.CLIPS_ROOT)
    on_their_way = LibraryTask.objects.exclude(status__in=LibraryTask.FINISHED).values_list("clip_key", "sidecar_key")
    waiting_clips = _folders_of(on_their_way)  # before the moves are read: an import that ends in between is one then
    waiting = SongImport.objects.exclude(status__in=SongImport.FINISHED).values_list("upload_key", flat=True)
    return (
        _remove_unknown(songs, _folders_of(Song.objects.values_list("audio_key", "source_key")))
        + _remove_unknown(uploads, {key.rpartition("/")[0] for key in waiting})
        + _remove_unknown([*moves, *clips], waiting_clips | _folders_of(Move.objects.values_list(*KEY_FIELDS)))
    )


def _folders_of(rows: Iterable[tuple[str, ...]]) -> set[str]:
    return {key.rpartition("/")[0] for row in rows for key in row}


def _remove_unknown(prefixes: Iterable[str], known: set[str]) -> int:
    now = timezone.now()
    forgotten = []
    for prefix in prefixes:
        if prefix not in known:
            changed_at = storage.changed_at(prefix)
            if changed_at is not None and now - changed_at > ORPHAN_AGE:
                forgotten.append(prefix)
    for prefix in forgotten:
        logger.warning("removing files that no row names: %s", prefix)
        storage.delete_folder(prefix)
    return len(forgotten)


def _known_prefixes() -> set[str]:
    published = ChoreographyTask.objects.exclude(output_prefix="").values_list("output_prefix", flat=True)
    running = ChoreographyTask.objects.exclude(status__in=ChoreographyTask.FINISHED).values_list("id", "attempt")
    return {*published, *(outputs.prefix_of(task_id, attempt) for task_id, attempt in running)}
