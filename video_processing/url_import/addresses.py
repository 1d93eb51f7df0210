"""Which video an address of YouTube names. Nothing else of what a user typed goes any further."""

import re
from urllib.parse import parse_qs, urlsplit

from common.errors import InputError

LONGEST_URL = 300
VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}", re.ASCII)
PLAIN_URL = re.compile(r"https?://[a-z.]+/[A-Za-z0-9/_.~?&=%+:,;@!*()'#-]*", re.ASCII)
"""No user, no port, no number for a host; backslashes, brackets and spaces are read in two ways by programs."""
WATCH_HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com"})
SHORT_HOST = "youtu.be"
PATHS_WITH_ID = ("shorts", "embed", "live")


class SongUrlError(InputError):
    """This is not the address of one video on YouTube."""

    code = "song_url_refused"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def video_id_of(url: str) -> str:
    """Return the id, 11 characters, of the video that an address names. Raises SongUrlError for any other address."""
    if len(url) > LONGEST_URL or not PLAIN_URL.fullmatch(url):
        raise SongUrlError
    parts = urlsplit(url)
    places = [place for place in parts.path.split("/") if place]
    if parts.netloc == SHORT_HOST and len(places) == 1:
        return _checked(places)
    if parts.netloc in WATCH_HOSTS and places == ["watch"]:
        return _checked(parse_qs(parts.query).get("v", []))
    if parts.netloc in WATCH_HOSTS and len(places) == 2 and places[0] in PATHS_WITH_ID:
        return _checked(places[1:])
    raise SongUrlError


def watch_url(video_id: str) -> str:
    """Return the one form of address that is ever asked for. Raises SongUrlError for what is no id."""
    return f"https://www.youtube.com/watch?v={_checked([video_id])}"


def _checked(candidates: list[str]) -> str:
    if len(candidates) != 1 or not VIDEO_ID.fullmatch(candidates[0]):
        raise SongUrlError
    return candidates[0]
