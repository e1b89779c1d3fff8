"""What is started as documented goes on when a part of it is killed or the database ends its connections."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg

from tests.browser import site
from tests.servers.programs import ask, status


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def soon(what: Callable[[], Any]) -> Any:
    """What `what` returns as soon as that is true; fails after two minutes, since it never will be."""
    for _attempt in range(600):
        with suppress(OSError, psycopg.OperationalError):
            if result := what():
                return result
        time.sleep(0.2)
    raise AssertionError(f"never: {what}")


def end_connections(url: str) -> int:
    """End all connections to a database but one's own, as its restart would; returns how many there were."""
    with psycopg.connect(url, autocommit=True) as admin:
        found = admin.execute(
            "SELECT count(pg_terminate_backend(pid, 30000)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchone()
    assert found is not None
    return int(found[0])


def test_a_killed_process_of_the_server_is_started_again(database_url: str, data: Path) -> None:
    with site.process("config.serve", database_url, data, DATABASE_CONNECTIONS="8") as (server, address):
        site.wait_for(f"{address}/en/", server)

        def workers() -> list[int]:
            # multiprocessing's helpers stay as they are
            return [pid for pid in children(server.pid) if b"tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()]

        before = workers()
        os.kill(before[-1], signal.SIGKILL)
        after = soon(lambda: len(workers()) == len(before) and before[-1] not in workers() and workers())
        assert set(before[:-1]) < set(after)
        soon(lambda: status(ask(address, "/en/")) == 200)
        assert server.poll() is None


def test_no_request_meets_a_connection_that_the_database_ended(database_url: str, data: Path) -> None:
    with site.serve(database_url, data, DATABASE_CONNECTIONS="4") as address:
        for _round in range(3):
            assert {status(ask(address, path)) for path in ("/en/", "/fr/pages/", "/en/pages/list.csv")} == {200}
            assert end_connections(database_url) >= 1
            answers = [ask(address, path) for path in ("/en/", "/fr/pages/", "/admin/login/", "/en/pages/list.csv") * 3]
            assert [status(answer) for answer in answers] == [200] * 12


def test_a_killed_worker_is_started_again(database_url: str, data: Path) -> None:
    with site.process("config.worker", database_url, data) as (worker, _address):
        [child] = soon(lambda: children(worker.pid))
        os.kill(child, signal.SIGKILL)
        [other] = soon(lambda: set(children(worker.pid)) - {child})
        assert worker.poll() is None
        # What is asked for is done again: by the second, since the first is dead.
        with psycopg.connect(database_url, autocommit=True) as client:
            [number] = client.execute(
                "INSERT INTO procrastinate_jobs (task_name, queue_name, args) VALUES"
                " ('editorial.forget_unsaved', 'upkeep', '{\"timestamp\": 1}') RETURNING id"
            ).fetchone() or [0]
            known = "SELECT status FROM procrastinate_jobs WHERE id = %s"
            soon(lambda: client.execute(known, [number]).fetchone() == ("succeeded",))
        assert children(worker.pid) == [other]


def test_make_run_names_the_port_that_it_listens_on(database_url: str, data: Path) -> None:
    """In what a request does not tell it either: letters and files that the worker makes."""
    with site.process("config.run", database_url, data) as (run, address):
        soon(lambda: len(children(run.pid)) == 2)
        for pid in children(run.pid):
            environment = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
            assert f"SITE_URL=http://localhost:{address.rpartition(':')[2]}".encode() in environment
        site.wait_for(f"{address}/en/", run)
