"""The living style page: every component with its states, made by the templates that the site itself uses.

Only where DEBUG is on (see `cooperation.urls`): it is for those who build the site, and so it is in English.
"""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import mark_safe

from cooperation.models import Objective, StatusStep
from cooperation.views.page import problem_form
from cooperation.views.page.page_frame import frame, respond
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public

_DAY = date(2026, 3, 1)
_MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
_SUMMARY = "One or two sentences that say what the page is about, for lists and search."
#: Colours of text and ground, as pairs that must be legible.
COLOURS = (
    "ink", "ink-soft", "brand", "brand-strong", "brand-soft", "on-brand", "warm", "warm-soft", "good", "good-soft",
    "bad", "bad-soft", "plum", "plum-soft", "surface", "surface-strong", "deep", "on-deep",
)  # fmt: skip
_FILE = {
    "title": "A file", "url": "#attachments", "format": "PDF", "size": "1.2 MB", "language_name": "French",
    "language_code": "fr",
}  # fmt: skip
_PROSE = """<p>Running text with <a href="#prose">a link</a>, <strong>something strong</strong> and \
<em>something stressed</em>.
A foreign word says so: <span lang="fr">coopération</span>.</p><h3>A heading in the text</h3><ul><li>One</li><li>Another
<ol><li>First</li><li>Second</li></ol></li></ul><blockquote><p>What somebody said.</p></blockquote>
<div class="table-scroll" role="group" tabindex="0" aria-label="Table"><table><caption>A table</caption><thead><tr>
<th scope="col">Year</th><th scope="col">Number</th></tr></thead><tbody><tr><th scope="row">2025</th>\
<td class="number">1,204
</td></tr></tbody></table></div>"""


@public
def style(request: HttpRequest) -> HttpResponse:
    """Every component in every state."""
    asked = page_request.page_request(request, "en")
    past = asked.at_instant(asked.now - timedelta(days=1))
    context = {
        **frame(request, asked, addresses={"en": "/style/", "fr": None, "es": None}, section="page"),
        **_samples(),
        "report_form": "",  # the same form stands among the samples
    }
    return respond("cooperation/style.html", {**context, "moment": past.moment, "current_url": "/style/"}, asked)


def _link(**more: Any) -> dict[str, Any]:
    return {"title": "A page of the site", "url": "#links", "summary": _SUMMARY, **more}


def _objective(status: Objective.Status) -> dict[str, Any]:
    continues = {"text": "Continues an objective of 2025", "url": "#objectives"} if status == "done" else None
    return {
        "text": "What a group set out to do.",
        "status": status.value,
        "status_label": status.label,
        "continues": continues,
    }


def _form(*, wrong: bool) -> dict[str, Any]:
    errors = {"reasons": ["Tick at least one reason."], "text": ["At most 300 characters."]} if wrong else {}
    return {**problem_form.form_context(None), "errors": errors, "text": "What was typed." if wrong else ""}


def _samples() -> dict[str, Any]:
    pages = Paginator(range(95), 10).page(4)
    numbers = [1, None, 3, 4, 5, None, 10]
    facts = [
        {"label": "Part of", "values": [{"text": "Another page", "url": "#facts"}]},
        {"label": "Subjects", "values": [{"text": "Trade"}, {"text": "Security"}]},
    ]
    figures = [
        {"label": "Visits", "value": "1,204", "unit": "a year", "as_of": _DAY, "valid_until": _DAY, "source": "Census"},
        {"label": "Projects", "value": "23", "unit": "", "as_of": _DAY, "valid_until": _DAY, "is_stale": True},
    ]
    history = [
        {"number": 2, "since": _MOMENT, "note": "The second section is new.", "is_shown": True, "url": None},
        {"number": 1, "since": _MOMENT, "note": "", "is_shown": False, "url": "#history"},
    ]
    facet = {
        "name": "theme",
        "label": "Subject",
        "every": "All subjects",
        "options": [{"value": "t", "label": "Trade", "count": 3}],
    }
    return {
        "colours": COLOURS,
        "prose": mark_safe(_PROSE),  # noqa: S308  # ours
        "facts": facts,
        "modified": _DAY,
        "toc": [{"anchor": "colours", "label": "Colours"}, {"anchor": "text", "label": "Text"}],
        "figures": figures,
        "objectives": [_objective(status) for status in Objective.Status],
        "counts": [
            {"status": status.value, "status_label": status.label, "count": 4 + place}
            for place, status in enumerate(Objective.Status)
        ],
        "tags": [{"status": status.value, "label": status.label} for status in StatusStep.Status],
        "links": [_link(label="Meeting"), _link(note="until 2019")],
        "meetings": [{"title": "A meeting", "url": "#diary", "first": _DAY, "last": None, "place": "Ottawa, Canada"}],
        "attachments": [_FILE],
        "history": history,
        "chips": [
            {"label": "Subject", "text": "Trade", "url": "#filter"},
            {"label": "Year", "text": "2026", "url": "#filter"},
        ],
        "sorts": [
            {"label": "By title", "url": "#filter", "is_chosen": True},
            {"label": "Latest first", "url": "#filter"},
        ],
        "choice": SimpleNamespace(search={"value": "", "most": 80, "too_long": True}, facets=[facet], travelling=[]),
        "is_filtered": True,
        "clear_url": "#filter",
        "results": pages,
        "pager": {
            "previous_url": "#filter",
            "next_url": "#filter",
            "pages": [{"number": number, "url": "#filter", "current": number == 4} for number in numbers],
        },
        "comments": {
            "rows": [{"id": 1, "name": "Grace", "text": "A question.\n\nAnd another.", "written_on": _DAY}],
            "total": 3, "is_open": True, "closes_at": _MOMENT, "url": "/style/",
        },
        "form": _form(wrong=True),
        "problem_with_form": "",
        "action": "#form",
        "page": "/style/",
        "most": 300,
        "notices": {
            "preview": True, "urgent": True, "withdrawal_unconfirmed": True,
            "to_follow": [{"code": "fr", "name": "French"}],
        },
        "is_past": True,
        "edition": {"number": 2},
    }  # fmt: skip
