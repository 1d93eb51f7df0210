"""A library's embeddings as one JSON document, out and in: what each move is, its clip's hash and its five vectors."""

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import numpy as np
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from pydantic import BaseModel, ConfigDict, Field, Strict, ValidationError

from ai_services.validation import EMBEDDING_DIMENSIONS, embedding_faults
from choreography.library.importing.annotations import BadRow, ClipAnnotation, reason_of
from choreography.library.importing.normalising import normalise_library, raw_features
from choreography.library.status import settle_status
from choreography.library.touching import touch_library
from choreography.models import LibraryState, Move
from choreography.search.sentences import MODEL
from common.errors import InputError
from video_processing.embeddings.layout import EMBEDDING_VERSION
from video_processing.embeddings.pose_vectors import N_POSE_FEATURES, NormaliserFormatError, PoseNormaliser

FORMAT, FORMAT_VERSION = "bachata-buddy-embeddings", 1
SAME_WITHIN = 1e-3
"""Vectors and normaliser pass through 32-bit floats."""
ANNOTATION_FIELDS = {
    "video_path": "library_path",
    "move_label": "category",
    "difficulty": "difficulty",
    "energy_level": "energy",
    "name": "name",
    "style": "style",
    "role_focus": "role_focus",
    "notes": "notes",
    "filming_day": "filming_day",
}
"""Key of an annotation -> field of a move."""


class EmbeddingsDocumentError(InputError):
    """This file is not a document of embeddings that can be loaded."""

    code = "invalid_embeddings_document"


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")

    annotation: ClipAnnotation
    clip_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    sentence: Annotated[str, Field(min_length=1, max_length=4000)]
    embedding_version: int
    vectors: dict[str, list[Annotated[float, Strict()]]]
    raw_features: str
    """Base64 of 1280 float32, little endian."""


@dataclass
class LoadReport:
    """What a load changed."""

    library: str
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    rejected: list[BadRow] = field(default_factory=list)
    renormalised: bool = False
    """The document did not hold the whole library: pose vectors were made comparable anew, from the loaded features."""


def embeddings_document(name: str) -> dict[str, Any]:
    """Return a library's embeddings as JSON-able data; moves without embeddings are counted, not listed."""
    with transaction.atomic():
        LibraryState.objects.get_or_create(name=name)
        state = LibraryState.objects.select_for_update().get(name=name)  # nobody changes a move meanwhile
        moves = Move.objects.filter(library=name).order_by("library_path")
        told = moves.filter(embedding__isnull=False).select_related("embedding")
        rows = [_row_of(move) for move in told.iterator(chunk_size=200)]
        total = moves.count()
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "library": name,
        "library_version": state.version,
        "created": timezone.now().isoformat(timespec="seconds"),
        "embedding_version": EMBEDDING_VERSION,
        "dimensions": EMBEDDING_DIMENSIONS,
        "models": {"text": MODEL, "pose": settings.POSE_MODEL_PATH.name if settings.POSE_MODEL_PATH else None},
        "normaliser": {
            "is_current": state.version == state.normalised_version,
            "npz_base64": base64.b64encode(bytes(state.normaliser)).decode(),
        },
        "counts": {"moves": total, "embeddings": len(rows)},
        "sha256": contents_sha256(rows),
        "moves": rows,
    }


def contents_sha256(rows: list[dict[str, Any]]) -> str:
    """Return the hash of a document's moves, in whatever order their keys stand."""
    plain = json.dumps(rows, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def read_document(path: Path) -> dict[str, Any]:
    """Return a document whose contents are what its head says. Raises EmbeddingsDocumentError."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise EmbeddingsDocumentError("There is no file of that name.") from error
    except (OSError, ValueError, RecursionError) as error:
        raise EmbeddingsDocumentError("The file is not whole, readable JSON.") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise EmbeddingsDocumentError("The file is not a document of embeddings.")
    if document.get("version") != FORMAT_VERSION:
        raise EmbeddingsDocumentError(f"The document has version {document.get('version')!r}; only 1 is known.")
    rows, counts = document.get("moves"), document.get("counts")
    if not isinstance(rows, list) or not isinstance(counts, dict) or counts.get("embeddings") != len(rows):
        raise EmbeddingsDocumentError("The document does not hold as many moves as it says.")
    if document.get("sha256") != contents_sha256(rows):
        raise EmbeddingsDocumentError("The moves of the document are not those it was written with: its hash differs.")
    return document


def load_document(document: dict[str, Any], name: str) -> LoadReport:
    """Load a document onto the moves of a library that have the same path and the same clip.

    Row by row: a bad one is rejected with its reason and spoils no other. Raises EmbeddingsDocumentError where the
    normaliser of the document is damaged.
    """
    normaliser = _normaliser(document)
    report = LoadReport(name)
    with transaction.atomic():
        touch_library(name)
        moves = {move.library_path: move for move in Move.objects.filter(library=name).select_related("embedding")}
        accepted = dict(_accepted(document["moves"], moves, normaliser, report.rejected.append))
        for path, row in accepted.items():
            changed = _apply(moves[path], row)
            (report.updated if changed else report.unchanged).append(path)
        if not report.updated:
            transaction.set_rollback(True)
            return report
        whole = {path for path, move in moves.items() if hasattr(move, "embedding")} <= set(accepted)
        report.renormalised = not (whole and normaliser is not None)
        if normaliser is not None and whole:
            state = LibraryState.objects.get(name=name)
            state.normaliser, state.normalised_version = normaliser.to_bytes(), state.version
            state.save(update_fields=("normaliser", "normalised_version"))
    if report.renormalised:
        normalise_library(name)
    return report


def _row_of(move: Move) -> dict[str, Any]:
    embedding = move.embedding
    return {
        "annotation": {key: getattr(move, name) for key, name in ANNOTATION_FIELDS.items()},
        "clip_sha256": move.clip_sha256,
        "sentence": embedding.sentence,
        "embedding_version": embedding.version,
        "vectors": {name: [float(value) for value in getattr(embedding, name)] for name in EMBEDDING_DIMENSIONS},
        "raw_features": base64.b64encode(bytes(embedding.raw_features)).decode(),
    }


def _normaliser(document: dict[str, Any]) -> PoseNormaliser | None:
    """Return the normaliser that made the document's vectors; None where the library had none of its own then."""
    told = document.get("normaliser")
    if not isinstance(told, dict) or not isinstance(told.get("npz_base64"), str):
        raise EmbeddingsDocumentError("The document has no normaliser.")
    if not told.get("is_current") or not told["npz_base64"]:
        return None
    try:
        return PoseNormaliser.from_bytes(base64.b64decode(told["npz_base64"], validate=True))
    except (ValueError, NormaliserFormatError) as error:
        raise EmbeddingsDocumentError("The normaliser of the document cannot be used here.") from error


def _accepted(
    rows: Iterable[object], moves: dict[str, Move], normaliser: PoseNormaliser | None, reject: Callable[[BadRow], None]
) -> Iterator[tuple[str, _Row]]:
    seen: set[str] = set()
    for number, told in enumerate(rows, start=1):
        where = _place(told, number)
        try:
            row = _Row.model_validate(told)
            where = row.annotation.video_path
            reason = "this path stands there twice" if where in seen else _fault(row, moves.get(where), normaliser)
        except ValidationError as error:
            reason = reason_of(error)
        if reason:
            reject(BadRow(where, reason))
            continue
        seen.add(where)
        yield where, row


def _place(told: object, number: int) -> str:
    """Return the path that a row names, else its number."""
    annotation = told.get("annotation") if isinstance(told, dict) else None
    path = annotation.get("video_path") if isinstance(annotation, dict) else None
    return path[:255] if isinstance(path, str) and path else f"row {number}"


def _fault(row: _Row, move: Move | None, normaliser: PoseNormaliser | None) -> str:
    """Return why a row cannot be loaded, or nothing."""
    if move is None:
        return "the library has no such move"
    if move.clip_sha256 != row.clip_sha256:
        return "the move's clip is another film"
    if not hasattr(move, "embedding"):
        return f"the move has no embeddings: {move.flag_reason or 'import it again'}"
    if row.embedding_version != EMBEDDING_VERSION:
        return f"its vectors are of version {row.embedding_version}, not {EMBEDDING_VERSION}"
    if faults := embedding_faults(row.vectors):
        return "; ".join(faults)
    raw = _raw(row)
    if raw is None:
        return f"raw_features are not {N_POSE_FEATURES} numbers"
    if normaliser is not None and not _belongs(row, normaliser.apply(raw)):
        return "its pose vectors were not made from its features"
    return ""


def _raw(row: _Row) -> np.ndarray[Any, np.dtype[np.float64]] | None:
    try:
        content = base64.b64decode(row.raw_features, validate=True)
    except ValueError:
        return None
    if len(content) != N_POSE_FEATURES * 4:
        return None
    return np.frombuffer(content, dtype="<f4").astype(np.float64)


def _belongs(row: _Row, made: dict[str, np.ndarray[Any, np.dtype[np.float64]]]) -> bool:
    return all(np.allclose(vector, row.vectors[name], atol=SAME_WITHIN) for name, vector in made.items())


def _apply(move: Move, row: _Row) -> bool:
    """Write a row onto its move; return whether anything changed."""
    embedding, raw = move.embedding, _raw(row)
    assert raw is not None
    told = row.annotation
    fields = {
        "name": told.readable_name,
        "category": told.category.value,
        "difficulty": told.difficulty.value,
        "energy": told.energy.value,
        "style": str(told.style),
        "role_focus": "" if told.role_focus == "both" else str(told.role_focus),
        "notes": told.notes,
        "filming_day": told.filming_day,
    }
    same_words = all(getattr(move, name) == value for name, value in fields.items())
    same_numbers = np.array_equal(raw_features(embedding), raw, equal_nan=True) and all(
        np.array_equal(np.asarray(getattr(embedding, name), np.float32), np.asarray(row.vectors[name], np.float32))
        for name in EMBEDDING_DIMENSIONS
    )
    if same_words and same_numbers and embedding.sentence == row.sentence:
        return False
    for name, value in fields.items():
        setattr(move, name, value)
    for name in EMBEDDING_DIMENSIONS:
        setattr(embedding, name, row.vectors[name])
    embedding.raw_features, embedding.sentence = raw.astype(np.float32).tobytes(), row.sentence
    embedding.version = row.embedding_version
    embedding.save()
    settle_status(move)
    move.save()
    return True
