"""What a song may be: see also `video_processing.media.probe`, which measures it."""

from pathlib import Path

from common.errors import InputError

MIB = 1024 * 1024
SONG_BYTES_MAX = 50 * MIB
SONG_DURATION_RANGE_S = (20.0, 600.0)
SONG_SAMPLE_RATE_RANGE_HZ = (8_000, 192_000)
SONG_CHANNELS_MAX = 8


class MediaLimitError(InputError):
    """The file is larger, longer or shorter than we take."""

    code = "media_limit"


def check_size(path: Path, limit_bytes: int) -> None:
    """Raise MediaLimitError for a file of more bytes."""
    size = path.stat().st_size
    if size > limit_bytes:
        raise MediaLimitError(f"This file has {size / MIB:.0f} MiB; the limit is {limit_bytes // MIB} MiB.")
