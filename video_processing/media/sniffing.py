"""What a file claims to be, from its first bytes. Imports no codec, so that the web process can ask."""

from pathlib import Path

from common.errors import InputError

SNIFFED_BYTES = 64 * 1024
CLIP_FORMATS = frozenset({"mov", "matroska"})
SONG_FORMATS = frozenset({"mp3", "wav", "flac", "mov", "ogg", "matroska"})


class UnreadableMediaError(InputError):
    """The file is not sound or video that we can read."""

    code = "unreadable_media"


def check_format(path: Path, formats: frozenset[str]) -> None:
    """Raise UnreadableMediaError for a file that is empty or whose first bytes are of no such format."""
    with path.open("rb") as file:
        head = file.read(SNIFFED_BYTES)
    if not head:
        raise UnreadableMediaError("This file is empty.")
    if sniff_format(head) not in formats:
        raise UnreadableMediaError("This is not a sound or video file of a kind we can read.")


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
