"""Days, instants and years that content gives: those beyond `editorial.base.dates.bounds` are refused, however they
come in.

What another edition of the same document says may be said again, so that a text which was published with such a day
can be revised, and mended. The triggers of `editorial.guards.dates` hold the same.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from editorial.base.dates import bounds
from editorial.base.dates.partial import PartialDateField
from editorial.base.reasons import Reason
from editorial.content import kinds

#: A column (of the kind or of one of its parts) and what content says in it.
Dated = tuple[Any, str]


def beyond(content: Mapping[str, Any]) -> set[Dated]:
    """What the content, or what is given of it, says in columns of dates and cannot be a date of ours."""
    kind = kinds.get_kind(content["kind"])
    rows: list[tuple[type[models.Model], Mapping[str, Any]]] = [(kind.model, content["fields"])]
    for part in kind.parts:
        rows += [(part, row) for row in content["parts"].get(str(part._meta.model_name), [])]
    return {(field, str(row[field.name])) for model, row in rows for field in dated(model) if _is_beyond(field, row)}


def reasons(found: set[Dated]) -> list[Reason]:
    """Why these may not be written, in the reader's words, in the order of the fields."""
    return [
        Reason("date_bounds", _("%(field)s: %(problem)s") % {"field": _label(field), "problem": problem})
        for field, value in sorted(found, key=lambda each: (each[0].creation_counter, each[1]))
        for problem in problems(field, value)
    ]


@cache
def dated(model: type[models.Model]) -> tuple[Any, ...]:
    """The fields of a kind or part that hold dates or years: those that ask `date_bounds`."""
    asking = {bounds.check_day, bounds.check_instant, bounds.check_year}
    return tuple(
        field
        for field in model._meta.concrete_fields
        if isinstance(field, PartialDateField) or asking & set(field._validators)  # type: ignore[attr-defined]
    )


def _is_beyond(field: Any, row: Mapping[str, Any]) -> bool:
    value = row.get(field.name)
    return value not in (None, "") and bool(problems(field, str(value)))


def problems(field: Any, value: str) -> list[str]:
    """What is wrong with a value of a field, as content writes it, in the reader's words."""
    try:
        field.clean(field.to_python(value), None)
    except ValidationError as error:
        return list(error.messages)
    return []


def _label(field: Any) -> str:
    text = str(field.verbose_name)
    return text[:1].upper() + text[1:]
