"""My desk and its lists: the screens over `editorial.desks`."""

from collections.abc import Mapping
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from editorial.admin.desk import calendar, problems
from editorial.admin.desk.filters import choose, kind_options, language_options, query, reader
from editorial.admin.desk.menu import ask_of, counts_of
from editorial.content import kinds
from editorial.desks import lists, mine, rows
from editorial.desks.lists import WORKS, Choice, Work
from editorial.desks.query import Ask
from editorial.models import Party

PER_PAGE = 50


def urls(site: AdminSite) -> list[URLPattern]:
    """The desks' addresses: one for each sort of work, the calendar, the problems."""
    found = [
        path(f"desk/{key}/", site.admin_view(_list_view), {"key": key, "site": site}, name=f"desk_{key}")
        for key in WORKS
    ]
    return [
        *found,
        path("desk/scheduled/", site.admin_view(calendar.view), {"site": site}, name="desk_scheduled"),
        path("desk/problems/", site.admin_view(problems.view), {"site": site}, name="desk_problems"),
    ]


def first_page(request: HttpRequest) -> dict[str, Any]:
    """What the first page shows of this person's desk; nothing for whoever has no business with content."""
    ask = ask_of(request)
    if "view_edition" not in ask.may:
        return {"desk": None}
    return {"desk": mine.desk(ask, counts_of(request)), "desk_problem_urls": problems.addresses()}


def _list_view(request: HttpRequest, key: str, site: AdminSite) -> HttpResponse:
    """One sort of work, whole, as the address narrows and orders it."""
    ask, work = ask_of(request), WORKS[key]
    if "view_edition" not in ask.may:
        raise PermissionDenied
    parties = {party.pk: party for party in Party.objects.all()}
    given = {name: value for name, value in request.GET.items() if isinstance(value, str)}
    choice = lists.understood(work, ask, given, kinds=[kind.key for kind in kinds.all_kinds()], parties=list(parties))
    found = lists.find_editions(work, choice, ask, reader=reader())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = rows.desk_rows(page.object_list, ask, codes=lists.codes(choice, ask))
    context = {
        **site.each_context(request),
        "title": work.title,
        "work": work,
        "choice": choice,
        "filters": _filters(work, choice, ask, parties),
        "page": page,
        "page_range": page.paginator.get_elided_page_range(page.number),
        "query": query(request),
        "is_narrowed": bool(choice.kind or choice.language or choice.party),
        "desk_url": reverse(f"admin:desk_{key}", current_app=site.name),
    }
    request.current_app = site.name
    return TemplateResponse(request, "editorial/admin/desk/list.html", context)


def _filters(work: Work, choice: Choice, ask: Ask, parties: Mapping[int, Party]) -> list[dict[str, Any]]:
    who = lists.offered(work, ask)
    by_party = _("Lacks the signature of") if work.key == "review" else _("Begun by")
    in_language = _("To translate into") if work.key == "translate" else _("Written in")
    return [
        *([choose("who", _("Whose"), who, choice.who)] if len(who) > 1 else []),
        choose("kind", _("Kind"), kind_options(), choice.kind, any_=_("All kinds")),
        choose("language", in_language, language_options(), choice.language, any_=_("All languages")),
        choose(
            "party", by_party, [(str(key), str(party)) for key, party in parties.items()],
            str(choice.party or ""), any_=_("All parties"),
        ),
        choose("sort", _("Order"), list(lists.SORTS.items()), choice.sort),
    ]  # fmt: skip
