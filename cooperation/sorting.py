"""The orders in which a list can be read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cooperation.folding import Folded
from editorial.languages import column


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


#: By title, without regard to case and accents.
BY_TITLE = Sort("title", _("Title"), _by_title)


def newest(field: str, label: str | Promise, *, key: str = "newest") -> Sort:
    """The highest value of a field first, such as the latest year, then by title; rows without a value come last."""
    return Sort(key, label, lambda code: (F(field).desc(nulls_last=True), *_by_title(code)))
