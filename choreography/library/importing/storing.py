"""Writes one ingested clip into the library: files first, then its row; a clip is there whole or not at all."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from django.db import InterfaceError, OperationalError, transaction
from numpy.typing import NDArray

from ai_services.text_embedding import move_sentence
from ai_services.validation import check_embeddings
from ai_services.vocabulary import Role, Style
from choreography.library.importing.annotations import ClipAnnotation
from choreography.library.importing.discovery import ClipFile
from choreography.library.importing.kept_roles import with_kept_roles
from choreography.library.importing.normalising import neutral_normaliser
from choreography.library.status import settle_status
from choreography.library.touching import touch_library
from choreography.models import KEY_FIELDS, MOVES_ROOT, Move, MoveEmbedding
from common import storage
from video_processing.clip_grid import count1_beat
from video_processing.couple.appearance import APPEARANCE_SIZE
from video_processing.embeddings.layout import EMBEDDING_VERSION
from video_processing.ingest import IngestedClip
from video_processing.music.serialization import grid_to_dict

__all__ = ["sentence_of", "store_clip", "touch_library"]

NO_EVIDENCE = np.full(2 * APPEARANCE_SIZE + 2, np.nan, dtype=np.float32)


@dataclass(frozen=True)
class _Files:
    clip_key: str
    mezzanine_key: str
    poster_key: str
    keypoints_key: str


def sentence_of(annotation: ClipAnnotation) -> str:
    """Return the sentence that stands for a clip in the search by words."""
    return move_sentence(
        annotation.readable_name,
        annotation.category,
        annotation.difficulty,
        annotation.energy,
        Style(annotation.style) if annotation.style else None,
        Role(annotation.role_focus) if annotation.role_focus in Role.values else None,
        annotation.notes,
    )


def _nothing(_: Move) -> None:
    """Be content with what was stored."""


def store_clip(
    library: str,
    clip: ClipFile,
    ingested: IngestedClip,
    text: NDArray[np.float64],
    *,
    prefix: str = "",
    clip_key: str = "",
    in_transaction: Callable[[Move], None] = _nothing,
) -> Move:
    """Make or replace the move of a clip; a clip without a couple makes a flagged move without vectors.

    Its files go under `prefix` (default: one of their own); the clip itself stays at `clip_key` where it lies in
    storage already. `in_transaction` is called with the move before all of it counts: what it raises undoes everything.
    Raises InvalidEmbeddingError, StorageFullError.
    """
    known = Move.objects.filter(library=library, library_path=clip.library_path).first()
    ingested = with_kept_roles(ingested, clip, known)
    vectors = neutral_normaliser().apply(ingested.raw_features) | {"audio": ingested.sound, "text": text}
    if ingested.couple is not None:
        check_embeddings(vectors)
    files = _publish(clip, ingested, prefix or f"{MOVES_ROOT}/{uuid.uuid4()}/{clip.clip_sha256[:12]}", clip_key)
    try:
        with transaction.atomic():
            touch_library(library)
            move, stale = _store(library, clip, ingested, files)
            _store_embedding(move, clip, ingested, vectors)
            in_transaction(move)
            transaction.on_commit(lambda: storage.delete(*stale), robust=True)
    except (OperationalError, InterfaceError):
        raise  # it may count, though the answer was lost: files that no row refers to are the janitor's
    except BaseException:
        storage.delete(*(key for key in vars(files).values() if key != clip_key))
        raise
    return move


def _publish(clip: ClipFile, ingested: IngestedClip, prefix: str, clip_key: str) -> _Files:
    keypoints = ingested.keypoints_path
    files = _Files(
        clip_key=clip_key or f"{prefix}/clip{clip.path.suffix.lower()}",
        mezzanine_key=f"{prefix}/mezzanine.mp4",
        poster_key=f"{prefix}/poster.jpg",
        keypoints_key=f"{prefix}/keypoints.npz" if keypoints else "",
    )
    storage.publish(ingested.mezzanine_path, files.mezzanine_key, consume=True)
    storage.publish(ingested.poster_path, files.poster_key, consume=True)
    if keypoints is not None:
        storage.publish(keypoints, files.keypoints_key, consume=True)
    if not clip_key:
        storage.publish(clip.path, files.clip_key)
    return files


def _store(library: str, clip: ClipFile, ingested: IngestedClip, files: _Files) -> tuple[Move, list[str]]:
    """Return the move and the keys of the files that it no longer needs."""
    move = Move.objects.filter(library=library, library_path=clip.library_path).first()
    stale = [getattr(move, name) for name in KEY_FIELDS if getattr(move, name) != getattr(files, name)] if move else []
    move = move or Move(library=library, library_path=clip.library_path)
    for name, value in (_fields(clip, ingested) | vars(files)).items():
        setattr(move, name, value)
    settle_status(move)
    move.save()
    return move, stale


def _store_embedding(
    move: Move, clip: ClipFile, ingested: IngestedClip, vectors: dict[str, NDArray[np.float64]]
) -> None:
    if ingested.couple is None:
        MoveEmbedding.objects.filter(move=move).delete()
        return
    MoveEmbedding.objects.update_or_create(
        move=move,
        defaults={
            **vectors,
            "raw_features": ingested.raw_features.astype(np.float32).tobytes(),
            "sentence": sentence_of(clip.annotation),
            "version": EMBEDDING_VERSION,
        },
    )


def _fields(clip: ClipFile, ingested: IngestedClip) -> dict[str, object]:
    told = clip.annotation
    return {
        "name": told.readable_name,
        "category": told.category,
        "difficulty": told.difficulty,
        "energy": told.energy,
        "style": told.style,
        "role_focus": "" if told.role_focus == "both" else told.role_focus,
        "notes": told.notes,
        "filming_day": told.filming_day,
        "clip_sha256": clip.clip_sha256,
        "annotation_sha256": clip.annotation_sha256,
        "duration_s": ingested.info.duration_s,
        "fps": ingested.info.fps,
        "mezzanine_fingerprint": ingested.mezzanine.fingerprint,
        "mezzanine_sha256": ingested.mezzanine.sha256,
        "grid": grid_to_dict(ingested.grid),
        "heard_grid": grid_to_dict(ingested.heard),
        "av_offset_ms": clip.corrections.av_offset_ms,
        "count1_beat": count1_beat(ingested.grid, clip.corrections),
        "tempo_bpm": ingested.grid.tempo_bpm,
        "quality": ingested.quality,
        "import_fault": ingested.fault,
        "roles_given": ingested.roles_given,
        "keypoints_given": ingested.keypoints_given,
        **_couple_fields(ingested),
    }


def _couple_fields(ingested: IngestedClip) -> dict[str, object]:
    couple = ingested.couple
    if couple is None:
        unknown: dict[str, object] = dict.fromkeys(("detection_rate", "identity_confidence", "role_confidence"), 0.0)
        return unknown | {"role_evidence": NO_EVIDENCE.tobytes()}
    evidence = np.concatenate([couple.appearance.ravel(), couple.hip_path_torsos]).astype(np.float32)
    return {
        "detection_rate": couple.both_present_share,
        "identity_confidence": couple.identity_confidence,
        "role_confidence": couple.role_confidence,
        "role_evidence": evidence.tobytes(),
    }
