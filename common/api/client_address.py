"""Who calls, as far as an address tells: nothing that the caller writes is believed (RELIABILITY P28)."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "0.0.0.0"  # noqa: S104 - a name for nobody's address, nothing listens there
HOUSEHOLD_BITS = 64
"""An IPv6 customer owns this network at least: one address of it stands for all."""


def client_address(request: HttpRequest) -> str:
    """Return the address a request comes from, one for all of an IPv6 network.

    Of X-Forwarded-For only the entries that our own NUM_PROXIES proxies wrote count: the rest is the caller's fancy.
    """
    proxies: int = settings.REST_FRAMEWORK["NUM_PROXIES"]  # type: ignore[assignment]  # of many kinds
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    told = forwarded[-min(proxies, len(forwarded))].strip() if proxies else ""
    for text in (told, request.META.get("REMOTE_ADDR", "")):
        try:
            return _one_for_all(ip_address(text))
        except ValueError:
            continue
    return UNKNOWN


def _one_for_all(address: IPv4Address | IPv6Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), HOUSEHOLD_BITS), strict=False).network_address)
