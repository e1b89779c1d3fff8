"""Addresses outside: what a server may be asked, what its answers mean, when it is asked again; broken links of live
pages.
"""

import ipaddress
import socket
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from editorial.base.network.special_addresses import is_public
from editorial.base.prepared_queries import MOMENT, Compiled
from editorial.checks import link_fetch, link_jobs, links
from editorial.checks.link_fetch import Refused, judge, look_up
from editorial.content import canonical
from editorial.models import Edition, LinkCheck, LinkOutcome, LinkUse
from editorial.workflow import transitions
from tests import builders
from tests.editorial.test_checks_engine import links_to, note
from tests.jobs import make_due, waiting, work_off
from tests.people import People

PUBLIC = "93.184.215.14"


def resolving(*machines: str) -> Any:
    """A resolver that knows every host by these addresses."""
    return lambda host, port, **kwargs: [(2, 1, 6, "", (machine, port)) for machine in machines]


# What may be asked


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "https://", "http:///x", "//",
        "mailto:a@b.c", "http://example.org:8080/", "https://example.org:80/", "http://example.org:22/",
        "http://example.org:99999/", "http://user@example.org/", "http://user:pass@example.org/", "http://[::1/",
        "http://" + "a" * 300 + ".org/",
    ],
)  # fmt: skip
def test_only_the_web_on_its_own_ports_is_asked(url: str) -> None:
    with pytest.raises(Refused):
        judge(url, resolve=resolving(PUBLIC))


@pytest.mark.parametrize(
    "machine",
    [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "100.127.255.255", "192.0.0.0", "192.0.0.8", "192.0.0.9", "192.0.0.192", "192.0.2.1",
        "192.31.196.1",
        "192.52.193.1", "192.88.99.1", "192.88.99.2", "192.175.48.1", "198.18.0.1", "198.19.255.255", "198.51.100.1",
        "203.0.113.1", "224.0.0.1", "239.255.255.255", "255.255.255.255", "240.0.0.1",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "::ffff:192.0.0.192", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::192.88.99.1",
        "64:ff9b:1::1", "64:ff9b:1::5db8:d70e",
        "2002:7f00:1::", "2002:5db8:d70e::1", "2001:db8::1", "2001::1", "2001:0:4136:e378::1", "2001:1::1",
        "2001:2::1", "2001:3::1",
        "2001:4:112::1", "2001:10::1", "2001:20::1", "2001:30::1", "2620:4f:8000::1", "3fff::1", "5f00::1", "100::1",
        "100:0:0:1::1",
        "fec0::1", "feff::1", "::127.0.0.1", "::93.184.215.14", "::ffff:0:93.184.215.14", "4000::1", "ff0e::1",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c%eth0", "93.184.215.14%1", "0177.0.0.1", "2130706433", "0x7f000001",
        "127.1",
        "", "nonsense",
    ],
)  # fmt: skip
def test_no_machine_inside_is_asked(machine: str) -> None:
    for machines in ((machine,), (PUBLIC, machine)):
        with pytest.raises(Refused):
            judge("http://example.org/", resolve=resolving(*machines))
    assert look_up("http://example.org/", resolve=resolving(machine)) == (LinkOutcome.REFUSED, None)


@pytest.mark.parametrize(
    "machine",
    [
        PUBLIC, "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.88.98.1",
        "192.167.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
        "2001:200::1", "2a00::1",
        "2003::1", "3ffe::1", "64:ff9b::93.184.215.14", "::ffff:93.184.215.14",
    ],
)  # fmt: skip
def test_machines_beside_the_special_blocks_are_asked(machine: str) -> None:
    assert judge("http://example.org/", resolve=resolving(machine)).machine == machine


def test_what_is_public_does_not_depend_on_what_python_calls_global(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (ipaddress.IPv4Address, ipaddress.IPv6Address):
        for name in ("is_global", "is_private", "is_reserved", "is_multicast", "is_link_local"):
            monkeypatch.setattr(kind, name, property(lambda _self: pytest.fail("Python was asked")))
    assert [is_public(one) for one in (PUBLIC, "192.0.0.192", "2a00::1", "fec0::1")] == [True, False, True, False]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/", "http://0x7f000001/",
        "http://127.1/",
        "http://017700000001/", "http://0177.0.0.1/", "http://localhost/", "http://[::ffff:7f00:1]/", "http://0/",
        "http://3221225664/", "http://0xc0.0.0.0xc0/", "http://0300.0130.0143.01/",
    ],
)  # fmt: skip
def test_the_own_machine_is_refused_however_it_is_written(url: str) -> None:
    """With the real resolver, which knows these without asking anybody."""
    assert look_up(url)[0] in (LinkOutcome.REFUSED, LinkOutcome.FAILED)
    with pytest.raises((Refused, OSError)):
        judge(url)


def test_the_machine_that_was_judged_is_the_one_that_is_asked() -> None:
    door = judge("https://bücher.example/Straße?q=ä b#x", resolve=resolving(PUBLIC, "93.184.215.15"))
    assert (door.host, door.machine, door.port) == ("xn--bcher-kva.example", PUBLIC, 443)
    assert door.path == "/Stra%C3%9Fe?q=%C3%A4%20b"
    assert judge("http://example.org", resolve=resolving("2606:2800:21f:cb07:6820:80da:af6b:8b2c")).path == "/"


# What answers mean


class Server(BaseHTTPRequestHandler):
    """Answers by its path: /status/404, /head/405 (only HEAD fails), /to/<n> redirects n times, /away leads inside."""

    asked: list[tuple[str, str]] = []
    #: Set when the other side ended the connection before it was answered.
    hung_up = threading.Event()

    def answer(self) -> None:
        self.asked.append((self.command, self.path))
        word, _slash, rest = self.path.strip("/").partition("/")
        status, location = 200, ""
        match word:
            case "status":
                status = int(rest)
            case "head":
                status = int(rest) if self.command == "HEAD" else 200
            case "to":
                status, location = (302, f"/to/{int(rest) - 1}") if int(rest) else (200, "")
            case "away":
                status, location = 301, "http://169.254.169.254/latest/"
            case "odd":
                status, location = 302, "file:///etc/passwd"
            case "slow":
                self.wfile.write(b"HTTP/1.1 ")
                for _piece in range(2000):
                    try:
                        self.wfile.write(b"x")
                        self.wfile.flush()
                    except OSError:
                        self.hung_up.set()
                        return
                    threading.Event().wait(0.05)
                return
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer

    def log_message(self, *args: Any) -> None:
        """Nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server on this machine, which the tests alone declare public; its host resolves to it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(link_fetch, "PORTS", {"http": server.server_port, "https": 443})
    genuine = link_fetch.is_public
    monkeypatch.setattr(link_fetch, "is_public", lambda machine: machine == "127.0.0.1" or genuine(machine))
    Server.asked.clear()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("/", LinkOutcome.FOUND, 200), ("/status/204", LinkOutcome.FOUND, 204),
        ("/status/404", LinkOutcome.MISSING, 404), ("/status/410", LinkOutcome.MISSING, 410),
        ("/status/500", LinkOutcome.FAILED, 500), ("/status/403", LinkOutcome.UNSURE, 403),
        ("/status/429", LinkOutcome.UNSURE, 429), ("/status/503", LinkOutcome.UNSURE, 503),
        ("/head/405", LinkOutcome.FOUND, 200), ("/head/404", LinkOutcome.FOUND, 200), ("/to/3", LinkOutcome.FOUND, 200),
        ("/to/30", LinkOutcome.UNSURE, 302), ("/away", LinkOutcome.REFUSED, None), ("/odd", LinkOutcome.REFUSED, None),
    ],
)  # fmt: skip
def test_what_an_answer_means(site: str, path: str, outcome: LinkOutcome, status: int | None) -> None:
    assert look_up(f"{site}{path}") == (outcome, status)
    assert len(Server.asked) <= 2 * (link_fetch.REDIRECTS + 1)
    assert Server.asked[0][0] == "HEAD"


def test_nobody_is_waited_for_for_ever(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_fetch, "DEADLINE", 0.3)
    Server.hung_up.clear()
    assert look_up(f"{site}/slow")[0] == LinkOutcome.FAILED
    assert Server.hung_up.wait(60)


def test_an_unknown_host_and_a_closed_door() -> None:
    def unknown(*args: Any, **kwargs: Any) -> Any:
        raise socket.gaierror("no such host")

    assert look_up("http://nowhere.invalid/", resolve=unknown) == (LinkOutcome.FAILED, None)


def test_nothing_listens(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setattr(link_fetch, "PORTS", {"http": port, "https": 443})
    assert look_up(f"http://127.0.0.1:{port}/") == (LinkOutcome.FAILED, None)


# Taking down and looking again

OUTSIDE = '<p><a href="https://example.org/a">One</a> and <a href="https://example.org/b">two</a>.</p>'


class Net:
    """Answers by address, and notes who was asked and when."""

    def __init__(self, **answers: tuple[LinkOutcome, int | None]) -> None:
        self.answers, self.asked, self.pauses = answers, [], []

    def __call__(self, url: str) -> tuple[LinkOutcome, int | None]:
        self.asked.append(url)
        return self.answers.get(url.rsplit("/", 1)[-1], (LinkOutcome.FOUND, 200))


@pytest.fixture
def checking(settings: Any) -> None:
    """The setting is off on a developer's machine."""
    settings.LINK_CHECKS = True


def run(net: Net, now: datetime, limit: int = 50) -> int:
    return links.check(links.due(now=now), limit=limit, look=net, pause=net.pauses.append, clock=lambda: now)


def take_down(edition: Edition, now: datetime) -> list[LinkUse]:
    row = builders.fresh(edition)
    return links.gather(row, canonical.content_of(row), now=now)


def test_links_are_taken_down_once(people: People, now: datetime) -> None:
    draft = note(people, now, OUTSIDE + links_to("other"))
    first = take_down(draft, now)
    assert len(first) == 9
    assert LinkCheck.objects.count() == 2
    again = take_down(draft, now)
    assert {use.pk for use in again} == {use.pk for use in first}
    other = note(people, now, OUTSIDE, slug="other")
    take_down(other, now)
    assert LinkCheck.objects.count() == 2, "an address is looked at once, however many link to it"
    assert links.gather_all(now=now) == 2
    transitions.discard(builders.fresh(draft), by=people.author, now=now)
    assert links.gather_all(now=now) == 1
    assert not LinkUse.objects.filter(edition=draft).exists()
    transitions.discard(builders.fresh(other), by=people.author, now=now)
    links.gather_all(now=now)
    assert (LinkUse.objects.count(), LinkCheck.objects.count()) == (0, 0)


@pytest.mark.usefixtures("checking")
def test_results_age(people: People, now: datetime) -> None:
    take_down(note(people, now, OUTSIDE), now)
    net = Net(b=(LinkOutcome.FAILED, 500))
    assert run(net, now) == 2
    assert run(net, now + timedelta(hours=23)) == 0
    assert run(net, now + timedelta(hours=25)) == 1
    failing = LinkCheck.objects.get(url__endswith="/b")
    assert (failing.fails, failing.failing_since, failing.is_broken) == (2, now, True)
    net.answers = {}
    assert run(net, now + timedelta(days=8)) == 2
    failing.refresh_from_db()
    assert (failing.fails, failing.failing_since, failing.is_broken) == (0, None, False)
    assert net.asked.count("https://example.org/a") == 2


@pytest.mark.usefixtures("checking")
def test_no_host_is_asked_twice_within_a_second(people: People, now: datetime) -> None:
    hosts = "".join(f'<p><a href="https://h{n % 2}.example/{n}">Number {n}</a></p>' for n in range(6))
    take_down(note(people, now, hosts), now)
    net = Net()
    run(net, now)
    assert [url.split("/")[2] for url in net.asked] == ["h0.example", "h1.example"] * 3
    assert net.pauses == [1.0] * 4, "the clock of this test stands still, so all but the first of each host wait"
    assert run(Net(), now, limit=2) == 0


def test_nothing_is_asked_where_the_setting_is_off(people: People, now: datetime) -> None:
    take_down(note(people, now, OUTSIDE), now)
    net = Net()
    assert run(net, now) == 0
    assert net.asked == []


@pytest.mark.usefixtures("checking")
def test_going_to_review_asks_for_a_look(people: People, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    net = Net(b=(LinkOutcome.MISSING, 404))
    monkeypatch.setattr(
        links.check, "__kwdefaults__", {**links.check.__kwdefaults__, "look": net, "pause": net.pauses.append}
    )
    plain = note(people, now, "<p>Nothing.</p>", slug="plain")
    transitions.submit(plain, by=people.author, now=now)
    assert waiting() == []
    draft = note(people, now, OUTSIDE)
    with transaction.atomic():
        transitions.submit(draft, by=people.author, now=now)
        transaction.set_rollback(True)
    assert waiting() == [], "undone with the transition"
    transitions.submit(draft, by=people.author, now=now)
    assert [job.task_name for job in waiting()] == ["editorial.look_at_links"]
    assert [job.status for job in work_off()] == ["succeeded"]
    assert sorted(net.asked) == ["https://example.org/a", "https://example.org/b"]
    assert LinkCheck.objects.get(url__endswith="/b").is_broken
    link_jobs.look_at_links(edition=draft.pk)
    assert len(net.asked) == 2, "looked at just now"


@pytest.mark.usefixtures("checking")
def test_a_look_that_fails_is_tried_again(people: People, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def gather(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        if len(calls) == 1:
            raise RuntimeError("the database went away")

    monkeypatch.setattr(links, "gather", gather)
    transitions.submit(note(people, now, OUTSIDE), by=people.author, now=now)
    assert [job.status for job in work_off()] == ["todo"]
    make_due()
    assert [job.status for job in work_off()] == ["succeeded"]
    assert len(calls) == 2


def test_the_upkeep_does_its_work(people: People, now: datetime) -> None:
    note(people, now, OUTSIDE)
    link_jobs.gather_links(now)
    assert LinkCheck.objects.count() == 2
    link_jobs.check_links(now)
    assert not LinkCheck.objects.exclude(outcome=LinkOutcome.UNSEEN).exists(), "the setting is off"


# Broken links of live pages


def test_broken_links_of_live_pages(people: People, now: datetime) -> None:
    target = builders.publish(note(people, now, "<p>x</p>", slug="target"), people, now)
    live = builders.publish(note(people, now, OUTSIDE + links_to("target"), slug="linking"), people, now)
    take_down(live, now)
    take_down(note(people, now, links_to("nowhere"), slug="draft"), now)
    assert links.broken_live(now=now) == []
    for url, outcome, fails in (("/a", LinkOutcome.FAILED, 1), ("/b", LinkOutcome.MISSING, 1)):
        row = LinkCheck.objects.get(url__endswith=url)
        row.note(outcome, 404, now=now - timedelta(days=2))
        assert row.fails == fails
        row.save()
    later = now + timedelta(days=1)
    transitions.withdraw(target, by=people.publisher, now=later, explanation=dict.fromkeys(("en", "fr", "es"), "Gone"))
    with CaptureQueriesContext(connection) as asked:
        found = links.broken_live(now=later)
    assert len(asked) == 1
    assert [(use.language, use.url[-2:] if use.outside else use.target_path.split("/")[-1]) for use in found] == [
        ("en", "/b"), ("fr", "/b"), ("es", "/b"), ("en", "target-en"), ("fr", "target-fr"), ("es", "target-es"),
    ]  # fmt: skip
    assert [use.since for use in found] == [now - timedelta(days=2)] * 3 + [later] * 3
    assert {use.edition_id for use in found} == {live.pk}
    assert links.count_broken_live(now=later) == 6
    compiled = Compiled(lambda: links.broken(MOMENT).values("pk"))
    assert len(compiled.rows(moment=later)) == 6, "a desk that counts it on every page compiles it once"
    assert len(links.broken_live(2, now=later)) == 2
    assert links.broken_live(now=now) == found[:3], "at an earlier moment the other page was there"
