"""Querysets that are compiled to SQL once.

A public page asks the same few questions each time. Building and compiling them anew costs several times what the
database takes to answer, so each is written as an ordinary queryset over stand-in values and kept as SQL.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import Field, Lookup, QuerySet, TextField, UUIDField, Value

#: What stands in a queryset for a value that is given when it is asked. No content can equal one of these.
MOMENT = datetime(1, 1, 2, tzinfo=UTC)
DOCUMENT = -2
EDITION = -3
NUMBER = 32_099  # a small positive integer, as years are
PATH = "‹path›"
SLUG = "‹slug›"
CODES = ["‹codes›"]
UUIDS = [UUID(int=1)]

_STAND_INS: Mapping[str, Any] = {
    "moment": MOMENT,
    "document": DOCUMENT,
    "edition": EDITION,
    "number": NUMBER,
    "path": PATH,
    "slug": SLUG,
    "codes": CODES,
    "uuids": UUIDS,
}


class AnyOf(Lookup):
    """``column = ANY(array)``: membership in a list that is one parameter, however long it is."""

    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """See the base class."""
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} = ANY({right})", [*left_params, *right_params]


def any_uuid(expression: Any) -> AnyOf:
    """Whether `expression` is one of the given `uuids`."""
    return AnyOf(expression, Value(UUIDS, output_field=_array(UUIDField())))


def any_code(expression: Any) -> AnyOf:
    """Whether `expression` is one of the given `codes`."""
    return AnyOf(expression, Value(CODES, output_field=_array(TextField())))


def _array(base: Field) -> ArrayField:
    return ArrayField(base)


class Compiled:
    """A queryset of `.values()` whose stand-ins are filled in when it is asked.

    `build` makes the queryset; it is called once, at the first question, when the apps are ready.
    """

    def __init__(self, build: Callable[[], QuerySet[Any]]) -> None:
        self.build = build

    @cached_property
    def _statement(self) -> tuple[str, list[tuple[str, Any]]]:
        sql, params = self.build().query.sql_with_params()
        return sql, [(_name(value), value) for value in params]

    def rows(self, **given: Any) -> list[dict[str, Any]]:
        """The answers, one dictionary a row. `given` names a value for every stand-in of the queryset."""
        sql, params = self._statement
        values = [given[name] if name else value for name, value in params]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            # By name: modeltranslation does not keep the order in which columns were asked for.
            names = [column.name for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def first(self, **given: Any) -> dict[str, Any] | None:
        """The first answer, or none."""
        return next(iter(self.rows(**given)), None)


def _name(value: Any) -> str:
    for name, stand_in in _STAND_INS.items():
        if isinstance(value, type(stand_in)) and value == stand_in:
            return name
    return ""
