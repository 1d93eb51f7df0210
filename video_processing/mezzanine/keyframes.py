"""Which frames of a clip become keyframes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


def nearest_frames(times_s: FloatArray, beat_times_s: Sequence[float]) -> tuple[int, ...]:
    """Return the rising indices of the frames nearest the beats; a beat more than a frame outside the clip has none.

    Nearest, not the last before: what happens on a beat is on that frame, at most half a frame from it.
    """
    beats = np.asarray(beat_times_s, dtype=np.float64)
    gap = float(np.median(np.diff(times_s))) if len(times_s) > 1 else 0.0
    inside = beats[(beats >= times_s[0] - gap) & (beats <= times_s[-1] + gap)]
    after = np.clip(np.searchsorted(times_s, inside), 1, max(len(times_s) - 1, 1))
    before_is_nearer = inside - times_s[after - 1] <= times_s[np.minimum(after, len(times_s) - 1)] - inside
    return tuple(int(index) for index in np.unique(np.where(before_is_nearer, after - 1, after)))
