"""The tracker of objectives for staff: what is promised and what is open, by working group; for reading."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import get_language, gettext

from cooperation.tracker import history
from cooperation.tracker.choice import ANY_OPEN, Choice
from cooperation.views.objectives import labels
from cooperation.views.request.page_request import PageRequest
from editorial.admin.kind_admin import KindAdmin
from editorial.admin.screen import EditionScreen
from editorial.base import clock, languages

#: Objectives on one page of this view.
PER_PAGE = 50


class ObjectivesScreen(EditionScreen):
    """The objectives of the reports that are public now, for everybody who may look at reports."""

    @classmethod
    def urls(cls, admin: KindAdmin) -> list[URLPattern]:
        """The one address, named `cooperation_objectives`."""
        return [
            path("objectives/", admin.admin_site.admin_view(cls.as_view(admin=admin)), name="cooperation_objectives")
        ]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The objectives by group; those that are open, unless the address says otherwise."""
        if not self.admin.has_view_permission(request):
            raise PermissionDenied
        now = clock.now()
        code = (get_language() or "")[:2]
        asked = PageRequest(code if code in languages.codes() else languages.codes()[0], now, now)
        choice = Choice.from_params(request.GET if request.GET else {"status": ANY_OPEN}, asked, per_page=PER_PAGE)
        named = labels()
        chains = [history.chain_context(chain, asked, named, shown=chain[0]["origin"]) for chain in choice.rows]
        for one in chains:
            one["group_name"] = choice.group_name(one["group"])
        chains.sort(key=lambda one: one["group_name"].casefold())
        pages = max(-(-choice.count // PER_PAGE), 1)
        context = {
            "title": gettext("Objectives of all reports"),
            "choice": choice,
            "chains": chains,
            "pager": {
                "page": choice.page,
                "pages": pages,
                "previous_url": _url(choice, choice.page - 1) if choice.page > 1 else None,
                "next_url": _url(choice, choice.page + 1) if choice.page < pages else None,
            },
        }
        return self.page(request, "admin/cooperation/annualreport/objectives.html", context)


def _url(choice: Choice, page: int) -> str:
    return "?" + urlencode({**choice.params(), "page": str(page)})
