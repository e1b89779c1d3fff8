"""Looking at an address outside, from our server, without letting anybody look at what is inside.

An editor can name any address, and the server would ask it: so only http and https on their own ports are asked, only
hosts all of whose addresses are public (`editorial.base.network.special_addresses`), and the connection is made to the
very address that was judged, so that a name cannot mean another machine a moment later (DNS rebinding). Every redirect
is judged like the first. Nothing of an answer is kept.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from threading import Timer
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings

from editorial.base.network.special_addresses import is_public
from editorial.models import LinkOutcome

#: Seconds for one answer's next piece, and for an answer as a whole.
PATIENCE, DEADLINE = 10.0, 20.0
#: Redirects that are followed.
REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
#: Statuses by which servers keep programs out, or put them off, while people get in.
_KEPT_OUT = frozenset({401, 402, 403, 405, 406, 407, 408, 421, 425, 429, 451, 501, 503, 999})
_NOTHING_THERE = frozenset({404, 410})
_MOVED = frozenset({301, 302, 303, 307, 308})

Resolve = Callable[..., list[Any]]


class Refused(Exception):
    """Raised for an address that this server must not ask for."""


@dataclass(frozen=True)
class ResolvedTarget:
    """Where a request goes: the host that the address names, and the machine that was judged."""

    scheme: str
    host: str
    port: int
    machine: str
    path: str


def look_up(url: str, *, resolve: Resolve = socket.getaddrinfo) -> tuple[LinkOutcome, int | None]:
    """What is found at `url`, and the HTTP status of the answer if there was one. Raises nothing.

    :param resolve: like `socket.getaddrinfo`.
    """
    try:
        for _hop in range(REDIRECTS + 1):
            door = judge(url, resolve=resolve)
            status, location = _ask(door, "HEAD")
            if status not in _MOVED and not 200 <= status < 300:
                # Many servers answer HEAD wrongly; only GET counts against an address.
                status, location = _ask(door, "GET")
            if status not in _MOVED or not location:
                return _outcome(status), status
            url = urljoin(url, location)
    except Refused:
        return LinkOutcome.REFUSED, None
    except (OSError, http.client.HTTPException, ValueError):
        # No such host, no answer, a broken certificate or answer.
        return LinkOutcome.FAILED, None
    # A server that sends programs round in circles often lets people in, who keep its cookies.
    return LinkOutcome.UNSURE, status


def judge(url: str, *, resolve: Resolve = socket.getaddrinfo) -> ResolvedTarget:
    """Where a request for `url` may go. Raises Refused, and OSError where its host is not known."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as fault:
        raise Refused("no address") from fault
    if parts.scheme not in PORTS or not parts.hostname:
        raise Refused("neither http nor https")
    if parts.username is not None or parts.password is not None:
        raise Refused("it carries a name and a password")
    if port not in (None, PORTS[parts.scheme]):
        raise Refused("an unusual port")
    try:
        host = parts.hostname.encode("idna").decode() if not _is_literal(parts.hostname) else parts.hostname
    except UnicodeError as fault:
        raise Refused("no name of a host") from fault
    found = resolve(host, PORTS[parts.scheme], type=socket.SOCK_STREAM)
    machines = [str(each[4][0]) for each in found]
    if not machines or not all(map(is_public, machines)):
        raise Refused("a machine that is not public")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return ResolvedTarget(parts.scheme, host, PORTS[parts.scheme], machines[0], f"{path}?{query}" if query else path)


def _is_literal(host: str) -> bool:
    with suppress(ValueError):
        ipaddress.ip_address(host.partition("%")[0])
        return True
    return False


def _outcome(status: int) -> LinkOutcome:
    if 200 <= status < 400:
        return LinkOutcome.FOUND
    if status in _NOTHING_THERE:
        return LinkOutcome.MISSING
    return LinkOutcome.UNSURE if status in _KEPT_OUT else LinkOutcome.FAILED


def _ask(door: ResolvedTarget, method: str) -> tuple[int, str]:
    """The status of the answer, and where it points to. The body is never read. Raises OSError and HTTPException."""
    connection = _Pinned(door)
    with closing(connection):
        connection.connect()
        # A server could feed an answer letter by letter for ever; shutting the socket ends any waiting for it.
        watch = Timer(DEADLINE, connection.end)
        watch.daemon = True
        watch.start()
        try:
            headers = {
                "User-Agent": f"Entente link check (+{settings.SITE_URL})",
                "Accept": "*/*",
                "Connection": "close",
            }
            connection.request(method, door.path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location") or ""
        finally:
            watch.cancel()


class _Pinned(http.client.HTTPConnection):
    """A connection to the machine that was judged, whatever its name means by now."""

    def __init__(self, door: ResolvedTarget) -> None:
        super().__init__(door.host, door.port, timeout=PATIENCE)
        self.door = door

    def connect(self) -> None:
        self.sock = socket.create_connection((self.door.machine, self.door.port), PATIENCE)
        if self.door.scheme == "https":
            self.sock = _tls().wrap_socket(self.sock, server_hostname=self.door.host)

    def end(self) -> None:
        """End all waiting for an answer."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()
