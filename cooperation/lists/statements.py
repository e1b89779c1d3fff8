"""The two statements of a list, compiled once for each kind, language, order and set of filters in use.

Building them anew costs several times what the database takes to answer. Values and moment are stand-ins that are
replaced when the statement is run.
"""

# ruff: noqa: S608  # statements are put together of names of tables and columns; values are parameters
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Case, F, Value, When
from django.db.models.expressions import RawSQL

from cooperation import publishing
from cooperation.lists import rows
from cooperation.lists.facets import Facet, Sql
from cooperation.publishing import PublicKind
from cooperation.views.visit import Visit
from editorial.compiled import MOMENT

#: Sets of filters in use that are kept, over all kinds and languages.
KEPT = 256
#: Stand in for how many rows a page has, and how many come before it.
LENGTH, START = "‹length›", "‹start›"


@dataclass(frozen=True)
class Statement:
    """SQL with stand-ins among its parameters."""

    sql: str
    params: tuple[Any, ...]

    def rows(self, given: Sequence[tuple[Any, Any]]) -> list[dict[str, Any]]:
        """The answers. `given` are pairs of a stand-in and its value."""
        values = [next((value for stand_in, value in given if _same(stand_in, param)), param) for param in self.params]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, values)
            # By name: modeltranslation does not keep the order in which columns were asked for.
            names = [column.name for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _same(stand_in: Any, param: Any) -> bool:
    # psycopg wraps a number in a type of its own, which is a number still.
    return isinstance(param, type(stand_in)) and bool(stand_in == param)


@dataclass(frozen=True)
class Statements:
    """What a list asks: `counts` for all choices at once, `rows` for the rows in their order."""

    counts: Statement
    rows: Statement
    stand_ins: Mapping[str, Any]


@lru_cache(maxsize=KEPT)
def of(key: str, language: str, sort: str, chosen: tuple[str, ...]) -> Statements:
    """The statements of a kind's list.

    :param sort: the key of the order.
    :param chosen: the names of the filters in use.
    """
    kind, asked = publishing.get(key), Visit(language, MOMENT, MOMENT)
    narrowing = rows.filter_set(kind, {}, asked)
    stand_ins = {name: narrowing.filters[name].stand_in(name) for name in chosen}
    return Statements(_counts(kind, asked, stand_ins), _rows(kind, asked, sort, stand_ins), stand_ins)


def _rows(kind: PublicKind, asked: Visit, sort: str, stand_ins: Mapping[str, Any]) -> Statement:
    """A page of the list, in its order.

    The documents of the page are picked first, so that nothing is worked out for those of the pages before it.
    """
    order = rows.sort_of(kind, {"sort": sort}).order(asked.language)
    narrowing = rows.filter_set(kind, {}, asked)
    picked = narrowing.narrowed(stand_ins).order_by(*order).annotate(pk_=F("pk")).values("pk_")
    ids, ids_params = picked.query.sql_with_params()
    there = RawSQL("SELECT pk_ FROM picked", ())  # no values in it
    listed = rows.selected(narrowing.queryset.filter(pk__in=there).order_by(*order), kind, asked)
    sql, params = listed.query.sql_with_params()
    return Statement(
        f"WITH picked AS MATERIALIZED ({ids} LIMIT %s OFFSET %s) {sql}", (*ids_params, LENGTH, START, *params)
    )


def _counts(kind: PublicKind, asked: Visit, stand_ins: Mapping[str, Any]) -> Statement:
    """One statement for every count: of the list, of the list without each filter in use, and of every choice.

    Each row is (facet, value, label, total, here): `total` in the whole list, `here` under the other filters in use. The
    row of facet '' is the list itself, that of “-theme” the list without that filter.
    """
    narrowing = rows.filter_set(kind, {}, asked)
    columns: dict[str, Any] = {"pk_": F("pk")}
    for name, value in stand_ins.items():
        condition = When(narrowing.filters[name].condition(value, asked), then=Value(True))
        columns[f"is_{name}"] = Case(condition, default=Value(False), output_field=BooleanField())
    for name, facet in narrowing.facets.items():
        columns |= {f"of_{name}_{what}": expression for what, expression in facet.carried(asked).items()}
    # In the order of the indexes of the parts, so that the counts can merge with them.
    found = narrowing.queryset.annotate(**columns).values(*columns).order_by("pk").query.sql_with_params()
    selects = [
        ("SELECT '' AS facet, NULL::text AS value, NULL::text AS label," + _tally(stand_ins) + " FROM found", ())
    ]
    for name in stand_ins:
        selects.append((f"SELECT '-{name}', NULL, NULL,{_tally(stand_ins, without=name)} FROM found", ()))
    for name, facet in narrowing.facets.items():
        selects.append(_facet(name, facet, stand_ins, asked))
    sql = f"WITH found AS MATERIALIZED ({found[0]}) " + " UNION ALL ".join(sql for sql, _params in selects)
    return Statement(sql, (*found[1], *(param for _sql, params in selects for param in params)))


def _facet(name: str, facet: Facet, stand_ins: Mapping[str, Any], asked: Visit) -> Sql:
    counted = facet.counted(f"of_{name}_")
    grouped = (
        f"SELECT {counted.value} AS ref,{_tally(stand_ins, without=name)} FROM {counted.source}"
        f" WHERE {counted.value} IS NOT NULL GROUP BY 1"
    )
    sql, params = facet.named(grouped, asked)
    return f"SELECT '{name}', n.* FROM ({sql}) AS n", params


def _tally(stand_ins: Mapping[str, Any], *, without: str = "") -> str:
    flags = [f"found.is_{name}" for name in stand_ins if name != without]
    here = f" FILTER (WHERE {' AND '.join(flags)})" if flags else ""
    return f" count(*) AS total, count(*){here} AS here"
