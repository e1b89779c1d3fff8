"""What the desks of reports and comments share: who gets in, how rows are ticked, where their documents are."""

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from editorial.admin import addresses
from editorial.admin.base import Desk
from editorial.admin.desk.filters import choose
from editorial.admin.desk.menu import counts_of
from editorial.base import languages
from editorial.models import Edition
from editorial.states import State
from editorial.visitors.steps import Outcome

PER_PAGE = 50
_CONFLICT = 409


class VisitorDesk(Desk):
    """A screen of its own in the place of Django's list: rows are judged, never written, so there is no form of one."""

    #: What the desks call what nobody has looked at yet (`editorial.desks.problems`), and its status.
    problems = ""
    unread: models.TextChoices

    def desk_entry(self, request: HttpRequest) -> dict[str, Any]:
        """What the first page of the admin shows: how many nobody has looked at, as the desks count them."""
        count = counts_of(request).problems.get(self.problems, 0)
        url = self.address()
        counted = (self.unread.label, count, f"{url}?status={self.unread.value}")
        return {"name": self.opts.verbose_name_plural, "url": url, "counts": [counted]}

    def screen(
        self, request: HttpRequest, template: str, context: dict[str, Any], *, refused: Collection[Any] = ()
    ) -> HttpResponse:
        """The desk, or, where something was refused, the desk with the reasons over it."""
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": capfirst(str(self.opts.verbose_name_plural)),
            "opts": self.opts,
            "reasons": refused,
            "desk_url": self.address(),
            **context,
        }
        return TemplateResponse(request, template, context, status=_CONFLICT if refused else 200)

    def tell(self, request: HttpRequest, outcome: Outcome) -> None:
        """Say what was done, and for the rest why not."""
        count = len(outcome.done)
        if count:
            message = ngettext("Recorded for one entry.", "Recorded for %(count)s entries.", count) % {"count": count}
            messages.success(request, message)
        for reason in outcome.refused:
            messages.warning(request, str(reason))


def ticked(request: HttpRequest) -> dict[int, int]:
    """The rows that were ticked, by primary key, with the version at which each was seen; junk is left out."""
    found = {}
    for value in request.POST.getlist("seen")[:1000]:
        pk, _colon, version = value.partition(":")
        if pk.isascii() and pk.isdigit() and version.isascii() and version.isdigit() and len(value) < 30:
            found[int(pk)] = int(version)
    return found


def paged(rows: Any, request: HttpRequest, per_page: int = PER_PAGE) -> Page[Any]:
    """One page of the rows; a page that is no number is the first."""
    return Paginator(rows, per_page).get_page(request.GET.get("page"))


def editions_of(documents: Collection[int], *, site: str) -> dict[int, dict[str, Any]]:
    """The newest edition of each document and the address of its form, by the document's key; one query."""
    newest = (
        Edition.objects.filter(document__in=documents)
        .exclude(state=State.DISCARDED)
        .select_related("document")
        .order_by("document_id", "-number")
        .distinct("document_id")
    )
    return {
        edition.document_id: {"edition": edition, "edit_url": addresses.screen_url(edition, "change", site=site)}
        for edition in newest
    }


def choice(request: HttpRequest, name: str, known: Collection[str], default: str = "") -> str:
    """What a filter of the desk is set to; what is none of its choices is as good as unset."""
    value = request.GET.get(name, default)
    return value if value in known else ("" if value == "" else default)


def language_filter(chosen: str) -> dict[str, Any]:
    """The filter by the language of what a visitor wrote."""
    options = [(code, languages.name(code)) for code in languages.codes()]
    return choose("language", _("Language"), options, chosen, any_=pgettext("filter: any language", "Any"))


def unknown_document() -> str:
    """What an address that leads to no document's rows is answered."""
    return _("Nothing was said about this page.")
