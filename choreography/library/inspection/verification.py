"""Looks for what is wrong in a library: vectors, versions, files. Whatever it finds, somebody can mend."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from choreography import selectors
from choreography.library.importing.normalising import raw_features
from choreography.library.status import vector_faults
from choreography.models import LibraryState, Move, MoveStatus
from common import storage
from video_processing.embeddings.layout import EMBEDDING_VERSION
from video_processing.embeddings.pose_vectors import NormaliserFormatError, PoseNormaliser
from video_processing.mezzanine.fingerprint import expected_fingerprint

AT_A_TIME = 200
LEFT_OUT = "in no dance, for most moves were made by another encoder: import again what an older one made"
UNSURE_BELOW = 0.25
"""Of 35 real clips one, cut from a song's ending, is less sure of its beats; noise reaches 0.01."""

SAME_WITHIN = 1e-3
"""Vectors pass through 32-bit floats, as the stored normaliser does."""


class Fault(StrEnum):
    """A kind of what can be wrong."""

    VECTOR = "vector"
    """A vector is of the wrong norm, degenerate or not finite: import the move again."""
    NO_EMBEDDING = "no embedding"
    STALE_EMBEDDING = "stale embedding"
    """Made by another version of the layout: the next import makes it anew."""
    STALE_NORMALISER = "stale normaliser"
    """The library changed after its vectors were made comparable."""
    MISSING_FILE = "missing file"
    OTHER_ENCODER = "other encoder"
    """The mezzanine's packets cannot be mixed with new ones: import the move again."""
    LEFT_OUT = "left out"
    """Danced in no plan: most moves were made by another encoder. Import again those of the older one."""
    FLAGGED = "flagged"
    """Not an error of the library: a move that may not be danced, and why."""
    UNSURE = "unsure"
    """Not an error either: what the import could hardly tell, and a person tells at a glance or by ear."""


@dataclass(frozen=True)
class Finding:
    """One thing that was found."""

    fault: Fault
    library_path: str
    """Empty: the library as a whole."""
    detail: str

    @property
    def is_wrong(self) -> bool:
        """Return whether it has to be mended; flagged and unsure moves only wait for a curator."""
        return self.fault not in (Fault.FLAGGED, Fault.UNSURE)


def verify_library(name: str) -> tuple[Finding, ...]:
    """Return all that is wrong in a library, its flagged moves, and what a person should look at.

    Raises StorageUnavailableError.
    """
    left_out = (Finding(Fault.LEFT_OUT, path, LEFT_OUT) for path in _left_out(name))
    return (*_of_the_whole(name), *(finding for move in _moves(name) for finding in _of_move(move)), *left_out)


def _left_out(name: str) -> Iterable[str]:
    return selectors.left_out_moves(name).order_by("library_path").values_list("library_path", flat=True)


def _moves(name: str) -> Iterable[Move]:
    moves = Move.objects.filter(library=name).select_related("embedding").order_by("library_path")
    return moves.iterator(chunk_size=AT_A_TIME)


def _of_the_whole(name: str) -> Iterator[Finding]:
    state = LibraryState.objects.filter(name=name).first()
    if state is None or not Move.objects.filter(library=name, embedding__isnull=False).exists():
        return
    if state.version != state.normalised_version:
        behind = f"the library has version {state.version}, its vectors are of version {state.normalised_version}"
        yield Finding(Fault.STALE_NORMALISER, "", behind)
        return
    try:
        normaliser = PoseNormaliser.from_bytes(bytes(state.normaliser))
    except NormaliserFormatError as error:
        yield Finding(Fault.STALE_NORMALISER, "", str(error))
        return
    for move in _moves(name):
        if hasattr(move, "embedding") and not _was_made_by(normaliser, move):
            yield Finding(Fault.STALE_NORMALISER, move.library_path, "its vectors were not made by this normaliser")


def _was_made_by(normaliser: PoseNormaliser, move: Move) -> bool:
    vectors = normaliser.apply(raw_features(move.embedding))
    return all(
        np.allclose(vector, np.asarray(getattr(move.embedding, name)), atol=SAME_WITHIN)
        for name, vector in vectors.items()
    )


def _doubts(move: Move) -> list[str]:
    beat = float(move.heard_grid.get("confidence", {}).get("beat", 1.0))
    sure = {
        "who leads": 1.0 if move.roles_given else move.role_confidence,
        "who is who": move.identity_confidence,
        "where its beats are": 1.0 if move.count1_beat is not None else beat,
    }
    return [f"{what} ({confidence:.2f})" for what, confidence in sure.items() if confidence < UNSURE_BELOW]


def _of_move(move: Move) -> Iterator[Finding]:
    if move.status == MoveStatus.FLAGGED:
        yield Finding(Fault.FLAGGED, move.library_path, move.flag_reason)
    elif doubts := _doubts(move):
        yield Finding(Fault.UNSURE, move.library_path, "; ".join(doubts))
    if hasattr(move, "embedding"):
        for fault in vector_faults(move):
            yield Finding(Fault.VECTOR, move.library_path, fault)
        if move.embedding.version != EMBEDDING_VERSION:
            detail = f"made by version {move.embedding.version}, today's is {EMBEDDING_VERSION}"
            yield Finding(Fault.STALE_EMBEDDING, move.library_path, detail)
    elif not move.import_fault:
        yield Finding(Fault.NO_EMBEDDING, move.library_path, "it has no embeddings")
    for key in (move.clip_key, move.mezzanine_key, move.poster_key, move.keypoints_key):
        if key and not storage.exists(key):
            yield Finding(Fault.MISSING_FILE, move.library_path, key.rpartition("/")[2])
    if move.mezzanine_fingerprint != expected_fingerprint():
        yield Finding(Fault.OTHER_ENCODER, move.library_path, "its mezzanine was made by another encoder")
