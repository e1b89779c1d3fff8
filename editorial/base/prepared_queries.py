"""Querysets that are compiled to SQL once.

A public page and a transition ask the same few questions each time. Building and compiling them costs several times
what the database takes to answer, so each is written as an ordinary queryset over stand-in values and kept as SQL.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, Lookup, Model, QuerySet, TextField, UUIDField, Value

ModelT = TypeVar("ModelT", bound=Model)

#: What stands in a queryset for a value that is given when it is asked. No content can equal one of these.
MOMENT = datetime(1, 1, 2, tzinfo=UTC)
DOCUMENT = -2
EDITION = -3
NUMBER = 32_099  # a small positive integer, as years are
PATH = "‹path›"
SLUG = "‹slug›"
CODES = ["‹codes›"]
KIND = "‹kind›"
PERSON = -4
PARTY = -6
ROUND = 32_097
DIGEST = "‹digest›"
NUMBERS = [-5]
UUIDS = [UUID(int=1)]

_STAND_INS: Mapping[str, Any] = {
    "moment": MOMENT,
    "document": DOCUMENT,
    "edition": EDITION,
    "number": NUMBER,
    "path": PATH,
    "slug": SLUG,
    "codes": CODES,
    "kind": KIND,
    "person": PERSON,
    "party": PARTY,
    "round": ROUND,
    "digest": DIGEST,
    "numbers": NUMBERS,
    "uuids": UUIDS,
}


class AnyOf(Lookup):
    """``column = ANY(array)``: membership in a list that is one parameter, however long it is."""

    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} = ANY({right})", (*left_params, *right_params)


def any_number(expression: Any) -> AnyOf:
    """Whether `expression` is one of the given `numbers`."""
    return AnyOf(expression, Value(NUMBERS, output_field=_array(BigIntegerField())))


def any_uuid(expression: Any) -> AnyOf:
    """Whether `expression` is one of the given `uuids`."""
    return AnyOf(expression, Value(UUIDS, output_field=_array(UUIDField())))


def any_code(expression: Any) -> AnyOf:
    """Whether `expression` is one of the given `codes`."""
    return AnyOf(expression, Value(CODES, output_field=_array(TextField())))


def _array(base: Any) -> "ArrayField[Any, Any]":
    return ArrayField(base)


def as_declared(queryset: "QuerySet[Any]") -> "QuerySet[Any]":
    """The queryset without modeltranslation, which selects columns in no fixed order: in a union the order counts."""
    return queryset.rewrite(False) if hasattr(queryset, "rewrite") else queryset


class Compiled:
    """A queryset (of `.values()`, but for `objects`) whose stand-ins are filled in when it is asked.

    `build` makes the queryset; it is called once, at the first question, when the apps are ready.
    """

    def __init__(self, build: Callable[[], QuerySet[Any]]) -> None:
        self.build = build

    @cached_property
    def _statement(self) -> tuple[str, list[tuple[str, Any]]]:
        sql, params = self.build().query.sql_with_params()
        return sql, [(_name(value), value) for value in params]

    def within(self, **expressions: str) -> tuple[str, list[tuple[str, Any]]]:
        """The statement as part of another: SQL, and the parameters that are left, as pairs of (stand-in or "", value).

        `expressions` are SQL for some of the stand-ins, such as a column of the statement around it.
        """
        sql, params = self._statement
        pieces = sql.split("%s")
        if len(pieces) != len(params) + 1:
            raise ValueError(f"This statement cannot be part of another: {sql}")
        text, left = [pieces[0]], []
        for (name, value), piece in zip(params, pieces[1:], strict=True):
            text += [expressions.get(name, "%s"), piece]
            if name not in expressions:
                left.append((name, value))
        return "".join(text), left

    def rows(self, **given: Any) -> list[dict[str, Any]]:
        """The answers, one dictionary a row. `given` names a value for every stand-in of the queryset."""
        sql, params = self._statement
        values = [given[name] if name else value for name, value in params]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            # By name: modeltranslation does not keep the order in which columns were asked for.
            names = [column.name for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def objects(self, model: type[ModelT], **given: Any) -> list[ModelT]:
        """The answers of a queryset without `.values()`, as rows of its `model`; no related rows are read."""
        sql, params = self._statement
        return list(model._default_manager.raw(sql, [given[name] if name else value for name, value in params]))

    def first(self, **given: Any) -> dict[str, Any] | None:
        """The first answer, or none."""
        return next(iter(self.rows(**given)), None)


def _name(value: Any) -> str:
    for name, stand_in in _STAND_INS.items():
        if isinstance(value, type(stand_in)) and value == stand_in:
            return name
    return ""
