"""What a curator may do to a move. Every process may call it: what takes a worker's tools becomes a task for one.

Each bumps the library's version, so that the next plan sees the change: at once, or when the worker is done.
"""

from typing import Any

import numpy as np
from django.db import transaction

from choreography.library.curation.corrections import grid_with_count1
from choreography.library.sharing import runs
from choreography.library.status import LONGEST, settle_status, vector_faults
from choreography.library.touching import touch_library
from choreography.models import AnalysisQuality, LibraryRun, LibraryTask, LibraryTaskKind, Move
from common.errors import ConflictError, InputError
from common.text import one_line
from video_processing.clip_grid import is_danceable
from video_processing.music.serialization import grid_from_dict, grid_to_dict

MAX_OFFSET_MS = 2000.0


class BadCorrectionError(InputError):
    """This correction does not fit the move."""

    code = "bad_correction"


class UnpublishableError(ConflictError):
    """This move cannot be danced, whoever publishes it."""

    code = "unpublishable"


class NoCoupleToCorrectError(ConflictError):
    """No couple is seen in this clip: there are no roles and no embeddings."""

    code = "no_couple"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def need_couple(move: Move) -> None:
    """Refuse a move in which no couple is seen. Raises NoCoupleToCorrectError."""
    if not move.keypoints_key or not hasattr(move, "embedding"):
        raise NoCoupleToCorrectError


def flip_roles(move: Move) -> LibraryTask:
    """Ask for lead and follow to be exchanged; nothing is detected again. Raises NoCoupleToCorrectError."""
    need_couple(move)
    return _ask(move, LibraryTaskKind.FLIP_ROLES)


def set_av_offset(move: Move, av_offset_ms: float) -> LibraryTask:
    """Ask for the counts to be laid on pictures that are so much later than the sound (negative: earlier).

    Raises BadCorrectionError.
    """
    check_offset(av_offset_ms)
    return _ask(move, LibraryTaskKind.SHIFT, av_offset_ms=float(av_offset_ms))


def check_offset(av_offset_ms: float) -> None:
    """Refuse an offset that no camera has. Raises BadCorrectionError."""
    if not abs(av_offset_ms) <= MAX_OFFSET_MS:  # NaN is not either
        raise BadCorrectionError(f"An offset lies between -{MAX_OFFSET_MS:.0f} and {MAX_OFFSET_MS:.0f} milliseconds.")


def reimport(move: Move, quality: AnalysisQuality = AnalysisQuality.BALANCED) -> LibraryTask:
    """Ask for the move to be made anew from its kept clip and its words as they stand; corrections stay."""
    return _ask(move, LibraryTaskKind.REIMPORT, quality=quality)


def set_count1_beat(move: Move, beat: int | None) -> LibraryTask | None:
    """Say which beat of the move's grid is a count 1, or (None) that nobody knows: plans follow at once.

    Where that moves the bars, the features that are measured by bar are asked for and the task is returned.
    Raises BadCorrectionError.
    """
    with transaction.atomic():
        bars_moved = correct_count1(move, beat)
        return _ask(move, LibraryTaskKind.DERIVE) if bars_moved and move.keypoints_key else None


def correct_count1(move: Move, beat: int | None) -> bool:
    """Set a move's count 1 and return whether its bars moved; see `set_count1_beat`. Raises BadCorrectionError."""
    with transaction.atomic():
        touch_library(move.library, vectors_stay=True)
        move.refresh_from_db()
        before = grid_from_dict(move.grid)
        if beat is not None and not 0 <= beat < len(before.beat_times_s):
            raise BadCorrectionError(f"This move has the beats 0 to {len(before.beat_times_s) - 1}.")
        grid = grid_with_count1(move, beat)
        if not is_danceable(grid):
            raise BadCorrectionError("Counted from there the clip holds no whole phrase of eight counts.")
        move.grid, move.count1_beat = grid_to_dict(grid), beat
        move.save(update_fields=("grid", "count1_beat", "updated_at"))
    return not np.array_equal(grid.downbeat_beats, before.downbeat_beats)


def publish(move: Move) -> None:
    """Let a move be danced again that a person held back. Raises UnpublishableError where more is wrong with it."""
    with transaction.atomic():
        touch_library(move.library, vectors_stay=True)
        move.refresh_from_db()
        move.held_reason = ""
        settle_status(move, vector_faults(move))
        if move.flag_reason:
            raise UnpublishableError(f"This move cannot be danced: {move.flag_reason}")
        move.save(update_fields=("held_reason", "status", "flag_reason", "updated_at"))


def flag(move: Move, reason: str) -> None:
    """Keep a move from being danced until somebody publishes it. Raises BadCorrectionError without a reason."""
    said = one_line(reason, LONGEST)
    if not said:
        raise BadCorrectionError("Say why this move is not to be danced.")
    with transaction.atomic():
        touch_library(move.library, vectors_stay=True)
        move.refresh_from_db()
        move.held_reason = said
        settle_status(move, vector_faults(move))
        move.save(update_fields=("held_reason", "status", "flag_reason", "updated_at"))


def _ask(
    move: Move, kind: LibraryTaskKind, *, quality: AnalysisQuality = AnalysisQuality.BALANCED, **details: Any
) -> LibraryTask:
    """Make a run of one task, which normalises the library when it is done."""
    with transaction.atomic():
        run = LibraryRun.objects.create(library=move.library, quality=quality)
        task = runs.add_task(run, kind, move=move, library_path=move.library_path, details=details)
        runs.seal(run)
    return task
