"""Which frames of a clip become keyframes."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from video_processing.media.container import CLIP_MEDIA, UnreadableMediaError, open_media, origin_s
from video_processing.media.probe import video_stream

FloatArray = NDArray[np.float64]


def frame_times_s(path: Path) -> FloatArray:
    """Return the rising display times of a clip's frames from its 0:00, shape (n,). Raises UnreadableMediaError."""
    with open_media(path, CLIP_MEDIA) as container:
        stream, origin = video_stream(container), origin_s(container)
        times = [
            float(packet.pts * packet.time_base) - origin
            for packet in container.demux(stream)
            if packet.pts is not None and not packet.is_discard
        ]
    if not times:
        raise UnreadableMediaError("The pictures of this video carry no times.")
    return np.unique(np.array(times))


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
