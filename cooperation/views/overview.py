"""What the home page says of meetings, promises and subjects: a few rows each, however much there is."""

from collections import Counter
from datetime import timedelta
from functools import cache
from typing import Any

from django.db.models import (
    DateField,
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from cooperation.models import Meeting, Objective, Theme, ThemeTag
from cooperation.views import objectives
from cooperation.views.kinds import annual_report
from cooperation.views.page.queries import linked
from cooperation.views.request.page_request import PageRequest
from editorial.base.languages import column
from editorial.base.prepared_queries import EDITION, MOMENT, Compiled
from editorial.base.sort_keys import Folded
from editorial.content.name_queries import name_as_of, words_held
from editorial.models import Edition

#: How many rows of each.
MEETINGS, PROMISES, REPORTS = 3, 4, 3
#: Longer than any meeting lasts: what began earlier is over, which an index on the first day can tell.
LONGEST = timedelta(days=31)


def _day(back: timedelta = timedelta()) -> Cast:
    moment = Value(MOMENT, output_field=DateTimeField())
    since = ExpressionWrapper(moment - Value(back, output_field=DurationField()), output_field=DateTimeField())
    return Cast(since if back else moment, DateField())


@cache
def _meetings(code: str) -> Compiled:
    def build() -> Any:
        def some(**condition: Any) -> Any:
            last = Coalesce("ends_on", "starts_on")
            live = Meeting.objects.live(MOMENT).annotate(last=last).filter(**condition)
            place = {"city_": F(column("city", code)), "host_": words_held("country", "host_country__code", code)}
            return linked(live, code, "starts_on", "ends_on", **place)

        coming = some(starts_on__gt=_day(LONGEST), last__gte=_day()).order_by("starts_on", "pk")[:MEETINGS]
        over = some(starts_on__lt=_day(), last__lt=_day()).order_by("-starts_on", "-pk")[:MEETINGS]
        return coming.union(over, all=True)

    return Compiled(build)


def meetings(asked: PageRequest) -> dict[str, list[dict[str, Any]]]:
    """The next public meetings (`coming`: on today, or still to come, the soonest first) and the latest (`over`)."""
    today = asked.moment.date()
    found: dict[str, list[dict[str, Any]]] = {"coming": [], "over": []}
    for row in sorted(_meetings(asked.language).rows(moment=asked.moment), key=lambda row: row["starts_on"]):
        found["coming" if (row["ends_on"] or row["starts_on"]) >= today else "over"].append(
            {
                "title": row["title_"],
                "url": asked.page("meeting", row["slug_"]),
                "first": row["starts_on"],
                "last": row["ends_on"] if row["ends_on"] != row["starts_on"] else None,
                "place": ", ".join(filter(None, (row["city_"], row["host_"]))),
            }
        )
    found["over"].reverse()
    return found


@cache
def _objectives(code: str) -> Compiled:
    def build() -> Any:
        live = Edition.objects.live(MOMENT).filter(pk=EDITION, objectives__isnull=False)
        rows = live.annotate(
            key=F("objectives__key"), status=F("objectives__status"), text_=F(f"objectives__{column('text', code)}")
        )
        return rows.order_by("objectives__position", "objectives__id").values("key", "status", "text_")

    return Compiled(build)


def promised(asked: PageRequest) -> dict[str, Any] | None:
    """The objectives of the latest annual report: how many have which status, and the first open ones; earlier reports.

    One report's objectives are some dozens, whatever the number of reports.
    """
    reports = [
        {"pk": row["pk"], "year": row["year"], "title": row["title_"], "url": asked.page("annual_report", row["slug_"])}
        for row in annual_report.latest(asked, REPORTS)
    ]
    if not reports:
        return None
    rows = _objectives(asked.language).rows(edition=reports[0]["pk"], moment=asked.moment)
    counted, named = Counter(row["status"] for row in rows), objectives.labels()
    still_open = [row for status in reversed(Objective.OPEN) for row in rows if row["status"] == status]
    return {
        "report": reports[0],
        "reports": reports,
        "counts": [
            {"status": status, "status_label": label, "count": counted[status]}
            for status, label in named.items()
            if counted[status]
        ],
        "open": [
            objectives.objective_context(row, row["text_"] or "", None, named, asked) for row in still_open[:PROMISES]
        ],
    }


@cache
def _themes(code: str) -> Compiled:
    def build() -> Any:
        # For each theme the search ends at its first public page, since a question with a limit is asked a row at a
        # time: EXISTS would be joined with everything that is public.
        public = Edition.objects.live(MOMENT).in_language(code).filter(pk=OuterRef("edition_id"))
        # And as a range, for the planner expects few rows in one and takes the index; for a theme that nobody uses it
        # would read all tags.
        of_it = Q(theme_id__gte=OuterRef("pk"), theme_id__lte=OuterRef("pk"))
        used = ThemeTag.objects.filter(of_it, Exists(public)).order_by().values("pk")[:1]
        name = name_as_of("theme", "code", code, MOMENT)
        named = Theme.objects.annotate(used=Subquery(used), name_=name).filter(used__isnull=False)
        return named.order_by(Folded("name_"), "code").values("code", "name_")

    return Compiled(build)


def themes(asked: PageRequest) -> list[dict[str, str]]:
    """The subjects on which anything is public, by name, each with the search for it."""
    return [
        {"name": row["name_"] or row["code"], "url": asked.search({"theme": row["code"]})}
        for row in _themes(asked.language).rows(moment=asked.moment)
    ]
