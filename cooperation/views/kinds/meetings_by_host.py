"""The meetings by year and host, as the list of meetings shows them."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.db.models import Count, F
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _

from cooperation.charts.columns import Series, columns
from cooperation.models import Meeting
from cooperation.views.request.page_request import PageRequest
from editorial.base.prepared_queries import MOMENT, Compiled
from editorial.content.name_queries import name_as_of

#: Hosts with a series each: those with the most meetings. All others, and meetings without a host, are one more.
_HOSTS = 4


@cache
def _counted(code: str) -> Compiled:
    def build() -> Any:
        live = Meeting.objects.live(MOMENT).in_language(code).filter(starts_on__isnull=False).order_by()
        named = {
            "year": ExtractYear("starts_on"),
            "host": F("host_country__code"),
            "name_": name_as_of("country", "host_country__code", code, MOMENT),
        }
        return live.annotate(**named).values(*named).annotate(count=Count("pk"))

    return Compiled(build)


def chart_by_host(asked: PageRequest) -> Mapping[str, Any]:
    """A chart of all live meetings by the year of their first day and by host; one question."""
    rows = _counted(asked.language).rows(moment=asked.moment)
    totals: Counter[str] = Counter()
    for row in rows:
        if row["host"]:
            totals[row["host"]] += row["count"]
    most = [host for host, _count in sorted(totals.items(), key=lambda item: (-item[1], item[0]))[:_HOSTS]]
    names = {row["host"]: row["name_"] or row["host"] for row in rows}
    series = [Series(f"series-{place}", names[host]) for place, host in enumerate(most, 1)]
    keys = {host: one.key for host, one in zip(most, series, strict=True)}
    rest = Series(f"series-{_HOSTS + 1}", _("Another host, or none named"))
    counts: dict[int, Counter[str]] = {}
    for row in rows:
        counts.setdefault(int(row["year"]), Counter())[keys.get(row["host"], rest.key)] += row["count"]
    return {"by_host": columns("chart-hosts", _("Meetings by year and host"), [*series, rest], counts)}
