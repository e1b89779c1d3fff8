"""A draft, or any text that was ever saved, as the public would see it."""

import logging

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from editorial.admin.screen import EditionScreen
from editorial.base import clock
from editorial.content import canonical, kept, kinds
from editorial.models import Edition, Event, Snapshot
from editorial.previews import pages

logger = logging.getLogger(__name__)


class PreviewScreen(EditionScreen):
    """The page that the public would see, in one language, for staff who may read it; nothing keeps a copy of it."""

    paths = {"preview": "<int:pk>/preview/<slug:language>/"}

    def get(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """The page; `?digest=` shows an earlier text of the same document.

        Raises Http404 for an unknown language, edition or digest, and where the kind has no public page.
        """
        edition = self.edition(request, pk, language)
        value = _content(edition, request.GET.get("digest", ""))
        response = pages.page(
            request, kinds.get_kind(edition.document.kind), edition=edition, content=value, language=language,
            moment=clock.now(),
        )  # fmt: skip
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response


class PreviewPdfScreen(EditionScreen):
    """The file for printing that the public would get, with a flag that says what it is."""

    paths = {"preview_paper": "<int:pk>/preview/<slug:language>/pdf/"}

    def get(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """The file; `?digest=` as for the page.

        Raises Http404 for an unknown language, edition or digest, and where the kind has no such file.
        """
        edition = self.edition(request, pk, language)
        kind = kinds.get_kind(edition.document.kind)
        if kind.paper is None:
            raise Http404(_("This kind of content has no file for printing."))
        value = _content(edition, request.GET.get("digest", ""))
        try:
            made = kind.paper(edition=edition, content=value, language=language, moment=clock.now())
        except kinds.NotMade as fault:
            logger.error("The PDF of edition %s in %s could not be made: %s", pk, language, fault)
            messages.error(
                request, _("The PDF could not be made. The fault is recorded; please tell an administrator.")
            )
            return redirect(f"admin:{self.url_name(self.admin, 'change')}", pk)
        response = HttpResponse(made, content_type="application/pdf")
        response.headers["Content-Disposition"] = f'inline; filename="{kind.key}-{pk}-{language}.pdf"'
        return pages.kept_by_nobody(response, language)


class PreviewFileScreen(EditionScreen):
    """A file that belongs to what is previewed, for saving."""

    paths = {"preview_file": "<int:pk>/preview/<slug:language>/file/<str:sha256>/<str:file>"}

    def get(self, request: HttpRequest, pk: int, language: str, sha256: str, file: str) -> HttpResponseBase:
        """The file; `?digest=` as for the page. Raises Http404 for a file that this text does not have."""
        edition = self.edition(request, pk, language)
        return pages.file(_content(edition, request.GET.get("digest", "")), language, sha256, file)


def _content(edition: Edition, digest: str) -> canonical.Content:
    if not digest:
        return canonical.content_of(edition)
    return kept.content_of(snapshot_of(edition, digest))


def snapshot_of(edition: Edition, digest: str) -> Snapshot:
    """A text that was once saved in this edition's document. Raises Http404 for any other."""
    found = Snapshot.objects.filter(pk=digest).first()
    if found is None or not Event.objects.filter(document=edition.document_id, digest=digest).exists():
        raise Http404(_("No edition of this document ever said this."))
    return found
