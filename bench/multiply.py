"""Rows for many documents at once: pages that were published through the engine, copied by SQL.

Publishing 20,000 documents through the engine takes a quarter of an hour and measures nothing that 3,000 did not. What
is public and asked for afterwards is the same: every copy is a document with its edition, parts, addresses and
signatures, and is then indexed for the search as any other. The copies have no events and no snapshots, so nothing is
edited among them.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connection, transaction

from cooperation.models import Page
from editorial.models import Address, Attestation, Document, Edition, Part, SignOff
from editorial.search import index

#: Columns that name a row of another table.
_NAMED: Mapping[str, type[Any]] = {"document_id": Document, "edition_id": Edition, "edition_ptr_id": Edition}
#: The number in what a loaded page is called: in its slugs and paths, and at the end of its titles.
_IN_SLUG, _AT_END = r"bench-(\d+)", r"(\d+)$"


def multiply(count: int) -> None:
    """Make `count` more documents of the pages that `bulk.load` published, with numbers of their own.

    Raises ValueError where there are none. Triggers are off meanwhile, since the rows are copies of rows they approved.
    """
    pages = Page.objects.filter(slug_en__startswith="bench-0")
    there = pages.count()
    if not there:
        raise ValueError("There is nothing to multiply: load some documents first.")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        first, last = pages.order_by("pk").values_list("pk", flat=True)[0], pages.order_by("-pk")[0].pk
        # Every table is numbered on without gaps, as it would be if each document had been published.
        steps = {model: _largest(cursor, model) for model in _tables()}
        for copy in range(1, -(-count // there) + 1):
            upto = min(there, count - (copy - 1) * there)
            for model in _tables():
                _copy(cursor, model, steps, span=(first, last), copy=copy, numbers=there * copy, upto=upto)
        for model in _tables():
            _set_sequence(cursor, model)
    index.complete()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _tables() -> list[type[Any]]:
    parts = [model for model in _subclasses(Part) if not model._meta.abstract]
    return [Document, Edition, Page, *parts, Address, Attestation, SignOff]


def _subclasses(model: type[Any]) -> list[type[Any]]:
    return [found for child in model.__subclasses__() for found in (child, *_subclasses(child))]


def _largest(cursor: Any, model: type[Any]) -> int:
    cursor.execute(f"SELECT coalesce(max({model._meta.pk.column}), 0) FROM {model._meta.db_table}")
    return int(cursor.fetchone()[0])


def _copy(
    cursor: Any,
    model: type[Any],
    steps: Mapping[type[Any], int],
    *,
    span: tuple[int, int],
    copy: int,
    numbers: int,
    upto: int,
) -> None:
    """Copy the rows of one table that belong to the first `upto` pages whose primary keys lie in `span`."""
    table = model._meta.db_table
    columns = [field.column for field in model._meta.local_concrete_fields if not field.generated]
    by = {**{column: copy * steps[named] for column, named in _NAMED.items()}, "id": copy * steps[model]}
    values = ", ".join(_value(column, by=by, numbers=numbers) for column in columns)
    # What was made for measuring in between has numbers of its own and is not copied.
    chosen = (
        "SELECT id FROM editorial_edition WHERE slug_en LIKE 'bench-0%%' AND state = 'published'"
        " AND id BETWEEN %s AND %s ORDER BY id LIMIT %s"
    )
    if model is Document:
        belongs = f"id IN (SELECT document_id FROM editorial_edition WHERE id IN ({chosen}))"
    elif model is Address:
        belongs = f"document_id IN (SELECT document_id FROM editorial_edition WHERE id IN ({chosen}))"
    else:
        own = next(name for name in ("edition_ptr_id", "edition_id", "id") if name in columns)
        belongs = f"{own} IN ({chosen})"
    cursor.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} WHERE {belongs}",
        [*span, upto],
    )


def _value(column: str, *, by: Mapping[str, int], numbers: int) -> str:
    if column == "uuid":
        return "gen_random_uuid()"
    if column in by:
        return f"{column} + {by[column]}"
    if column.startswith("slug_") or column == "path":
        number = f"lpad((regexp_substr({column}, '{_IN_SLUG}', 1, 1, '', 1)::int + {numbers})::text, 6, '0')"
        return f"regexp_replace({column}, '{_IN_SLUG}', 'bench-' || {number})"
    if column.startswith("title_") or column == "title":
        number = f"(regexp_substr({column}, '{_AT_END}')::int + {numbers})::text"
        return f"regexp_replace({column}, '{_AT_END}', {number})"
    return column


def _set_sequence(cursor: Any, model: type[Any]) -> None:
    if model._meta.pk.column == "id":
        table = model._meta.db_table
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
