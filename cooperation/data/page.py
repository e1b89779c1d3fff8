"""“Data and feeds”: the page that says what can be taken away, and how."""

from functools import cache
from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cooperation import publishing
from cooperation.data import addresses, head
from cooperation.models import Theme
from cooperation.views import visit
from cooperation.views.frame import frame, respond
from cooperation.views.public import public
from cooperation.views.visit import Visit
from editorial import languages
from editorial.compiled import MOMENT, Compiled
from editorial.folding import Folded
from editorial.languages import column
from editorial.models import Edition


@cache
def _themes(code: str) -> Compiled:
    def build() -> Any:
        live = Edition.objects.live(MOMENT).in_language(code).order_by().values("pk")
        used = Theme.objects.filter(tags__edition_id__in=live).annotate(name_=F(column("name", code)))
        return used.order_by(Folded(column("name", code)), "code").values("code", "name_").distinct()

    return Compiled(build)


@public
def data_page(request: HttpRequest, language: str) -> HttpResponse:
    """What can be taken away, at /<language>/data/ and its like; of the present, whatever moment is asked for."""
    asked = visit.of(request, language).at_present()
    title = _("Data and feeds")
    description = _("Everything that is public here can be taken away: as tables, feeds, calendars and JSON.")
    context: dict[str, Any] = {
        **frame(
            request,
            asked,
            addresses={code: addresses.data_page(asked.in_language(code)) for code in languages.codes()},
            canonical=addresses.data_page(asked),
        ),
        "breadcrumbs": [{"label": _("Home"), "url": asked.home()}, {"label": title, "url": None}],
        "page_title": title,
        "page_description": description,
        "kinds": [_kind(kind, asked) for kind in publishing.every()],
        "themes": [
            {"name": row["name_"] or row["code"], "url": addresses.theme_feed(asked, row["code"])}
            for row in _themes(language).rows(moment=asked.moment)
        ],
        "site_feed_url": addresses.site_feed(asked),
        "calendar_url": addresses.meetings(asked),
        "base": addresses.base(request),
        "api_url": f"{addresses.API}/",
        "openapi_url": f"{addresses.API}/openapi.json",
        "example_url": addresses.api_list("annual_report", {"language": language, "page_size": "5"}),
        "example_past_url": addresses.api_list("page", {"language": language, "at": "2026-01-01"}),
        "parameters": _parameters(),
    }
    context["metadata"] = head.of_page(title, description, context, feed=addresses.site_feed(asked))
    return respond("cooperation/data.html", context, asked)


def _kind(kind: publishing.PublicKind, asked: Visit) -> dict[str, Any]:
    return {
        "key": kind.key,
        "label": kind.plural,
        "page_url": asked.list_of(kind.key),
        "csv_url": addresses.table(asked, kind.key),
        "feed_url": addresses.kind_feed(asked, kind.key),
        "api_url": addresses.api_list(kind.key, {"language": asked.language}),
        "filters": [
            {"name": name, "label": str(one.label or name)}
            for name, one in kind.filters.base_filters.items()
            if name != "at"
        ],
    }


def _parameters() -> list[dict[str, str]]:
    return [
        {"name": "language", "text": _("The language of the answer: en, fr or es. Without it, English.")},
        {"name": "at", "text": _("A past date or instant, such as 2026-01-01: the answer as it was then.")},
        {"name": "page", "text": _("The page of a list, from 1.")},
        {"name": "page_size", "text": _("Documents on a page, 100 at most; 20 unless you say otherwise.")},
        {"name": "sort", "text": _("The order of a list, as on its page.")},
    ]
