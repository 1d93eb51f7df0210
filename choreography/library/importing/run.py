"""A whole import: find, ingest, store, normalise, report."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from choreography.library.curation.corrections import with_corrections
from choreography.library.importing.annotations import read_annotations
from choreography.library.importing.discovery import ClipFile, find_clips, new_or_changed
from choreography.library.importing.ingesting import Outcome, ingesting
from choreography.library.importing.normalising import normalise_library
from choreography.library.importing.report import import_report
from choreography.library.importing.storing import sentence_of, store_clip
from choreography.models import MAIN_LIBRARY, AnalysisQuality, Move
from choreography.search.sentences import learn_wishes, sentence_vectors
from common.errors import BuddyError
from video_processing.mezzanine.fingerprint import expected_fingerprint

Progress = Callable[[Outcome, int, int], None]
"""Told each outcome, how many clips are done, and how many there are."""


def import_library(
    video_dir: Path,
    annotations: Path,
    *,
    workers: int,
    progress: Progress,
    library: str = MAIN_LIBRARY,
    quality: AnalysisQuality = AnalysisQuality.BALANCED,
) -> dict[str, Any]:
    """Import the new and changed clips of a folder and return the report.

    A clip that fails is reported and skipped. After KeyboardInterrupt what is stored stays, and the library is
    usable: the report says `interrupted`. Raises AnnotationsError, NoClipsError.
    """
    started = time.perf_counter()
    told, bad_rows = read_annotations(annotations)
    clips, problems = find_clips(video_dir, told, bad_rows)
    wanted = with_corrections(library, new_or_changed(clips, known_clips(library)))
    outcomes: list[Outcome] = []
    interrupted = False
    try:
        for outcome in _stored(library, wanted, workers, quality.rate_hz):
            outcomes.append(outcome)
            progress(outcome, len(outcomes), len(wanted))
    except KeyboardInterrupt:
        interrupted = True
    learn_wishes()
    moves = normalise_library(library)
    report = import_report(
        outcomes, problems, unchanged=len(clips) - len(wanted), total_s=time.perf_counter() - started
    )
    return report | {"interrupted": interrupted, "library_moves": moves}


def known_clips(library: str) -> dict[str, tuple[str, str]]:
    """Return the clips that need no import: library path -> (clip, annotation) SHA-256."""
    current = Move.objects.filter(library=library, mezzanine_fingerprint=expected_fingerprint())
    rows = current.values_list("library_path", "clip_sha256", "annotation_sha256")
    return {path: (clip, annotation) for path, clip, annotation in rows}


def _stored(library: str, wanted: tuple[ClipFile, ...], workers: int, rate_hz: float) -> Iterable[Outcome]:
    if not wanted:
        return
    with ingesting(wanted, min(workers, len(wanted)), rate_hz) as outcomes:  # in processes that start meanwhile
        sentences = [sentence_of(clip.annotation) for clip in wanted]
        texts = dict(zip((clip.library_path for clip in wanted), sentence_vectors(sentences), strict=True))
        for outcome in outcomes:
            yield _store(library, outcome, texts[outcome.clip.library_path])


def _store(library: str, outcome: Outcome, text: NDArray[np.float64]) -> Outcome:
    if outcome.ingested is None:
        return outcome
    try:
        store_clip(library, outcome.clip, outcome.ingested, text)
    except BuddyError as error:
        return replace(outcome, ingested=None, error_code=error.code, reason=str(error))
    return outcome
