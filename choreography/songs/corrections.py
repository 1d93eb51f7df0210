"""Corrections of a song's counts: a history apart from the analysis, of which those that are not undone hold.

A step of the history is `{"correction": {"kind", "time_s"?, "beats"?, "offset_ms"?}, "made_at", "undone_at"}`, its
moments in ISO 8601.
"""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from choreography.models import Song
from common.errors import ConflictError, NotFoundError
from video_processing.music.corrections import (
    Correction,
    CorrectionError,
    correct_all,
    correction_from_dict,
    correction_to_dict,
    settle,
)
from video_processing.music.grid import Section, SongAnalysis
from video_processing.music.recounting import recounted
from video_processing.music.serialization import StoredAnalysisError, analysis_from_dict

Step = dict[str, Any]
NUDGED_MAX_MS = 500
HOLDING_MAX, HISTORY_MAX = 50, 200
"""Steps that hold, and steps that are kept; beyond that the oldest undone ones are forgotten."""


class SongNotAnalysedError(ConflictError):
    """The counts of this song have not been found yet, so there is nothing to correct."""

    code = "song_not_analysed"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class NothingToUndoError(ConflictError):
    """No correction of this song is left to undo."""

    code = "nothing_to_undo"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def correct_song(song: Song, correction: Correction) -> SongAnalysis:
    """Correct the counts of a song as they are now, and return its analysis on the new ones.

    What is stored is settled: it stays right after a new analysis. Raises CorrectionError, SongNotAnalysedError.
    """

    def add(steps: list[Step], found: SongAnalysis) -> None:
        if len(holding(steps)) >= HOLDING_MAX:
            raise CorrectionError(f"A song takes {HOLDING_MAX} corrections; undo some of them first.")
        if abs(sum(step.offset_ms or 0.0 for step in (*holding(steps), correction))) > NUDGED_MAX_MS:
            raise CorrectionError(f"Beats can be nudged by {NUDGED_MAX_MS} ms in all: shift the counts instead.")
        grid = correct_all(found.grid, holding(steps)).grid
        settled = settle(grid, correction)
        steps.append({"correction": correction_to_dict(settled), "made_at": _now(), "undone_at": None})
        _forget_oldest_undone(steps)

    return _changed(song, add)


def undo_correction(song: Song) -> SongAnalysis:
    """Undo the last correction that holds. Raises NothingToUndoError, SongNotAnalysedError."""
    return _changed(song, lambda steps, _: _undo(steps, 1))


def clear_corrections(song: Song) -> SongAnalysis:
    """Undo all corrections; the history keeps them. Raises NothingToUndoError, SongNotAnalysedError."""
    return _changed(song, lambda steps, _: _undo(steps, len(steps)))


def holding(steps: list[Step]) -> list[Correction]:
    """Return the corrections of a history that are not undone, in order."""
    return [correction_from_dict(step["correction"]) for step in steps if step["undone_at"] is None]


def corrected_analysis(found: SongAnalysis, steps: list[Step]) -> SongAnalysis:
    """Return an analysis on the counts that a history of corrections gives; those that no longer fit are skipped."""
    corrections = holding(steps)
    return recounted(found, correct_all(found.grid, corrections).grid) if corrections else found


def sections_of(song: Song) -> tuple[Section, ...]:
    """Return the sections of a song on its corrected counts; none where it has to be analysed (anew) first."""
    try:
        return counts_of(song).sections
    except SongNotAnalysedError:
        return ()


def counts_of(song: Song) -> SongAnalysis:
    """Return the stored analysis of a song on its corrected counts. Raises SongNotAnalysedError."""
    return corrected_analysis(_found(song), song.corrections)


def _changed(song: Song, change: Callable[[list[Step], SongAnalysis], None]) -> SongAnalysis:
    """Change the history of a song under lock; `song` follows."""
    with transaction.atomic():
        locked = Song.objects.select_for_update().filter(id=song.id).first()
        if locked is None:
            raise NotFoundError("The song was removed meanwhile.")
        found = _found(locked)
        steps = [dict(step) for step in locked.corrections]
        change(steps, found)
        analysis = corrected_analysis(found, steps)
        locked.corrections, locked.tempo_bpm = steps, analysis.grid.tempo_bpm
        locked.save(update_fields=("corrections", "tempo_bpm"))
    for name in ("analysis", "analyser_version", "corrections", "tempo_bpm"):
        setattr(song, name, getattr(locked, name))
    return analysis


def _found(song: Song) -> SongAnalysis:
    if song.analysis is None:
        raise SongNotAnalysedError
    try:
        return analysis_from_dict(song.analysis)
    except StoredAnalysisError as error:  # an older analyser's: the next plan makes it anew
        raise SongNotAnalysedError from error


def _undo(steps: list[Step], most: int) -> None:
    held = [step for step in steps if step["undone_at"] is None][-most:]
    if not held:
        raise NothingToUndoError
    for step in held:
        step["undone_at"] = _now()


def _forget_oldest_undone(steps: list[Step]) -> None:
    undone = [step for step in steps if step["undone_at"] is not None]
    for step in undone[: max(0, len(steps) - HISTORY_MAX)]:
        steps.remove(step)


def _now() -> str:
    return timezone.now().isoformat()
