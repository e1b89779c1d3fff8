"""The search over everything that is public at the moment, in the visitor's language."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from cooperation import public_kind
from cooperation.charts.scale import number_text as number
from cooperation.models import Theme
from cooperation.views.page import references
from cooperation.views.page.page_frame import frame, respond
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages, text
from editorial.models import Party
from editorial.search.find import PER_PAGE, RANKED, Found, TooSlow, find
from editorial.search.question import LONGEST, Question, parse_question
from editorial.search.snippets import Piece
from editorial.search.suggestions import suggest

#: By what results can be narrowed: the parameter of the address, and what it is called.
_FACETS = {
    "kind": gettext_lazy("Kind"),
    "theme": gettext_lazy("Subject"),
    "year": gettext_lazy("Year"),
    "signed_by": gettext_lazy("Signed by"),
}
#: Values of a facet that show at once; the others open.
_SHOWN = 8
#: Characters of a facet's value that are looked at; ours are shorter.
_LONGEST_VALUE = 60


@public
def search(request: HttpRequest, language: str) -> HttpResponse:
    """The search page: a box and how to use it, results, or help where nothing is found.

    Parameters: `q`, `kind`, `theme`, `year`, `signed_by`, `page`, `at`; others are ignored. Errors are told in words.
    """
    asked = page_request.page_request(request, language)
    question = parse_question(text.clean(request.GET.get("q", "")), language)
    chosen = {name: text.clean_line(request.GET.get(name, ""))[:_LONGEST_VALUE] for name in _FACETS}
    chosen = {name: value for name, value in chosen.items() if value}
    try:
        found = find(question, moment=asked.moment, narrowed=chosen, page=_page(request.GET.get("page", "")))
        meant = suggest(question, moment=asked.moment) if _may_be_mistyped(question, found) else ""
    except TooSlow:
        return _answer(request, asked, question, chosen, Found(problem="too_slow"), "", status=503)
    return _answer(request, asked, question, chosen, found, meant)


def _may_be_mistyped(question: Question, found: Found) -> bool:
    return bool(question.terms) and not found.total and not found.problem


def _page(value: str) -> int:
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else 1


def _answer(
    request: HttpRequest,
    asked: PageRequest,
    question: Question,
    chosen: Mapping[str, str],
    found: Found,
    meant: str,
    *,
    status: int = 200,
) -> HttpResponse:
    # What is too long to be asked for is kept in the box, and in no address.
    typed = {"q": question.text} if question.text and not question.is_too_long else {}
    params = {**typed, **chosen}
    here = params if found.page == 1 else {**params, "page": str(found.page)}
    names = _names(found, chosen, asked)
    blank = not question.text and not chosen
    context = {
        **frame(
            request,
            asked,
            addresses={code: asked.in_language(code).search(here) for code in languages.codes()},
            current_url=asked.at_present().search(params) if asked.is_past else None,
        ),
        "breadcrumbs": [
            {"label": _("Home"), "url": asked.home()},
            {"label": pgettext("noun", "Search"), "url": None},
        ],
        "q": question.text,
        "hidden": [*chosen.items(), *([("at", asked.at)] if asked.at else [])],
        "problem": _problem(found.problem, question),
        "is_blank": blank,
        "count": number(Decimal(found.total)),
        "total": found.total,
        "is_more": found.more,
        "is_cut": found.total > RANKED and found.page == found.pages,
        "ranked": RANKED,
        "hits": [_hit(hit, names, asked) for hit in found.hits],
        "facets": _facets(found, chosen, names, params, asked),
        "chosen": [
            {
                "name": str(_FACETS[name]),
                "label": _label(name, value, names),
                "url": asked.search({key: kept for key, kept in params.items() if key != name}),
            }
            for name, value in chosen.items()
        ],
        "clear_url": asked.search(typed),
        "meant": {"text": meant, "url": asked.search({"q": meant})} if meant else None,
        **_leafing(found, lambda page: asked.search(params if page == 1 else {**params, "page": str(page)})),
    }
    response = respond("cooperation/search.html", context, asked, status=status)
    response["X-Robots-Tag"] = "noindex"
    if status == 503:
        response["Retry-After"] = "10"
    return response


def _problem(problem: str, question: Question) -> str:
    """What is wrong with the question and what to do, in the reader's language."""
    if problem == "too_long":
        return _(
            "This is %(length)s characters long, and a search can have %(longest)s. "
            "Keep the few words that matter most."
        ) % {"length": number(Decimal(len(question.text))), "longest": LONGEST}
    return {
        "": "",
        "too_common": _("These words are in nearly every text. Add one that says what you are looking for."),
        "only_out": _("A minus sign leaves out what has the word. Add a word that results should have."),
        "no_words": _("There is no letter or digit in this. Type the words that you are looking for."),
        "too_slow": _(
            "The search took too long and was stopped. Try again in a moment, or with words that are less common."
        ),
    }[problem]


def _names(found: Found, chosen: Mapping[str, str], asked: PageRequest) -> dict[tuple[str, str], str]:
    def codes(name: str) -> set[str]:
        return {*(found.facets or {}).get(name, ()), *([chosen[name]] if name in chosen else [])}

    return references.names(codes("theme") | codes("signed_by"), asked, (Theme, Party))


def _label(name: str, value: str, names: Mapping[tuple[str, str], str]) -> str:
    if name == "kind":
        return public_kind.get_kind(value).name if value in {kind.key for kind in public_kind.all_kinds()} else value
    return names.get(("party" if name == "signed_by" else name, value), value)


def _hit(hit: Any, names: Mapping[tuple[str, str], str], asked: PageRequest) -> dict[str, Any]:
    return {
        "kind_label": public_kind.get_kind(hit.kind).name,
        "title": _marked(hit.title),
        "url": asked.page(hit.kind, hit.slug),
        "snippet": _marked(hit.snippet),
        "themes": [_label("theme", code, names) for code in hit.values("theme")],
        "since": hit.begins,
    }


def _marked(pieces: Sequence[Piece]) -> SafeString:
    """A text with its marked words; everything in it is text, whatever it looks like."""
    parts = (f"<mark>{escape(piece)}</mark>" if mark else escape(piece) for piece, mark in pieces)
    return mark_safe("".join(parts))  # noqa: S308  # each piece is escaped above


def _facets(
    found: Found,
    chosen: Mapping[str, str],
    names: Mapping[tuple[str, str], str],
    params: Mapping[str, str],
    asked: PageRequest,
) -> list[dict[str, Any]]:
    """What the results can be narrowed to, with counts; a facet that is chosen already offers to be widened instead."""
    groups = []
    for name, label in _FACETS.items():
        counts = (found.facets or {}).get(name, {})
        if name in chosen or not counts:
            continue
        values = [
            {
                "label": _label(name, value, names),
                "count": number(Decimal(count)),
                "is_more": found.more,
                "url": asked.search({**params, name: value}),
                "order": (-int(value),) if name == "year" else (-count, _label(name, value, names)),
            }
            for value, count in counts.items()
        ]
        values.sort(key=lambda row: row["order"])
        groups.append({"name": name, "label": str(label), "values": values[:_SHOWN], "rest": values[_SHOWN:]})
    return groups


def _leafing(found: Found, url: Callable[[int], str]) -> dict[str, Any]:
    results = Paginator(range(min(found.total, RANKED)), PER_PAGE).page(found.page)
    pages = results.paginator.get_elided_page_range(found.page, on_each_side=1, on_ends=1)
    return {
        "results": results,
        "pager": {
            "previous_url": url(found.page - 1) if results.has_previous() else None,
            "next_url": url(found.page + 1) if results.has_next() else None,
            "pages": [
                {"number": page, "url": url(page), "current": page == found.page}
                if isinstance(page, int)
                else {"number": None, "url": None, "current": False}
                for page in pages
            ],
        },
    }
