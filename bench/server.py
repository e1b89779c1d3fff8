"""A real server with one process, started as a site is: how soon it answers, how much it answers, and what memory it
takes.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.load import requests_per_second

THREADS = 4


@dataclass
class Server:
    """A running server; `first_page` is the time from its start to the first page, in seconds."""

    process: subprocess.Popen[bytes]
    port: int
    first_page: float = 0.0

    def rate(self, path: str, *, seconds: float) -> float:
        """Requests per second, after a second that does not count."""
        requests_per_second(self.port, path, seconds=1, connections=THREADS)
        return requests_per_second(self.port, path, seconds=seconds, connections=THREADS)

    def worker_memory(self) -> float:
        """Resident memory of the largest process below the server's main one, in megabytes (10⁶ bytes)."""
        pids = _children(self.process.pid)
        return max(_resident(pid) for pid in pids) / 1e6


@contextmanager
def running(application: str, path: str) -> Iterator[Server]:
    """A server of `application` that has answered `path` once; stopped afterwards."""
    port = _free_port()
    command = [sys.executable, "-m", "config.serve", "--port", str(port), "--application", application]
    begin = time.perf_counter()
    # A budget that makes one process of so many threads.
    process = subprocess.Popen(command, env={**os.environ, "DATABASE_CONNECTIONS": str(THREADS)})
    try:
        _wait(process, f"http://127.0.0.1:{port}{path}")
        yield Server(process, port, time.perf_counter() - begin)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(process: subprocess.Popen[bytes], url: str) -> None:
    end = time.perf_counter() + 60
    while time.perf_counter() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=10):
                return
        except urllib.error.HTTPError:
            raise
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise RuntimeError(f"The server did not answer {url}.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _children(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, ProcessLookupError):
                continue
            if parent == pid:
                found.append(int(entry.name))
    return [*found, *(below for child in found for below in _children(child))] or [pid]


def _resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
