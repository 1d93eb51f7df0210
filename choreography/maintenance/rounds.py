"""Goes through storage in rounds of a day, a slice a turn: what a turn costs follows from what a day's share holds.

Folders below a prefix are named by random ids, so a share of the day is the same share of them. How far a round has
come stands in the database: a turn that is broken off is done again, and of two at once neither harms the other.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import groupby

from django.utils import timezone

from choreography.models import StorageRound
from common import storage
from common.storage import StoredFile

ROUND = timedelta(days=1)
FILES_A_TURN = 100_000
"""A hundred LIST requests. In turns of ten minutes that is 14 million files a day; a round of more takes longer."""
FILES_AT_ONCE = 1_000
"""Held in memory and asked the database about."""

Look = Callable[[list[StoredFile]], int]
"""Does with some folders what is to be done; returns how many files it removed."""


def look_at_next_slice(root: str, look: Look) -> int:
    """Let `look` see the files that are due below a prefix, whole folders at a time; return how many it removed.

    Raises StorageUnavailableError: then the same slice is due again.
    """
    now = timezone.now()
    so_far, _ = StorageRound.objects.get_or_create(root=root, defaults={"began_at": now})
    mine = StorageRound.objects.filter(root=root, began_at=so_far.began_at, after=so_far.after)
    share = (now - so_far.began_at) / ROUND
    if share < 0:  # the clock was set back
        mine.update(began_at=now, after="")
        return 0
    upto = f"{int(share * 16**8):08x}" if share < 1 else ""
    if upto and upto <= so_far.after:
        return 0
    seen = removed = 0
    reached = upto
    for files in _whole_folders(storage.stored_files(root, after=so_far.after, upto=upto)):
        removed += look(files)
        seen += len(files)
        if seen >= FILES_A_TURN:
            reached = _folder_name(files[-1])
            break
    storage.remove_empty_folders(root, after=so_far.after, upto=reached)
    mine.update(after=reached, began_at=so_far.began_at if reached else now)
    return removed


def _whole_folders(files: Iterable[StoredFile]) -> Iterator[list[StoredFile]]:
    together: list[StoredFile] = []
    for _, of_one in groupby(files, key=_folder_name):
        together += of_one
        if len(together) >= FILES_AT_ONCE:
            yield together
            together = []
    if together:
        yield together


def _folder_name(file: StoredFile) -> str:
    return file.key.split("/", 2)[1]
