"""The program of `video_processing.url_import.youtube` with an origin on this machine instead of YouTube.

Usage: local_origin.py PORT (local|public) VIDEO_ID DIRECTORY. `local` may call that port only, `public` what YouTube's
may.
"""

import sys
from typing import Any

from yt_dlp.extractor.common import InfoExtractor

from video_processing.url_import.connections import is_public_https
from video_processing.url_import.youtube import Origin, main


class LocalIE(InfoExtractor):
    """Takes what the origin says of a video as it is."""

    _VALID_URL = r"http://127\.0\.0\.1:\d+/watch\?v=(?P<id>[A-Za-z0-9_-]{11})$"

    def _real_extract(self, url: str) -> Any:
        return self._download_json(url, self._match_id(url))


def origin(port: int, reach: str) -> Origin:
    def only_here(host: str, called: int) -> bool:
        return (host, called) == ("127.0.0.1", port)

    return Origin(
        LocalIE, f"http://127.0.0.1:{port}/watch?v={{}}".format, only_here if reach == "local" else is_public_https
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[3:], origin(int(sys.argv[1]), sys.argv[2])))
