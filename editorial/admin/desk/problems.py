"""What is wrong or late, by sort: a few of each, or one sort whole."""

from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.admin.desk.filters import choose, kind_options, query
from editorial.admin.desk.menu import ask_of, counts_of
from editorial.content import kinds
from editorial.desks import mine, problems
from editorial.desks.problems import Source
from editorial.models import Edition

PER_PAGE = 50


def addresses() -> dict[str, str]:
    """Where each sort of problem is dealt with, by its key."""
    return {source.key: address(source) for source in problems.all_sources()}


def address(source: Source) -> str:
    """The screen that the source names, or the desk's own list of its rows."""
    if source.screen:
        return f"{reverse(f'admin:{source.screen}')}{f'?{source.query}' if source.query else ''}"
    return f"{reverse('admin:desk_problems')}?source={source.key}"


def view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """All sorts that concern this person, or one of them as a list; the address names it."""
    ask = ask_of(request)
    if "view_edition" not in ask.may:
        raise PermissionDenied
    concerned = problems.concerning(ask)
    listed = {source.key: (source, rows) for source, rows in concerned if source.edition}
    key, kind = request.GET.get("source", ""), request.GET.get("kind", "")
    key = key if key in listed else ""
    kind = kind if kind in {one.key for one in kinds.all_kinds()} else ""
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": _("Problems"),
        "lines": mine.lines(ask, counts_of(request)),
        "urls": addresses(),
        "concerned": bool(concerned),
        "filters": [
            choose(
                "source",
                _("What"),
                [(one, source.name) for one, (source, _rows) in listed.items()],
                key,
                any_=_("Everything"),
            ),
            choose("kind", _("Kind"), kind_options(), kind, any_=_("All kinds")),
        ],
        "desk_url": reverse("admin:desk_problems", current_app=site.name),
    }  # fmt: skip
    if key:
        source, rows = listed[key]
        wanted = rows.order_by().values(source.edition)
        editions = Edition.objects.filter(pk__in=wanted).select_related("document__owner", "changed_by", "withdrawal")
        if kind:
            editions = editions.filter(document__kind=kind)
        page = Paginator(editions.order_by("document__review_by", "changed_at", "pk"), PER_PAGE).get_page(
            request.GET.get("page")
        )
        context |= {
            "source": source,
            "page": page,
            "page_range": page.paginator.get_elided_page_range(page.number),
            "query": query(request),
        }
    request.current_app = site.name
    return TemplateResponse(request, "editorial/admin/desk/problems.html", context)
