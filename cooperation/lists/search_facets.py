"""By what search results can be narrowed: what a kind's content says its themes and its year are."""

from collections.abc import Iterable, Mapping
from typing import Any

from editorial.content.kinds import Facet


def _themes(content: Mapping[str, Any]) -> Iterable[str]:
    return [row["theme"] for row in content["parts"].get("themetag", ())]


def _year(field: str) -> Facet:
    def years(content: Mapping[str, Any]) -> Iterable[str]:
        # A year is a number, a date or an instant begins with one.
        value = str(content["fields"][field] or "")
        return [value[:4]] if value[:4].isdecimal() else []

    return years


def facets(year: str = "") -> dict[str, Facet]:
    """The facets of a kind: its themes, and the year in its field `year` (a year, a date or an instant), if it has one.

    A kind without a year of its own is found under the year in which the edition became public.
    """
    return {"theme": _themes, **({"year": _year(year)} if year else {})}
