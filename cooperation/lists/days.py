"""The day of a moment in SQL, and partial dates against it (see `editorial.base.dates.partial`)."""

from datetime import datetime
from typing import Any

from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import Left, Length


def day_of(moment: datetime) -> Func:
    """The UTC day of a moment as ISO text; the moment stays a parameter, so that a stand-in can take its place."""
    return Func(
        Value(moment),
        template="to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD')",
        output_field=TextField(),
    )


def has_begun(field: str, moment: datetime) -> Q:
    """The first day that the partial date may mean has come."""
    return Q(**{f"{field}__lte": day_of(moment)})


def over(field: str, moment: datetime) -> Q:
    """The last day that the partial date may mean has passed."""
    return Q(**{f"{field}__lt": _as_precise(field, moment)})


def _as_precise(field: str, moment: datetime) -> Any:
    return Left(day_of(moment), Length(F(field)))
