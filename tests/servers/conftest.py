"""The site with its demo, behind what stands around it; each worker of a test run has its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import demo
from tests.servers import programs


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks real servers."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.servers)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site's files."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def database_url(data: Path) -> Iterator[str]:
    """PostgreSQL's own address of a database with the demo; no process of the site talks to it yet."""
    with demo.copy(f"entente_servers_{os.environ.get('PYTEST_XDIST_WORKER', 'tests')}", data) as found:
        yield found


@pytest.fixture(scope="module")
def pooler(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[programs.Pooler]:
    """Debian's PgBouncer in transaction mode, with fewer connections than the site has threads."""
    with programs.pgbouncer(database_url, tmp_path_factory.mktemp("pgbouncer"), pool=3) as found:
        yield found
