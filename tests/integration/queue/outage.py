"""A database that goes away and comes back, for those who reach it through here."""

import selectors
import socket
import threading
from contextlib import suppress

READ_BYTES = 64 * 1024


class Cable:
    """A TCP port that leads to a database's server, and can be pulled out: open connections break, new ones fail."""

    def __init__(self, host: str, port: int) -> None:
        """Lead to a server's TCP port, or to its socket where `host` is the folder that it lies in."""
        self._server = host, port
        self._is_socket = host.startswith("/")
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._lock = threading.Lock()
        self._listening: socket.socket | None = None
        self.port = 0
        self.plug_in()

    @property
    def variables(self) -> dict[str, str]:
        """Return the environment of a process that reaches the database through here."""
        there = {"DB_HOST": "127.0.0.1", "DB_PORT": str(self.port)}
        return there | {"DB_SSLMODE": "disable"} if self._is_socket else there

    def plug_in(self) -> None:
        """Let connections through (again), on the same port."""
        listening = socket.create_server(("127.0.0.1", self.port), reuse_port=False)
        self.port = listening.getsockname()[1]
        self._listening = listening
        threading.Thread(target=self._accept, args=(listening,), daemon=True).start()

    def pull_out(self) -> None:
        """Break every connection and refuse new ones."""
        with self._lock:
            listening, self._listening = self._listening, None
            pairs, self._pairs = self._pairs, []
        if listening is not None:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            listening.close()
        for pair in pairs:
            _close(pair)

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                outside, _ = listening.accept()
            except OSError:
                return
            inside = self._connected()
            with self._lock:
                if self._listening is not listening:
                    _close((outside, inside))
                    return
                self._pairs.append((outside, inside))
            threading.Thread(target=_carry, args=(outside, inside), daemon=True).start()

    def _connected(self) -> socket.socket:
        host, port = self._server
        if not self._is_socket:
            return socket.create_connection((host, port))
        inside = socket.socket(socket.AF_UNIX)
        inside.connect(f"{host}/.s.PGSQL.{port}")
        return inside


def _carry(outside: socket.socket, inside: socket.socket) -> None:
    """Pass bytes both ways until either end is gone."""
    with selectors.DefaultSelector() as waiting, suppress(OSError, ValueError):
        waiting.register(outside, selectors.EVENT_READ, inside)
        waiting.register(inside, selectors.EVENT_READ, outside)
        while True:
            for key, _ in waiting.select():
                data = key.fileobj.recv(READ_BYTES)  # type: ignore[union-attr]
                if not data:
                    return _close((outside, inside))
                key.data.sendall(data)
    return _close((outside, inside))


def _close(pair: tuple[socket.socket, socket.socket]) -> None:
    for end in pair:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
