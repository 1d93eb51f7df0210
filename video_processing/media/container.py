"""The door through which every media file is read: local files only, and only the formats and codecs named here."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
from av.codec import CodecContext
from av.container import InputContainer
from av.stream import Stream

from common.errors import InputError

SNIFFED_BYTES = 64 * 1024
MICROSECONDS = 1_000_000

COMPRESSED_SOUND = ("aac", "alac", "flac", "mp3", "mp3float", "opus", "libopus", "vorbis", "libvorbis")
PLAIN_SOUND = tuple(f"pcm_{kind}{end}" for kind in ("s16", "s24", "s32", "f32", "f64") for end in ("le", "be"))
AUDIO_CODECS = frozenset((*COMPRESSED_SOUND, "pcm_u8", *PLAIN_SOUND))
VIDEO_CODECS = frozenset(("h264", "hevc", "vp8", "vp9", "libvpx", "libvpx-vp9", "av1", "libdav1d", "mpeg4"))


class UnreadableMediaError(InputError):
    """The file is not sound or video that we can read."""

    code = "unreadable_media"


@dataclass(frozen=True)
class Allowed:
    """What a kind of upload may contain: demuxers by ffmpeg's name, and decoders."""

    formats: frozenset[str]
    codecs: frozenset[str]


CLIP_MEDIA = Allowed(frozenset({"mov", "matroska"}), VIDEO_CODECS | AUDIO_CODECS)
SONG_MEDIA = Allowed(frozenset({"mp3", "wav", "flac", "mov", "ogg", "matroska"}), AUDIO_CODECS)
ANY_MEDIA = Allowed(CLIP_MEDIA.formats | SONG_MEDIA.formats, CLIP_MEDIA.codecs | SONG_MEDIA.codecs)


def sniff_format(head: bytes) -> str | None:
    """Return the demuxer that the first bytes of a file ask for, or None. The name of the file plays no part.

    Naming the demuxer keeps ffmpeg from guessing, so playlists, `ffconcat` scripts and text never reach a demuxer.
    """
    head = _after_id3_tag(head).lstrip(b"\0") if head.startswith(b"ID3") else head
    if head.startswith((b"RIFF", b"RF64")) and head[8:12] == b"WAVE":
        return "wav"
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"):
        return "mov"
    for magic, name in ((b"fLaC", "flac"), (b"OggS", "ogg"), (b"\x1aE\xdf\xa3", "matroska")):
        if head.startswith(magic):
            return name
    return "mp3" if _is_mp3_frame(head) else None


def _after_id3_tag(head: bytes) -> bytes:
    # The size is 4 x 7 bits (ID3v2, section 3.1). Cover art can be larger than what was read: then all that can
    # follow in practice is MPEG audio, and the decoder has the last word.
    size = 10 + sum(byte << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=False))
    return head[size:] if size < len(head) else b"\xff\xfb\x90\x00"


def _is_mp3_frame(head: bytes) -> bool:
    # Sync of 11 bits, a version and bit rate that exist, and layer III.
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer, bit_rate, sample_rate = head[1] >> 3 & 3, head[1] >> 1 & 3, head[2] >> 4, head[2] >> 2 & 3
    return version != 1 and layer == 1 and bit_rate not in (0, 15) and sample_rate != 3


@contextmanager
def open_media(path: Path, allowed: Allowed = ANY_MEDIA) -> Iterator[InputContainer]:
    """Open a local media file whose content is on the list; errors of the libraries become `UnreadableMediaError`.

    Raises:
        UnreadableMediaError: the content is not an allowed format, or reading fails while the file is open.
    """
    try:
        with path.open("rb") as file:
            name = sniff_format(file.read(SNIFFED_BYTES))
        if name is None or name not in allowed.formats:
            raise UnreadableMediaError("This is not a sound or video file of a kind we can read.")
        with av.open(f"file:{path.absolute()}", "r", format=name, options=_options(allowed)) as container:
            yield container
    except (av.FFmpegError, OverflowError, UnicodeError) as error:
        raise UnreadableMediaError("This file is damaged or not what it claims to be.") from error


def _options(allowed: Allowed) -> dict[str, str]:
    return {"protocol_whitelist": "file", "codec_whitelist": ",".join(sorted(allowed.codecs))}


def origin_s(container: InputContainer) -> float:
    """Return the time stamp, in seconds, that counts as 0:00 for us and for ffmpeg: the first one of the file."""
    return (container.start_time or 0) / MICROSECONDS


def codec_name(stream: Stream) -> str:
    """Return the decoder of a stream, or nothing where there is none (PyAV gives damaged streams no context)."""
    context: CodecContext | None = stream.codec_context
    return context.name if context is not None else ""
