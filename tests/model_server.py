"""A server on loopback that speaks the wire protocols of language models: well, or badly on purpose."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[["Exchange"], None]
PATIENCE_S = 20.0


class Exchange:
    """One request, and the means to answer it."""

    def __init__(self, handler: BaseHTTPRequestHandler, body: dict[str, Any], number: int) -> None:
        self._handler, self.body, self.number = handler, body, number

    @property
    def key(self) -> str:
        return str(self._handler.headers.get("Authorization") or self._handler.headers.get("x-goog-api-key") or "")

    def send(self, body: bytes, status: int = 200, content_type: str = "application/json") -> None:
        self._handler.send_response(status)
        self._handler.send_header("Content-Type", content_type)
        self._handler.send_header("Content-Length", str(len(body)))
        self._handler.end_headers()
        self._handler.wfile.write(body)

    def json(self, data: Any, status: int = 200) -> None:
        self.send(json.dumps(data).encode(), status)

    def break_off(self, status: int) -> None:
        """Begin an answer, and hang up in the middle of it."""
        self._handler.send_response(status)
        self._handler.send_header("Content-Type", "application/json")
        self._handler.send_header("Content-Length", "1000")
        self._handler.end_headers()
        self._handler.wfile.write(b'{"error": ')
        self._handler.close_connection = True

    def drip(self, body: bytes, pause_s: float) -> None:
        """Send a body byte by byte."""
        self._handler.send_response(200)
        self._handler.send_header("Content-Type", "application/json")
        self._handler.send_header("Content-Length", str(len(body)))
        self._handler.end_headers()
        for byte in body:
            self._handler.wfile.write(bytes([byte]))
            self._handler.wfile.flush()
            time.sleep(pause_s)

    def last_tool_result(self) -> dict[str, Any]:
        """Return what the last tool call gave."""
        said = [message for message in self.body["messages"] if message["role"] == "tool"]
        return dict(json.loads(said[-1]["content"])) if said else {}


class ModelServer:
    """The server; `seen` holds the bodies of what was asked."""

    def __init__(self, reply: Reply) -> None:
        self.seen: list[dict[str, Any]] = []
        self.keys: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.seen.append(body)
                exchange = Exchange(self, body, len(outer.seen))
                outer.keys.append(exchange.key)
                with suppress(BrokenPipeError, ConnectionResetError):  # some tests are about clients that hang up
                    reply(exchange)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @contextmanager
    def running(self) -> Iterator["ModelServer"]:
        thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()


def completion(text: str = "", calls: list[tuple[str, Any]] | None = None, usage: Any = "counted") -> dict[str, Any]:
    """Return a chat completion; arguments that are text go out as they are."""
    message: dict[str, Any] = {"role": "assistant", "content": text or None}
    if calls:
        message["tool_calls"] = [
            {
                "id": f"call_{number}",
                "type": "function",
                "function": {"name": name, "arguments": given if isinstance(given, str) else json.dumps(given)},
            }
            for number, (name, given) in enumerate(calls)
        ]
    counted = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "made-up",
        "choices": [{"index": 0, "finish_reason": "tool_calls" if calls else "stop", "message": message}],
        "usage": counted if usage == "counted" else usage,
    }


def choreographer(song_id: str, *, reply: str = "Your dance is coming.", **wish: Any) -> Reply:
    """Return a well-behaved model: it finds the song, plans, and has the video made."""
    told = {"song_id": song_id, "difficulty": "beginner", "energy": "medium", "style": "romantic", **wish}

    def answer(exchange: Exchange) -> None:
        last = exchange.last_tool_result()
        if exchange.number == 1:
            exchange.json(completion(calls=[("find_songs", {"text": "cafe"})]))
        elif "blueprint" not in last:
            exchange.json(completion(calls=[("generate_blueprint", told)]))
        else:
            exchange.json(completion(calls=[("assemble_video", {"blueprint": last["blueprint"], "reply": reply})]))

    return answer
