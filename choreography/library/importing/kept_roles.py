"""Who leads, where a person said so once and the dancers of the clip are found anew."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from choreography.library.importing.discovery import ClipFile
from choreography.models import Move
from common import storage
from video_processing.ingest import IngestedClip, keep_keypoints
from video_processing.pose.keypoints import FOLLOW, LEAD, CoupleTrack
from video_processing.pose.storage import unpack_track

SHOULDERS_AND_HIPS = [5, 6, 11, 12]


def with_kept_roles(ingested: IngestedClip, clip: ClipFile, known: Move | None) -> IngestedClip:
    """Return a clip with the roles that a person gave its move before; the same where nobody did.

    What was said of another film than this one is forgotten. Raises KeypointFileError, MissingMediaError.
    """
    couple = ingested.couple
    said = known is not None and known.roles_given and not known.keypoints_given and known.keypoints_key
    if not said or couple is None or ingested.roles_given or known is None or known.clip_sha256 != clip.clip_sha256:
        return ingested
    assert ingested.keypoints_path is not None
    raw = ingested.raw_features
    if dancers_are_exchanged(unpack_track(storage.read_bytes(known.keypoints_key)), couple.track):
        couple = couple.flipped()
        raw = keep_keypoints(couple.track, ingested.grid, ingested.keypoints_path)
    return replace(ingested, couple=replace(couple, role_confidence=1.0), roles_given=True, raw_features=raw)


def dancers_are_exchanged(kept: CoupleTrack, found: CoupleTrack) -> bool:
    """Return whether the first dancer of `found` is nearer to the second of `kept`, over all times both were seen."""
    before, now = _places(kept, found.times_s), _places(found, found.times_s)
    scale = np.array([found.width_px / kept.width_px, found.height_px / kept.height_px])
    same, crossed = (
        np.nanmean([_distance(before[one] * scale, now[other]) for one, other in pairs])
        for pairs in (((LEAD, LEAD), (FOLLOW, FOLLOW)), ((LEAD, FOLLOW), (FOLLOW, LEAD)))
    )
    return bool(crossed < same)


def _distance(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    away = np.linalg.norm(one - other, axis=-1)
    seen = np.isfinite(away)
    return float(away[seen].mean()) if seen.any() else float("nan")


def _places(track: CoupleTrack, at_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return where the trunk of each dancer is at these times, shape (2, n, 2), of the nearest picture."""
    nearest = np.abs(track.times_s[None, :] - at_s[:, None]).argmin(axis=1)
    return np.asarray(track.keypoints_px[:, nearest][:, :, SHOULDERS_AND_HIPS, :2].mean(axis=2))
