"""The record of a document, to take away: the button on its history."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import get_language

from editorial.admin.base import person
from editorial.admin.screen import EditionScreen
from editorial.base import clock
from editorial.base.files import store
from editorial.exports import record


class RecordScreen(EditionScreen):
    """The file for the record (see `editorial.exports.record`), by POST, since taking it goes on record itself."""

    paths = {"record": "<int:pk>/record/"}

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The archive, in the reader's language, kept by nobody on the way."""
        edition = self.edition(request, pk)
        by, language = person(request), get_language() or "en"
        try:
            made = record.export(edition.document, by=by, now=clock.now(), language=language)
        except store.NotStored as problem:
            messages.error(request, str(problem))
            return redirect(self.address(edition, "history"))
        response = FileResponse(made.file, as_attachment=True, filename=made.name, content_type="application/zip")
        response["Cache-Control"] = "no-store"
        response["X-Content-SHA256"] = made.manifest
        return response
