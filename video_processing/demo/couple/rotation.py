"""Rotation matrices of many frames at once. Columns of a matrix are a bone's left, up and forward in the world."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


def turned(yaw_deg: FloatArray, roll_deg: FloatArray, pitch_deg: FloatArray) -> FloatArray:
    """Return shape (n, 3, 3): yaw (positive: to the left) after roll (lifts the left) after pitch (bows)."""
    cy, sy = np.cos(np.radians(yaw_deg)), np.sin(np.radians(yaw_deg))
    cr, sr = np.cos(np.radians(roll_deg)), np.sin(np.radians(roll_deg))
    cp, sp = np.cos(np.radians(pitch_deg)), np.sin(np.radians(pitch_deg))
    zero, one = np.zeros_like(cy), np.ones_like(cy)
    about_y = _matrix((cy, zero, sy), (zero, one, zero), (-sy, zero, cy))
    about_z = _matrix((cr, -sr, zero), (sr, cr, zero), (zero, zero, one))
    about_x = _matrix((one, zero, zero), (zero, cp, -sp), (zero, sp, cp))
    return np.asarray(about_y @ about_z @ about_x)


def _matrix(*rows: tuple[FloatArray, FloatArray, FloatArray]) -> FloatArray:
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)


def unit(vectors: FloatArray) -> FloatArray:
    """Return vectors of length 1, shape (..., 3)."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9))


def from_up_and_forward(up: FloatArray, forward_hint: FloatArray) -> FloatArray:
    """Return shape (n, 3, 3): exact `up`, forward as near to the hint as it can be."""
    up = unit(up)
    left = unit(np.cross(up, forward_hint))
    return np.stack([left, up, np.cross(left, up)], axis=-1)


def between(first: FloatArray, second: FloatArray, share: float) -> FloatArray:
    """Return the rotation a share of the way, good for angles under 120 degrees (blend, then orthonormalise)."""
    blend = first * (1.0 - share) + second * share
    return from_up_and_forward(blend[..., :, 1], blend[..., :, 2])


def place(origin: FloatArray, rotation: FloatArray, offset: tuple[float, float, float] | FloatArray) -> FloatArray:
    """Return the world points at a bone's own `offset` (left, up, forward in metres; (3,) or (n, 3)), shape (n, 3)."""
    local = np.broadcast_to(np.asarray(offset, dtype=np.float64), origin.shape)
    return np.asarray(origin + np.einsum("nij,nj->ni", rotation, local))
