"""The two SQL functions that say what time it is: everything in the database that looks at a clock asks these, nothing
else does.

Plain text without Django, so that the start of a server can compare them (`config.database`) before it loads anything.
"""

from collections.abc import Iterable

#: Each function without arguments: what it returns, and its body.
FUNCTIONS = {
    # Not the begin of the transaction: whoever kept one open for hours could write what is hours old.
    "editorial_now": ("timestamptz", "SELECT pg_catalog.clock_timestamp()"),
    # The instants that count as now: an application learns the time some moments before it writes it.
    "editorial_present": (
        "tstzrange",
        "SELECT pg_catalog.tstzrange(public.editorial_now() - interval '1 minute',"
        " public.editorial_now() + interval '1 minute', '[]')",
    ),
}
#: The body of `editorial_present` while a demo, a measurement or a test writes what was: every instant counts as now.
ANY_INSTANT = "SELECT pg_catalog.tstzrange(NULL, NULL)"
#: How each is found in a database: rows of name, body, settings, volatility and language.
FIND = """
    SELECT p.proname::text, p.prosrc, p.proconfig::text, p.provolatile::text, l.lanname::text
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace = to_regnamespace('public') AND p.proname IN ('editorial_now', 'editorial_present')
        AND p.pronargs = 0 AND to_regclass('public.editorial_edition') IS NOT NULL
    UNION ALL SELECT '', '', '', '', '' WHERE to_regclass('public.editorial_edition') IS NOT NULL
"""


def definition(name: str, body: str = "") -> str:
    """SQL that makes a function, or puts it right.

    :param body: another body than its own.
    """
    returns, right = FUNCTIONS[name]
    return (
        f"CREATE OR REPLACE FUNCTION public.{name}() RETURNS {returns} LANGUAGE sql VOLATILE"
        f" SET search_path = pg_catalog, pg_temp AS $$ {body or right} $$"
    )


Row = tuple[str, str, str | None, str, str]


def missing(found: Iterable[Row]) -> list[str]:
    """The names of those functions that are not there, from the rows of `FIND`.

    No rows at all are a database without our tables, which wants nothing yet.
    """
    names = {row[0] for row in found}
    return [name for name in FUNCTIONS if name not in names] if names else []


def wrong(found: Iterable[Row]) -> list[str]:
    """The names of those functions that are there and not as they should be, from the rows of `FIND`."""
    return [name for name, *facts in found if name and facts != _right(name)]


def _right(name: str) -> list[str]:
    return [f" {FUNCTIONS[name][1]} ", '{"search_path=pg_catalog, pg_temp"}', "v", "sql"]


def not_migrated(names: Iterable[str]) -> str:
    """What is told to whoever keeps a database without these functions."""
    return f"The database has no {', '.join(names)}: run `manage.py migrate`."


def refusal(names: Iterable[str]) -> str:
    """What is told to whoever keeps a database in which these functions are wrong."""
    return (
        f"The clock of the database was changed ({', '.join(names)}): what is written now could be dated as one likes."
        " Run `manage.py database_clock --put-right` as the owner of the tables, and ask who changed it."
    )
