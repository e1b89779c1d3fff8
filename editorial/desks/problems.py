"""What is wrong or late and concerns somebody: a registry of sources, each one line on the desk and a list behind it.

A feature adds a line where it is defined; the desk knows none of them by name::

    @problems_source("broken_links", label=ngettext_lazy("%(count)s broken link", "%(count)s broken links", "count"),
                     order=50, edition="edition_id", at="checked_at")
    def broken_links(ask: Ask) -> QuerySet | None:
        return BrokenLink.objects.filter(…) if "write_edition" in ask.may else None

The queryset must be built from the values of the `Ask`, which may be stand-ins: it is compiled once and counted in the
menu of every page, in one statement with all others. None means that the person has nothing to do with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from editorial.desks.query import Ask

Rows = Callable[[Ask], "QuerySet[Any] | None"]


@dataclass(frozen=True)
class Source:
    """One sort of problem.

    `label` says how many there are (lazy, with ``%(count)s``); `name` is the heading of its list. `edition` is the
    column of a row that holds the primary key of the edition concerned, such as "pk", or empty where rows concern none;
    `words` is a column of text that tells one row from another. `screen` names the admin's screen on which they are
    dealt with (without the site's name); without one it is the desk's own list of them.
    """

    key: str
    name: str | Promise
    label: str | Promise
    order: int
    rows: Rows
    edition: str = ""
    words: str = ""
    screen: str = ""
    query: str = ""


_SOURCES: dict[str, Source] = {}


def problems_source(
    key: str,
    *,
    name: str | Promise,
    label: str | Promise,
    order: int,
    edition: str = "",
    words: str = "",
    screen: str = "",
    query: str = "",
) -> Callable[[Rows], Rows]:
    """Add a sort of problem to the desks (see `Source`); lower `order` comes first."""

    def register(rows: Rows) -> Rows:
        _SOURCES[key] = Source(key, name, label, order, rows, edition, words, screen, query)
        return rows

    return register


def all_sources() -> list[Source]:
    """All sources, in order."""
    return sorted(_SOURCES.values(), key=lambda source: source.order)


def concerning(ask: Ask) -> list[tuple[Source, QuerySet[Any]]]:
    """The sources that have to do with this person, each with its rows."""
    found = [(source, source.rows(ask)) for source in all_sources()]
    return [(source, rows) for source, rows in found if rows is not None]
