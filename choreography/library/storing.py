"""Writes one ingested clip into the library: files first, then its row; a clip is there whole or not at all."""

import uuid

import numpy as np
from django.db import transaction
from django.db.models import F
from numpy.typing import NDArray

from ai_services.text_embedding import move_sentence
from ai_services.validation import check_embeddings
from ai_services.vocabulary import Role, Style
from choreography.library.annotations import ClipAnnotation
from choreography.library.discovery import ClipFile
from choreography.library.normalising import neutral_normaliser
from choreography.models import LibraryState, Move, MoveEmbedding
from common import storage
from video_processing.embeddings.layout import EMBEDDING_VERSION
from video_processing.ingest import IngestedClip
from video_processing.music.serialization import grid_to_dict


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


def store_clip(library: str, clip: ClipFile, ingested: IngestedClip, text: NDArray[np.float64]) -> Move:
    """Make or replace the move of a clip. Raises InvalidEmbeddingError, StorageFullError."""
    vectors = neutral_normaliser().apply(ingested.raw_features) | {"audio": ingested.sound, "text": text}
    check_embeddings(vectors)
    known = Move.objects.filter(library=library, library_path=clip.library_path).first()
    move_id = known.id if known else uuid.uuid4()
    prefix = f"moves/{move_id}/{clip.clip_sha256[:12]}-{uuid.uuid4().hex[:8]}"
    storage.publish(ingested.mezzanine_path, f"{prefix}/mezzanine.mp4", consume=True)
    storage.publish(ingested.poster_path, f"{prefix}/poster.jpg", consume=True)
    storage.publish(ingested.keypoints_path, f"{prefix}/keypoints.npz", consume=True)
    storage.publish(clip.path, f"{prefix}/clip{clip.path.suffix.lower()}")
    stale = [known.clip_key, known.mezzanine_key, known.poster_key, known.keypoints_key] if known else []
    with transaction.atomic():
        move, _ = Move.objects.update_or_create(
            library=library, library_path=clip.library_path, defaults={"id": move_id, **_fields(clip, ingested, prefix)}
        )
        MoveEmbedding.objects.update_or_create(
            move=move,
            defaults={
                **vectors,
                "raw_features": ingested.raw_features.astype(np.float32).tobytes(),
                "sentence": sentence_of(clip.annotation),
                "version": EMBEDDING_VERSION,
            },
        )
        touch_library(library)
        transaction.on_commit(lambda: _delete(stale))
    return move


def touch_library(name: str) -> None:
    """Note that a library changed: plans and indexes are built anew."""
    LibraryState.objects.get_or_create(name=name)
    LibraryState.objects.filter(name=name).update(version=F("version") + 1)


def _fields(clip: ClipFile, ingested: IngestedClip, prefix: str) -> dict[str, object]:
    told, couple = clip.annotation, ingested.couple
    evidence = np.concatenate([couple.appearance.ravel(), couple.hip_path_torsos]).astype(np.float32)
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
        "clip_key": f"{prefix}/clip{clip.path.suffix.lower()}",
        "mezzanine_key": f"{prefix}/mezzanine.mp4",
        "mezzanine_fingerprint": ingested.mezzanine.fingerprint,
        "mezzanine_sha256": ingested.mezzanine.sha256,
        "poster_key": f"{prefix}/poster.jpg",
        "keypoints_key": f"{prefix}/keypoints.npz",
        "grid": grid_to_dict(ingested.grid),
        "tempo_bpm": ingested.grid.tempo_bpm,
        "detection_rate": couple.both_present_share,
        "quality": ingested.quality,
        "identity_confidence": couple.identity_confidence,
        "role_confidence": couple.role_confidence,
        "roles_given": ingested.roles_given,
        "role_evidence": evidence.tobytes(),
    }


def _delete(keys: list[str]) -> None:
    for key in keys:
        storage.delete(key)
