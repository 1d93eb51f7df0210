"""What a mezzanine holds, without decoding it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from video_processing.media.container import CLIP_MEDIA, UnreadableMediaError, open_media
from video_processing.media.probe import video_stream


@dataclass(frozen=True)
class MezzanineIndex:
    """The frames of a mezzanine."""

    times_s: NDArray[np.float64]
    """Shape (n_frames,), rising: decode order is display order."""
    keyframes: NDArray[np.int64]
    """Indices of the keyframes."""
    end_s: float
    """When the last frame ends."""


def read_index(path: Path) -> MezzanineIndex:
    """Read the times of all frames. Raises UnreadableMediaError, also where frames are reordered (B-frames)."""
    with open_media(path, CLIP_MEDIA) as container:
        packets = [packet for packet in container.demux(video_stream(container)) if packet.pts is not None]
    if not packets:
        raise UnreadableMediaError("This video holds no frames.")
    times = np.array([float((packet.pts or 0) * packet.time_base) for packet in packets])
    if (np.diff(times) <= 0).any():
        raise UnreadableMediaError("The frames of this video are not in the order in which they are shown.")
    keyframes = np.flatnonzero([packet.is_keyframe for packet in packets])
    return MezzanineIndex(
        times, keyframes, float(times[-1]) + float((packets[-1].duration or 0) * packets[-1].time_base)
    )
