"""What a move's kept keypoints give without looking at the clip again: raw features, and the same couple exchanged."""

import uuid
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from django.db import InterfaceError, OperationalError, transaction
from numpy.typing import NDArray

from choreography.models import Move
from common import storage
from video_processing.couple.appearance import APPEARANCE_SIZE
from video_processing.couple.roles import RoleEvidence
from video_processing.embeddings.layout import EMBEDDING_VERSION
from video_processing.embeddings.pose_vectors import raw_pose_features
from video_processing.music.serialization import grid_from_dict
from video_processing.pose.keypoints import CoupleTrack
from video_processing.pose.storage import pack_track, unpack_track


def kept_track(move: Move) -> CoupleTrack:
    """Return the couple's keypoints. Raises MissingMediaError, KeypointFileError."""
    return unpack_track(storage.read_bytes(move.keypoints_key))


def role_evidence(move: Move) -> RoleEvidence:
    """Return what a move adds to the vote on roles; index 0 is who is held for the lead now."""
    values = np.frombuffer(move.role_evidence, dtype=np.float32).astype(np.float64)
    return RoleEvidence(values[-2:], values[:-2].reshape(2, APPEARANCE_SIZE))


def derive_features(move: Move) -> None:
    """Measure a move's features anew on its grid, in the layout of today. Raises as `kept_track`."""
    _set_features(move, raw_pose_features(kept_track(move), grid_from_dict(move.grid)))
    move.embedding.save(update_fields=("raw_features", "version"))


def exchange_roles(move: Move, *, prefix: str = "", in_transaction: Callable[[Move], None] = lambda _: None) -> None:
    """Exchange lead and follow of a move: keypoints, evidence and raw features; nothing is detected again.

    The keypoints get a key of their own (under `prefix`, where it is given), so that a process that dies here leaves
    the move as it was. `in_transaction` is called before it counts: what it raises undoes everything. Raises as
    `kept_track`.
    """
    track = kept_track(move)
    flipped = replace(track, keypoints_px=track.keypoints_px[::-1])
    evidence = role_evidence(move)
    both = np.concatenate([evidence.appearance[::-1].ravel(), evidence.hip_path_torsos[::-1]])
    before, after = move.keypoints_key, _new_key(move.keypoints_key, prefix)
    storage.publish_bytes(pack_track(flipped), after)
    try:
        with transaction.atomic():
            in_transaction(move)
            move.keypoints_key, move.role_evidence = after, both.astype(np.float32).tobytes()
            move.save(update_fields=("keypoints_key", "role_evidence"))
            _set_features(move, raw_pose_features(flipped, grid_from_dict(move.grid)))
            move.embedding.save(update_fields=("raw_features", "version"))
            transaction.on_commit(lambda: storage.delete(before), robust=True)
    except (OperationalError, InterfaceError):
        raise  # it may count, though the answer was lost: files that no row refers to are the janitor's
    except BaseException:
        storage.delete(after)
        raise


def _new_key(key: str, prefix: str) -> str:
    folder = prefix or key.rpartition("/")[0]
    return f"{folder}/keypoints-{uuid.uuid4().hex[:8]}.npz".lstrip("/")


def _set_features(move: Move, raw: NDArray[np.float64]) -> None:
    move.embedding.raw_features = raw.astype(np.float32).tobytes()
    move.embedding.version = EMBEDDING_VERSION
