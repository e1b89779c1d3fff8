"""Live texts that still say a former name: marked as meant, or corrected together in one release."""

from functools import partial

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.admin import addresses
from editorial.admin.base import person
from editorial.base import clock
from editorial.base.reasons import NotAllowed, Reason
from editorial.comparison import diff
from editorial.content.wording import in_readers_language
from editorial.releases import former_names
from editorial.workflow.rules import permissions

_CONFLICT = 409


def urls(site: AdminSite) -> list[URLPattern]:
    """The address of this screen, for the site."""
    return [path("names/former/", site.admin_view(partial(former_view, site)), name="former_names")]


def former_view(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """The list; what is ticked is corrected together, what has a button is marked."""
    by, now = person(request), clock.now()
    if not by.has_perm("editorial.view_edition"):
        raise PermissionDenied
    found = former_names.former_names(now)
    refused: list[Reason] = []
    if request.method == "POST":
        try:
            if "keep" in request.POST:
                return _keep(request, found)
            return _prepare(request, site, found)
        except NotAllowed as problem:
            refused = list(problem.reasons)
    chosen = set(request.POST.getlist("edition"))
    context = {
        **site.each_context(request),
        "title": _("Live texts that say a former name"),
        "rows": [
            {
                "found": each,
                "said": in_readers_language(each.said),
                "now": in_readers_language(each.now),
                "url": addresses.screen_url(each.edition, "change"),
                "is_chosen": not chosen or str(each.edition.pk) in chosen,
            }
            for each in found
        ],
        "may_write": permissions.may_write(by),
        "reasons": refused,
        "release": request.POST.get("title", "") or _("Names"),
        "reason": request.POST.get("reason", ""),
        "most": former_names.MOST,
    }
    request.current_app = site.name
    return TemplateResponse(request, "editorial/admin/names/former.html", context, status=_CONFLICT if refused else 200)


def _prepare(request: HttpRequest, site: AdminSite, found: list[former_names.FormerName]) -> HttpResponse:
    chosen = set(request.POST.getlist("edition"))
    editions = {each.edition.pk: each.edition for each in found if str(each.edition.pk) in chosen}
    made = former_names.prepare_corrections(
        list(editions.values()), title=request.POST.get("title", ""), by=person(request), now=clock.now()
    )
    text = ngettext(
        "%(count)s correction was submitted, and waits for signatures in this release.",
        "%(count)s corrections were submitted, and wait for signatures in this release.",
        made.count,
    )
    messages.success(request, text % {"count": made.count})
    for edition, why in made.left:
        messages.warning(request, _("“%(title)s” was left: %(why)s") % {"title": diff.title_of(edition), "why": why})
    return HttpResponseRedirect(
        reverse("admin:editorial_release_change", args=[made.release.pk], current_app=site.name)
    )


def _keep(request: HttpRequest, found: list[former_names.FormerName]) -> HttpResponse:
    edition, _slash, rename = request.POST["keep"].partition("/")
    each = next((one for one in found if (str(one.edition.pk), str(one.rename)) == (edition, rename)), None)
    if each is None:
        message = _("This text says no former name any more, or somebody marked it already.")
        raise NotAllowed([Reason("gone", message)])
    former_names.keep_name(
        each.edition, each.rename, by=person(request), now=clock.now(), reason=request.POST.get("reason", "")
    )
    title = diff.title_of(each.edition)
    messages.success(request, _("“%(title)s” keeps the former name.") % {"title": title})
    return HttpResponseRedirect(request.path)
