"""The orders in which a list can be read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from editorial.base.languages import column
from editorial.base.sort_keys import Folded
from editorial.models.querysets import Begins


@dataclass(frozen=True)
class Sort:
    """One order of a list.

    `key` stands in the address; `label` is what the reader chooses; `order` gives, for a language code, what the rows
    are ordered by. An order must be total: let it end with "pk".
    """

    key: str
    label: str | Promise
    order: Callable[[str], Sequence[Any]]


def _by_title(code: str) -> Sequence[Any]:
    return (Folded(column("title", code)), "pk")


def _by_date(code: str) -> Sequence[Any]:
    return (Begins("live_during").desc(), "-pk")


#: By title, without regard to case and accents.
BY_TITLE = Sort("title", pgettext_lazy("order of a list", "By title"), _by_title)
#: What was published or revised last comes first.
RECENT = Sort("recent", pgettext_lazy("order of a list", "Latest changes first"), _by_date)


def newest(field: str, label: str | Promise, *, key: str = "newest") -> Sort:
    """The highest value of a field first, such as the latest year, then by title; rows without a value come last."""
    return Sort(key, label, lambda code: (F(field).desc(nulls_last=True), *_by_title(code)))
