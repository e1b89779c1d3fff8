"""On a real socket: an answer that fails is seen to fail, never one that looks whole."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.browser.site import ROOT, free_port
from tests.servers.programs import ask, body, headers, status

#: An application of two addresses: a long answer that fails half-way, and one that does not.
APPLICATION = """
from django.conf import settings
settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="x")
import django
django.setup()
from django.core.handlers.wsgi import WSGIHandler
from django.urls import path
from editorial.web.streaming import whole

def lines(fails):
    for number in range(40_000):
        if fails and number == 30_000:
            raise RuntimeError("half-way")
        yield f"line {number} of a table that is too long for memory\\n"

urlpatterns = [
    path("fails", lambda request: whole(lines(True), content_type="text/csv")),
    path("whole", lambda request: whole(lines(False), content_type="text/csv")),
]
application = WSGIHandler()
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("application")
    (folder / "failing.py").write_text(APPLICATION)
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-c", "import sys; from config.serve import *; "
         f"sys.path.insert(0, {str(folder)!r}); serve('failing:application', '127.0.0.1', {port}, Plan(1, 2, 32))"],
        cwd=ROOT, stderr=subprocess.DEVNULL, env={"PYTHONPATH": f"{ROOT}:{folder}"},
    )  # fmt: skip
    try:
        from tests.browser.site import wait_for

        wait_for(f"http://127.0.0.1:{port}/whole", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def test_one_that_fails_is_an_error_from_its_first_line(address: str) -> None:
    answer = ask(address, "/fails")
    assert status(answer) == 500
    assert b"line 1 " not in answer


def test_one_that_does_not_tells_its_length(address: str) -> None:
    answer = ask(address, "/whole")
    assert status(answer) == 200
    assert "transfer-encoding" not in headers(answer)
    assert body(answer).count(b"\n") == 40_000
