"""From which network address a request comes: the one place that believes anything about it.

Behind proxies of our own the peer of every connection is a proxy. Each proxy appends the address that it was called
from to `X-Forwarded-For`; what stands before those entries are the sender's own words. So exactly as many entries
count, from the right, as there are proxies that the site trusts (`TRUSTED_PROXIES`).

The middleware stands at the very front and writes the address into `REMOTE_ADDR`; everything behind it reads that, and
the header is gone. Nothing else in the house reads `X-Forwarded-For`.
"""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_HEADER = "HTTP_X_FORWARDED_FOR"


class ClientAddressMiddleware:
    """Put the client's address in the place of the nearest proxy's; first of all middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        peer = str(request.META.get("REMOTE_ADDR") or "")
        named = str(request.META.pop(_HEADER, ""))
        request.META["REMOTE_ADDR"] = vouched_for(peer, named, proxies=settings.TRUSTED_PROXIES)
        return self.get_response(request)


def client_address(request: HttpRequest) -> str:
    """The client's IP address as the middleware found it; empty where none is known (a Unix socket without a proxy)."""
    return str(request.META.get("REMOTE_ADDR") or "")


def vouched_for(peer: str, forwarded: str, *, proxies: int) -> str:
    """The address that the outermost trusted proxy was called from.

    :param peer: the address at the other end of the connection.
    :param forwarded: `X-Forwarded-For`; several headers are joined by commas, in their order (RFC 9110, 5.3).
    :param proxies: how many proxies stand in front, each of which appends one entry.
    :returns: the peer where there are fewer entries than proxies, or where the entry that counts is no address: nobody
        vouches for anything then, and all such requests are one sender together.
    """
    entries = [entry for entry in map(str.strip, forwarded.split(",")) if entry]
    if 0 < proxies <= len(entries):
        return canonical(entries[-proxies]) or canonical(peer)
    return canonical(peer)


def canonical(named: str) -> str:
    """An IP address in its one spelling, without port, brackets and zone, IPv4 out of IPv6 (RFC 4291, 2.5.5.2).

    :param named: such as `192.0.2.1`, `192.0.2.1:443`, `[2001:db8::1]:443`, `::ffff:192.0.2.1`.
    :returns: empty where it is none.
    """
    host = named.strip().strip('"')
    if host.startswith("["):
        host = host[1:].partition("]")[0]
    elif host.count(":") == 1:
        host = host.partition(":")[0]
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return ""
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return str(mapped or found)


def network(address: str) -> str:
    """What one household or office holds of the address: all of IPv4, the first 64 bits of IPv6.

    :returns: empty where it is no address.
    """
    plain = canonical(address)
    return str(ipaddress.ip_network(f"{plain}/64", strict=False)) if ":" in plain else plain
