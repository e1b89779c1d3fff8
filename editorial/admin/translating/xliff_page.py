"""What the screens of XLIFF files have in common, for one edition and for many."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from editorial.admin.screen import EditionScreen
from editorial.models import Edition
from editorial.states import State

#: The most editions that are written at once.
MOST = 200


class XliffPage(EditionScreen):
    """What the pages for one edition and those for many have in common: `into` is the one edition, none for many."""

    def chosen_editions(self, request: HttpRequest) -> list[Edition]:
        """The editions of this kind that the address names (`?edition=`, repeated)."""
        wanted = [int(pk) for pk in request.GET.getlist("edition") if pk.isascii() and pk.isdigit() and len(pk) < 19]
        found = self.admin.model._default_manager.filter(pk__in=wanted[:MOST]).select_related("document")
        return list(found.order_by("pk"))

    def into(self, request: HttpRequest, pk: int | None, language: str) -> Edition | None:
        """The edition that the address names, if it names one. Raises PermissionDenied to whoever may not read."""
        if pk is not None:
            found: Edition = self.edition(request, pk, language)
            return found
        if not self.admin.has_view_permission(request):
            raise PermissionDenied
        return None

    def back_address(self, into: Edition | None, language: str) -> str:
        """Where files are sent back."""
        return self.kind_address("xliff") if into is None else self.address(into, "translate_import", language)

    def xliff_page(
        self,
        request: HttpRequest,
        name: str,
        into: Edition | None,
        language: str,
        context: dict[str, Any],
        *,
        status: int = 200,
    ) -> HttpResponse:
        """A page: `name` is the last part of its template's name."""
        shared = {"edition": into, "language": language, "State": State}
        if into is not None:
            shared["change_url"] = self.address(into, "change")
            shared["translate_url"] = self.address(into, "translate", language)
        return self.page(request, f"editorial/admin/translate/xliff_{name}.html", {**shared, **context}, status=status)


def file_response(data: bytes, media_type: str, name: str) -> HttpResponse:
    """A file to keep, under this name."""
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
