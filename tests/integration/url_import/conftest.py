"""An origin of videos on loopback, and a canary that nobody may call."""

import json
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

VIDEO_ID = "dQw4w9WgXc-"


@dataclass
class Origin:
    """What the origin says of the video, what it serves as its sound, and who called."""

    port: int = 0
    info: dict[str, Any] = field(default_factory=dict)
    sound: bytes = b""
    says_length: bool = True
    drip_s: float = 0.0
    redirect: str = ""
    calls: list[str] = field(default_factory=list)

    def program(self, reach: str = "local") -> tuple[str, ...]:
        """Return the program that fetches from here."""
        return (sys.executable, str(Path(__file__).with_name("local_origin.py")), str(self.port), reach)

    def tells(self, **changes: Any) -> None:
        """Set what is said of the video."""
        form = {"format_id": "140", "ext": "m4a", "acodec": "aac", "vcodec": "none", "protocol": "http"}
        self.info = {
            "id": VIDEO_ID,
            "title": "Luna de Enero (Official Video)",
            "track": "Luna de Enero",
            "artists": ["La Banda", "Otra"],
            "duration": 40,
            "formats": [form | {"url": f"http://127.0.0.1:{self.port}/sound"}],
        } | changes


def _handler(origin: Origin) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            origin.calls.append(self.path)
            content = json.dumps(origin.info).encode() if self.path.startswith("/watch") else origin.sound
            if origin.redirect and not self.path.startswith("/watch"):
                self.send_response(302)
                self.send_header("Location", origin.redirect)
                self.end_headers()
                return
            self.send_response(200)
            if origin.says_length:
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            try:
                for first in range(0, len(content), 64 * 1024):
                    self.wfile.write(content[first : first + 64 * 1024])
                    time.sleep(origin.drip_s)
            except (BrokenPipeError, ConnectionResetError):
                pass

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def origin() -> Iterator[Origin]:
    served = Origin()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(served))
    served.port = server.server_port
    served.tells()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield served
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def canary() -> Iterator[Origin]:
    served = Origin()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(served))
    served.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield served
    server.shutdown()
    thread.join()
    server.server_close()
