"""Whether the packets of two mezzanines can be mixed."""

import hashlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from av.video.stream import VideoStream

from video_processing.media.container import CLIP_MEDIA, open_media
from video_processing.media.ffmpeg import run_ffmpeg
from video_processing.media.probe import video_stream
from video_processing.mezzanine.parameters import MEZZANINE, MezzanineParameters, describe_encoder
from video_processing.mezzanine.picture import describe_picture


def fingerprint(path: Path) -> str:
    """Return a hash of all that a decoder is told once: codec, size, time base and parameter sets (SPS, PPS).

    Raises UnreadableMediaError.
    """
    with open_media(path, CLIP_MEDIA) as container:
        return fingerprint_of(video_stream(container))


def fingerprint_of(stream: VideoStream) -> str:
    """Return the fingerprint of an open video stream."""
    context = stream.codec_context
    told = f"{context.name} {context.pix_fmt} {context.width}x{context.height} {stream.time_base}"
    return hashlib.sha256(told.encode() + (context.extradata or b"")).hexdigest()[:32]


@cache
def expected_fingerprint(parameters: MezzanineParameters = MEZZANINE) -> str:
    """Return the fingerprint that mezzanines made now would have, by encoding one frame (60 ms, once a process).

    A file with another one was made with other parameters or another encoder: it is to be made anew.
    """
    size = (parameters.width_px, parameters.height_px)
    with TemporaryDirectory() as directory:
        path = Path(directory) / "frame.mp4"
        made = ["-f", "lavfi", "-i", f"color=size={size[0]}x{size[1]}:rate=25:duration=0.04"]
        picture = ["-vf", describe_picture(*size, size)]
        run_ffmpeg([*made, *picture, *describe_encoder(parameters), f"file:{path}"], timeout_s=30)
        return fingerprint(path)
