"""Behind PgBouncer in transaction mode: nothing leaks from one to the other, nothing is lost, limits hold."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, connection, connections, transaction

from config import database
from config.postgresql.base import DatabaseWrapper
from editorial.base import statement_timeout
from tests.browser import site
from tests.browser.site import ROOT
from tests.servers.programs import Pooler, ask, body, headers, status

#: What PgBouncer itself keeps apart for its clients.
TRACKED = ("client_encoding", "DateStyle", "TimeZone", "standard_conforming_strings", "application_name")
#: Everything that a session can leave behind for whoever comes next on its connection.
LEFT_BEHIND = f"""
SELECT 'setting ' || name || ' ' || setting FROM pg_settings WHERE source = 'session' AND name NOT IN {TRACKED}
UNION ALL SELECT 'cursor ' || name FROM pg_cursors
UNION ALL SELECT 'statement ' || name FROM pg_prepared_statements
UNION ALL SELECT 'listens ' || channel FROM pg_listening_channels() AS channel
UNION ALL SELECT 'lock' FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
UNION ALL SELECT 'table ' || relname FROM pg_class WHERE relnamespace = pg_my_temp_schema()
"""
PUBLIC = ("/en/", "/fr/pages/", "/es/reuniones/", "/en/search/?q=trade", "/en/pages/list.csv", "/en/meetings.ics")


def left_behind(pooler: Pooler) -> list[str]:
    """What lies about in the connections of a pooler, all of which are looked into at the same time."""
    together = threading.Barrier(pooler.pool)

    def look(_number: int) -> tuple[int, list[str]]:
        with psycopg.connect(pooler.url) as client, client.transaction():
            # Simple statements: this look itself leaves none behind.
            pid = client.execute("SELECT pg_backend_pid()", prepare=False).fetchone()
            together.wait(30)
            rows = client.execute(LEFT_BEHIND, prepare=False).fetchall()
        assert pid is not None
        return pid[0], [row[0] for row in rows]

    with ThreadPoolExecutor(pooler.pool) as threads:
        seen = dict(threads.map(look, range(pooler.pool)))
    assert len(seen) == pooler.pool
    return [each for found in seen.values() for each in found]


@pytest.fixture(scope="module")
def address(pooler: Pooler, database_url: str, data: Path) -> Iterator[str]:
    """The site behind the pooler, started as documented, with more threads than the pooler has connections."""
    values = {"DATABASE_DIRECT_URL": database_url, "DATABASE_CONNECTIONS": "8", "PUBLIC_STATEMENT_TIMEOUT": "20000"}
    with site.serve(pooler.url, data, **values) as found:
        yield found


@pytest.fixture
def through(pooler: Pooler, settings: Any, django_db_blocker: Any) -> Iterator[DatabaseWrapper]:
    """A connection of Django through the pooler, as the site behind it has one."""
    django_db_blocker.unblock()
    settings.DATABASE_IS_POOLED = True
    given = psycopg.conninfo.conninfo_to_dict(pooler.url)
    # The tests' own settings of a session (see tests/settings.py) are none that PgBouncer passes on.
    options = {key: value for key, value in connection.settings_dict["OPTIONS"].items() if key != "options"}
    reach: dict[str, Any] = {
        "NAME": "site",
        "USER": given["user"],
        "PASSWORD": "",
        "HOST": given["host"],
        "PORT": given["port"],
    }
    reach["OPTIONS"] = options
    wrapper = DatabaseWrapper({**connection.settings_dict, **reach, "DISABLE_SERVER_SIDE_CURSORS": True}, "pooled")
    connections["pooled"] = wrapper
    yield wrapper
    wrapper.close()
    del connections["pooled"]
    django_db_blocker.restore()


def test_the_look_sees_what_is_left_behind(pooler: Pooler) -> None:
    """The test below can fail."""
    with psycopg.connect(pooler.url, autocommit=True) as client:
        client.execute("SET statement_timeout = 1234", prepare=False)
        client.execute("SELECT pg_advisory_lock(1)", prepare=False)
        assert {"setting statement_timeout 1234", "lock"} <= set(left_behind(pooler))
    # With the pooler, its connections to the database end too.
    pooler.stop()
    pooler.start()
    assert left_behind(pooler) == []


def test_readers_and_staff_leave_nothing_behind(pooler: Pooler, address: str) -> None:
    with ThreadPoolExecutor(12) as threads:
        answers = list(threads.map(lambda path: ask(address, path), [path for path in PUBLIC for _time in range(6)]))
    assert [status(answer) for answer in answers] == [200] * len(answers)
    assert status(ask(address, "/admin/login/")) == 200
    assert left_behind(pooler) == []


def test_a_table_is_whole_or_none(address: str, database_url: str, data: Path) -> None:
    """A cursor that outlived its transaction used to answer 200 with the first 90 bytes."""
    paths = ["/en/pages/list.csv", "/fr/pages/list.csv", "/es/reuniones/list.csv", "/en/working-groups/list.csv"]
    with site.serve(database_url, data) as direct:
        whole = {each: ask(direct, each) for each in paths}
    wanted = {each: body(answer) for each, answer in whole.items()}
    assert [status(answer) for answer in whole.values()] == [200] * len(paths)
    with ThreadPoolExecutor(12) as threads:
        answers = list(
            threads.map(lambda each: (each, ask(address, each)), [each for each in wanted for _n in range(18)])
        )
    assert [each for each, answer in answers if body(answer) != wanted[each]] == []


def test_a_limit_holds_and_ends_with_its_statement(pooler: Pooler, through: DatabaseWrapper) -> None:
    with through.execute_wrapper(statement_timeout.StatementTimeout(150)), through.cursor() as cursor:
        with pytest.raises(OperationalError) as stopped:
            cursor.execute("SELECT pg_sleep(30)")
        assert statement_timeout.was_too_slow(stopped.value)
        cursor.execute("SELECT setting FROM pg_settings WHERE name = %s", ["statement_timeout"])
        assert cursor.fetchone() == ("150",)
        cursor.executemany("SELECT set_config('application_name', %s, true)", [["a"], ["b"]])
    assert left_behind(pooler) == []


def test_a_limit_holds_in_a_transaction_and_its_savepoints(pooler: Pooler, through: DatabaseWrapper) -> None:
    def limit() -> str:
        with through.cursor() as cursor:
            cursor.execute("SHOW statement_timeout")
            return str(cursor.fetchone()[0])

    with through.execute_wrapper(statement_timeout.StatementTimeout(7_000)):
        with transaction.atomic("pooled"):
            with transaction.atomic("pooled"):
                assert limit() == "7s"
                transaction.set_rollback(True, "pooled")
            assert limit() == "7s"
        with transaction.atomic("pooled"):
            assert limit() == "7s"
    assert limit() == "0"
    assert left_behind(pooler) == []


def test_a_pooler_is_known_and_asks_for_the_direct_address(pooler: Pooler, database_url: str) -> None:
    database.require_fit(database_url, is_pooled=False)
    database.require_fit(pooler.url, is_pooled=True)
    with pytest.raises(database.Unfit, match=r"DATABASE_URL leads to a connection pooler\. Set DATABASE_DIRECT_URL"):
        database.require_fit(pooler.url, is_pooled=False)


@pytest.mark.parametrize("module", ["config.serve", "config.worker"])
@pytest.mark.parametrize("direct", [False, True])
def test_without_the_direct_address_nothing_starts(pooler: Pooler, data: Path, module: str, direct: bool) -> None:
    """Nor with one that leads to the pooler too."""
    more = {"DATABASE_DIRECT_URL": pooler.url} if direct else {}
    done = subprocess.run(
        [sys.executable, "-m", module],
        cwd=ROOT,
        env={**os.environ, "LOCAL": "1", "DATA_DIR": str(data), "DATABASE_URL": pooler.url, **more},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 78
    assert "leads to a connection pooler" in done.stderr
    assert "Traceback" not in done.stderr


def test_while_the_database_is_away_the_site_says_so_and_comes_back(pooler: Pooler, address: str) -> None:
    assert status(ask(address, "/fr/pages/")) == 200
    pooler.stop()
    try:
        for path in ("/fr/", "/fr/pages/list.csv", "/fr/recherche/?q=climat", "/en/pages/nothing-here/"):
            assert status(ask(address, path)) == 503
        answer = ask(address, "/fr/pages/")
        assert status(answer) == 503
        assert headers(answer)["retry-after"] == "15"
        assert headers(answer)["cache-control"] == "no-store"
        assert "Le site ne peut pas répondre pour le moment" in body(answer).decode()
        # Staff too, whose session cannot be read: in their browser's language.
        answer = ask(address, "/admin/", headers=f"Accept-Language: es\r\nCookie: sessionid={'a' * 32}\r\n")
        assert status(answer) == 503
        assert "El sitio no puede responder en este momento" in body(answer).decode()
    finally:
        pooler.start()
    answers = [ask(address, "/fr/pages/") for _number in range(40)]
    assert [status(answer) for answer in answers] == [200] * 40


def test_connections_that_the_pooler_closed_are_not_used(pooler: Pooler, address: str) -> None:
    assert status(ask(address, "/en/")) == 200
    pooler.stop()
    pooler.start()
    with ThreadPoolExecutor(12) as threads:
        answers = list(threads.map(lambda _n: ask(address, "/en/pages/"), range(48)))
    assert [status(answer) for answer in answers] == [200] * 48
