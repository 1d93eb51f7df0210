"""What only a whole library can tell: who leads in each clip, and what is usual, so that vectors become comparable."""

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from ai_services.validation import embedding_faults
from choreography.models import LibraryState, Move, MoveEmbedding, MoveStatus
from common import storage
from video_processing.couple.appearance import APPEARANCE_SIZE
from video_processing.couple.roles import RoleChoice, RoleEvidence, vote_roles
from video_processing.embeddings.layout import EMBEDDING_VERSION
from video_processing.embeddings.pose_vectors import N_POSE_FEATURES, PoseNormaliser, raw_pose_features
from video_processing.music.serialization import grid_from_dict
from video_processing.pose.keypoints import FOLLOW, CoupleTrack
from video_processing.pose.storage import pack_track, unpack_track

FEWEST_MOVES = 3
"""Fewer say nothing of what is usual."""


def neutral_normaliser() -> PoseNormaliser:
    """Return the normaliser of a library that is not known yet: raw features, clipped and weighted by block."""
    return PoseNormaliser.neutral()


def normalise_library(name: str) -> int:
    """Vote on roles and make all pose vectors anew where a library changed; return how many moves it has."""
    state, _ = LibraryState.objects.get_or_create(name=name)
    if state.normalised_version == state.version:
        return Move.objects.filter(library=name).count()
    moves = list(Move.objects.filter(library=name).select_related("embedding").order_by("id"))
    _vote_roles(moves)
    raws = np.array([_raw(move) for move in moves]).reshape(-1, N_POSE_FEATURES)
    normaliser = PoseNormaliser.fit(raws) if len(moves) >= FEWEST_MOVES else neutral_normaliser()
    with transaction.atomic():
        for move, raw in zip(moves, raws, strict=True):
            _renew(move, normaliser.apply(raw))
        MoveEmbedding.objects.bulk_update([move.embedding for move in moves], ["lead", "follow", "interaction"], 200)
        # Another import may have added moves since `state` was read: those still wait for their turn.
        LibraryState.objects.filter(name=name).update(
            normaliser=normaliser.to_bytes(), normalised_version=state.version
        )
    return len(moves)


def role_evidence(move: Move) -> RoleEvidence:
    """Return what a move adds to the vote on roles; index 0 is who is held for the lead now."""
    values = np.frombuffer(move.role_evidence, dtype=np.float32).astype(np.float64)
    return RoleEvidence(values[-2:], values[:-2].reshape(2, APPEARANCE_SIZE))


def flip_roles(move: Move) -> None:
    """Exchange lead and follow of a move: keypoints, evidence and raw features; nothing is detected again."""
    track = unpack_track(storage.read_bytes(move.keypoints_key))
    flipped = CoupleTrack(track.times_s, track.keypoints_px[::-1], track.width_px, track.height_px)
    storage.publish_bytes(pack_track(flipped), move.keypoints_key)
    evidence = role_evidence(move)
    both = np.concatenate([evidence.appearance[::-1].ravel(), evidence.hip_path_torsos[::-1]])
    move.role_evidence = both.astype(np.float32).tobytes()
    raw = raw_pose_features(flipped, grid_from_dict(move.grid))
    move.embedding.raw_features = raw.astype(np.float32).tobytes()
    with transaction.atomic():
        move.save(update_fields=("role_evidence",))
        move.embedding.save(update_fields=("raw_features",))


def _vote_roles(moves: list[Move]) -> None:
    open_to_vote = [move for move in moves if not move.roles_given]
    choices = vote_roles([role_evidence(move) for move in open_to_vote])
    for move, choice in zip(open_to_vote, choices, strict=True):
        _settle_role(move, choice)


def _settle_role(move: Move, choice: RoleChoice) -> None:
    if choice.follow != FOLLOW:
        flip_roles(move)
    if move.role_confidence != choice.confidence:
        move.role_confidence = choice.confidence
        move.save(update_fields=("role_confidence",))


def _raw(move: Move) -> NDArray[np.float64]:
    return np.frombuffer(move.embedding.raw_features, dtype=np.float32).astype(np.float64)


def _renew(move: Move, vectors: dict[str, NDArray[np.float64]]) -> None:
    for name, vector in vectors.items():
        setattr(move.embedding, name, vector)
    embedding = move.embedding
    embedding.version = EMBEDDING_VERSION
    faults = embedding_faults(vectors | {"audio": np.asarray(embedding.audio), "text": np.asarray(embedding.text)})
    status = MoveStatus.FLAGGED if faults else MoveStatus.PUBLISHED
    reason = "; ".join(faults)[:255]
    if (move.status, move.flag_reason) != (status, reason):
        move.status, move.flag_reason = status, reason
        move.save(update_fields=("status", "flag_reason"))
