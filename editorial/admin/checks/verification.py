"""What the last verification found: where what is served is not what was signed."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from editorial.admin import addresses
from editorial.admin.base import ModelAdmin
from editorial.models import VerificationDifference, VerificationRun
from editorial.verification.difference import Difference
from editorial.verification.problem_sources import CONCERNED, last_differences

#: Differences on the page.
_MOST = 200


@admin.register(VerificationDifference)
class Differences(ModelAdmin):
    """A screen of its own in the place of Django's list: differences are found, there is no form of one."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Publishers and administrators, who can do something about it."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Publishers and administrators."""
        return request.user.is_active and any(request.user.has_perm(f"editorial.{name}") for name in CONCERNED)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never: a verification adds them."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never: they are what was found."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never: they go with the next verification that does not find them."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The differences in words, each with the edition that it is about."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = last_differences().select_related("edition__document")
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": _("Differences from what was signed"),
            "opts": self.opts,
            "last": VerificationRun.objects.filter(finished_at__isnull=False).first(),
            "rows": [self._row(row) for row in found[:_MOST]],
            "count": found.count(),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "editorial/admin/checks/verification.html", context)

    def _row(self, row: VerificationDifference) -> dict[str, Any]:
        return {
            "edition": row.edition,
            "sentence": Difference(row.code, row.edition_id, row.values).sentence,
            "url": addresses.screen_url(row.edition, "history", site=self.admin_site.name) if row.edition else "",
        }
