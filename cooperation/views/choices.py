"""Themes, countries, years and mechanisms that live content names: what lists can be narrowed to."""

from functools import cache
from typing import Any

from django.db.models import Count, F

from cooperation.folding import Folded
from cooperation.models import AnnualReport, Mechanism, Page
from cooperation.views.queries import MOST, Row
from cooperation.views.visit import Visit
from editorial.compiled import MOMENT, Compiled
from editorial.languages import column

Choice = tuple[str, str]


@cache
def _used(reference: str, code: str) -> Compiled:
    def build() -> Any:
        tagged = f"{reference}tags__{reference}"
        return (
            Page.objects.live(MOMENT)
            .in_language(code)
            .filter(**{f"{tagged}__isnull": False})
            .order_by()
            .annotate(code=F(f"{tagged}__code"), name_=F(f"{tagged}__{column('name', code)}"))
            .values("code", "name_")
            .annotate(count=Count("pk"))
            .order_by(Folded("name_"), "code")
        )

    return Compiled(build)


def used_themes(asked: Visit) -> list[Row]:
    """Code, name and number of live pages of every theme that has any, by name."""
    return _used("theme", asked.language).rows(moment=asked.moment)


def theme_choices(asked: Visit) -> list[Choice]:
    """The themes of live pages."""
    return [(row["code"], row["name_"]) for row in used_themes(asked)]


def country_choices(asked: Visit) -> list[Choice]:
    """The countries of live pages."""
    return [(row["code"], row["name_"]) for row in _used("country", asked.language).rows(moment=asked.moment)]


@cache
def _years(code: str) -> Compiled:
    def build() -> Any:
        live = AnnualReport.objects.live(MOMENT).in_language(code).filter(year__isnull=False)
        return live.order_by("-year").values("year").distinct()

    return Compiled(build)


def year_choices(asked: Visit) -> list[Choice]:
    """The years of live reports, newest first."""
    return [(str(row["year"]), str(row["year"])) for row in _years(asked.language).rows(moment=asked.moment)]


@cache
def _mechanisms(code: str) -> Compiled:
    def build() -> Any:
        live = Mechanism.objects.live(MOMENT).in_language(code)
        named = live.annotate(uuid=F("document__uuid"), title_=F(column("title", code)))
        return named.order_by(Folded(column("title", code)), "pk").values("uuid", "title_")[:MOST]

    return Compiled(build)


def mechanism_choices(asked: Visit) -> list[Choice]:
    """The live mechanisms, by name; they are known by their documents, whose names stay when a title changes."""
    return [(str(row["uuid"]), row["title_"]) for row in _mechanisms(asked.language).rows(moment=asked.moment)]
