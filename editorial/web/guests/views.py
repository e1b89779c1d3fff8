"""The pages of a preview link: the text that it is pinned to, its files, and a form to say something about it."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.utils.translation import gettext as _

from editorial.base import clock, languages
from editorial.base.network.client_address import client_address
from editorial.base.reasons import NotAllowed
from editorial.collaboration.remarks.guest import remark_by_guest
from editorial.collaboration.remarks.threads import Where
from editorial.content import kept, kinds
from editorial.content.canonical import Content
from editorial.models import PreviewLink, Snapshot
from editorial.previews import links, pages
from editorial.previews.links import InvalidLink
from editorial.visitors import limits
from editorial.visitors.public_form import is_from_here, letterbox
from editorial.web.guests import frame, invalid_link
from editorial.web.guests.frame import Typed

logger = logging.getLogger(__name__)

View = Callable[..., HttpResponseBase]


def guest(view: View) -> View:
    """A view for whoever holds a link: nobody keeps the answer, and it gives its address away to nobody.

    What opens nothing is answered in three languages; whoever tries many such addresses is answered 429 for an hour.
    """

    @wraps(view)
    def answer(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        now = clock.now()
        if invalid_link.is_guessing(request, now=now):
            return sealed(invalid_link.too_many(request, now=now))
        try:
            response = view(request, token, *args, **kwargs)
        except InvalidLink as reason:
            return sealed(invalid_link.page(request, reason, now=now))
        except Http404:
            # Not the public's page for it, whose form to report a problem would carry the token along.
            return sealed(invalid_link.nothing())
        return sealed(response)

    return answer


def sealed(response: HttpResponseBase) -> HttpResponseBase:
    """The headers of every answer below `preview/`: not kept, not listed, no referrer, since addresses hold a token."""
    pages.kept_by_nobody(response, response.get("Content-Language") or languages.codes()[0])
    response["Referrer-Policy"] = "no-referrer"
    return response


@letterbox
@guest
def begin(request: HttpRequest, token: str) -> HttpResponseBase:
    """On to the language that the reader's browser asks for, or the first that the link shows. Counts nothing."""
    link = links.find(token, now=clock.now())
    wish = get_language_from_request(request).split("-")[0]
    language = wish if wish in link.languages else link.languages[0]
    return HttpResponseRedirect(reverse("guest-preview-in", args=(token, language)))


@letterbox
@guest
def preview(request: HttpRequest, token: str, language: str) -> HttpResponseBase:
    """The text (GET), or what the guest says about it (POST).

    What was typed comes back with every refusal: 422 for what it lacks, 403 for a foreign form, 429 for too much.
    """
    now = clock.now()
    if request.method != "POST":
        link = links.open_link(token, language=language, now=now, count=request.method == "GET")
        said = request.GET.get("said", "")
        return _page(request, token, link, language, Typed(said=said))
    link = links.open_link(token, language=language, now=now, count=False)
    with translation.override(language):
        return _take_in(request, token, link, language)


def _take_in(request: HttpRequest, token: str, link: PreviewLink, language: str) -> HttpResponseBase:
    now, sent = clock.now(), request.POST

    def refuse(*reasons: str, status: int) -> HttpResponse:
        return _page(request, token, link, language, Typed(sent.dict(), reasons), status=status)

    if not is_from_here(request):
        message = _("Your browser does not say that this form comes from our site. Please send it once more from here.")
        return refuse(message, status=403)
    claims = [limits.sender(client_address(request)), limits.RateLimitKey("page", f"preview {link.pk}")]
    if limits.exceeded(claims, now=now):
        message = _("Too much was sent in a short time. Please wait an hour, then send this again: it is still here.")
        response = refuse(message, status=429)
        response["Retry-After"] = str(limits.seconds_left(now))
        return response
    step = "agree" if sent.get("do") == "agree" else "remark"
    # Whoever fills in what no person sees is a program: it is thanked and not heard.
    if not sent.get("website"):
        try:
            if step == "agree":
                links.agree(token, language=language, name=sent.get("name", ""), now=now)
            else:
                where = Where(sent.get("path", ""), language, sent.get("quotation", ""))
                remark_by_guest(
                    token, language=language, name=sent.get("name", ""), text=sent.get("text", ""), now=now, where=where
                )
        except NotAllowed as refused:
            return refuse(*map(str, refused.reasons), status=422)
    here = reverse("guest-preview-in", args=(token, language))
    return HttpResponseRedirect(f"{here}?said={step}#guest", status=303)


def _page(
    request: HttpRequest, token: str, link: PreviewLink, language: str, typed: Typed, *, status: int = 200
) -> HttpResponse:
    now = clock.now()
    kind, value = kinds.get_kind(link.edition.document.kind), _text(link)
    with translation.override(language):
        around = frame.around(link, value, token=token, language=language, typed=typed, now=now)
    response = pages.page(
        request, kind, edition=link.edition, content=value, language=language, moment=now, around=around
    )
    response.status_code = status
    return response


@letterbox
@guest
def paper(request: HttpRequest, token: str, language: str) -> HttpResponseBase:
    """The file for printing of the text. Raises Http404 where the kind has none, or it could not be made."""
    now = clock.now()
    link = links.open_link(token, language=language, now=now, count=False)
    kind = kinds.get_kind(link.edition.document.kind)
    if kind.paper is None:
        raise Http404(_("This kind of content has no file for printing."))
    try:
        made = kind.paper(edition=link.edition, content=_text(link), language=language, moment=now)
    except kinds.NotMade as fault:
        logger.error("The PDF of preview link %s in %s could not be made: %s", link.pk, language, fault)
        raise Http404(_("The PDF could not be made.")) from fault
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{kind.key}-{language}.pdf"'
    return pages.kept_by_nobody(response, language)


@letterbox
@guest
def file(request: HttpRequest, token: str, language: str, sha256: str, name: str) -> HttpResponseBase:
    """A file of the text, for saving. Raises Http404 for one that this text does not have."""
    link = links.open_link(token, language=language, now=clock.now(), count=False)
    return pages.file(_text(link), language, sha256, name)


def _text(link: PreviewLink) -> Content:
    return kept.content_of(Snapshot.objects.get(pk=link.digest))
