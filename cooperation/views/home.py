"""The home page of each language, and the way to it from the bare address."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.translation import gettext as _

from cooperation import public_kind
from cooperation.data import metadata_context
from cooperation.tracker import address
from cooperation.views import overview
from cooperation.views.kinds import mechanism
from cooperation.views.page import queries
from cooperation.views.page.page_frame import frame, homes, respond, vary_on_guess, with_headers
from cooperation.views.page.wording import day, fact, texts
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import PageRequest


@public
def root(request: HttpRequest) -> HttpResponse:
    """From / to the home page in the language that the reader's browser asks for."""
    asked = page_request.page_request(request, translation.get_language() or "en")
    return vary_on_guess(with_headers(HttpResponseRedirect(asked.home()), asked))


@public
def home(request: HttpRequest, language: str) -> HttpResponse:
    """What is new, what is coming, what was promised, and the frame in which it all happens."""
    asked = page_request.page_request(request, language)
    # Groups and mechanisms are no news when they appear, but the frame in which news appear.
    news = tuple(kind.key for kind in public_kind.all_kinds() if kind.is_news)
    context = {
        **frame(
            request,
            asked,
            addresses=homes(asked),
            canonical=asked.at_present().home(),
            current_url=asked.at_present().home() if asked.is_past else None,
        ),
        "latest": [
            {
                "kind_label": public_kind.get_kind(row["kind"]).name,
                "title": row["title_"],
                "url": asked.page(row["kind"], row["slug_"]),
                "summary": row["summary_"] or "",
                "since": row["since"],
            }
            for row in queries.latest(news, asked, 5)
        ],
        "meetings": overview.meetings(asked),
        "promised": overview.promised(asked),
        "themes": overview.themes(asked),
        "partnership": _partnership(asked),
        "search_url": asked.search(),
        "meetings_url": asked.list_of("meeting"),
        "pages_url": asked.list_of("page"),
        "reports_url": asked.list_of("annual_report"),
        "tracker_url": address.all_of_them(asked),
    }
    description = _(
        "What Canada and Mexico do together: cooperation pages, annual reports and working groups, "
        "in English, French and Spanish."
    )
    context |= metadata_context.beside_home(_("Canada–Mexico cooperation"), description, asked, context)
    return respond("cooperation/home.html", context, asked)


def _partnership(asked: PageRequest) -> dict[str, Any] | None:
    row = mechanism.first(asked)
    if row is None:
        return None
    return {
        "name": row["title_"],
        "acronym": row["acronym_"] or "",
        "summary": row["summary_"] or "",
        "url": asked.page("mechanism", row["slug_"]),
        "facts": fact(_("Launched"), texts(day(row["launched_on_"]) or row["launched_"] or "")),
        "groups": [group for group in mechanism.group_links(row["document_id"], asked) if not group["active_to"]],
    }
