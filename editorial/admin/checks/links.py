"""Broken links of live content: where they stand, where they lead, and since when."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.admin import addresses
from editorial.admin.base import Desk
from editorial.base import clock
from editorial.checks import links
from editorial.checks.advice import places
from editorial.content import kinds
from editorial.models import LinkUse

#: Links on the page; whoever has more to mend begins with these.
_MOST = 200


@admin.register(LinkUse)
class BrokenLinks(Desk):
    """A screen of its own in the place of Django's list: links are made from content, there is no form of one."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The broken links, those that have been broken longest first."""
        self.admit(request)
        now = clock.now()
        found = links.broken_live(_MOST, now=now)
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": _("Broken links"),
            "opts": self.opts,
            "rows": [self._row(use) for use in found],
            "count": links.count_broken_live(now=now) if len(found) == _MOST else len(found),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "editorial/admin/checks/broken.html", context)

    def _row(self, use: Any) -> dict[str, Any]:
        where = places.field_label(kinds.get_kind(use.edition.document.kind), use.path)
        return {
            "use": use,
            "where": where,
            "edit_url": addresses.screen_url(use.edition, "change", site=self.admin_site.name),
        }


def url() -> str:
    """The address of the page, for desks that count what is on it."""
    return reverse("admin:editorial_linkuse_changelist")
