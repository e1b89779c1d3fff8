"""The two roles of PostgreSQL: one owns the tables and migrates, the other is the site and can lift no guard.

Triggers hold the rules against everybody but the owner of the tables and superusers. So a real site runs as a role that
may read and write rows and nothing else: it owns nothing, makes nothing, and has no temporary tables.
"""

from typing import Any

from django.db import connection, transaction
from psycopg import sql


class UnsuitableRole(Exception):
    """A role that cannot be what it is to be; the message says why and what to do."""


@transaction.atomic
def make_roles(*, owner: str, site: str) -> None:
    """Make both roles where they are missing, and give each what it may do, no more; may be run again at any time.

    Whatever is in the schema `public` then belongs to `owner`, and what `owner` makes later can be used by `site`, too.

    :param owner: the name of the role that owns; :param site: that of the site. Neither is given a password.
    Raises Unsuited, and ProgrammingError for whoever may not do that.
    """
    if owner == site:
        raise UnsuitableRole("The owner of the tables and the site must be two roles.")
    with connection.cursor() as cursor:
        for name in (owner, site):
            _make(cursor, name)
        _require_plain(cursor, owner=owner, site=site)
        _take_ownership(cursor, owner)
        _grant(cursor, owner=owner, site=site)


def _make(cursor: Any, name: str) -> None:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
    if cursor.fetchone() is None:
        cursor.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(name)))


def _require_plain(cursor: Any, *, owner: str, site: str) -> None:
    """Refuse a site that could become the owner, or somebody else whom no guard binds."""
    cursor.execute(
        """
        SELECT rolsuper OR rolcreaterole OR rolreplication OR rolbypassrls, pg_has_role(oid, %s, 'MEMBER'),
            EXISTS (SELECT 1 FROM pg_database d WHERE d.datname = current_database() AND d.datdba = r.oid)
        FROM pg_roles r WHERE rolname = %s
        """,
        [owner, site],
    )
    is_mighty, is_owner, has_database = cursor.fetchone()
    if is_mighty:
        raise UnsuitableRole(
            f"{site} is a superuser or may make roles: no guard would bind it. Take another role for the site."
        )
    if is_owner:
        raise UnsuitableRole(
            f"{site} is a member of {owner}, and so is the owner itself. Take that away, or another role."
        )
    if has_database:
        raise UnsuitableRole(
            f"{site} owns the database. Run ALTER DATABASE … OWNER TO {owner} first, or take another role."
        )


#: What there is in the schema: SQL for its kind, and a statement that lists it by name (and arguments).
_THINGS = {
    "TABLE": "SELECT quote_ident(relname) FROM pg_class"
    " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')",
    "VIEW": "SELECT quote_ident(relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'",
    # Those of a column go with its table.
    "SEQUENCE": """
        SELECT quote_ident(relname) FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i'))
    """,
    "ROUTINE": """
        SELECT quote_ident(proname) || '(' || pg_get_function_identity_arguments(p.oid) || ')' FROM pg_proc p
        WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    """,
    "TYPE": """
        SELECT quote_ident(typname) FROM pg_type t WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
    """,
}


def _take_ownership(cursor: Any, owner: str) -> None:
    for kind, listed in _THINGS.items():
        cursor.execute(listed)
        for [name] in cursor.fetchall():
            statement = f"ALTER {kind} public.{name} OWNER TO {{}}"  # names as PostgreSQL quotes them
            cursor.execute(sql.SQL(statement).format(sql.Identifier(owner)))
    cursor.execute(sql.SQL("ALTER SCHEMA public OWNER TO {}").format(sql.Identifier(owner)))


def _grant(cursor: Any, *, owner: str, site: str) -> None:
    cursor.execute("SELECT current_database()")
    [database] = cursor.fetchone()
    names = {"owner": sql.Identifier(owner), "site": sql.Identifier(site), "database": sql.Identifier(database)}
    for statement in (
        # A temporary table could stand in for one of ours, and whoever may create could put a function in our way.
        "REVOKE ALL ON DATABASE {database} FROM PUBLIC, {site}",
        "GRANT CONNECT, TEMPORARY, CREATE ON DATABASE {database} TO {owner}",
        "GRANT CONNECT ON DATABASE {database} TO {site}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC, {site}",
        "GRANT USAGE ON SCHEMA public TO {site}",
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {site}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {site}",
        "REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, {site}",
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {site}",
        "GRANT EXECUTE ON ALL ROUTINES IN SCHEMA public TO {site}",
        # What a migration makes later, as the owner.
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public"
        " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {site}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT USAGE ON SEQUENCES TO {site}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT EXECUTE ON ROUTINES TO {site}",
    ):
        cursor.execute(sql.SQL(statement).format(**names))
