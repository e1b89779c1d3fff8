"""Behind a real proxy: whoever guesses from one address keeps nobody at another out, whatever it forges."""

import http.client
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from django.db import connection

from tests.browser.site import ROOT, free_port
from tests.people import make_people
from tests.servers import nginx

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long pass phrase of somebody"
GUESSER, RIGHTFUL = "127.0.0.2", "127.0.0.3"


def database_url() -> str:
    """The URL of the database of this test."""
    known = connection.get_connection_params()
    rest = {name: known[name] for name in ("host", "port", "user", "password") if known.get(name)}
    return f"postgresql:///{quote(known['dbname'])}?{urlencode(rest)}"


@contextmanager
def granian(port: int) -> Iterator[None]:
    """The site as docs/deploy.md starts it, with one trusted proxy."""
    values = {
        "LOCAL": "1",
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "TRUSTED_PROXIES": "1",
    }
    command = [
        str(Path(sys.executable).with_name("granian")),
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    server = subprocess.Popen(
        [*command, "--workers", "1", "--log-level", "error", "config.wsgi:application"],
        cwd=ROOT,
        env={**os.environ, **values},
    )
    try:
        for _attempt in range(300):
            assert server.poll() is None, "granian ended before it answered"
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/admin/login/", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


def log_in(port: int, password: str, *, source: str, forged: str = "") -> int:
    """The status that the login form answers to somebody at the address `source`."""
    more = {"X-Forwarded-For": forged} if forged else {}
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=(source, 0))
    try:
        line.request("GET", "/admin/login/", headers=more)
        shown = line.getresponse()
        page = shown.read().decode()
        cookies = SimpleCookie(shown.getheader("Set-Cookie") or "")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token is not None
        body = urlencode({"username": "publisher", "password": password, "csrfmiddlewaretoken": token[1]})
        headers = {
            **more,
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={cookies['csrftoken'].value}",
        }
        line.request("POST", "/admin/login/", body, headers)
        answer = line.getresponse()
        answer.read()
        return answer.status
    finally:
        line.close()


def test_guessing_behind_nginx_locks_nobody_out_elsewhere(tmp_path: Path) -> None:
    nginx.program()
    people = make_people()
    people.publisher.username = "publisher"
    people.publisher.set_password(PASSWORD)
    people.publisher.save()
    behind, port = free_port(), free_port()
    with granian(behind), nginx.in_front_of(behind, port=port, folder=tmp_path):
        guesses = [log_in(port, f"wrong {number}", source=GUESSER, forged=f"10.0.0.{number}") for number in range(8)]
        assert guesses == [200] * 8
        assert log_in(port, PASSWORD, source=GUESSER) == 429
        assert log_in(port, PASSWORD, source=GUESSER, forged=RIGHTFUL) == 429
        assert log_in(port, PASSWORD, source=RIGHTFUL) == 302
