"""Everybody's own notices in the admin: the list, how they want to be told, what they watch."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.admin import edition_facts
from editorial.admin.base import is_key, person
from editorial.admin.panels import Screen, aside
from editorial.base import clock
from editorial.models import Cadence, Document, Edition
from editorial.notices import preferences, reading, texts, watching
from editorial.notices import urls as notices_urls
from editorial.web.redirects import safe_target

PER_PAGE = 50


def urls(site: AdminSite) -> list[URLPattern]:
    """The addresses of a person's own notices, for the site."""

    def wrap(view: Any) -> Any:
        return site.admin_view(partial(view, site))

    return [
        path("notices/", wrap(list_view), name="notices"),
        path("notices/read/", wrap(read_view), name="notices_read"),
        path("notices/mine/", wrap(preferences_view), name="notices_preferences"),
        path("notices/<int:pk>/", wrap(open_view), name="notices_open"),
        path("notices/watch/<int:pk>/", wrap(watch_view), name="notices_watch"),
    ]


def list_view(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """The notices of whoever asks, the unread ones or all."""
    by = person(request)
    everything = request.GET.get("show") == "all"
    rows = reading.notices_of(by, unread=not everything)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "title": _("Notices"),
        "told": [texts.notice_text(notice) for notice in page.object_list],
        "page": page,
        "page_range": page.paginator.get_elided_page_range(page.number),
        "everything": everything,
        "unread": reading.unread(by),
    }
    return _screen(site, request, "list", context)


def open_view(site: AdminSite, request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a notice as read and go where it leads; it is this person's own, or there is none."""
    notice = reading.notices_of(person(request)).filter(pk=pk).first()
    if notice is None:
        raise Http404(_("This notice is somebody else's, or was forgotten: read notices are kept for half a year."))
    reading.mark_read(person(request), now=clock.now(), notices=[pk])
    return HttpResponseRedirect(notices_urls.notice_url(notice))


def read_view(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """Mark one notice, or all, as read."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    chosen = [int(each) for each in request.POST.getlist("notice") if is_key(each)]
    every = "all" in request.POST
    count = reading.mark_read(person(request), now=clock.now(), notices=None if every else chosen)
    said = ngettext("One notice marked as read.", "%(count)s notices marked as read.", count) % {"count": count}
    messages.success(request, said if count else _("Nothing was left to mark as read."))
    return HttpResponseRedirect(_back(site, request, "notices"))


def preferences_view(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """How whoever asks wants to be told of each sort."""
    by = person(request)
    groups = preferences.groups(by)
    if request.method == "POST":
        wanted, unknown = {}, False
        for sort in [sort for _title, sorts in groups for sort in sorts]:
            value = request.POST.get(sort.value, "")
            if value in [each.value for each in preferences.choices(sort)]:
                wanted[sort] = Cadence(value)
            else:
                unknown = True
        if not unknown:
            preferences.choose(by, wanted)
            messages.success(request, _("Saved. Letters that were still to be sent follow it."))
            return HttpResponseRedirect(request.path)
        messages.error(request, _("Nothing was saved: the form did not arrive in one piece. Please save again."))
    chosen = preferences.preferences_of(by)
    context = {
        "title": _("My notices"),
        "groups": [
            (title, [(sort, chosen[sort], preferences.choices(sort), preferences.DEFAULTS[sort]) for sort in sorts])
            for title, sorts in groups
        ],
        "watched": watching.watched_by(by),
        "email": by.email,
    }
    return _screen(site, request, "preferences", context)


def watch_view(site: AdminSite, request: HttpRequest, pk: int) -> HttpResponse:
    """Begin or end watching a document."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    by = person(request)
    if not by.has_perm("editorial.view_edition"):
        raise PermissionDenied
    document = Document.objects.filter(pk=pk).first()
    if document is None:
        raise Http404(_("There is no such document."))
    if request.POST.get("watch") == "1":
        watching.watch(document, by=by, now=clock.now())
        messages.success(request, _("You watch this document: you will be told what becomes of it."))
    else:
        watching.unwatch(document, by=by)
        messages.success(request, _("You no longer watch this document."))
    return HttpResponseRedirect(_back(site, request, "notices_preferences"))


@aside(
    Screen.FORM, Screen.REVIEW, Screen.TRANSLATE, Screen.HISTORY,
    template="editorial/admin/notices/_watch.html", order=90,
)  # fmt: skip
def watch_aside(request: HttpRequest, edition: Edition) -> dict[str, Any] | None:
    """Whether this person watches the document, and the button that changes it."""
    return {"watches": edition_facts.edition_facts(request, edition).is_watched}


def _back(site: AdminSite, request: HttpRequest, otherwise: str) -> str:
    page = reverse(f"admin:{otherwise}", current_app=site.name)
    return safe_target(request, request.POST.get("next", ""), otherwise=page)


def _screen(site: AdminSite, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    request.current_app = site.name
    return TemplateResponse(request, f"editorial/admin/notices/{name}.html", {**site.each_context(request), **context})
