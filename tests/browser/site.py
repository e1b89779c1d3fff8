"""The real site for tests that ask it by HTTP, served as on a real machine (`config.serve`)."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serve(database_url: str, data: Path, **values: str) -> Iterator[str]:
    """The site on `database_url`, with its files in `data`; yields its address, such as http://127.0.0.1:41234.

    :param values: more of its environment.
    """
    with process("config.serve", database_url, data, **values) as (server, address):
        wait_for(f"{address}/en/", server)
        yield address


@contextmanager
def process(
    module: str, database_url: str, data: Path, **values: str
) -> Iterator["tuple[subprocess.Popen[bytes], str]"]:
    """`python -m module --port …` on `database_url`: the process and its address; ended at the end."""
    environment = _environment(database_url, **{"DATA_DIR": str(data), "DATABASE_CONNECTIONS": "4", **values})
    port = free_port()
    ports = [] if module == "config.worker" else ["--port", str(port)]
    started = subprocess.Popen([sys.executable, "-m", module, *ports], cwd=ROOT, env=environment)
    try:
        yield started, f"http://127.0.0.1:{port}"
    finally:
        started.terminate()
        started.wait(timeout=90)


def prepare(database_url: str, program: str) -> None:
    """Run a few lines of Python on the site's database, with its models:
    for what a test needs before anybody clicks."""
    manage(["shell", "--no-imports", "--verbosity", "0", "--command", program], database_url)


def _environment(database_url: str, **values: str) -> dict[str, str]:
    settings = {"LOCAL": "1", "DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    return {**os.environ, **settings, **values}


def manage(command: list[str], database_url: str, **values: str) -> None:
    """Run a command of `manage.py` on a database.

    :param values: more of its environment, such as DATA_DIR.
    """
    environment = _environment(database_url, **values)
    subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
    )


def wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    """Return once a page comes back from `url`."""
    for _attempt in range(1200):
        if server.poll() is not None:
            raise RuntimeError("The server ended before it answered.")
        try:
            with urllib.request.urlopen(url, timeout=10):
                return
        except urllib.error.HTTPError:
            raise
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("The server did not answer.")
