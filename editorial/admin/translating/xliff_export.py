"""XLIFF files that go out, for one edition or many."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from editorial.admin.screen import EditionScreen
from editorial.admin.translating.xliff_page import XliffPage, file_response
from editorial.base import clock, languages
from editorial.translating.xliff import writing


class XliffFileScreen(EditionScreen):
    """One edition in one language as a document."""

    paths = {"translate_xliff": "<int:pk>/translate/<slug:language>/xliff/"}

    def get(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """The document; `?only=todo` leaves out what is done."""
        edition = self.edition(request, pk, language)
        if language == edition.source_language:
            return HttpResponseRedirect(self.address(edition, "change"))
        pair = writing.Pair(edition, language)
        data = writing.write([pair], now=clock.now(), only_to_do=request.GET.get("only") == "todo")
        return file_response(data, "application/xliff+xml", writing.file_name(pair))


class XliffExportScreen(XliffPage):
    """Many editions in some languages as a zip."""

    paths = {"xliff_export": "xliff/export/"}

    def get(self, request: HttpRequest) -> HttpResponse:
        """The zip of what `?edition=` and `?language=` name (both repeated); `?only=todo` leaves out what is done."""
        if not self.admin.has_view_permission(request):
            raise PermissionDenied
        codes = [code for code in languages.codes() if code in request.GET.getlist("language")]
        pairs = writing.pairs_of(self.chosen_editions(request), codes)
        if not pairs:
            messages.warning(request, _("Choose at least one edition, and a language that it is not written in."))
            return HttpResponseRedirect(f"{self.kind_address('xliff')}?{request.GET.urlencode()}")
        data = writing.archive(pairs, now=clock.now(), only_to_do=request.GET.get("only") == "todo")
        return file_response(data, "application/zip", f"xliff-{clock.now():%Y-%m-%d}.zip")
