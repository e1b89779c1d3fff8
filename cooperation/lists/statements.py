"""What a list asks of the database, compiled once for each kind and language.

Building statements again costs several times what the database takes to answer. Values are stand-ins until then.
"""

# ruff: noqa: S608  # statements are put together of names of tables and columns; values are parameters
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import F, QuerySet

from cooperation import public_kind
from cooperation.lists import rows
from cooperation.lists.facets import Facet, Sql
from cooperation.public_kind import PublicKind
from cooperation.views.request.page_request import PageRequest
from editorial.base.prepared_queries import MOMENT, Compiled, any_number
from editorial.models import Event
from editorial.states import SHOWING

_WORDS = "‹words›"


@dataclass(frozen=True)
class Statement:
    """SQL with stand-ins among its parameters."""

    sql: str
    params: tuple[Any, ...] = ()

    def answers(self, *given: tuple[Any, Any]) -> list[tuple[Any, ...]]:
        """The answers. `given` are pairs of a stand-in and its value."""
        values = [next((value for stand_in, value in given if _same(stand_in, param)), param) for param in self.params]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _same(stand_in: Any, param: Any) -> bool:
    return isinstance(param, type(stand_in)) and bool(stand_in == param)


@cache
def stamp_sql(key: str, language: str) -> Statement:
    """One row that differs once anything public has changed, or a period of a name; when one begins the clock tells.

    Events are numbered in the order in which they are committed, so that the last one tells of all before it.
    """
    last, params = Event.objects.filter(verb__in=SHOWING).order_by("-id").values("hash")[:1].query.sql_with_params()
    renamed = (
        "SELECT md5(string_agg(id || ' ' || during::text, '|' ORDER BY id)) FROM editorial_nameperiod"
        " WHERE NOT (lower_inf(during) AND upper_inf(during))"
    )
    return Statement(f"SELECT ({last}), ({renamed})", params)


@cache
def sets(key: str, language: str) -> Statement:
    """Everything that is live of a kind at MOMENT, and which of it has which value of each facet.

    Each row is (facet, value, label, places). The row of facet '' holds the primary keys themselves, in their order;
    places are positions in it.
    """
    narrowing = _narrowing(public_kind.get_kind(key), language)
    asked = narrowing.asked
    columns: dict[str, Any] = {"pk_": F("pk")}
    for name, facet in narrowing.facets.items():
        columns |= {f"of_{name}_{what}": expression for what, expression in facet.carried(asked).items()}
    live, params = narrowing.queryset.annotate(**columns).values(*columns).order_by("pk").query.sql_with_params()
    selects: list[Sql] = [
        ("SELECT '' AS facet, NULL::text AS value, NULL::text AS label, array_agg(pk_ ORDER BY pk_) FROM found", ())
    ]
    selects += [_facet(name, facet, asked) for name, facet in narrowing.facets.items()]
    sql = (
        f"WITH live AS ({live}), "
        "found AS MATERIALIZED (SELECT *, row_number() OVER (ORDER BY pk_) - 1 AS place FROM live) "
        + " UNION ALL ".join(sql for sql, _params in selects)
    )
    return Statement(sql, (*params, *(param for _sql, params in selects for param in params)))


def _facet(name: str, facet: Facet, asked: PageRequest) -> Sql:
    counted = facet.counted(f"of_{name}_")
    grouped = (
        f"SELECT {counted.value} AS ref, array_agg(found.place) AS places FROM {counted.source}"
        f" WHERE {counted.value} IS NOT NULL GROUP BY 1"
    )
    sql, params = facet.named(grouped, asked)
    return f"SELECT '{name}', n.* FROM ({sql}) AS n", params


@cache
def order(key: str, language: str, sort: str) -> Statement:
    """The primary keys of everything that is live of a kind at MOMENT, in an order of its list."""
    kind = public_kind.get_kind(key)
    ordered = _narrowing(kind, language).queryset.order_by(*rows.sort_of(kind, {"sort": sort}).order(language))
    return _keys(ordered)


@cache
def worded_sql(key: str, language: str) -> Statement:
    """The primary keys of what is live of a kind at MOMENT and has certain words (see `words`)."""
    return _keys(_narrowing(public_kind.get_kind(key), language).narrowed({"q": _WORDS}).order_by())


def words_sql(key: str, language: str, query: str, moment: Any) -> list[int]:
    """The primary keys of what is live of a kind at a moment and has the words of a `query` (see `TextNarrowing`)."""
    return [pk for (pk,) in worded_sql(key, language).answers((MOMENT, moment), (_WORDS, query))]


def _keys(found: QuerySet[Any]) -> Statement:
    return Statement(*found.annotate(pk_=F("pk")).values("pk_").query.sql_with_params())


@cache
def rows_sql(key: str, language: str, sort: str) -> Compiled:
    """What the list says of some of its rows, by their primary keys, in one of its orders."""

    def build() -> QuerySet[Any]:
        kind, asked = public_kind.get_kind(key), PageRequest(language, MOMENT, MOMENT)
        some = _narrowing(kind, language).queryset.filter(any_number(F("pk")))
        return rows.with_row_values(some.order_by(*rows.sort_of(kind, {"sort": sort}).order(language)), kind, asked)

    return Compiled(build)


def _narrowing(kind: PublicKind, language: str) -> Any:
    return rows.filter_set(kind, {}, PageRequest(language, MOMENT, MOMENT))
