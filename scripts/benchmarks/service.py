"""The service as its users meet it: a web process and a worker of their own on loopback, asked over HTTP."""

import json
import os
import secrets
import socket
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from django.conf import settings

from choreography.models import Song
from common.errors import BuddyError
from common.health import wait_until_healthy
from common.processes import start, stop
from scripts.benchmarks.long_song import SPEC, long_song
from scripts.benchmarks.measuring import MIB, Figures
from users.models import User
from users.sessions import open_session
from video_processing.demo.songs.files import make_demo_songs

POLLING_USERS, GENERATING_USERS = 50, 10
LOAD_S, POLL_EVERY_S = 20.0, 1.0
LOOK_EVERY_S = 0.05
PATIENCE_S = 120.0
API = "/api/choreography"
WISH = {"difficulty": "intermediate", "energy": "medium", "style": "romantic"}


class ServiceFailedError(BuddyError):
    """The service did not do what was asked of it."""

    code = "service_failed"


@dataclass
class Dancer:
    """Somebody with an account, on a connection that is kept."""

    port: int
    token: str
    connection: HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = HTTPConnection("127.0.0.1", self.port, timeout=30)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
        """Return status and body."""
        told = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        self.connection.request(method, path, body, told | {k.replace("_", "-"): v for k, v in headers.items()})
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def expect(self, status: int, method: str, path: str, body: bytes | None = None, **headers: str) -> Any:
        """Return the answer's JSON. Raises ServiceFailedError for another status."""
        found, content = self.ask(method, path, body, **headers)
        if found != status:
            raise ServiceFailedError(f"{method} {path} answered {found}: {content[:300]!r}")
        return json.loads(content)

    def generate(self, song_id: str, seed: int) -> str:
        """Ask for a choreography and return the address to poll."""
        body = json.dumps({**WISH, "song_id": song_id, "seed": seed}).encode()
        return str(self.expect(202, "POST", f"{API}/generate/", body)["poll_url"])

    def until_finished(self, poll_url: str) -> dict[str, Any]:
        """Poll as fast as is reasonable; return the completed task or import."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            told: dict[str, Any] = self.expect(200, "GET", poll_url)
            if told["status"] == "completed":
                return told
            if told["status"] in ("failed", "cancelled"):
                raise ServiceFailedError(f"{poll_url} ended as {told['status']}: {told['error']}")
            time.sleep(LOOK_EVERY_S)
        raise ServiceFailedError(f"{poll_url} did not end within {PATIENCE_S:.0f} s")

    def play(self, task: dict[str, Any]) -> None:
        """Ask for the first bytes of a video, as a player does. Raises ServiceFailedError."""
        status, content = self.ask("GET", task["result"]["video_url"], Range="bytes=0-65535")
        if status != 206 or b"ftyp" not in content[:32]:
            raise ServiceFailedError(f"the video answered {status}")


def serve() -> Figures:
    """Return seconds from request to playable video, and what many users at once feel."""
    with _service() as (port, web), _people(port, POLLING_USERS) as dancers:
        first = dancers[0]
        with long_song() as song:
            first.play(first.until_finished(first.generate(str(song.id), seed=0)))  # the library is read once
            analysed = [_seconds_to_play(first, str(song.id), seed) for seed in range(1, 4)]
            figures = _under_load(dancers, str(song.id), web)
        return {
            "request_to_playable_s": float(np.median(analysed)),
            "upload_to_playable_s": _seconds_from_upload(first),
            **figures,
        }


def _seconds_to_play(dancer: Dancer, song_id: str, seed: int) -> float:
    began = time.perf_counter()
    dancer.play(dancer.until_finished(dancer.generate(song_id, seed)))
    return time.perf_counter() - began


def _seconds_from_upload(dancer: Dancer) -> float:
    seed = secrets.randbelow(2**31)
    spec = replace(SPEC, seed=seed, slug=f"bench-{seed}", title=f"Nueva {seed}")
    with tempfile.TemporaryDirectory() as directory:
        content = make_demo_songs(Path(directory), [spec])[0].sound_path.read_bytes()
    boundary = uuid.uuid4().hex
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="song"\r\n\r\n'
    body = head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
    began = time.perf_counter()
    sent = dancer.expect(202, "POST", f"{API}/songs/", body, Content_Type=f"multipart/form-data; boundary={boundary}")
    song_id = dancer.until_finished(sent["poll_url"])["song_id"]
    dancer.play(dancer.until_finished(dancer.generate(song_id, seed=0)))
    return time.perf_counter() - began


def _under_load(dancers: list[Dancer], song_id: str, web: psutil.Process) -> Figures:
    """Let everybody poll and some generate at once; the first error ends the measurement."""
    finished = [dancer.generate(song_id, seed=number) for number, dancer in enumerate(dancers[:GENERATING_USERS])]
    began, took_s, errors = time.monotonic(), list[float](), list[Exception]()

    def poll(number: int) -> None:
        dancer, address = dancers[number], f"{API}/tasks/"
        if number < GENERATING_USERS:
            address = finished[number]
        time.sleep(POLL_EVERY_S * number / len(dancers))
        try:
            while time.monotonic() - began < LOAD_S:
                asked = time.perf_counter()
                dancer.expect(200, "GET", address)
                took_s.append(time.perf_counter() - asked)
                time.sleep(POLL_EVERY_S)
        except (BuddyError, OSError) as error:
            errors.append(error)

    threads = [threading.Thread(target=poll, args=(number,)) for number in range(len(dancers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise ServiceFailedError(f"{len(errors)} of {len(dancers)} users met an error, the first: {errors[0]}")
    for number, address in enumerate(finished):
        dancers[number].play(dancers[number].until_finished(address))
    return {
        "polling_users": len(dancers),
        "generating_users": GENERATING_USERS,
        "polls": len(took_s),
        "poll_median_ms": 1000 * float(np.median(took_s)),
        "poll_p95_ms": 1000 * float(np.percentile(took_s, 95)),
        "poll_max_ms": 1000 * max(took_s),
        "all_videos_s": time.monotonic() - began,
        "web_rss_mib": max(_rss_mib(each) for each in (web, *web.children(recursive=True))),
        "web_cpu_ms_a_poll": 1000 * _cpu_s(web) / len(took_s),
    }


def _rss_mib(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / MIB


def _cpu_s(process: psutil.Process) -> float:
    spent = [each.cpu_times() for each in (process, *process.children(recursive=True))]
    return float(sum(times.user + times.system for times in spent))


@contextmanager
def _service() -> Iterator[tuple[int, psutil.Process]]:
    """Run a web process and a worker, and give the port and the web process."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    scripts = settings.BASE_DIR / "scripts"
    running = [start([str(scripts / "serve"), f"127.0.0.1:{port}"]), start([str(scripts / "worker")])]
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}/readyz", timeout_s=60.0)
        yield port, psutil.Process(running[0].pid)
    finally:
        for child in running:
            stop(child, grace_s=20.0)


@contextmanager
def _people(port: int, count: int) -> Iterator[list[Dancer]]:
    """Give accounts for the block's time; what they made goes with them."""
    name = f"bench-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    users = [User.objects.create(email=f"{name}-{number}@example.com") for number in range(count)]
    try:
        yield [Dancer(port, str(open_session(user).access_token)) for user in users]
    finally:
        Song.objects.filter(owner__in=users).delete()
        User.objects.filter(id__in=[user.pk for user in users]).delete()
