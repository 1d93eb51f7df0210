"""Fetches the sound of a video in a process of its own, which is limited, watched and killed when late."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from common.errors import InputError, UnavailableError
from common.processes import Limits, ProcessFailedError, ProcessTimeoutError, run
from video_processing.media.limits import MIB, SONG_BYTES_MAX

PROGRAM = (sys.executable, "-m", "video_processing.url_import.youtube")
PROJECT = Path(__file__).resolve().parents[2]
TIMEOUT_S = 120.0
LIMITS = Limits(cpu_s=60, address_space_bytes=4096 * MIB, file_bytes=SONG_BYTES_MAX + MIB)
ANSWER_BYTES_MAX = 64 * 1024
UNAVAILABLE = "unavailable"
REFUSALS = {
    "not_a_video": "This address does not lead to one video.",
    "live": "This is a live stream, not a song.",
    "duration": "A song lasts 20 seconds to 10 minutes; this video does not.",
    "size": f"The sound of this video is larger than {SONG_BYTES_MAX // MIB} MiB.",
}


class VideoRefusedError(InputError):
    """The video is none that we take: a stream, too long, too large."""

    code = "song_url_refused"


class VideoUnavailableError(UnavailableError):
    """The sound of this video could not be fetched: it may be private or gone, or the site does not answer."""

    code = "song_url_unavailable"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class FetchingNotInstalledError(UnavailableError):
    """Songs cannot be fetched from addresses here: yt-dlp is not installed."""

    code = "song_url_not_installed"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@dataclass(frozen=True)
class FetchedSound:
    """The sound of a video."""

    path: Path
    title: str
    artist: str
    """Both as the site gives them."""


def fetch_sound(
    video_id: str,
    directory: Path,
    *,
    cancelled: Callable[[], bool] | None = None,
    timeout_s: float = TIMEOUT_S,
    program: Sequence[str] = PROGRAM,
) -> FetchedSound:
    """Fetch the sound of a video (its id, from `video_id_of`) into `directory`.

    Raises:
        VideoRefusedError: a stream, a list, too long or too large.
        VideoUnavailableError: private, gone, or the site did not answer in time.
        FetchingNotInstalledError: yt-dlp is missing.
        CancelledError: as `cancelled` said.
    """
    if find_spec("yt_dlp") is None:
        raise FetchingNotInstalledError
    try:
        finished = run(
            [*program, video_id, str(directory)],
            timeout_s=timeout_s,
            cancelled=cancelled,
            max_output_bytes=ANSWER_BYTES_MAX,
            limits=LIMITS,
            environment={"PYTHONPATH": str(PROJECT), "YTDLP_NO_PLUGINS": "1"},
        )
        answer = json.loads(finished.stdout)
    except (ProcessFailedError, ProcessTimeoutError, ValueError) as error:
        raise VideoUnavailableError from error
    if "refused" in answer:
        if answer["refused"] == UNAVAILABLE:
            raise VideoUnavailableError
        raise VideoRefusedError(REFUSALS[answer["refused"]])
    path = directory / "sound"
    if not path.is_file():
        raise VideoUnavailableError
    return FetchedSound(path, str(answer["title"]), str(answer["artist"]))
