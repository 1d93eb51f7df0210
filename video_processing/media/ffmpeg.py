"""The ffmpeg door: pieces of command lines, and one function that runs them within limits."""

import os
from collections.abc import Callable, Sequence
from errno import EDQUOT, ENOSPC
from pathlib import Path

import imageio_ffmpeg
from django.conf import settings

from common.errors import InternalError
from common.processes import Limits, ProcessFailedError, run
from common.storage import StorageFullError
from video_processing.media.container import ANY_MEDIA, SNIFFED_BYTES, Allowed, UnreadableMediaError, sniff_format

FFMPEG_LIMITS = Limits(cpu_s=3600, address_space_bytes=6 * 1024**3, file_bytes=4 * 1024**3)
MICROSECONDS = 1_000_000


class EncodingError(InternalError):
    """ffmpeg could not make the file."""

    code = "encoding_failed"


def binary() -> str:
    """Return the ffmpeg to run: the one of the setting FFMPEG_BINARY, else the one of the wheel."""
    return str(settings.FFMPEG_BINARY or imageio_ffmpeg.get_ffmpeg_exe())


def describe_input(path: Path, allowed: Allowed = ANY_MEDIA) -> list[str]:
    """Return the arguments that open a local file by its content: one demuxer, listed decoders, no other protocol.

    Raises:
        UnreadableMediaError: the content is not on the list.
    """
    with path.open("rb") as file:
        name = sniff_format(file.read(SNIFFED_BYTES))
    if name is None or name not in allowed.formats:
        raise UnreadableMediaError("This is not a sound or video file of a kind we can read.")
    codecs = ",".join(sorted(allowed.codecs))
    return ["-protocol_whitelist", "file", "-codec_whitelist", codecs, "-f", name, "-i", f"file:{path.absolute()}"]


def run_ffmpeg(
    arguments: Sequence[str],
    *,
    timeout_s: float,
    cancelled: Callable[[], bool] | None = None,
    on_progress: Callable[[float], None] | None = None,
    descriptors: Sequence[int] = (),
) -> None:
    """Run ffmpeg with `arguments`; `on_progress` hears how many seconds of output exist, about twice a second.

    To the file `descriptors` it may write as `pipe:NUMBER`.

    Raises:
        EncodingError: ffmpeg gave up. Its last words are the cause's `stderr_tail`.
        StorageFullError: there is no room for the output.
        ProcessTimeoutError, CancelledError: as `common.processes.run`.
    """
    argv = [binary(), "-hide_banner", "-nostdin", "-v", "error", "-nostats", "-y"]
    if on_progress is not None:
        argv += ["-progress", "pipe:1"]
    try:
        run(
            [*argv, *arguments],
            timeout_s=timeout_s,
            cancelled=cancelled,
            on_output=_progress_reader(on_progress) if on_progress else None,
            limits=FFMPEG_LIMITS,
            descriptors=descriptors,
        )
    except ProcessFailedError as error:
        if any(os.strerror(number) in error.stderr_tail for number in (ENOSPC, EDQUOT)):
            raise StorageFullError from error
        raise EncodingError("The video tool could not make this file.") from error


def _progress_reader(on_progress: Callable[[float], None]) -> Callable[[bytes], None]:
    furthest_s = 0.0

    def read(data: bytes) -> None:
        nonlocal furthest_s
        for line in data.decode(errors="replace").splitlines():
            name, _, value = line.partition("=")
            if name == "out_time_us" and value.isdigit():
                # Streams take turns in telling how far they are: only the furthest never falls.
                furthest_s = max(furthest_s, int(value) / MICROSECONDS)
                on_progress(furthest_s)

    return read
