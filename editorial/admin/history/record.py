"""The record of a document, to take away: the button on its history."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.admin import addresses
from editorial.admin.base import ModelAdmin, person
from editorial.base.files import store
from editorial.exports import record
from editorial.models import Edition


class RecordMixin(ModelAdmin):
    """The file for the record (see `editorial.exports.record`)."""

    def record_urls(self) -> list[URLPattern]:
        """The one address; it takes a POST, since that somebody took the record away goes on record itself."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_record"
        return [path("<int:pk>/record/", self.admin_site.admin_view(self.record_view), name=name)]

    def record_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The archive, in the reader's language, kept by nobody on the way."""
        edition: Edition | None = self.get_object(request, str(pk))
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        if edition is None:
            raise Http404(_("There is no such edition."))
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        by, language = person(request), get_language() or "en"
        try:
            made = record.export(edition.document, by=by, now=timezone.now(), language=language)
        except store.NotStored as problem:
            messages.error(request, str(problem))
            return redirect(addresses.screen_url(edition, "history", site=self.admin_site.name))
        response = FileResponse(made.file, as_attachment=True, filename=made.name, content_type="application/zip")
        response["Cache-Control"] = "no-store"
        response["X-Content-SHA256"] = made.manifest
        return response
