"""Which machines a process may call: checked where a connection is made, so redirects and DNS cannot get around it."""

import ipaddress
import sys
from collections.abc import Callable

MayConnect = Callable[[str, int], bool]
HTTPS_PORT = 443
NAT64 = ipaddress.ip_network("64:ff9b::/96")
CONNECTING = ("socket.connect", "socket.sendto", "socket.bind")


def is_public_https(host: str, port: int) -> bool:
    """Return whether an IP address is one of the open internet, and the port that of HTTPS."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.sixtofour or address.teredo:
            return False
        if address.ipv4_mapped or address in NAT64:
            address = ipaddress.IPv4Address(address.packed[-4:])
    return port == HTTPS_PORT and address.is_global and not address.is_multicast


def allow_only(may_connect: MayConnect) -> None:
    """Refuse, from now on and for good, every connection of this process that `may_connect` (IP, port) does not allow.

    A refused one raises PermissionError where it is attempted. Binding and sockets of files are refused altogether.
    """

    def guard(event: str, arguments: tuple[object, ...]) -> None:
        if event in CONNECTING:
            address = arguments[1]
            allowed = event == "socket.connect" and isinstance(address, tuple) and may_connect(address[0], address[1])
            if not allowed:
                raise PermissionError("This process may not connect there.")

    sys.addaudithook(guard)
