"""Dates, choices and facts in words, as pages of every kind say them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from editorial.base.dates import partial


def period(first: str | None, last: str | None) -> str:
    """A period in words, of partial dates of which either may be missing; empty where both are."""
    if first and last:
        return _("%(first)s to %(last)s") % {"first": day(first), "last": day(last)}
    if first:
        return _("since %(first)s") % {"first": day(first)}
    return _("until %(last)s") % {"last": day(last)} if last else ""


def day(value: str | None) -> str:
    """A partial date (see `editorial.base.dates.partial`) as the active language writes it; empty for none."""
    return partial.wording(value) if value else ""


def label(choices: type[TextChoices], value: str) -> str:
    """What a choice is called in the active language; empty where none was made."""
    return str(choices(value).label) if value in choices.values else ""


def texts(*values: str) -> list[dict[str, Any]]:
    """Values of a fact that are no links; empty ones are left out."""
    return [{"text": value} for value in values if value]


def fact(label: str, values: Iterable[Mapping[str, Any] | None]) -> list[dict[str, Any]]:
    """An entry of the facts beside a page, as a list: empty when it has no value."""
    found = [value for value in values if value]
    return [{"label": label, "values": found}] if found else []
