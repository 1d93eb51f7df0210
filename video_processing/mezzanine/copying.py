"""Clips that are encoded as mezzanines already, such as the demo's: their packets are copied, nothing is encoded."""

from pathlib import Path

import av
import numpy as np
from av.codec.context import ThreadType

from video_processing.media.container import CLIP_MEDIA, UnreadableMediaError, open_media
from video_processing.media.frames import Crop
from video_processing.media.probe import ClipInfo, video_stream
from video_processing.mezzanine.fingerprint import expected_fingerprint, fingerprint_of
from video_processing.mezzanine.keyframes import FloatArray
from video_processing.mezzanine.packets import read_index
from video_processing.mezzanine.parameters import MezzanineParameters

TIME_TOLERANCE_S = 0.001
NAL_LENGTH_BYTES = 4
NAL_TYPE, IDR_SLICE = 0x1F, 5
"""H.264 (ITU-T H.264, 7.4.1): the low five bits of a unit's first byte are its type; 5 forgets all before it."""


def is_mezzanine(
    source: Path, clip: ClipInfo, keyframe_times_s: FloatArray, parameters: MezzanineParameters, content: Crop | None
) -> bool:
    """Return whether a clip's own packets can serve: our encoder's, unturned, uncropped, keyframes where wanted.

    Every frame is decoded, strictly: what is copied is played by others without another look.
    """
    size = parameters.width_px, parameters.height_px
    whole = content is None or (content.width_px, content.height_px) == size
    if clip.video_codec != "h264" or (clip.width_px, clip.height_px) != size or not whole:
        return False
    if clip.rotation_deg or clip.mirrored:
        return False
    try:
        with open_media(source, CLIP_MEDIA) as container:
            if fingerprint_of(video_stream(container)) != expected_fingerprint(parameters):
                return False
        index = read_index(source)
        starts = index.times_s[index.keyframes]
        at_keyframes = np.isclose(keyframe_times_s[:, None], starts, atol=TIME_TOLERANCE_S).any(axis=1).all()
        return bool(at_keyframes) and _decodes(source)
    except UnreadableMediaError:
        return False


def copy_packets(source: Path, destination: Path) -> None:
    """Write the video packets of a clip to an MP4 file of their own, at their own times.

    Raises:
        UnreadableMediaError: the clip cannot be read.
    """
    with open_media(source, CLIP_MEDIA) as container:
        stream = video_stream(container)
        options = {"movflags": "+faststart", "fflags": "+bitexact", "video_track_timescale": str(stream.time_base)[2:]}
        with av.open(str(destination), "w", format="mp4", options=options) as written:
            copy = written.add_stream_from_template(stream)
            for packet in container.demux(stream):
                if packet.size:
                    packet.stream = copy
                    written.mux(packet)


def _decodes(source: Path) -> bool:
    """Return whether every packet gives its picture without an error, and every keyframe stands alone."""
    with open_media(source, CLIP_MEDIA) as container:
        stream = video_stream(container)
        stream.codec_context.options = {"err_detect": "explode"}
        stream.codec_context.thread_type = ThreadType.AUTO
        sent = shown = 0
        for packet in container.demux(stream):
            if packet.size and packet.is_keyframe and not _stands_alone(bytes(packet)):
                return False
            sent += bool(packet.size)
            shown += sum(not frame.is_corrupt for frame in packet.decode())
        return sent == shown


def _stands_alone(content: bytes) -> bool:
    at = 0
    while at + NAL_LENGTH_BYTES < len(content):
        if content[at + NAL_LENGTH_BYTES] & NAL_TYPE == IDR_SLICE:
            return True
        at += NAL_LENGTH_BYTES + int.from_bytes(content[at : at + NAL_LENGTH_BYTES])
    return False
