"""A draft, or any text that was ever saved, as the public would see it."""

import logging

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.admin.base import ModelAdmin
from editorial.base import languages
from editorial.content import canonical, kinds
from editorial.models import Edition, Event, Snapshot
from editorial.previews import pages

logger = logging.getLogger(__name__)


class PreviewMixin(ModelAdmin):
    """The preview of an edition in one language, for staff who may read it; nothing keeps a copy of it."""

    def preview_urls(self) -> list[URLPattern]:
        """The preview's address."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        page, paper = self.admin_site.admin_view(self.preview_view), self.admin_site.admin_view(self.paper_view)
        file = self.admin_site.admin_view(self.file_view)
        return [
            path("<int:pk>/preview/<slug:language>/", page, name=name),
            path("<int:pk>/preview/<slug:language>/pdf/", paper, name=f"{name}_paper"),
            path("<int:pk>/preview/<slug:language>/file/<str:sha256>/<str:file>", file, name=f"{name}_file"),
        ]

    def _previewed(self, request: HttpRequest, pk: int, language: str) -> tuple[Edition, kinds.Kind]:
        """The edition and its kind. Raises Http404 for an unknown language or edition, PermissionDenied for a stranger."""
        edition = self.get_object(request, str(pk))
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        if edition is None or language not in languages.codes():
            raise Http404(_("There is no such edition or language."))
        return edition, kinds.get_kind(edition.document.kind)

    def paper_view(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """The file for printing that the public would get, with a flag that says what it is; `?digest=` as below.

        Raises Http404 for an unknown language, edition or digest, and where the kind has no such file.
        """
        edition, kind = self._previewed(request, pk, language)
        if kind.paper is None:
            raise Http404(_("This kind of content has no file for printing."))
        value = _content(edition, request.GET.get("digest", ""))
        try:
            made = kind.paper(edition=edition, content=value, language=language, moment=timezone.now())
        except kinds.NotMade as fault:
            logger.error("The PDF of edition %s in %s could not be made: %s", pk, language, fault)
            messages.error(
                request, _("The PDF could not be made. The fault is recorded; please tell an administrator.")
            )
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", pk)
        response = HttpResponse(made, content_type="application/pdf")
        response.headers["Content-Disposition"] = f'inline; filename="{kind.key}-{pk}-{language}.pdf"'
        return pages.kept_by_nobody(response, language)

    def file_view(self, request: HttpRequest, pk: int, language: str, sha256: str, file: str) -> HttpResponseBase:
        """A file that belongs to what is previewed, for saving; `?digest=` as below.

        Raises Http404 for a file that this text does not have.
        """
        edition, _kind = self._previewed(request, pk, language)
        value = _content(edition, request.GET.get("digest", ""))
        return pages.file(value, language, sha256, file)

    def preview_view(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """The page that the public would see; `?digest=` shows an earlier text of the same document.

        Raises Http404 for an unknown language, edition or digest, and where the kind has no public page.
        """
        edition, kind = self._previewed(request, pk, language)
        value = _content(edition, request.GET.get("digest", ""))
        response = pages.page(request, kind, edition=edition, content=value, language=language, moment=timezone.now())
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response


def _content(edition: Edition, digest: str) -> canonical.Content:
    if not digest:
        return canonical.content_of(edition)
    saved: canonical.Content = snapshot_of(edition, digest).content
    return saved


def snapshot_of(edition: Edition, digest: str) -> Snapshot:
    """A text that was once saved in this edition's document. Raises Http404 for any other."""
    found = Snapshot.objects.filter(pk=digest).first()
    if found is None or not Event.objects.filter(document=edition.document_id, digest=digest).exists():
        raise Http404(_("No edition of this document ever said this."))
    return found
