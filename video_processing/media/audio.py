"""Sound as samples for analysis, decoded and resampled in process."""

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from common.errors import InputError
from video_processing.media.container import AUDIO_CODECS, UnreadableMediaError, open_media, origin_s
from video_processing.media.probe import SONG_DURATION_RANGE_S, MediaLimitError, audio_stream

ANALYSIS_RATE_HZ = 22_050


class NoSoundError(InputError):
    """The file has no sound."""

    code = "no_sound"


def decode_mono(
    path: Path, sample_rate_hz: int = ANALYSIS_RATE_HZ, max_s: float = SONG_DURATION_RANGE_S[1]
) -> NDArray[np.float32]:
    """Decode the sound of a song or clip to one channel.

    Returns shape (n,), about -1..1, sample 0 at the file's 0:00: sound that starts later than the picture is preceded
    by zeros, so that its times are also those of the frames.

    Raises:
        NoSoundError: the file has no sound.
        UnreadableMediaError: the sound cannot be decoded, or has samples that are not numbers.
        MediaLimitError: it lasts longer than `max_s`.
    """
    with open_media(path) as container:
        if not any(stream.codec_context.name in AUDIO_CODECS for stream in container.streams.audio):
            raise NoSoundError("This file has no sound.")
        stream = audio_stream(container)
        resampler = av.AudioResampler(format="flt", layout="mono", rate=sample_rate_hz)
        blocks: list[NDArray[np.float32]] = []
        start_s, length, longest = None, 0, max_s * sample_rate_hz
        for frame in container.decode(stream):
            if start_s is None:
                start_s = (frame.time or 0.0) - origin_s(container)
            for resampled in resampler.resample(frame):
                blocks.append(resampled.to_ndarray()[0])
                length += len(blocks[-1])
            if length > longest:
                raise MediaLimitError(f"The sound lasts longer than {max_s:.0f} seconds.")
        blocks += [resampled.to_ndarray()[0] for resampled in resampler.resample(None)]
    if not blocks:
        raise NoSoundError("This file has no sound.")
    samples = _from_zero(np.concatenate(blocks), round((start_s or 0.0) * sample_rate_hz))
    if not np.isfinite(samples).all():
        raise UnreadableMediaError("The sound of this file is damaged: it has samples that are not numbers.")
    return samples


def _from_zero(samples: NDArray[np.float32], start: int) -> NDArray[np.float32]:
    if start < 0:
        return samples[-start:]
    return np.concatenate([np.zeros(start, dtype=np.float32), samples]) if start else samples
