"""The server as documented: many visitors at once, killed processes, a database that is restarted, a pooler."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from config import database
from tests.browser import site
from tests.browser.site import ROOT, manage
from tests.drills import load
from tests.servers.programs import ask, body, pgbouncer, status
from tests.servers.test_kept_running import children, soon

PATHS = ("/en/", "/fr/pages/", "/es/reuniones/", "/en/search/?q=trade", "/en/working-groups/")
Record = Callable[[str, str], None]


def connections(url: str) -> int:
    """How many connections a database has besides one's own."""
    with psycopg.connect(url) as client:
        found = client.execute(
            "SELECT count(*) - 1 FROM pg_stat_activity WHERE datname = current_database()"
        ).fetchone()
    assert found is not None
    return int(found[0])


def limit(url: str) -> int:
    """How many connections the server allows."""
    with psycopg.connect(url) as client:
        found = client.execute("SELECT current_setting('max_connections')::int").fetchone()
    assert found is not None
    return int(found[0])


@pytest.mark.parametrize("count", [160, 400])
def test_many_at_once(database_url: str, data: Path, record_result: Record, count: int) -> None:
    assert limit(database_url) == 100
    with site.serve(database_url, data, DATABASE_CONNECTIONS="") as address:
        begin = time.monotonic()
        got = load.together(address, [PATHS[number % len(PATHS)] for number in range(count)])
        seconds = time.monotonic() - begin
        held = connections(database_url)
        # Threads end after half a minute without work, and their connections with them.
        soon(lambda: connections(database_url) <= 2)
    record_result(
        f"{count} simultaneous requests, PostgreSQL with 100 connections",
        f"{load.answers_in_words(got)} in {seconds:.1f} s; {held} connections held, 2 or fewer once idle",
    )
    assert got == {"200": count}
    assert held <= 20


def test_killed_processes_of_the_server(database_url: str, data: Path, record_result: Record) -> None:
    kills = 5
    with site.process("config.serve", database_url, data, DATABASE_CONNECTIONS="8") as (server, address):
        site.wait_for(f"{address}/en/", server)
        with load.under_load(address, PATHS, visitors=12) as got:
            for _kill in range(kills):
                before = set(children(server.pid))
                os.kill(max(before), signal.SIGKILL)
                soon(lambda before=before: len(set(children(server.pid)) - before) == 1)
                time.sleep(6)
        after = load.together(address, PATHS * 4)
        assert server.poll() is None
    record_result(
        f"kill -9 of a process of the server, {kills} times under load",
        f"{load.answers_in_words(got)}; afterwards {load.answers_in_words(after)}",
    )
    assert after == {"200": 4 * len(PATHS)}
    assert not {"500", "503"} & set(got)
    # What the killed process was answering is lost, and no more: those it was answering, and those who were waiting for
    # it.
    assert sum(got[answer] for answer in got if answer != "200") <= kills * 12


def test_killed_worker(database_url: str, data: Path, record_result: Record) -> None:
    kills, jobs = 4, 40
    with (
        site.process("config.worker", database_url, data) as (worker, _address),
        psycopg.connect(database_url, autocommit=True) as client,
    ):
        for _kill in range(kills):
            [child] = soon(lambda: children(worker.pid))
            client.execute(
                "INSERT INTO procrastinate_jobs (task_name, queue_name, args) SELECT 'editorial.forget_unsaved',"
                " 'upkeep', jsonb_build_object('timestamp', number) FROM generate_series(1, %s) AS number",
                [jobs // kills],
            )
            time.sleep(3)
            os.kill(child, signal.SIGKILL)
            soon(lambda child=child: [pid for pid in children(worker.pid) if pid != child])
        left = (
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'editorial.forget_unsaved'"
            " AND args ->> 'timestamp' < '1000' AND status <> 'succeeded'"
        )
        begin = time.monotonic()
        while client.execute(left).fetchone() != (0,):
            # A job whose worker died is taken up again a minute after its last sign of life, at the next five minutes.
            assert time.monotonic() - begin < 480
            time.sleep(1)
    record_result(f"kill -9 of the worker, {kills} times, {jobs} jobs", f"{jobs} done, 0 lost")


@pytest.fixture(scope="module")
def cluster(data: Path) -> Iterator[Path]:
    """A PostgreSQL that is nobody else's, with the demo: it can be restarted."""
    with tempfile.TemporaryDirectory() as above:
        # PostgreSQL does not run as root; whoever it runs as must come to its folder.
        Path(above).chmod(0o755)
        folder = Path(above) / "postgresql"
        url = database.embedded_url(folder)
        manage(["migrate", "--verbosity", "0"], url, DATA_DIR=str(data))
        manage(["demo"], url, DATA_DIR=str(data))
        yield folder
        database.stop_embedded(folder)


def test_database_restarted_under_load(cluster: Path, data: Path, record_result: Record) -> None:
    url = database.url_of_running(cluster)
    rounds = 3
    with site.process("config.run", url, data, DATABASE_CONNECTIONS="8") as (run, address):
        site.wait_for(f"{address}/en/", run)
        soon(lambda: len(children(run.pid)) == 2)
        with load.under_load(address, PATHS, visitors=8) as got:
            for _round in range(rounds):
                time.sleep(4)
                # In processes of their own: what starts the server believes in this one that it still runs.
                for does in ("stop_embedded", "embedded_url"):
                    program = (
                        "from pathlib import Path; "
                        f"from config.database import {does} as do; do(Path({str(cluster)!r}))"
                    )
                    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
                soon(lambda: load.once(address, "/en/") == "200")
        after = load.together(address, PATHS * 4)
        with psycopg.connect(url, autocommit=True) as client:
            [number] = client.execute(
                "INSERT INTO procrastinate_jobs (task_name, queue_name, args) VALUES"
                " ('editorial.forget_unsaved', 'upkeep', '{\"timestamp\": 1}') RETURNING id"
            ).fetchone() or [0]
            begin = time.monotonic()
            known = "SELECT status FROM procrastinate_jobs WHERE id = %s"
            soon(lambda: client.execute(known, [number]).fetchone() == ("succeeded",))
            waited = time.monotonic() - begin
        assert run.poll() is None
    record_result(
        f"PostgreSQL restarted {rounds} times under load, `make run`",
        f"{load.answers_in_words(got)}, no 500; afterwards {load.answers_in_words(after)}; "
        f"a job was done {waited:.0f} s after the last restart",
    )
    assert set(got) <= {"200", "503"}
    assert after == {"200": 4 * len(PATHS)}


def test_pooler_under_load(
    database_url: str, data: Path, tmp_path_factory: pytest.TempPathFactory, record_result: Record
) -> None:
    tables = ("/en/pages/list.csv", "/fr/pages/list.csv", "/es/reuniones/list.csv")
    with site.serve(database_url, data) as direct:
        whole = {path: body(ask(direct, path)) for path in tables}
    with (
        pgbouncer(database_url, tmp_path_factory.mktemp("pgbouncer"), pool=3) as pooler,
        site.serve(pooler.url, data, DATABASE_DIRECT_URL=database_url, DATABASE_CONNECTIONS="20") as address,
        load.under_load(address, PATHS, visitors=8) as got,
        ThreadPoolExecutor(12) as threads,
    ):
        answers = list(threads.map(lambda path: (path, ask(address, path)), tables * 24))
    good = sum(status(answer) == 200 and body(answer) == whole[path] for path, answer in answers)
    record_result(
        "PgBouncer in transaction mode with 3 connections, 72 tables as CSV under load",
        f"{good} of {len(answers)} tables whole; pages beside them: {load.answers_in_words(got)}",
    )
    assert good == len(answers) == 72
    assert set(got) == {"200"}


def test_an_old_postgresql_is_refused(tmp_path: Path, record_result: Record) -> None:
    """With Debian's PostgreSQL 15, where it is installed."""
    programs = Path("/usr/lib/postgresql/15/bin")
    if not programs.is_dir():
        pytest.skip("postgresql-15 is not installed.")
    tmp_path.chmod(0o777)
    for each in tmp_path.parents[:2]:
        each.chmod(0o755)
    alone = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"] if os.geteuid() == 0 else []

    def run(*words: str) -> None:
        subprocess.run([*alone, *words], check=True, stdout=subprocess.DEVNULL, cwd=tmp_path)

    port, folder = site.free_port(), str(tmp_path / "fifteen")
    run(str(programs / "initdb"), "-D", folder, "-U", "postgres", "--auth", "trust")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {tmp_path}"
    run(str(programs / "pg_ctl"), "-D", folder, "-w", "-l", f"{folder}/log", "-o", options, "start")
    try:
        said = []
        for words in (["-m", "config.serve"], ["-m", "config.worker"], ["-m", "config.run"], ["manage.py", "migrate"]):
            done = subprocess.run(
                [sys.executable, *words],
                cwd=ROOT,
                env={
                    **os.environ,
                    "LOCAL": "1",
                    "DATA_DIR": str(tmp_path / "data"),
                    "DATABASE_URL": f"postgresql://postgres@127.0.0.1:{port}/postgres",
                },
                capture_output=True,
                text=True,
                timeout=60,
            )
            assert done.returncode != 0
            assert "Traceback" not in done.stderr
            assert "PostgreSQL 16" in done.stderr
            said.append(done.stderr.strip())
    finally:
        run(str(programs / "pg_ctl"), "-D", folder, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
    record_result("PostgreSQL 15 at the start of server, worker, `make run` and `migrate`", f"refused: “{said[0]}”")
