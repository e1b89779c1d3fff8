"""The two SQL functions that say what time it is: everything in the database that looks at a clock asks these, nothing else does.

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


def wrong(found: Iterable[tuple[str, str, str | None, str, str]]) -> list[str]:
    """The names of those functions that are missing or are not ours, from the rows of `FIND`.

    No rows at all are a database without our tables, in which nothing can be wrong yet.
    """
    rows = {name: facts for name, *facts in found}
    if not rows:
        return []
    right = {
        name: [f" {body} ", '{"search_path=pg_catalog, pg_temp"}', "v", "sql"]
        for name, (_returns, body) in FUNCTIONS.items()
    }
    return [name for name, facts in right.items() if rows.get(name) != facts]


def refusal(names: Iterable[str]) -> str:
    """What is told to whoever keeps the database in which these functions are wrong."""
    return (
        f"The database's clock is not Entente's own: {', '.join(names)}. Stop what loads the past into it (a demo or a"
        " measurement) or run `manage.py migrate` as the owner of the tables, which puts the functions right."
    )
