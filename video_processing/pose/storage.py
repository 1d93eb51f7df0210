"""A couple's track as one small file, so that embeddings can be made again without looking at the clip."""

import io
import zipfile

import numpy as np

from common.errors import InputError
from video_processing.pose.keypoints import CoupleTrack

FORMAT_VERSION = 1
STEPS_PER_PX = 8
"""Positions are kept to an eighth of a pixel: the detector's own noise is several pixels."""

CONFIDENCE_STEPS = 255
UNSEEN = np.iinfo(np.int16).min
OFFSET_PX = 2048
"""Positions from -2048 to 6143 pixels fit 16 bits around this."""


class KeypointFileError(InputError):
    """A stored track cannot be read."""

    code = "invalid_keypoints"


def pack_track(track: CoupleTrack) -> bytes:
    """Return a track as npz: about 30 KB for 12 s at 15 frames a second. Positions to 1/8 px, confidence to 1/255."""
    seen = np.isfinite(track.keypoints_px[..., 0])
    places = np.clip(np.round((np.nan_to_num(track.keypoints_px[..., :2]) - OFFSET_PX) * STEPS_PER_PX), -32767, 32767)
    positions = np.where(seen[..., None], places, UNSEEN).astype(np.int16)
    confidence = np.round(np.clip(np.nan_to_num(track.keypoints_px[..., 2]), 0, 1) * CONFIDENCE_STEPS)
    shown = {} if track.shown_xywh_px is None else {"shown_px": np.array(track.shown_xywh_px, dtype=np.float32)}
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        allow_pickle=False,
        version=np.array(FORMAT_VERSION),
        times_s=track.times_s.astype(np.float32),
        positions=_steps(positions),
        confidence=confidence.astype(np.uint8),
        size_px=np.array([track.width_px, track.height_px], dtype=np.int32),
        **shown,
    )
    return buffer.getvalue()


def unpack_track(content: bytes) -> CoupleTrack:
    """Read what `pack_track` wrote.

    Raises:
        KeypointFileError: damaged, cut short, or of another version.
    """
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            if int(stored["version"]) != FORMAT_VERSION:
                raise KeypointFileError(f"The stored keypoints have version {int(stored['version'])}, not 1.")
            positions = np.cumsum(stored["positions"], axis=1, dtype=np.int16)
            times, confidence, size = stored["times_s"], stored["confidence"], stored["size_px"]
            shown = _shown(stored["shown_px"]) if "shown_px" in stored.files else None
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise KeypointFileError("The stored keypoints are damaged.") from error
    keypoints = np.empty((*positions.shape[:3], 3))
    keypoints[..., :2] = positions / STEPS_PER_PX + OFFSET_PX
    keypoints[..., 2] = confidence / CONFIDENCE_STEPS
    keypoints[positions[..., 0] == UNSEEN] = np.nan
    return CoupleTrack(times.astype(np.float64), keypoints, int(size[0]), int(size[1]), shown)


def _shown(stored: np.ndarray) -> tuple[float, float, float, float]:
    left, top, width, height = (float(value) for value in stored)
    return left, top, width, height


def _steps(positions: np.ndarray) -> np.ndarray:
    """Return differences from frame to frame, which compress to half the size; 16-bit overflow undoes itself."""
    return np.diff(positions, axis=1, prepend=np.int16(0))
