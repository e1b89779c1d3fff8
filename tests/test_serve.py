"""How the site is started: what follows from the budget of connections, and what is refused in words."""

import ast
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import close_old_connections, connection
from hypothesis import given
from hypothesis import strategies as st
from procrastinate.contrib.django import app

from config import database, serve
from config.postgresql.base import is_open
from config.supervisor import LONGEST_PAUSE, PAUSE, Kept
from editorial.base import jobs
from tests.browser.site import ROOT, free_port


@given(st.integers(1, 10_000), st.integers(1, 512))
def test_a_plan_keeps_to_its_budget(connections: int, cpus: int) -> None:
    plan = serve.plan(connections, cpus)
    assert 1 <= plan.workers * plan.threads <= connections
    assert plan.workers <= cpus
    assert 1 <= plan.threads <= serve.THREADS_AT_MOST
    assert plan.threads >= min(connections, serve.THREADS_AT_LEAST)
    assert plan.visitors >= 64


@pytest.mark.parametrize(
    ("connections", "cpus", "workers", "threads"),
    [(1, 8, 1, 1), (4, 2, 1, 4), (20, 2, 2, 8), (20, 4, 4, 5), (20, 16, 5, 4), (80, 16, 16, 5)]
)  # fmt: skip
def test_the_table_in_the_manual_is_true(connections: int, cpus: int, workers: int, threads: int) -> None:
    plan = serve.plan(connections, cpus)
    assert (plan.workers, plan.threads) == (workers, threads)
    if connections > 1:
        row = rf"\| {connections}[^|]* \| {cpus} \| {workers} × {threads} \| {workers * threads} \|"
        assert re.search(row, (ROOT / "docs" / "deploy.md").read_text())


def test_the_budget_is_a_number() -> None:
    assert (serve.budget(None), serve.budget(""), serve.budget("7")) == (20, 20, 7)
    for text in ("0", "-1", "many", "1.5", "٣", "99999"):
        with pytest.raises(ValueError, match="DATABASE_CONNECTIONS must be a whole number"):
            serve.budget(text)


@pytest.mark.parametrize("is_shared", [False, True])
def test_a_port_that_is_taken_is_refused_in_words(is_shared: bool) -> None:
    """Also one that is held as granian's processes hold it, who would let a second server in beside them."""
    with socket.socket() as other:
        if is_shared:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = start("--port", str(port))
        assert done.returncode == serve.REFUSED
        assert done.stderr.startswith(f"Nothing can listen on 127.0.0.1:{port}")
    assert serve.port_problem("127.0.0.1", free_port()) == ""


def start(*arguments: str, **values: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "config.serve", *arguments],
        cwd=ROOT, env={**os.environ, **values}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def test_a_wrong_budget_is_refused_in_words() -> None:
    done = start("--port", str(free_port()), DATABASE_CONNECTIONS="plenty")
    assert done.returncode == serve.REFUSED
    assert "DATABASE_CONNECTIONS must be a whole number" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_postgresql_is_refused_in_words() -> None:
    database.require_version(160_000)
    database.require_version(180_001)
    with pytest.raises(database.Unfit, match=r"needs PostgreSQL 16 or newer, and this one is 15\.18\. Upgrade"):
        database.require_version(150_018)


def test_nobody_there_is_told_from_unfit() -> None:
    with pytest.raises(database.Away, match="The database does not answer"):
        database.require_fit(f"postgresql://nobody@127.0.0.1:{free_port()}/nothing", is_pooled=False)


def test_the_direct_address_takes_the_place_of_the_pooler() -> None:
    environment = {"DATABASE_URL": "postgresql://pooler/x", "DATABASE_DIRECT_URL": "postgresql://server/x"}
    database.use_direct(environment)
    assert environment == {"DATABASE_URL": "postgresql://server/x"}
    database.use_direct(environment)
    assert environment == {"DATABASE_URL": "postgresql://server/x"}


def test_what_ends_is_started_again_after_a_pause_that_grows() -> None:
    now = 0.0
    kept = Kept([sys.executable, "-c", "raise SystemExit(3)"], clock=lambda: now)
    pauses = []
    for _time in range(8):
        kept.look()
        assert kept.process is not None
        kept.process.wait()
        assert kept.look() == 3
        begin = now
        while kept.process is None:
            now += 0.5
            kept.look()
        pauses.append(now - begin)
        kept.process.wait()
        assert kept.look() == 3
        now += LONGEST_PAUSE
    assert pauses[0] == PAUSE
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
    # One that had lasted is back at once.
    kept.look()
    assert kept.process is not None
    kept.process.wait()
    now += 3600
    assert kept.look() == 3
    now += PAUSE
    kept.look()
    assert kept.process is not None
    kept.end()
    assert kept.process is None


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_the_database_ended_is_not_used_again() -> None:
    connection.close()  # one that is new
    connection.ensure_connection()
    raw: Any = connection.connection
    assert is_open(raw)
    close_old_connections()
    assert connection.connection is raw
    end(raw.info.backend_pid)
    assert not is_open(raw)
    close_old_connections()
    assert connection.connection is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def end(pid: int) -> None:
    """End a connection, from that of another thread, as the database's restart does."""
    ended: list[tuple[bool]] = []

    def do() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 30000)", [pid])
            ended.append(cursor.fetchone())
        connection.close()

    thread = threading.Thread(target=do)
    thread.start()
    thread.join()
    assert ended == [(True,)]


@pytest.mark.django_db(transaction=True)
def test_a_job_does_its_work_though_the_database_was_restarted_since_the_last() -> None:
    found: list[int] = []

    def work() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            found.append(connection.connection.info.backend_pid)

    jobs.Job("tests.restart", work, label="work for a test")
    try:
        task = app.tasks["tests.restart"]
        task()
        end(found[0])
        task()
    finally:
        del app.tasks["tests.restart"], jobs.Job.labels["tests.restart"]
    assert len(set(found)) == 2


@pytest.mark.django_db(transaction=True)
def test_a_connection_ends_with_its_thread() -> None:
    """Also where nobody closes it and no collector of garbage runs."""
    import gc

    found: list[Any] = []

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        found.append(connection.connection)

    gc.disable()
    try:
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
        assert found[0].closed
    finally:
        gc.enable()


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for folder in ("config", "cooperation", "editorial"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text())


def test_whoever_answers_with_many_lines_has_them_whole_first() -> None:
    guilty = [
        str(path)
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == "StreamingHttpResponse"
    ]
    assert guilty == []


def test_locks_end_with_their_transaction() -> None:
    """A lock of a session would stay with a pooler's connection."""
    guilty = [
        (str(path), word)
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for word in re.findall(r"pg_(?:try_)?advisory_(?!xact|unlock_all)\w+", node.value)
    ]
    assert guilty == []
