"""Themes, countries and mechanisms that live content names: what lists can be narrowed to."""

from typing import Any

from django.db.models import Count, F

from cooperation.models import AnnualReport, Mechanism, Page
from cooperation.views.queries import MOST, Folded
from cooperation.views.visit import Visit
from editorial.languages import column

Choice = tuple[str, str]


def _used(part: str, reference: str, asked: Visit) -> list[dict[str, Any]]:
    name = f"{part}__{reference}__{column('name', asked.language)}"
    return list(
        Page.objects.live(asked.moment)
        .in_language(asked.language)
        .filter(**{f"{part}__isnull": False})
        .order_by()
        .annotate(code=F(f"{part}__{reference}__code"), name_=F(name))
        .values("code", "name_")
        .annotate(count=Count("pk"))
        .order_by(Folded("name_"), "code")
    )


def used_themes(asked: Visit) -> list[dict[str, Any]]:
    """Code, name and number of live pages of every theme that has any, by name."""
    return _used("themetags", "theme", asked)


def theme_choices(asked: Visit) -> list[Choice]:
    """The themes of live pages."""
    return [(row["code"], row["name_"]) for row in used_themes(asked)]


def country_choices(asked: Visit) -> list[Choice]:
    """The countries of live pages."""
    return [(row["code"], row["name_"]) for row in _used("countrytags", "country", asked)]


def year_choices(asked: Visit) -> list[Choice]:
    """The years of live reports, newest first."""
    live = AnnualReport.objects.live(asked.moment).in_language(asked.language).filter(year__isnull=False)
    years = live.order_by("-year").values_list("year", flat=True).distinct()
    return [(str(year), str(year)) for year in years]


def mechanism_choices(asked: Visit) -> list[Choice]:
    """The live mechanisms, by name; they are known by their documents, whose names stay when a title changes."""
    live = Mechanism.objects.live(asked.moment).in_language(asked.language)
    title = column("title", asked.language)
    rows = live.annotate(uuid=F("document__uuid"), title_=F(title)).order_by(Folded(title), "pk").values("uuid", "title_")
    return [(str(row["uuid"]), row["title_"]) for row in rows[:MOST]]
