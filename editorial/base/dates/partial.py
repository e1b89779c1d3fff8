"""Dates known to the day, the month or only the year, in ISO 8601 of that precision: 2004-10-05, 2004-10, 2004."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from editorial.base.dates.bounds import check_day

_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def earliest(value: str) -> date:
    """The first day that `value` may mean. Raises ValueError for what is no such date."""
    found = _SHAPE.fullmatch(value)
    if found is None:
        raise ValueError(value)
    return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))


def latest(value: str) -> date:
    """The last day that `value` may mean. Raises ValueError for what is no such date."""
    first = earliest(value)
    if len(value) == len("2004-10-05"):
        return first
    month = first.month if len(value) == len("2004-10") else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def wording(value: str) -> str:
    """`value` as the active language writes it, no more precise than it is: “2004”, “October 2004”, “Oct. 5, 2004”."""
    if len(value) == len("2004"):
        return value
    first = earliest(value)
    return str(date_format(first, "DATE_FORMAT" if len(value) == len("2004-10-05") else "YEAR_MONTH_FORMAT"))


class PartialDateField(models.CharField):  # type: ignore[type-arg]  # generic only in the stubs
    """A date of any of the three precisions, or null where it is not known.

    Text orders and compares as the first day that it may mean, in Python as in SQL (collation "C"); the column takes
    nothing of another shape.
    """

    default_error_messages = {
        "partial_date": _("Write a date as 2004, 2004-10 or 2004-10-05, as precisely as it is known."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(max_length=10, null=True, blank=True, db_collation="C")
        kwargs.setdefault("help_text", _("A year, a month or a day: 2004, 2004-10 or 2004-10-05."))
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """What every such field has is not named."""
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("max_length", "null", "blank", "db_collation"):
            kwargs.pop(fixed, None)
        return name, path, args, kwargs

    def db_check(self, connection: Any) -> str:
        """The shape, held by the database."""
        return f"{connection.ops.quote_name(self.column)} ~ '^[0-9]{{4}}(-[0-9]{{2}}){{0,2}}$'"

    def to_python(self, value: Any) -> str | None:
        """Nothing is null."""
        text = super().to_python(value)
        return (text.strip() or None) if isinstance(text, str) else text

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))

    def clean(self, value: Any, model_instance: Any) -> Any:
        """Raises ValidationError for a day that no calendar has, and for one out of bounds."""
        text = self.to_python(value)
        if text:
            try:
                first = earliest(text)
            except ValueError:
                raise ValidationError(self.error_messages["partial_date"], code="partial_date") from None
            check_day(first)
        return super().clean(text, model_instance)

    def formfield(self, **kwargs: Any) -> Any:
        """A short box. Too long a text is no date, which says more than that it is too long."""
        kwargs["max_length"] = None
        kwargs["widget"] = forms.TextInput(attrs={"class": "vPartialDate", "size": 10, "placeholder": "2004-10"})
        return super().formfield(**kwargs)
