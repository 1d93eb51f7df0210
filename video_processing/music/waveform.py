"""The outline of a song as a picture shows it: the lowest and the highest sample of each of 800 stretches."""

import numpy as np
from numpy.typing import NDArray

from common.errors import InternalError

POINTS = 800
"""A screen wide: 1,600 bytes a song."""
STEPS = 127

Float32Array = NDArray[np.float32]


class StoredWaveformError(InternalError):
    """A stored outline does not have the form it was written in."""

    code = "stored_waveform_unreadable"


def outline(samples: Float32Array, points: int = POINTS) -> Float32Array:
    """Return the lowest and highest sample of each of `points` equal stretches, shape (points, 2), within -1..1.

    A sound of fewer samples than points repeats them. `samples` is mono, shape (n,), n >= 1.
    """
    starts = np.arange(points) * len(samples) // points
    lowest, highest = (extreme.reduceat(samples, starts) for extreme in (np.minimum, np.maximum))
    return np.asarray(np.clip(np.stack([lowest, highest], axis=1), -1, 1), dtype=np.float32)


def pack_outline(rows: Float32Array) -> bytes:
    """Return an outline as signed bytes, lowest and highest in turn: 1/127 of full scale each."""
    return np.rint(rows * STEPS).astype(np.int8).tobytes()


def unpack_outline(content: bytes) -> Float32Array:
    """Read what `pack_outline` wrote. Raises StoredWaveformError."""
    if len(content) == 0 or len(content) % 2:
        raise StoredWaveformError("The stored outline of the song is damaged.")
    steps = np.frombuffer(content, dtype=np.int8).reshape(-1, 2)
    return np.asarray(steps / STEPS, dtype=np.float32)
