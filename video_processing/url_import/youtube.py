"""The one door to yt-dlp: a program of its own that fetches the sound of one video and says what it was.

`python -m video_processing.url_import.youtube VIDEO_ID DIRECTORY` writes the sound as DIRECTORY/sound and one JSON
object to standard output: `{"title", "artist"}`, or `{"refused": REASON}` with a reason that `fetching` knows.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yt_dlp import YoutubeDL
from yt_dlp.extractor.youtube import YoutubeIE
from yt_dlp.utils import DownloadCancelled, DownloadError

from video_processing.media.limits import SONG_BYTES_MAX, SONG_DURATION_RANGE_S
from video_processing.url_import.addresses import watch_url
from video_processing.url_import.connections import MayConnect, allow_only, is_public_https

SOUND_NAME = "sound"
SOCKET_TIMEOUT_S = 15.0
OVER = ("not_live", "was_live", None)


@dataclass(frozen=True)
class Origin:
    """Where videos come from: one extractor, one form of address, and the machines that may be called."""

    extractor: type[Any]
    address: Callable[[str], str]
    may_connect: MayConnect


YOUTUBE = Origin(YoutubeIE, watch_url, is_public_https)


class RefusedError(DownloadCancelled):  # type: ignore[misc]  # yt-dlp is untyped; its own class ends a download at once
    """The video is none that we take."""


class _Silent:
    """Takes yt-dlp's messages: standard output belongs to the answer."""

    def debug(self, message: str) -> None:
        """Say nothing."""

    def warning(self, message: str) -> None:
        """Tell the log."""
        print(message, file=sys.stderr)

    error = warning


def describe_options(directory: Path) -> dict[str, Any]:
    """Return yt-dlp's options: one plain HTTPS file, no playlist, no other program, no cache, no configuration."""
    return {
        "format": "bestaudio[protocol=https]/bestaudio[protocol=http]",
        "outtmpl": {"default": YoutubeDL.escape_outtmpl(str(directory / SOUND_NAME))},
        "noplaylist": True,
        "progress_hooks": [_within_size],
        "socket_timeout": SOCKET_TIMEOUT_S,
        "retries": 2,
        "extractor_retries": 1,
        "file_access_retries": 0,
        "proxy": "",
        "cachedir": False,
        "nopart": True,
        "continuedl": False,
        "updatetime": False,
        "fixup": "never",
        "postprocessors": [],
        "enable_file_urls": False,
        "remote_components": [],
        "quiet": True,
        "noprogress": True,
        "logtostderr": True,
        "logger": _Silent(),
    }


def fetch(video_id: str, directory: Path, origin: Origin = YOUTUBE) -> dict[str, str]:
    """Write the sound of a video to `directory` and return its title and artist. Raises RefusedError, DownloadError."""
    address = origin.address(video_id)
    with YoutubeDL(describe_options(directory), auto_init=False) as ydl:
        ydl.add_info_extractor(origin.extractor())
        info = ydl.extract_info(address, download=False, process=False)  # so that nothing it refers to is followed
        _check(info, video_id)
        ydl.process_ie_result(info, download=True)
    artists = info.get("artists") or [info.get("uploader") or ""]
    return {"title": str(info.get("track") or info.get("title") or ""), "artist": ", ".join(map(str, artists))}


def _check(info: dict[str, Any] | None, video_id: str) -> None:
    if info is None or info.get("_type", "video") != "video" or info.get("id") != video_id:
        raise RefusedError("not_a_video")
    if info.get("is_live") or info.get("live_status") not in OVER:
        raise RefusedError("live")
    shortest_s, longest_s = SONG_DURATION_RANGE_S
    if not shortest_s <= (info.get("duration") or shortest_s) <= longest_s:
        raise RefusedError("duration")


def _within_size(progress: dict[str, Any]) -> None:
    if max(progress.get("total_bytes") or 0, progress.get("downloaded_bytes") or 0) > SONG_BYTES_MAX:
        raise RefusedError("size")


def main(arguments: list[str], origin: Origin = YOUTUBE) -> int:
    """Fetch what the command line names; return the exit code."""
    video_id, directory = arguments
    allow_only(origin.may_connect)
    try:
        answer = fetch(video_id, Path(directory), origin)
    except RefusedError as error:
        answer = {"refused": str(error)}
    except DownloadError:
        answer = {"refused": "unavailable"}
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
