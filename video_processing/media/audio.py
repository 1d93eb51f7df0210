"""Sound as samples for analysis, decoded and resampled in process."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from numpy.typing import NDArray

from common.errors import InputError
from video_processing.media.container import AUDIO_CODECS, UnreadableMediaError, codec_name, open_media, origin_s
from video_processing.media.limits import SONG_DURATION_RANGE_S
from video_processing.media.probe import MediaLimitError, audio_stream

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
        if not any(codec_name(stream) in AUDIO_CODECS for stream in container.streams.audio):
            raise NoSoundError("This file has no sound.")
        frames = container.decode(audio_stream(container))
        first = next(frames, None)
        if first is None:
            raise NoSoundError("This file has no sound.")
        start_s = (first.time or 0.0) - origin_s(container)
        blocks, length = [], 0
        for block in _resampled(chain([first], frames), sample_rate_hz):
            blocks.append(block)
            length += len(block)
            if length > max_s * sample_rate_hz:
                raise MediaLimitError(f"The sound lasts longer than {max_s:.0f} seconds.")
    if not blocks:
        raise NoSoundError("This file has no sound.")
    samples = _from_zero(np.concatenate(blocks), round(start_s * sample_rate_hz))
    if not np.isfinite(samples).all():
        raise UnreadableMediaError("The sound of this file is damaged: it has samples that are not numbers.")
    return samples


def _resampled(frames: Iterable[AudioFrame], sample_rate_hz: int) -> Iterator[NDArray[np.float32]]:
    """Yield one channel at the wanted rate; a file may change its rate or channels on the way."""
    for _, alike in groupby(frames, key=lambda frame: (frame.format.name, frame.layout.name, frame.sample_rate)):
        resampler = av.AudioResampler(format="flt", layout="mono", rate=sample_rate_hz)
        for frame in chain(alike, [None]):
            for resampled in resampler.resample(frame):
                yield resampled.to_ndarray()[0]


def _from_zero(samples: NDArray[np.float32], start: int) -> NDArray[np.float32]:
    if start < 0:
        return samples[-start:]
    return np.concatenate([np.zeros(start, dtype=np.float32), samples]) if start else samples
