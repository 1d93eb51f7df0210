"""Brings clips into the library: the heavy work in processes of their own, each finished clip stored at once."""

import multiprocessing
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import django
from django.conf import settings

from choreography.library.importing.discovery import ClipFile
from common.errors import BuddyError
from common.scratch import scratch_folder
from video_processing.ingest import ANALYSIS_RATE_HZ, IngestedClip, ingest_clip
from video_processing.pose.detector import PoseDetector

UNEXPECTED = "it could not be imported because of an error of ours; the log has it"


@dataclass(frozen=True)
class Outcome:
    """What became of one clip."""

    clip: ClipFile
    ingested: IngestedClip | None
    error_code: str = ""
    reason: str = ""
    seconds: float = 0.0
    stage_seconds: dict[str, float] = field(default_factory=dict)


@contextmanager
def ingesting(
    clips: Iterable[ClipFile], workers: int, rate_hz: float = ANALYSIS_RATE_HZ
) -> Iterator[Iterator[Outcome]]:
    """Give the outcomes of the clips as they come; files of a clip live until the next outcome is asked for.

    Dancers are looked at `rate_hz` times a second. With one worker all happens in this process; with more, each worker
    holds one pose model and one core.
    """
    with scratch_folder("ingest") as directory:
        jobs = [(clip, directory / str(number)) for number, clip in enumerate(clips)]
        if workers == 1:
            yield (ingest_in(folder, clip, 2, rate_hz) for clip, folder in jobs)
            return
        context = multiprocessing.get_context("spawn")  # a fork would copy open database connections
        with ProcessPoolExecutor(workers, mp_context=context, initializer=django.setup) as pool:
            futures = [pool.submit(ingest_in, folder, clip, 1, rate_hz) for clip, folder in jobs]
            try:
                yield _results(futures)
            finally:
                for future in futures:
                    future.cancel()


def _results(futures: list[Future[Outcome]]) -> Iterator[Outcome]:
    for future in as_completed(futures):
        yield future.result()


def ingest_in(directory: Path, clip: ClipFile, threads: int, rate_hz: float) -> Outcome:
    """Return what became of a clip; its files lie in `directory`, which is made."""
    start = time.perf_counter()
    directory.mkdir()
    try:
        ingested = ingest_clip_file(directory, clip, rate_hz, threads)
    except BuddyError as error:
        return Outcome(clip, None, error.code, str(error), time.perf_counter() - start)
    return Outcome(clip, ingested, seconds=time.perf_counter() - start, stage_seconds=ingested.seconds)


def ingest_clip_file(directory: Path, clip: ClipFile, rate_hz: float, threads: int = 2) -> IngestedClip:
    """Return all that the library keeps of a clip, with this process's pose model. Raises as `ingest_clip`."""
    return ingest_clip(
        clip.path,
        directory,
        sidecar=clip.sidecar,
        detector=None if clip.sidecar else _detector(threads),
        rate_hz=rate_hz,
        corrections=clip.corrections,
        threads=threads,
    )


@cache
def _detector(threads: int) -> PoseDetector | None:
    if settings.POSE_MODEL_PATH is None:
        return None
    return PoseDetector(settings.POSE_MODEL_PATH, sha256=settings.POSE_MODEL_SHA256, threads=threads)
