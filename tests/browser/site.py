"""The real site for browser tests: its own database with the demo, served by granian in processes of its own."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent.parent


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def database(url: str, name: str) -> Iterator[str]:
    """A database called `name`, fresh, in the server of `url`; yields its URL and drops it at the end."""
    with psycopg.connect(url, autocommit=True) as connection:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        connection.execute(drop)
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        # What a test types need not outlive a power cut, and nobody waits for the disk.
        connection.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(name)))
        try:
            yield re.sub(r"(://[^/]*)/[^/?]*", rf"\1/{name}", url)
        finally:
            connection.execute(drop)


@contextmanager
def serve(database_url: str, data: Path) -> Iterator[str]:
    """The site with the demo on `database_url`; yields its address, such as http://127.0.0.1:41234."""
    environment = _environment(database_url, DATA_DIR=str(data))
    for command in (["migrate", "--verbosity", "0"], ["demo"]):
        _manage(command, environment)
    port = free_port()
    granian = Path(sys.executable).with_name("granian")
    command = [str(granian), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
    command += ["--blocking-threads", "4", "--no-ws", "--log-level", "warning", "config.wsgi:application"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/en/", server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def prepare(database_url: str, program: str) -> None:
    """Run a few lines of Python on the site's database, with its models: for what a test needs before anybody clicks."""
    _manage(["shell", "--no-imports", "--verbosity", "0", "--command", program], _environment(database_url))


def _environment(database_url: str, **values: str) -> dict[str, str]:
    settings = {"LOCAL": "1", "DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    return {**os.environ, **settings, **values}


def _manage(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
    )


def _wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _attempt in range(200):
        if server.poll() is not None:
            raise RuntimeError("The server ended before it answered.")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except urllib.error.HTTPError:
            raise
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("The server did not answer.")
