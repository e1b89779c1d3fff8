"""Fixtures that every test may ask for."""

import gc
import os
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone, translation

from editorial.base import clock, message_catalogs
from editorial.guards import database_roles, past
from tests import databases
from tests.attacks import OWNER, SITE, at_commit, sql
from tests.people import People, make_people

#: Files that take longest, longest first: begun last, one of them would keep one core busy while the other is idle.
LONGEST = (
    "browser/test_admin_accessibility.py",
    "browser/test_public_accessibility.py",
    "browser/test_public_accessibility_ways.py",
    "browser/test_journey_desks.py",
    "cooperation/test_dates_posted.py",
    "cooperation/test_dates_stored.py",
    "servers/test_kept_running.py",
    "browser/test_roles.py",
    "test_costs.py",
    "upgrade/test_migrating_content.py",
    "cooperation/test_new_kind.py",
    "cooperation/test_demo.py",
    "editorial/test_visitors_numbers.py",
    "editorial/test_state_machine.py",
    "faults/test_clock_two_processes.py",
)
_PLACES = {Path(__file__).parent / name: place for place, name in enumerate(LONGEST)}


# How long an example takes says how busy the machine is, and nothing of the site.
hypothesis.settings.register_profile("any load", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("any load")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the French and Spanish catalogues, which git ignores, so that `pytest` alone works in a fresh clone."""
    if not hasattr(config, "workerinput"):  # once, before the workers of a parallel run begin
        message_catalogs.compile_all(settings.BASE_DIR)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest. Parallel runs keep this order with `--no-loadscope-reorder`."""
    items.sort(key=lambda item: _PLACES.get(item.path, len(_PLACES)))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail for a test that was skipped where FAIL_ON_SKIP is set (`.ci/run`): what is never run proves nothing."""
    reporter: Any = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("FAIL_ON_SKIP") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_collection_finish() -> None:
    """What was imported and collected lives as long as the run: the garbage collector need not walk over it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> ExitStack:
    """The run's own database is a copy of the migrated one, which is held until it is made."""
    held = ExitStack()
    connection.settings_dict["TEST"]["TEMPLATE"] = held.enter_context(databases.copies_of_migrated())
    return held


@pytest.fixture(scope="session")
def django_db_setup(django_db_modify_db_settings: ExitStack, django_db_setup: None, django_db_blocker: Any) -> None:
    """Tests write what was and what will be in one moment, so every instant counts as now; but see `right_clock`."""
    django_db_modify_db_settings.close()
    with django_db_blocker.unblock():
        past.let_every_instant_be_now()


@pytest.fixture
def right_clock(db: None) -> Iterator[None]:
    """The clock of the database as a real site has it, for tests of the clock."""
    past.put_right()
    yield
    past.let_every_instant_be_now()


@pytest.fixture
def site_role(db: None) -> Iterator[None]:
    """The two roles of docs/deploy.md are there, and this test is the site's until it ends."""
    at_commit()
    database_roles.make_roles(owner=OWNER, site=SITE)
    sql(f"SET ROLE {SITE}")
    yield
    if not connection.needs_rollback:
        sql("RESET ROLE")


@pytest.fixture(scope="session", autouse=True)
def one_clock() -> Iterator[None]:
    """The tests' database is on this machine, so their clocks agree; and time that a test freezes stands still."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "ahead", timedelta)
        yield


@pytest.fixture
def people(db: None) -> People:
    """One person of every role, of both parties."""
    return make_people()


@pytest.fixture
def now() -> datetime:
    """The clock that tests hand to the engine: the present, cut to the second."""
    return timezone.now().astimezone(UTC).replace(microsecond=0)


@pytest.fixture
def later(now: datetime) -> datetime:
    """A day after `now`."""
    return now + timedelta(days=1)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test begins in English, whatever the one before it left behind."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session", autouse=True)
def tables_that_cannot_be_emptied() -> Iterator[None]:
    """Let Django empty the tables between transactional tests although our triggers refuse TRUNCATE.

    The owner of a database may switch triggers off for a session; the tests are the owner here, nobody else is.
    For the whole session, because Django empties the tables after the fixtures of a test are undone.
    """
    flush = connection.ops.execute_sql_flush

    def execute_sql_flush(sql_list: list[str]) -> None:
        queue = "TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE"  # not Django's own tables
        flush(["SET session_replication_role = replica", *sql_list, queue, "SET session_replication_role = DEFAULT"])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection.ops, "execute_sql_flush", execute_sql_flush)
        yield
