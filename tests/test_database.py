"""The embedded server is found without what starts it, where it runs; and only there."""

from pathlib import Path

import psycopg
import pytest

from config import database


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


def test_a_running_server_is_found_until_it_stops(tmp_path: Path) -> None:
    folder = tmp_path / "postgresql"
    started = database.embedded_url(folder)
    try:
        found = database.url_of_running(folder)
        assert found == database.embedded_url(folder)
        for url in (started, found):
            with psycopg.connect(url) as connection:
                assert connection.execute("SELECT current_database()").fetchone() == (database.EMBEDDED_NAME,)
    finally:
        assert database.stop_embedded(folder)
    assert database.url_of_running(folder) == ""
