"""What drills share."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.browser import demo
from tests.browser.site import ROOT
from tests.drills import results


@pytest.fixture
def record_result() -> Callable[[str, str], None]:
    """Write what came of a drill into docs/drills.md:
    `record_result("160 simultaneous requests", "160 good answers")`."""
    return lambda name, text: results.write(ROOT / "docs" / "drills.md", name, text, date.today())


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site's files."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def database_url(data: Path) -> Iterator[str]:
    """A database with the demo."""
    with demo.copy(f"entente_drills_{os.getpid()}", data) as found:
        yield found
