"""Debian's programs, found and run: what `.ci/servers` installs."""

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from tests.browser.site import free_port


def program_path(name: str) -> str:
    """The path of a program; where it is missing, the test is skipped by name (which `.ci/run` does not allow)."""
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if path is None:
        pytest.skip(f"{name} is not installed; `sh .ci/servers` as root on Debian installs it.")
    return path


@dataclass
class Pooler:
    """A running PgBouncer. `url` leads to the database through it, `pool` is the number of its connections there."""

    url: str
    pool: int
    command: list[str]
    process: "subprocess.Popen[bytes]"

    def stop(self) -> None:
        """End it at once, as a fault of the machine would."""
        self.process.kill()
        self.process.wait()

    def start(self) -> None:
        """Start it again at the same address."""
        self.process = subprocess.Popen(self.command)
        _answering(self.url)


@contextmanager
def pgbouncer(url: str, folder: Path, *, pool: int) -> Iterator[Pooler]:
    """PgBouncer in transaction mode before a database, with `pool` connections to it.

    :param url: of the database.
    :param folder: for its configuration; everybody may read it.
    """
    given = conninfo_to_dict(url)
    host, user = str(given.get("host", "localhost")), str(given.get("user", "postgres"))
    place = " ".join(
        f"{name}={given[key]}"
        for name, key in (("host", "host"), ("port", "port"), ("user", "user"), ("password", "password"))
        if given.get(key)
    )
    port = free_port()
    settings = folder / "pgbouncer.ini"
    settings.write_text(
        f"""[databases]
site = {place} dbname={given["dbname"]}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {pool}
max_client_conn = 200
server_login_retry = 1
log_connections = 0
log_disconnections = 0
log_pooler_errors = 0
log_stats = 0
"""
    )
    settings.chmod(0o644)
    for each in (folder, *folder.parents[:3]):
        with suppress(PermissionError):
            each.chmod(each.stat().st_mode | 0o055)
    command = [program_path("pgbouncer"), "--quiet", str(settings)]
    if os.geteuid() == 0:  # which it refuses; who owns the database's socket may come in by it
        owner = Path(host).stat().st_uid if host.startswith("/") else pwd.getpwnam("nobody").pw_uid
        command[1:1] = ["--user", pwd.getpwuid(owner).pw_name]
    through = f"postgresql://{user}@127.0.0.1:{port}/site"
    pooler = Pooler(through, pool, command, subprocess.Popen(command))
    try:
        _answering(through)
        yield pooler
    finally:
        pooler.stop()


def _answering(url: str) -> None:
    for _attempt in range(200):
        with suppress(psycopg.OperationalError):
            psycopg.connect(url, connect_timeout=2).close()
            return
        time.sleep(0.05)
    raise RuntimeError("PgBouncer did not answer.")


def ask(address: str, path: str, *, headers: str = "") -> bytes:
    """All that a server sends for a GET until it closes the connection, as it comes over the line."""
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=60) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n".encode())
        parts = []
        while part := line.recv(65536):
            parts.append(part)
    return b"".join(parts)


def status(answer: bytes) -> int:
    """The status of an answer; 0 where none came."""
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def headers(answer: bytes) -> dict[str, str]:
    """The headers of an answer, their names in lower case."""
    lines = answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
    return {name.lower(): value for name, _colon, value in (line.partition(": ") for line in lines)}


def body(answer: bytes) -> bytes:
    """What follows the headers, which must be as long as they say."""
    text = answer.partition(b"\r\n\r\n")[2]
    assert len(text) == int(headers(answer)["content-length"])
    return text
