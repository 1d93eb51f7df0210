"""Checking a finished video before anyone sees it."""

from pathlib import Path

import av
import numpy as np
from av.container import InputContainer

from common.errors import InternalError
from video_processing.assembly.packets import TICKS_HZ, VideoPlan
from video_processing.media.container import CLIP_MEDIA, UnreadableMediaError, open_media
from video_processing.media.probe import audio_stream, video_stream

DECODED_PLACES = 5
FRAMES_A_PLACE = 8
SOUND_END_TOLERANCE_S = 1 / 60
"""The shortest frame of a clip that we take."""


class VerificationError(InternalError):
    """The finished video is not what was planned."""

    code = "verification_failed"


def verify(path: Path, plan: VideoPlan) -> int:
    """Check a video against its plan and return how many AAC packets it has.

    Every frame's time is compared (from the index: no frame is touched), the ends of both streams, and frames and
    sound are decoded strictly at `DECODED_PLACES` places.

    Raises:
        VerificationError: something differs or does not decode.
    """
    try:
        with open_media(path, CLIP_MEDIA) as container:
            sound_packets = _check_index(container, plan)
            _check_decoding(container, plan.end_tick / TICKS_HZ)
    except UnreadableMediaError as error:
        raise VerificationError("The finished video does not decode.") from error
    return sound_packets


def _check_index(container: InputContainer, plan: VideoPlan) -> int:
    pictures, sound = video_stream(container), audio_stream(container)
    found = np.array([entry.timestamp for entry in pictures.index_entries])
    planned = np.concatenate([run.ticks for run in plan.runs])
    if len(found) != len(planned) or (found != planned).any():
        raise VerificationError("The finished video does not show the frames that were planned.")
    ends_s = [float((stream.duration or 0) * (stream.time_base or 0)) for stream in (pictures, sound)]
    if max(abs(end_s - plan.end_tick / TICKS_HZ) for end_s in ends_s) > SOUND_END_TOLERANCE_S:
        raise VerificationError("The finished video does not end with its song.")
    return len(sound.index_entries)


def _check_decoding(container: InputContainer, duration_s: float) -> None:
    pictures, sound = video_stream(container), audio_stream(container)
    for stream in (pictures, sound):
        stream.codec_context.options = {"err_detect": "explode"}
    for place in range(DECODED_PLACES):
        container.seek(int(place / DECODED_PLACES * duration_s * av.time_base))
        decoded = {pictures.index: 0, sound.index: 0}
        for packet in container.demux(pictures, sound):
            decoded[packet.stream_index] += len(packet.decode())
            if min(decoded.values()) >= FRAMES_A_PLACE:
                break
        if 0 in decoded.values():
            raise VerificationError("The finished video does not decode.")
