"""The door through which every media file is read: local files only, and only the formats and codecs named here."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC
from pathlib import Path

import av
from av.codec import CodecContext
from av.container import InputContainer
from av.stream import Stream

from common.storage import StorageFullError
from video_processing.media.sniffing import (
    CLIP_FORMATS,
    SNIFFED_BYTES,
    SONG_FORMATS,
    UnreadableMediaError,
    sniff_format,
)

__all__ = ["SNIFFED_BYTES", "UnreadableMediaError", "sniff_format"]

MICROSECONDS = 1_000_000
DAMAGED = "This file is damaged or not what it claims to be."

COMPRESSED_SOUND = ("aac", "alac", "flac", "mp3", "mp3float", "opus", "libopus", "vorbis", "libvorbis")
PLAIN_SOUND = tuple(f"pcm_{kind}{end}" for kind in ("s16", "s24", "s32", "f32", "f64") for end in ("le", "be"))
AUDIO_CODECS = frozenset((*COMPRESSED_SOUND, "pcm_u8", *PLAIN_SOUND))
VIDEO_CODECS = frozenset(("h264", "hevc", "vp8", "vp9", "libvpx", "libvpx-vp9", "av1", "libdav1d", "mpeg4"))


@dataclass(frozen=True)
class Allowed:
    """What a kind of upload may contain: demuxers by ffmpeg's name, and decoders."""

    formats: frozenset[str]
    codecs: frozenset[str]


CLIP_MEDIA = Allowed(CLIP_FORMATS, VIDEO_CODECS | AUDIO_CODECS)
SONG_MEDIA = Allowed(SONG_FORMATS, AUDIO_CODECS)
ANY_MEDIA = Allowed(CLIP_MEDIA.formats | SONG_MEDIA.formats, CLIP_MEDIA.codecs | SONG_MEDIA.codecs)


@contextmanager
def open_media(path: Path, allowed: Allowed = ANY_MEDIA) -> Iterator[InputContainer]:
    """Open a local media file whose content is on the list; errors of the libraries become `UnreadableMediaError`.

    Raises:
        UnreadableMediaError: the content is not an allowed format, or reading fails while the file is open.
        StorageFullError: there was no room for what is written while the file is open.
    """
    try:
        with path.open("rb") as file:
            name = sniff_format(file.read(SNIFFED_BYTES))
        if name is None or name not in allowed.formats:
            raise UnreadableMediaError("This is not a sound or video file of a kind we can read.")
        with av.open(f"file:{path.absolute()}", "r", format=name, options=_options(allowed)) as container:
            yield container
    except av.FFmpegError as error:
        if error.errno in (ENOSPC, EDQUOT):  # of what is written while the file is open
            raise StorageFullError from error
        raise UnreadableMediaError(DAMAGED) from error
    except (OverflowError, UnicodeError) as error:
        raise UnreadableMediaError(DAMAGED) from error


def _options(allowed: Allowed) -> dict[str, str]:
    return {"protocol_whitelist": "file", "codec_whitelist": ",".join(sorted(allowed.codecs))}


def origin_s(container: InputContainer) -> float:
    """Return the time stamp, in seconds, that counts as 0:00 for us and for ffmpeg: the first one of the file."""
    return (container.start_time or 0) / MICROSECONDS


def codec_name(stream: Stream) -> str:
    """Return the decoder of a stream, or nothing where there is none (PyAV gives damaged streams no context)."""
    context: CodecContext | None = stream.codec_context
    return context.name if context is not None else ""
