"""The database's guards over dates that people give: none beyond `editorial.base.dates.bounds` is written, whoever
writes.

A CHECK constraint would refuse every later change of a row that was there before it; these look at what is new. So a
row that holds such a date can be moved, mended and (content) copied into the next edition of its document.
"""

from typing import Any

import pgtrigger
from django.contrib.postgres.fields import RangeField
from django.db import models

from editorial.base.dates import bounds as dates_bounds
from editorial.base.dates.partial import PartialDateField
from editorial.guards.common import Guard, refuse

_FIRST, _LAST = dates_bounds.FIRST_DAY, dates_bounds.LAST_DAY


def dates_in_bounds(*columns: str) -> Guard:
    """The guard of columns that hold dates, instants, ranges of instants, partial dates or years."""
    return _DateGuard(columns)


def dates_of_kind(*columns: str) -> Guard:
    """The same for columns of a kind of content: what another edition of the document says may be said again."""
    return _DateGuard(columns, edition="edition_ptr_id")


def dates_of_part(*columns: str) -> Guard:
    """The same for columns of a part of content."""
    return _DateGuard(columns, edition="edition_id")


class _DateGuard(Guard):
    def __init__(self, columns: tuple[str, ...], *, edition: str = "") -> None:
        self.columns, self.edition = columns, edition
        super().__init__(
            name="dates_in_bounds",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.UpdateOf(*columns),
        )

    def get_func(self, model: type[models.Model]) -> str:
        """PL/pgSQL that looks at every column of the guard; OLD is all null where a row is added."""
        checks = [self._check(model, name, end) for name in self.columns for end in _ends(model, name)]
        return "".join(checks) + "RETURN NEW;"

    def _check(self, model: type[models.Model], column: str, end: str) -> str:
        new, old = end.format(f"NEW.{column}"), end.format(f"OLD.{column}")
        bounds = f"{new} IS DISTINCT FROM {old} AND NOT ({_within(model._meta.get_field(column), new)})"
        if self.edition:
            bounds += f"""
                AND NOT EXISTS (
                    SELECT 1 FROM public.{model._meta.db_table} said
                    JOIN public.editorial_edition other ON other.id = said.{self.edition}
                    JOIN public.editorial_edition one ON one.document_id = other.document_id
                    WHERE one.id = NEW.{self.edition} AND said.{column} = NEW.{column}
                )"""
        return f"""
                IF {bounds} THEN
                    {refuse(f"{column} is beyond the dates that exist here")}
                END IF;
                """


def _ends(model: type[models.Model], column: str) -> tuple[str, ...]:
    """What of a column is looked at: the value, or the two ends of a range."""
    return ("lower({})", "upper({})") if isinstance(model._meta.get_field(column), RangeField) else ("{}",)


def _within(field: Any, value: str) -> str:
    """SQL that is true for a value within the bounds, null for null."""
    if isinstance(field, PartialDateField):
        # What is no such date at all is left to the field's own constraint, which says so.
        bounds = f"{value} COLLATE \"C\" >= '{_FIRST.year}' AND {value} COLLATE \"C\" < '{_LAST.year + 1}'"
        return f"{value} !~ '^[0-9]{{4}}' OR {bounds}"
    if isinstance(field, models.IntegerField):
        return f"{value} BETWEEN {_FIRST.year} AND {_LAST.year}"
    if isinstance(field, models.DateTimeField | RangeField):
        first, last = dates_bounds.FIRST_INSTANT.isoformat(), dates_bounds.LAST_INSTANT.isoformat()
        return f"{value} BETWEEN TIMESTAMPTZ '{first}' AND TIMESTAMPTZ '{last}'"
    return f"{value} BETWEEN DATE '{_FIRST.isoformat()}' AND DATE '{_LAST.isoformat()}'"
