"""The embedded server is found without what starts it, where it runs; and only there."""

from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from config import database

EMBEDDED = Path(settings.DATA_DIR) / "postgresql"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "1\n/nowhere\n1\n5432\n/nowhere\n\n1 1\nstarting\n",
        "1\n/nowhere\n1\n5432\n\nlocalhost\n1 1\nready\n",
        "1\n/nowhere\n1\n5432\n/nowhere\n\n1 1\nready   \n",
    ],
)
def test_what_is_not_up_is_not_found(tmp_path: Path, said: str) -> None:
    assert database.url_of_running(tmp_path) == ""
    (tmp_path / "postmaster.pid").write_text(said)
    assert database.url_of_running(tmp_path) == ""


@pytest.mark.skipif(not (EMBEDDED / "postmaster.pid").exists(), reason="another server is named in DATABASE_URL")
def test_the_running_server_is_found_and_has_the_database() -> None:
    url = database.url_of_running(EMBEDDED)
    assert url == database.embedded_url(EMBEDDED)
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == (database.EMBEDDED_NAME,)
