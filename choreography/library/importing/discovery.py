"""Finds the clips of a library and what is to be done with each: only what is new or changed is imported."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from choreography.library.importing.annotations import BadRow, ClipAnnotation, composed
from common.errors import InputError
from video_processing.clip_grid import NO_CORRECTIONS, GridCorrections
from video_processing.media.whole_file import sha256_of

CLIP_SUFFIXES = (".mp4", ".m4v", ".mov", ".mkv", ".webm")
SIDECAR_SUFFIX = ".pose.json"


class NoClipsError(InputError):
    """There are no clips to import."""

    code = "no_clips"


@dataclass(frozen=True)
class ClipFile:
    """A clip to import, with all that decides whether it was imported already."""

    path: Path
    library_path: str
    annotation: ClipAnnotation
    sidecar: Path | None
    clip_sha256: str
    annotation_sha256: str
    corrections: GridCorrections = NO_CORRECTIONS


def find_clips(
    video_dir: Path, annotations: Iterable[ClipAnnotation], bad_rows: Iterable[BadRow] = ()
) -> tuple[tuple[ClipFile, ...], tuple[BadRow, ...]]:
    """Return the annotated clips below `video_dir`; and the bad rows, with what is missing on either side.

    Raises NoClipsError.
    """
    if not video_dir.is_dir():
        raise NoClipsError("There is no folder of clips of that name.")
    found = {
        composed(path.relative_to(video_dir).as_posix()): path
        for path in sorted(video_dir.rglob("*"))
        if path.suffix.lower() in CLIP_SUFFIXES and path.is_file() and not path.name.startswith(".")
    }
    by_path = {annotation.video_path: annotation for annotation in annotations}
    problems = list(bad_rows)
    told = by_path.keys() | {row.video_path for row in problems}
    problems += [BadRow(path, "the file is missing") for path in by_path if path not in found]
    problems += [BadRow(path, "the clip has no annotation") for path in found if path not in told]
    clips = tuple(_clip_file(path, key, by_path[key]) for key, path in found.items() if key in by_path)
    if not clips and not problems:
        raise NoClipsError("There are no clips in that folder.")
    return clips, tuple(problems)


def _clip_file(path: Path, library_path: str, annotation: ClipAnnotation) -> ClipFile:
    sidecar = path.with_suffix(SIDECAR_SUFFIX)
    told = json.dumps(annotation.model_dump(mode="json"), sort_keys=True)
    if sidecar.is_file():
        told += sha256_of(sidecar)
    return ClipFile(
        path=path,
        library_path=library_path,
        annotation=annotation,
        sidecar=sidecar if sidecar.is_file() else None,
        clip_sha256=sha256_of(path),
        annotation_sha256=hashlib.sha256(told.encode()).hexdigest(),
    )


def new_or_changed(clips: Iterable[ClipFile], known: Mapping[str, tuple[str, str]]) -> tuple[ClipFile, ...]:
    """Return the clips whose content or annotation differs from `known`: library path -> (clip, annotation) SHA-256."""
    return tuple(clip for clip in clips if known.get(clip.library_path) != (clip.clip_sha256, clip.annotation_sha256))
