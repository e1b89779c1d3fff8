"""From which address a request comes: what proxies vouch for counts, and nothing that a sender says."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import RequestFactory

from editorial.base.network.client_address import (
    ClientAddressMiddleware,
    canonical,
    client_address,
    network,
    vouched_for,
)
from editorial.visitors.limits import sender

ROOT = Path(__file__).resolve().parent.parent.parent
#: Every way to read an address of the network; a comment or a message may name the header.
READS = re.compile(
    r"""REMOTE_ADDR|HTTP_(X_)?(FORWARDED|REAL)(?!_PROTO)|headers[^\n]*["'](X-)?(Forwarded|Real-IP)""", re.IGNORECASE
)
PROXY, CLIENT, FORGED = "192.0.2.1", "203.0.113.7", "198.51.100.9"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "", PROXY), (0, CLIENT, PROXY), (0, f"{FORGED}, {CLIENT}", PROXY),
        (1, CLIENT, CLIENT), (1, f"{FORGED}, {CLIENT}", CLIENT), (1, f"{FORGED},{FORGED},{CLIENT}", CLIENT),
        (1, "", PROXY), (1, " , ,", PROXY), (1, f"unknown, {CLIENT}", CLIENT), (1, f"{FORGED}, unknown", PROXY),
        (1, f"{FORGED}, {CLIENT}:51234", CLIENT), (1, f'"{CLIENT}"', CLIENT), (1, f"\t{CLIENT} ", CLIENT),
        (1, "[2001:db8::7]:443", "2001:db8::7"), (1, "2001:DB8:0::7", "2001:db8::7"), (1, f"::ffff:{CLIENT}", CLIENT),
        (1, "fe80::1%eth0", "fe80::1"), (1, "127.0.0.1'; DROP TABLE", PROXY), (1, "203.0.113.007", PROXY),
        (2, f"{CLIENT}, 192.0.2.2", CLIENT), (2, f"{FORGED}, {CLIENT}, 192.0.2.2", CLIENT), (2, CLIENT, PROXY),
        (3, f"{FORGED}, {CLIENT}", PROXY), (-1, CLIENT, PROXY),
    ],
)  # fmt: skip
def test_as_many_entries_count_as_there_are_proxies(proxies: int, forwarded: str, address: str) -> None:
    assert vouched_for(PROXY, forwarded, proxies=proxies) == address


def test_the_middleware_leaves_one_address_and_no_header(settings: Any, rf: RequestFactory) -> None:
    settings.TRUSTED_PROXIES = 1
    request = rf.get("/", REMOTE_ADDR=PROXY, headers={"X-Forwarded-For": f"{FORGED}, {CLIENT}"})
    ClientAddressMiddleware(lambda request: request)(request)  # type: ignore[arg-type, return-value]
    assert client_address(request) == request.META["REMOTE_ADDR"] == CLIENT
    assert "X-Forwarded-For" not in request.headers


def test_a_request_through_a_socket_has_no_address(rf: RequestFactory) -> None:
    request = rf.get("/", REMOTE_ADDR="")
    ClientAddressMiddleware(lambda request: request)(request)  # type: ignore[arg-type, return-value]
    assert client_address(request) == ""
    assert sender("") == sender("unix:") == sender("not an address")


def test_limits_count_one_household_once() -> None:
    assert network("2001:db8:1:2:aaaa::1") == network("2001:db8:1:2:bbbb::2") == "2001:db8:1:2::/64"
    assert network("2001:db8:1:3::1") != network("2001:db8:1:2::1")
    assert network("::ffff:203.0.113.7") == network(CLIENT) == CLIENT
    assert network("203.0.113.8") != CLIENT
    assert network("") == network("nonsense") == canonical("") == ""


def test_nobody_else_reads_what_proxies_say() -> None:
    readers = [
        path.relative_to(ROOT).as_posix()
        for folder in ("config", "editorial", "cooperation")
        for path in (ROOT / folder).rglob("*.py")
        if READS.search(path.read_text())
    ]
    assert readers == ["editorial/base/network/client_address.py"]


@pytest.mark.parametrize(("behind", "proxies", "warned"), [(True, 0, True), (True, 1, False), (False, 0, False)])
def test_a_deployment_behind_a_proxy_that_nobody_counts_is_warned_of(
    settings: Any, behind: bool, proxies: int, warned: bool
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if behind else None
    settings.TRUSTED_PROXIES = proxies
    found = {message.id for message in run_checks(include_deployment_checks=True)}
    assert ("editorial.W012" in found) is warned
