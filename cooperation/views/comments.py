"""The page of a document's comments: all that were approved in its language, and the form for another."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.translation import gettext as _

from cooperation.views.forms import CommentForm
from cooperation.views.page.comment_block import address, approved
from cooperation.views.page.page_frame import crumbs, frame, respond
from cooperation.views.problems import too_many
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import NotFound, PageRequest
from cooperation.views.request.segments import THANKS
from editorial.base import clock, languages
from editorial.base.languages import column
from editorial.base.network.client_address import client_address
from editorial.models import Edition
from editorial.visitors import comments as visitors_comments
from editorial.visitors import limits
from editorial.visitors.public_form import is_from_here, letterbox
from editorial.visitors.redaction import names_of, taken_out
from editorial.workflow.rules.permissions import NotAllowed

PER_PAGE = 50


def _commented(uuid: UUID, asked: PageRequest) -> dict[str, Any]:
    """The live edition of the document, if visitors may comment on it in this language. Raises NotFound."""
    found: dict[str, Any] | None = (
        Edition.objects.live(asked.moment)
        .in_language(asked.language)
        .filter(document__uuid=uuid, document__discussion__is_on=True)
        .order_by()
        .values(
            "pk",
            "document_id",
            "excepted_languages",
            kind=F("document__kind"),
            closes_at=F("document__discussion__closes_at"),
            title_=F(column("title", asked.language)),
            slug_=F(column("slug", asked.language)),
        )
        .first()
    )
    if found is None:
        raise NotFound
    return found


@letterbox
def comments(request: HttpRequest, language: str, uuid: UUID) -> HttpResponse:
    """The comments and the form (GET), and where it is sent to (POST); refused as reports are, 409 once closed."""
    now = clock.now()
    asked = PageRequest(language, now, now)
    found = _commented(uuid, asked)
    if request.method != "POST":
        return _page(request, uuid, found, None, asked)
    form = CommentForm(request.POST)
    if not is_from_here(request):
        message = _("Your browser does not say that this form comes from our site. Please send it once more from here.")
        return _page(request, uuid, found, form, asked, problem=message, status=403)
    if not form.is_valid():
        return _page(request, uuid, found, form, asked, status=422)
    claims = [
        limits.sender(client_address(request)),
        limits.RateLimitKey("page", f"comment {found['document_id']}"),
        limits.RateLimitKey("site", "comment"),
    ]
    if limits.exceeded(claims, now=now):
        response = _page(request, uuid, found, form, asked, problem=too_many(), status=429)
        response["Retry-After"] = str(limits.seconds_left(now))
        return response
    given = form.cleaned_data
    if not form.is_bait_taken:
        try:
            visitors_comments.receive(
                found["document_id"], found["pk"], language=language, name=given["name"], text=given["text"], now=now
            )
        except NotAllowed as refused:
            return _page(request, uuid, found, form, asked, problem=str(refused), status=409)
    thanks_url = f"{address(uuid, language)}{THANKS[language]}/"
    taken = urlencode({"taken": taken_out(given["name"], given["text"])}, doseq=True)
    return HttpResponseRedirect(f"{thanks_url}?{taken}" if taken else thanks_url, status=303)


@public
def thanks(request: HttpRequest, language: str, uuid: UUID) -> HttpResponse:
    """Where a sent comment leads to."""
    now = clock.now()
    asked = PageRequest(language, now, now)
    found = _commented(uuid, asked)
    with translation.override(language):
        place = {"title": found["title_"], "url": asked.page(found["kind"], found["slug_"])}
        context = {**_frame(request, uuid, found, asked, _("Thank you")), "place": place, "of_problem": False}
        context["taken"] = names_of(request.GET.getlist("taken"))
    response = respond("cooperation/thanks.html", context, asked)
    response["X-Robots-Tag"] = "noindex"
    return response


def _page(
    request: HttpRequest,
    uuid: UUID,
    found: dict[str, Any],
    form: CommentForm | None,
    asked: PageRequest,
    *,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    here = address(uuid, asked.language)
    results = Paginator(approved(found["document_id"], asked.language), PER_PAGE).get_page(request.GET.get("page"))
    with translation.override(asked.language):
        context = {
            **_frame(request, uuid, found, asked, _("Comments")),
            "title": found["title_"],
            "page_url": asked.page(found["kind"], found["slug_"]),
            "results": results,
            "newer_url": f"{here}?page={results.number - 1}" if results.has_previous() else "",
            "older_url": f"{here}?page={results.number + 1}" if results.has_next() else "",
            "action": here,
            "is_open": asked.now < found["closes_at"],
            "closes_at": found["closes_at"],
            "form": form,
            "name": form.data.get("name", "") if form else "",
            "text": form.data.get("text", "") if form else "",
            "errors": {name: list(errors) for name, errors in form.errors.items()} if form else {},
            "problem_with_form": problem,
            "most": visitors_comments.MOST,
        }
    return respond("cooperation/comments.html", context, asked, status=status)


def _frame(request: HttpRequest, uuid: UUID, found: dict[str, Any], asked: PageRequest, title: str) -> dict[str, Any]:
    there = frozenset(code for code in languages.codes() if code not in found["excepted_languages"])
    page = asked.page(found["kind"], found["slug_"])
    return {
        **frame(
            request,
            asked,
            addresses={code: address(uuid, code) if code in there else None for code in languages.codes()},
            available=there,
            section=found["kind"],
        ),
        "report_form": "",
        "breadcrumbs": crumbs(asked, found["kind"], (found["title_"], page), (title, None)),
    }
