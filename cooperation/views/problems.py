"""“Report a problem on this page”: the page of the form, where all the forms are sent to, and the thanks."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.translation import gettext as _

from cooperation.views.forms import ReportForm
from cooperation.views.page import page_frame, problem_form
from cooperation.views.request import url_lookup
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import PageRequest
from cooperation.views.request.segments import THANKS
from cooperation.views.request.url_lookup import Place
from editorial.base import clock, languages
from editorial.base.network.client_address import client_address
from editorial.visitors import limits, problems
from editorial.visitors.public_form import is_from_here, letterbox
from editorial.visitors.redaction import names_of, taken_out


@letterbox
def problem(request: HttpRequest, language: str) -> HttpResponse:
    """The form on a page of its own (GET), and where all the forms are sent to (POST).

    What was typed comes back with every refusal: 422 for what the form lacks, 403 for a form that is not ours, 429 for
    more reports than anybody has.
    """
    now = clock.now()
    asked = PageRequest(language, now, now)
    if request.method != "POST":
        return _page(request, url_lookup.place_at(request.GET.get("page", ""), asked), None, asked)
    form = ReportForm(request.POST)
    place = url_lookup.place_at(form.data.get("page", ""), asked)
    if not is_from_here(request):
        message = _("Your browser does not say that this form comes from our site. Please send it once more from here.")
        return _page(request, place, form, asked, problem=message, status=403)
    if not form.is_valid():
        return _page(request, place, form, asked, status=422)
    claims = [
        limits.sender(client_address(request)),
        limits.RateLimitKey("page", f"problem {place.bucket}"),
        limits.RateLimitKey("site", "problem"),
    ]
    if limits.exceeded(claims, now=now):
        response = _page(request, place, form, asked, problem=too_many(), status=429)
        response["Retry-After"] = str(limits.seconds_left(now))
        return response
    given = form.cleaned_data
    if not form.is_bait_taken:
        problems.receive(place.about, language=language, reasons=given["reasons"], text=given["text"], now=now)
    told = {"page": place.url} if place.url else {}
    back = urlencode({**told, "taken": taken_out(given["text"])}, doseq=True)
    thanks = f"{problem_form.action(language)}{THANKS[language]}/"
    return HttpResponseRedirect(f"{thanks}?{back}" if back else thanks, status=303)


def too_many() -> str:
    """What somebody is told who sent, or whose page got, more than the limit."""
    return _("Too much was sent in a short time. Please wait an hour, then send this again: it is still here.")


def _page(
    request: HttpRequest,
    place: Place,
    form: ReportForm | None,
    asked: PageRequest,
    *,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    with translation.override(asked.language):
        context = {
            **_frame(request, asked, place, _("Report a problem")),
            "form": problem_form.form_context(form),
            "problem_with_form": problem,
            "action": problem_form.action(asked.language),
            "page": place.about.address,
            "place": place,
            "most": problems.MOST,
        }
    return page_frame.respond("cooperation/report_a_problem.html", context, asked, status=status)


@public
def thanks(request: HttpRequest, language: str) -> HttpResponse:
    """Where a sent report leads to, so that loading the page again sends nothing again."""
    now = clock.now()
    asked = PageRequest(language, now, now)
    with translation.override(language):
        place = url_lookup.place_at(request.GET.get("page", ""), asked)
        context = {
            **_frame(request, asked, place, _("Thank you")),
            "place": place,
            "taken": names_of(request.GET.getlist("taken")),
        }
    response = page_frame.respond("cooperation/thanks.html", {**context, "of_problem": True}, asked)
    response["X-Robots-Tag"] = "noindex"
    return response


def _frame(request: HttpRequest, asked: PageRequest, place: Place, title: str) -> dict[str, Any]:
    query = f"?{urlencode({'page': place.about.address})}" if place.about.address else ""
    here = [{"label": place.title, "url": place.url}] if place.title and place.url != asked.home() else []
    return {
        **page_frame.frame(
            request, asked, addresses={code: problem_form.action(code) + query for code in languages.codes()}
        ),
        "report_form": "",
        "breadcrumbs": [{"label": _("Home"), "url": asked.home()}, *here, {"label": title, "url": None}],
    }
