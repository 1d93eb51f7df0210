"""What a mezzanine holds and where, read from its index without touching a frame."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from video_processing.media.container import CLIP_MEDIA, UnreadableMediaError, open_media
from video_processing.media.probe import video_stream
from video_processing.mezzanine.fingerprint import fingerprint_of

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class MezzanineIndex:
    """The frames of a mezzanine, one packet each, in the order in which they are decoded and shown."""

    times_s: FloatArray
    """Shape (n_frames,), rising."""
    keyframes: IntArray
    """Indices of the keyframes, rising; the first is 0."""
    offsets: IntArray
    """Where in the file each packet starts, shape (n_frames,)."""
    sizes: IntArray
    """How many bytes each packet has, shape (n_frames,)."""
    end_s: float
    """When the last frame ends."""
    fingerprint: str


def read_index(path: Path) -> MezzanineIndex:
    """Read where and when all frames are. Raises UnreadableMediaError, also where frames are reordered (B-frames)."""
    with open_media(path, CLIP_MEDIA) as container:
        stream = video_stream(container)
        entries = [(entry.timestamp, entry.pos, entry.size, entry.is_keyframe) for entry in stream.index_entries]
        tick_s, length, mark = float(stream.time_base or 0), stream.duration or 0, fingerprint_of(stream)
        reordered = stream.codec_context.has_b_frames
    if not entries:
        raise UnreadableMediaError("This video holds no frames.")
    ticks, offsets, sizes, flags = (np.array(column, dtype=np.int64) for column in zip(*entries, strict=True))
    if reordered or (np.diff(ticks) <= 0).any() or not flags[0]:
        raise UnreadableMediaError("The frames of this video are not in the order in which they are shown.")
    end_s = max(float(ticks[0]) + length, float(ticks[-1]) + 1) * tick_s
    times_s = np.asarray(ticks * tick_s, dtype=np.float64)
    return MezzanineIndex(times_s, np.flatnonzero(flags), offsets, sizes, end_s, mark)
