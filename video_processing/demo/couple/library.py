"""Make the demo library: clips, their truth beside them, and the annotations that an import reads."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import cv2

from ai_services.vocabulary import COUNTS_PER_PHRASE
from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.clip import Take, dance_take, film_take
from video_processing.demo.couple.spec import LEAD_IN_BEATS, MoveSpec
from video_processing.media.whole_file import whole_file
from video_processing.pose.sidecar import sidecar_path, write_sidecar

FILM_VERSION = 3
"""Raise it when bodies, clothes, sets, light or the encoding change: every clip is then filmed again."""
ANNOTATIONS_NAME = "bachata_annotations.json"
TRUTH_SUFFIX = ".truth.json"

Progress = Callable[[int, int, str], None]
"""Called with clips done, clips in all, the name of the clip just done."""


@dataclass(frozen=True)
class MadeLibrary:
    """What `make_demo_library` did."""

    annotations_path: Path
    made: tuple[str, ...]
    """Video paths, relative to the library, that were filmed now."""
    kept: tuple[str, ...]
    """Video paths that were already there, unchanged."""


def make_demo_library(
    directory: Path,
    moves: Sequence[MoveSpec] = DEMO_MOVES,
    *,
    workers: int = 2,
    flash_on_beats: bool = False,
    progress: Progress | None = None,
) -> MadeLibrary:
    """Film every move into `directory`; a clip whose description has not changed since is kept.

    A clip's truth is written last and names its fingerprint, so a clip cut short by a crash is filmed again.
    `workers`: processes that film side by side; 1 films in this process.
    """
    directory.mkdir(parents=True, exist_ok=True)
    wanted = [move for move in moves if not _is_current(directory, move, flash_on_beats)]
    for done, move in enumerate(_film_all(directory, wanted, workers, flash_on_beats), start=1):
        if progress is not None:
            progress(done, len(wanted), move.name)
    annotations = directory / ANNOTATIONS_NAME
    _write_text(annotations, json.dumps(annotations_of(moves), ensure_ascii=False, indent=1) + "\n")
    made = {move.video_path for move in wanted}
    return MadeLibrary(
        annotations,
        tuple(sorted(made)),
        tuple(sorted(move.video_path for move in moves if move.video_path not in made)),
    )


def _film_all(directory: Path, moves: Sequence[MoveSpec], workers: int, flash_on_beats: bool) -> Iterator[MoveSpec]:
    if workers <= 1 or len(moves) <= 1:
        for move in moves:
            make_clip(directory, move, flash_on_beats)
            yield move
        return
    # Spawned, not forked: a fork would copy the caller's database connections and threads.
    with ProcessPoolExecutor(
        min(workers, len(moves)), mp_context=get_context("spawn"), initializer=_one_thread
    ) as pool:
        waiting = {pool.submit(make_clip, directory, move, flash_on_beats): move for move in _by_day(moves)}
        for future in as_completed(waiting):
            future.result()
            yield waiting[future]


def _one_thread() -> None:
    cv2.setNumThreads(1)


def _by_day(moves: Sequence[MoveSpec]) -> list[MoveSpec]:
    """Return moves with the same set and camera after another: its picture and bodies are kept from clip to clip."""
    return sorted(moves, key=lambda move: (move.day, move.view_deg))


def make_clip(directory: Path, move: MoveSpec, flash_on_beats: bool = False) -> None:
    """Film one move: video, then keypoints, then truth."""
    take = dance_take(move)
    video = directory / move.video_path
    with whole_file(video) as partial:
        track = film_take(take, partial, flash_on_beats=flash_on_beats)
    with whole_file(sidecar_path(video)) as partial:
        write_sidecar(partial, track)
    _write_text(truth_path(video), json.dumps(_truth(take, flash_on_beats), indent=1) + "\n")


def truth_path(video: Path) -> Path:
    """Return where the truth of a clip lies."""
    return video.with_name(video.stem + TRUTH_SUFFIX)


def fingerprint(move: MoveSpec, flash_on_beats: bool) -> str:
    """Return a digest of all that a clip depends on: choreography, day, tempo, version."""
    parts = (
        FILM_VERSION,
        flash_on_beats,
        move.tempo_bpm,
        move.seed,
        move.view_deg,
        move.filming_day,
        move.choreograph(),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _is_current(directory: Path, move: MoveSpec, flash_on_beats: bool) -> bool:
    video = directory / move.video_path
    try:
        truth = json.loads(truth_path(video).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    there = video.is_file() and sidecar_path(video).is_file()
    return there and isinstance(truth, dict) and truth.get("fingerprint") == fingerprint(move, flash_on_beats)


def _truth(take: Take, flash_on_beats: bool) -> dict[str, object]:
    song, move = take.song, take.spec
    return {
        "version": 1,
        "fingerprint": fingerprint(move, flash_on_beats),
        "tempo_bpm": move.tempo_bpm,
        "n_counts": take.n_counts,
        "first_count1_s": round(LEAD_IN_BEATS * 60.0 / move.tempo_bpm, 6),
        "beat_times_s": [round(float(time), 6) for time in song.beat_times_s],
        "count1_beats": [int(beat) for beat in song.count1_beats],
        "counts_per_phrase": COUNTS_PER_PHRASE,
        "roles": ["lead", "follow"],
        "filming_day": move.filming_day.name,
        "flash_on_beats": flash_on_beats,
    }


def annotations_of(moves: Sequence[MoveSpec]) -> dict[str, object]:
    """Return the content of the annotations file."""
    return {
        "instructions": "The demo library: an animated couple. Difficulty: beginner, intermediate, advanced.",
        "move_categories": sorted({move.category.value for move in moves}),
        "clips": [
            {
                "clip_id": move.slug,
                "video_path": move.video_path,
                "move_label": move.category.value,
                "energy_level": move.energy.value,
                "estimated_tempo": move.tempo_bpm,
                "difficulty": move.difficulty.value,
                "style": move.style.value,
                "name": move.name,
                "notes": move.notes,
                "role_focus": move.role_focus,
                "filming_day": move.filming_day.name,
            }
            for move in moves
        ],
    }


def _write_text(path: Path, text: str) -> None:
    with whole_file(path) as partial:
        partial.write_text(text, encoding="utf-8")
