"""“Data and feeds”: the page that says what can be taken away, and how."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cooperation import public_kind
from cooperation.data import head, urls_for
from cooperation.models import Theme
from cooperation.views.page.page_frame import frame, respond
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages
from editorial.base.prepared_queries import MOMENT, Compiled
from editorial.base.sort_keys import Folded
from editorial.content.name_queries import name_as_of
from editorial.models import Edition


@cache
def _themes(code: str) -> Compiled:
    def build() -> Any:
        live = Edition.objects.live(MOMENT).in_language(code).order_by().values("pk")
        used = Theme.objects.filter(tags__edition_id__in=live).annotate(name_=name_as_of("theme", "code", code, MOMENT))
        return used.order_by(Folded("name_"), "code").values("code", "name_").distinct()

    return Compiled(build)


@public
def data_page(request: HttpRequest, language: str) -> HttpResponse:
    """What can be taken away, at /<language>/data/ and its like; of the present, whatever moment is asked for."""
    asked = page_request.page_request(request, language).at_present()
    title = _("Data and feeds")
    description = _("Everything that is public here can be taken away: as tables, feeds, calendars and JSON.")
    context: dict[str, Any] = {
        **frame(
            request,
            asked,
            addresses={code: urls_for.data_page(asked.in_language(code)) for code in languages.codes()},
            canonical=urls_for.data_page(asked),
        ),
        "breadcrumbs": [{"label": _("Home"), "url": asked.home()}, {"label": title, "url": None}],
        "page_title": title,
        "page_description": description,
        "kinds": [_kind(kind, asked) for kind in public_kind.all_kinds()],
        "themes": [
            {"name": row["name_"] or row["code"], "url": urls_for.theme_feed(asked, row["code"])}
            for row in _themes(language).rows(moment=asked.moment)
        ],
        "site_feed_url": urls_for.site_feed(asked),
        "calendar_url": urls_for.meetings(asked),
        "base": urls_for.site_base(request),
        "api_url": f"{urls_for.API}/",
        "openapi_url": f"{urls_for.API}/openapi.json",
        "example_url": urls_for.api_list("annual_report", {"language": language, "page_size": "5"}),
        "example_past_url": urls_for.api_list("page", {"language": language, "at": "2026-01-01"}),
        "parameters": _parameters(),
    }
    context["metadata"] = head.of_page(title, description, context, feed=urls_for.site_feed(asked))
    return respond("cooperation/data.html", context, asked)


def _kind(kind: public_kind.PublicKind, asked: PageRequest) -> dict[str, Any]:
    return {
        "key": kind.key,
        "label": kind.plural,
        "page_url": asked.list_of(kind.key),
        "csv_url": urls_for.table(asked, kind.key),
        "feed_url": urls_for.kind_feed(asked, kind.key),
        "api_url": urls_for.api_list(kind.key, {"language": asked.language}),
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
