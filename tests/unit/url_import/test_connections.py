"""A process that fetches may call the open internet over HTTPS, and nothing that is near."""

import subprocess
import sys

import pytest

from video_processing.url_import.connections import is_public_https


@pytest.mark.parametrize("host", ["142.250.1.1", "8.8.8.8", "2a00:1450:4001:81b::200e", "::ffff:8.8.8.8"])
def test_the_internet_may_be_called(host: str) -> None:
    assert is_public_https(host, 443)
    assert not is_public_https(host, 80)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.5.5", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "239.1.1.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::", "::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "localhost", "",
        "127.1", "0x7f000001",
    ],
)  # fmt: skip
def test_what_is_near_may_not(host: str) -> None:
    assert not is_public_https(host, 443)


def test_a_refused_connection_is_never_attempted() -> None:
    code = """
import socket
from video_processing.url_import.connections import allow_only
listener = socket.create_server(("127.0.0.1", 0))
listener.settimeout(0.3)
port = listener.getsockname()[1]
allow_only(lambda host, port: False)
def attempt(kind, call):
    sock = socket.socket(*kind)
    try:
        call(sock)
    except PermissionError:
        print("refused")
attempt((socket.AF_INET, socket.SOCK_STREAM), lambda s: s.connect(("127.0.0.1", port)))
attempt((socket.AF_INET, socket.SOCK_STREAM), lambda s: s.connect_ex(("127.0.0.1", port)))
attempt((socket.AF_INET, socket.SOCK_DGRAM), lambda s: s.sendto(b"x", ("127.0.0.1", 53)))
attempt((socket.AF_UNIX, socket.SOCK_STREAM), lambda s: s.connect("/var/run/docker.sock"))
attempt((socket.AF_INET, socket.SOCK_STREAM), lambda s: s.bind(("127.0.0.1", 0)))
try:
    listener.accept()
    print("called")
except TimeoutError:
    print("nobody called")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.splitlines() == ["refused"] * 5 + ["nobody called"]
