"""Keypoints that come with a clip: `<clip>.pose.json` beside `<clip>.mp4`, for material whose truth is known.

`{"version": 1, "width_px": 1280, "height_px": 720, "times_s": [...],
"dancers": [{"role": "lead" | "follow", "keypoints_px": [null | [[x, y, confidence] x 17], ...]}, ...]}`
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import Role
from common.errors import InputError
from video_processing.pose.keypoints import COCO_KEYPOINTS, FOLLOW, LEAD, CoupleTrack

FloatArray = NDArray[np.float64]

SIDECAR_SUFFIX = ".pose.json"
SIDECAR_VERSION = 1
MAX_SIDECAR_BYTES = 64 * 1024 * 1024
MAX_SIDE_PX = 8192
MAX_FRAMES = 60 * 60
"""A minute at 60 frames a second, the longest clip taken."""

ROLE_INDEX = {Role.LEAD.value: LEAD, Role.FOLLOW.value: FOLLOW}
KEYS = {"version", "width_px", "height_px", "times_s", "dancers"}


class SidecarError(InputError):
    """The keypoints beside a clip cannot be used."""

    code = "invalid_sidecar"


@dataclass(frozen=True)
class Sidecar:
    """The keypoints beside a clip."""

    track: CoupleTrack
    roles_known: bool
    """Whether the file says who leads; if not, the two are in the file's order."""


def sidecar_path(clip_path: Path) -> Path:
    """Return where the sidecar of a clip lies."""
    return clip_path.with_name(clip_path.stem + SIDECAR_SUFFIX)


def read_sidecar(path: Path) -> Sidecar:
    """Read and check a sidecar. A single dancer leaves the other one unseen.

    Raises:
        SidecarError: not readable, or not of the documented form.
    """
    try:
        if path.stat().st_size > MAX_SIDECAR_BYTES:
            raise SidecarError("The keypoint file is larger than 64 MiB.")
        document = json.loads(path.read_bytes())
    except OSError as error:
        raise SidecarError("The keypoint file cannot be read.") from error
    except (ValueError, RecursionError) as error:
        raise SidecarError("The keypoint file is not JSON.") from error
    return parse_sidecar(document)


def parse_sidecar(document: object) -> Sidecar:
    """Check a sidecar's content and return its track.

    Raises:
        SidecarError: with what is wrong and where.
    """
    fields = _object(document, KEYS, "The keypoint file")
    if fields["version"] != SIDECAR_VERSION:
        raise SidecarError(f"The keypoint file has version {fields['version']!r}; only 1 is known.")
    width, height = (_side(fields[name], name) for name in ("width_px", "height_px"))
    times = _times(fields["times_s"])
    dancers = fields["dancers"]
    if not isinstance(dancers, list) or not 1 <= len(dancers) <= 2:
        raise SidecarError("The keypoint file must list one or two dancers.")
    roles = [_role(dancer, index) for index, dancer in enumerate(dancers)]
    places = _places(roles)
    keypoints = np.full((2, len(times), len(COCO_KEYPOINTS), 3), np.nan)
    for place, (index, dancer) in zip(places, enumerate(dancers), strict=True):
        keypoints[place] = _keypoints(dancer["keypoints_px"], len(times), f"dancer {index + 1}")
    return Sidecar(CoupleTrack(times, keypoints, width, height), roles_known=None not in roles)


def write_sidecar(path: Path, track: CoupleTrack) -> None:
    """Write a track whose roles are known, positions to a hundredth of a pixel."""
    document = {
        "version": SIDECAR_VERSION,
        "width_px": track.width_px,
        "height_px": track.height_px,
        "times_s": [round(float(time), 6) for time in track.times_s],
        "dancers": [
            {"role": role, "keypoints_px": [_frame_values(frame) for frame in track.keypoints_px[index]]}
            for role, index in ROLE_INDEX.items()
        ],
    }
    path.write_text(json.dumps(document, separators=(",", ":"), allow_nan=False), encoding="utf-8")


def _frame_values(frame: FloatArray) -> list[list[float]] | None:
    if not np.isfinite(frame).all():
        return None
    return [[round(float(x), 2), round(float(y), 2), round(float(sure), 3)] for x, y, sure in frame]


def _object(value: object, keys: set[str], name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SidecarError(f"{name} must be an object.")
    if missing := sorted(keys - value.keys()):
        raise SidecarError(f"{name} lacks {', '.join(missing)}.")
    return value


def _side(value: object, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MAX_SIDE_PX:
        raise SidecarError(f"{name} must be a whole number from 1 to {MAX_SIDE_PX}.")
    return value


def _times(value: object) -> FloatArray:
    times = _numbers(value, "times_s")
    if times.ndim != 1 or not 2 <= len(times) <= MAX_FRAMES:
        raise SidecarError(f"times_s must list 2 to {MAX_FRAMES} times.")
    if times[0] < 0 or (np.diff(times) <= 0).any():
        raise SidecarError("times_s must rise from 0 or later.")
    return times


def _role(dancer: object, index: int) -> str | None:
    role = _object(dancer, {"keypoints_px"}, f"Dancer {index + 1}").get("role")
    if role is not None and (not isinstance(role, str) or role not in ROLE_INDEX):
        raise SidecarError(f"The role of dancer {index + 1} must be lead or follow.")
    return role


def _places(roles: list[str | None]) -> list[int]:
    if None in roles:
        if any(roles):
            raise SidecarError("Either every dancer has a role or none.")
        return list(range(len(roles)))
    if len(set(roles)) < len(roles):
        raise SidecarError("Both dancers have the same role.")
    return [ROLE_INDEX[role] for role in roles if role is not None]


def _keypoints(value: object, n_frames: int, name: str) -> FloatArray:
    if not isinstance(value, list) or len(value) != n_frames:
        raise SidecarError(f"The keypoints of {name} must have one entry for each of the {n_frames} times.")
    result = np.full((n_frames, len(COCO_KEYPOINTS), 3), np.nan)
    for index, frame in enumerate(value):
        if frame is not None:
            result[index] = _frame(frame, f"The keypoints of {name} in frame {index + 1}")
    return result


def _frame(value: object, name: str) -> FloatArray:
    frame = _numbers(value, name)
    if frame.shape != (len(COCO_KEYPOINTS), 3):
        raise SidecarError(f"{name} must be {len(COCO_KEYPOINTS)} times x, y and confidence.")
    if ((frame[:, 2] < 0) | (frame[:, 2] > 1)).any():
        raise SidecarError(f"{name} must have confidences from 0 to 1.")
    if (np.abs(frame[:, :2]) > 4 * MAX_SIDE_PX).any():
        raise SidecarError(f"{name} lie far outside the picture.")
    return frame


def _numbers(value: object, name: str) -> FloatArray:
    try:
        numbers = np.asarray(value)
    except ValueError as error:
        raise SidecarError(f"{name} must be a table of numbers without gaps.") from error
    if numbers.dtype.kind not in "iuf" or not np.isfinite(numbers).all():
        raise SidecarError(f"{name} must be finite numbers.")
    return numbers.astype(np.float64)
