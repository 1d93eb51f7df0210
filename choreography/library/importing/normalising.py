"""What only a whole library can tell: who leads in each clip, and what is usual, so that vectors become comparable."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from django.db import connection, transaction
from numpy.typing import NDArray

from ai_services.validation import embedding_faults
from choreography.library.importing.deriving import derive_features, exchange_roles, role_evidence
from choreography.library.status import settle_status
from choreography.models import LibraryState, Move, MoveEmbedding
from common.errors import BuddyError
from video_processing.couple.roles import RoleChoice
from video_processing.couple.voting import vote_roles
from video_processing.embeddings.layout import EMBEDDING_VERSION
from video_processing.embeddings.pose_vectors import N_POSE_FEATURES, PoseNormaliser
from video_processing.pose.keypoints import FOLLOW

logger = logging.getLogger(__name__)

FEWEST_MOVES = 3
"""Fewer say nothing of what is usual."""


def neutral_normaliser() -> PoseNormaliser:
    """Return the normaliser of a library that is not known yet: raw features, clipped and weighted by block."""
    return PoseNormaliser.neutral()


def normalise_library(name: str) -> int:
    """Vote on roles and make all pose vectors anew where a library changed; return how many moves it has.

    Moves without a couple have no say. One process at a time normalises a library, others wait for it.
    """
    with _alone(name):
        state, _ = LibraryState.objects.get_or_create(name=name)
        with_couple = Move.objects.filter(library=name, embedding__isnull=False)
        older = with_couple.exclude(embedding__version=EMBEDDING_VERSION).select_related("embedding")
        if state.normalised_version != state.version or older.exists():
            for move in older:
                _bring_up_to_date(move)
            today = with_couple.filter(embedding__version=EMBEDDING_VERSION)
            _normalise(state, list(today.select_related("embedding").order_by("id")))
    return Move.objects.filter(library=name).count()


def _bring_up_to_date(move: Move) -> None:
    """Measure a move of an older layout anew; one whose keypoints cannot be read is flagged and left out."""
    try:
        derive_features(move)
    except BuddyError as error:
        logger.warning("%s cannot be measured anew: %s", move.library_path, error)
        settle_status(
            move, [f"its embeddings are of version {move.embedding.version}, and its keypoints are unreadable"]
        )
        move.save(update_fields=("status", "flag_reason"))


def _normalise(state: LibraryState, moves: list[Move]) -> None:
    _vote_roles(moves)
    raws = np.array([raw_features(move.embedding) for move in moves]).reshape(-1, N_POSE_FEATURES)
    normaliser = PoseNormaliser.fit(raws) if len(moves) >= FEWEST_MOVES else neutral_normaliser()
    with transaction.atomic():
        # From here on nobody else changes a move; what a person said of one meanwhile is read once more.
        LibraryState.objects.select_for_update().get(name=state.name)
        said = dict(Move.objects.filter(library=state.name).values_list("id", "held_reason"))
        for move, raw in zip(moves, raws, strict=True):
            move.held_reason = said.get(move.id, "")
            _renew(move, normaliser.apply(raw))
        MoveEmbedding.objects.bulk_update([move.embedding for move in moves], ["lead", "follow", "interaction"], 200)
        # Another import may have added moves since `state` was read: those still wait for their turn.
        LibraryState.objects.filter(name=state.name).update(
            normaliser=normaliser.to_bytes(), normalised_version=state.version
        )


def raw_features(embedding: MoveEmbedding) -> NDArray[np.float64]:
    """Return the features before the normaliser, shape (1280,); all NaN where what is stored is damaged."""
    stored = np.frombuffer(embedding.raw_features, dtype=np.uint8)
    if len(stored) != N_POSE_FEATURES * np.dtype(np.float32).itemsize:
        return np.full(N_POSE_FEATURES, np.nan)
    return stored.view(np.float32).astype(np.float64)


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """Let one process a library in: two that voted at once would exchange the same roles twice."""
    lock = f"normalise library {name}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [lock])
        try:
            yield
        finally:
            if connection.is_usable():
                cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [lock])


def _vote_roles(moves: list[Move]) -> None:
    open_to_vote = [move for move in moves if not move.roles_given]
    choices = vote_roles([role_evidence(move) for move in open_to_vote])
    for move, choice in zip(open_to_vote, choices, strict=True):
        _settle_role(move, choice)


def _settle_role(move: Move, choice: RoleChoice) -> None:
    if choice.follow != FOLLOW:
        exchange_roles(move)
    if move.role_confidence != choice.confidence:
        move.role_confidence = choice.confidence
        move.save(update_fields=("role_confidence",))


def _renew(move: Move, vectors: dict[str, NDArray[np.float64]]) -> None:
    for name, vector in vectors.items():
        setattr(move.embedding, name, vector)
    embedding = move.embedding
    told: dict[str, Any] = {"audio": np.asarray(embedding.audio), "text": np.asarray(embedding.text)}
    settle_status(move, embedding_faults(vectors | told))
    Move.objects.filter(id=move.id).exclude(status=move.status, flag_reason=move.flag_reason).update(
        status=move.status, flag_reason=move.flag_reason
    )
