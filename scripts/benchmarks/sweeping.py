"""A turn of the janitor among many published dances, their files in a bucket of names that counts what it is asked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import numpy as np
from django.conf import settings
from django.core.files.storage import Storage, default_storage
from django.db import connection, transaction
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from choreography.generation import outputs
from choreography.maintenance.janitor import LOOKS, TIDY_EVERY_S, look_at_lost_attempts, look_at_next_slices
from choreography.maintenance.rounds import ROUND
from choreography.models import Blueprint, Choreography, ChoreographyTask, Song, StorageRound
from scripts.benchmarks.measuring import Clock, Figures

A_TURN = TIDY_EVERY_S / ROUND.total_seconds()
TURNS = range(5, 144, 15)
"""Those of a day that are measured."""
KEYS_A_LIST = 1_000
"""S3 tells as many in answer to one request."""
LONG_AGO = timedelta(days=30)


@dataclass(frozen=True)
class Listed:
    """A file as S3 lists it."""

    key: str
    last_modified: datetime


class Bucket(Storage):
    """Lists the files of dances as S3 does and counts the requests; it holds nothing, and nothing can be removed."""

    def __init__(self) -> None:
        prefixes = ChoreographyTask.objects.exclude(output_prefix="").values_list("output_prefix", flat=True)
        self.keys = sorted(outputs.key(prefix, name) for prefix in prefixes for name in outputs.NAMES)
        self.lists = 0
        self.objects, self.bucket = self, self
        self.written_at = timezone.now() - LONG_AGO

    def filter(self, *, Prefix: str, Marker: str = "") -> Iterator[Listed]:  # noqa: N803 - S3's own names
        """Give the files below a prefix and behind a key."""
        first = bisect_right(self.keys, max(Prefix, Marker))
        end = bisect_left(self.keys, f"{Prefix[:-1]}0")
        for start in range(first, max(end, first + 1), KEYS_A_LIST):
            self.lists += 1
            for key in self.keys[start : min(start + KEYS_A_LIST, end)]:
                yield Listed(key, self.written_at)


def sweep(dances: int) -> Figures:
    """Return what a routine turn costs with so many published dances, each with the video of its one version."""
    bucket = {"BACKEND": f"{__name__}.{Bucket.__name__}"}
    with _undone():
        _make(dances)
        with override_settings(STORAGES={**settings.STORAGES, "default": bucket}):
            turns = [_turn(number) for number in TURNS]
    return {"dances": float(dances)} | {name: float(np.median([turn[name] for turn in turns])) for name in turns[0]}


def ratios(few: Figures, many: Figures) -> Figures:
    """Return how many times as much a turn costs with many dances as with few."""
    return {f"{name}_times": many[name] / few[name] for name in few if name.endswith(("dances", "_a_turn"))}


def _turn(number: int) -> Figures:
    """Return the cost of one of the turns of a day."""
    began_at = timezone.now() - number * A_TURN * ROUND
    after = f"{int((number - 1) * A_TURN * 16**8):08x}"
    for root in LOOKS:
        StorageRound.objects.update_or_create(root=root, defaults={"began_at": began_at, "after": after})
    before: int = default_storage.lists  # type: ignore[attr-defined]
    clock = Clock()
    with CaptureQueriesContext(connection) as queries, clock.timed("turn"):
        look_at_lost_attempts()
        look_at_next_slices()
    return {
        "storage_calls_a_turn": float(default_storage.lists - before),  # type: ignore[attr-defined]
        "queries_a_turn": float(len(queries)),
        "ms_a_turn": 1000 * clock.wall_s["turn"],
    }


@contextmanager
def _undone() -> Iterator[None]:
    """Keep no row of what the block writes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _make(dances: int) -> None:
    long_ago = timezone.now() - LONG_AGO
    song = Song.objects.create(title="Sweeping", sha256=uuid4().hex, duration_s=180.0)
    versions = [Blueprint(song=song, choreography_id=uuid4(), data={}) for _ in range(dances)]
    Choreography.objects.bulk_create(
        Choreography(id=version.choreography_id, song=song, current_id=version.id) for version in versions
    )
    Blueprint.objects.bulk_create(versions)
    Choreography.objects.filter(song=song).update(updated_at=long_ago)
    done = {"song": song, "status": "completed", "finished_at": long_ago}
    tasks = [ChoreographyTask(**done, choreography_id=each.choreography_id, blueprint=each) for each in versions]
    for task in tasks:
        task.output_prefix = outputs.prefix_of(task.id, 1)
    ChoreographyTask.objects.bulk_create(tasks)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE choreography_choreography, choreography_blueprint, choreography_choreographytask")
