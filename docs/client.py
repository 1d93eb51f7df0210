"""A choreography over HTTP, with Python's standard library alone: sign in, choose or send a song, wait, download.

    python docs/client.py --email you@example.com --register --song "Luna" --output dance.mp4
    python docs/client.py --email you@example.com --upload my-song.mp3 --style playful

The password comes from the variable BB_PASSWORD, or is asked for.
"""

import argparse
import getpass
import json
import os
import shutil
import sys
import time
import uuid
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import Request, urlopen

Json = dict[str, Any]


class RefusedError(Exception):
    """The service said no; the text is its own sentence."""


class BachataBuddy:
    """A session with the service at `address`."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.token = ""

    def register(self, email: str, password: str) -> None:
        """Make an account. Raises RefusedError."""
        self._send("POST", "/api/auth/register/", {"email": email, "password": password})

    def sign_in(self, email: str, password: str) -> None:
        """Fetch the token that goes with every further request. Raises RefusedError."""
        self.token = self._send("POST", "/api/auth/login/", {"email": email, "password": password})["access"]

    def find_song(self, words: str) -> Json:
        """Return the first song whose title or artist has these words. Raises RefusedError."""
        query = urlencode({"search": words, "page_size": 1})
        found = self._send("GET", f"/api/choreography/songs/?{query}")["results"]
        if not found:
            raise RefusedError(f"There is no song called {words!r}.")
        return dict(found[0])

    def upload_song(self, path: Path) -> Json:
        """Send a song file, wait until its counts are found, and return the song. Raises RefusedError."""
        mark = uuid.uuid4().hex
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="song"\r\n\r\n'
        body = head.encode() + path.read_bytes() + f"\r\n--{mark}--\r\n".encode()
        sent = self._send("POST", "/api/choreography/songs/", body, f"multipart/form-data; boundary={mark}")
        arrived = self.wait(sent["poll_url"])
        return self._send("GET", f"/api/choreography/songs/{arrived['song_id']}/")

    def generate(self, song_id: str, wish: Json) -> Json:
        """Ask for a choreography, wait for it and return its task. Raises RefusedError."""
        key = uuid.uuid4().hex  # a repeated request with this key starts nothing a second time
        accepted = self._send(
            "POST", "/api/choreography/generate/", {"song_id": song_id, **wish}, **{"Idempotency-Key": key}
        )
        return self.wait(accepted["poll_url"])

    def wait(self, poll_url: str) -> Json:
        """Poll until it is completed; an answer that has not changed comes as an empty 304. Raises RefusedError."""
        state: Json = {"status": "queued"}
        tag, pause_s = "", 0.0
        while state["status"] in ("queued", "processing"):
            time.sleep(pause_s)
            request = self._request("GET", poll_url, **({"If-None-Match": tag} if tag else {}))
            try:
                with urlopen(request, timeout=30) as answer:  # noqa: S310 - the address the user gave
                    state, tag = json.load(answer), answer.headers["ETag"]
                    pause_s = float(answer.headers.get("Retry-After", 0))
                    print(state["status"], state.get("message", ""), file=sys.stderr)
            except HTTPError as error:
                if error.code != 304:
                    raise _refused(error) from error
                pause_s = float(error.headers.get("Retry-After", 1))
        if state["status"] != "completed":
            raise RefusedError((state["error"] or {}).get("detail", f"It was {state['status']}."))
        return state

    def download(self, url: str, path: Path) -> None:
        """Write a file of the result to `path`; its address is signed and needs no token."""
        with urlopen(urljoin(self.address, url), timeout=60) as answer, path.open("wb") as file:  # noqa: S310
            shutil.copyfileobj(answer, file)

    def _send(
        self, method: str, path: str, body: Json | bytes | None = None, kind: str = "application/json", **headers: str
    ) -> Json:
        content = json.dumps(body).encode() if isinstance(body, dict) else body
        request = self._request(method, path, content, **{"Content-Type": kind}, **headers)
        try:
            with urlopen(request, timeout=60) as answer:  # noqa: S310
                return dict(json.load(answer))
        except HTTPError as error:
            raise _refused(error) from error

    def _request(self, method: str, path: str, content: bytes | None = None, **headers: str) -> Request:
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        return Request(urljoin(self.address, path), content, headers, method=method)  # noqa: S310


def _refused(error: HTTPError) -> RefusedError:
    """Every refusal is `{"code", "detail", "errors"?, "request_id"}`."""
    told = json.load(error)
    return RefusedError(f"{told['detail']} ({told['code']})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--address", default="http://127.0.0.1:8000")
    parser.add_argument("--email", required=True)
    parser.add_argument("--register", action="store_true", help="make the account first")
    song = parser.add_mutually_exclusive_group(required=True)
    song.add_argument("--song", help="words of a title or an artist")
    song.add_argument("--upload", type=Path, help="a song file of yours")
    parser.add_argument("--difficulty", default="intermediate", choices=("beginner", "intermediate", "advanced"))
    parser.add_argument("--energy", default="medium", choices=("low", "medium", "high"))
    parser.add_argument("--style", default="romantic", choices=("romantic", "energetic", "sensual", "playful"))
    parser.add_argument("--output", type=Path, default=Path("choreography.mp4"))
    given = parser.parse_args()
    password = os.environ.get("BB_PASSWORD") or getpass.getpass()
    service = BachataBuddy(given.address)
    try:
        if given.register:
            service.register(given.email, password)
        service.sign_in(given.email, password)
        chosen = service.upload_song(given.upload) if given.upload else service.find_song(given.song)
        wish = {name: getattr(given, name) for name in ("difficulty", "energy", "style")}
        task = service.generate(chosen["id"], wish)
    except RefusedError as error:
        sys.exit(f"error: {error}")
    service.download(task["result"]["video_url"], given.output)
    moves = task["result"]["blueprint"]["segments"]
    print(f"{chosen['title']}: {len(moves)} moves, {task['result']['duration_s']:.0f} s, {given.output}")


if __name__ == "__main__":
    main()
