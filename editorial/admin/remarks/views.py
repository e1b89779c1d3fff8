"""The page of an edition's remarks, and where its forms are sent to."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.admin import addresses
from editorial.admin.base import ModelAdmin, person
from editorial.admin.remarks import panel
from editorial.admin.remarks.panel import Typed
from editorial.base.reasons import NotAllowed
from editorial.collaboration.remarks import threads
from editorial.collaboration.remarks.listing import Show
from editorial.collaboration.remarks.threads import Posted, Where
from editorial.models import Edition, EntryKind, Remark
from editorial.states import State

_CONFLICT = 409
#: Sent by static/editorial/collaboration/remarks.js, which wants the panel alone and puts it in the place of the old one.
_PANEL = "X-Remarks-Panel"
_STEPS: dict[str, Callable[..., Posted]] = {
    "reply": threads.reply,
    "resolve": threads.resolve,
    "reopen": threads.reopen,
}


class RemarksMixin(ModelAdmin):
    """`remarks/` shows the threads (GET) and opens one (POST); `remarks/<pk>/` answers, resolves and reopens (POST)."""

    def remarks_urls(self) -> list[URLPattern]:
        """The addresses, named `<app>_<model>_remarks` and `…_remark`."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/remarks/", wrap(self.remarks_view), name=f"{name}_remarks"),
            path("<int:pk>/remarks/<int:remark>/", wrap(self.remark_view), name=f"{name}_remark"),
        ]

    def remarks_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The threads on a page of their own, or a new thread."""
        edition = self._remarked(request, pk)
        if request.method != "POST":
            return self._remarks_page(request, edition)
        sent = request.POST
        where = Where(sent.get("path", ""), sent.get("language", ""), sent.get("quotation", ""))
        try:
            posted = threads.open_thread(
                edition, by=person(request), now=timezone.now(), text=sent.get("text", ""), where=where,
                must_fix=bool(sent.get("must_fix")), mention=sent.get("mention", "").replace(",", " ").split(),
            )  # fmt: skip
        except NotAllowed as refused:
            typed = Typed(sent.dict(), None, tuple(refused.reasons), _CONFLICT)
            return self._remarks_page(request, edition, typed=typed)
        return self._remark_kept(request, edition, posted)

    def remark_view(self, request: HttpRequest, pk: int, remark: int) -> HttpResponse:
        """An answer to a thread; a GET, as after a login, leads to it."""
        edition = self._remarked(request, pk)
        thread = Remark.objects.filter(pk=remark, document=edition.document_id).first()
        if thread is None:
            raise Http404(_("There is no such remark."))
        sent = request.POST
        step = _STEPS.get(sent.get("do", ""))
        if request.method != "POST" or step is None:
            here = addresses.screen_url(edition, "remarks", site=self.admin_site.name)
            return HttpResponseRedirect(f"{here}?{panel.SHOW}=all#remark-{thread.pk}")
        try:
            posted = step(
                thread, by=person(request), now=timezone.now(), edition=edition, text=sent.get("text", ""),
                mention=sent.get("mention", "").replace(",", " ").split(),
            )  # fmt: skip
        except NotAllowed as refused:
            typed = Typed(sent.dict(), thread.pk, tuple(refused.reasons), _CONFLICT)
            return self._remarks_page(request, edition, typed=typed)
        return self._remark_kept(request, edition, posted)

    def _remarked(self, request: HttpRequest, pk: int) -> Any:
        edition = self.get_object(request, str(pk))
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        if edition is None:
            raise Http404(_("There is no such edition."))
        return edition

    def _remark_kept(self, request: HttpRequest, edition: Edition, posted: Posted) -> HttpResponse:
        said = [_done(posted, edition)]
        if posted.unknown:
            unknown = ", ".join(f"@{name}" for name in posted.unknown)
            said.append(_("Nobody who could read it is called so here: %(names)s.") % {"names": unknown})
        if request.headers.get(_PANEL):
            return self._remarks_page(request, edition, said=" ".join(said))
        messages.success(request, " ".join(said))
        back = panel.back_to(request, edition).partition("#")[0].partition("?")[0]
        show = panel.wanted_threads(request)
        query = f"?{panel.SHOW}={show.value}" if show != Show.OPEN else ""
        # A thread that was settled is no longer in the list of open ones.
        anchor = "remarks" if posted.entry.kind == EntryKind.RESOLVED else f"remark-{posted.entry.remark_id}"
        return HttpResponseRedirect(f"{back}{query}#{anchor}")

    def _remarks_page(
        self, request: HttpRequest, edition: Edition, *, typed: Typed | None = None, said: str = ""
    ) -> HttpResponse:
        """The panel, alone where the script asks for it, else on its page."""
        status = typed.status if typed else 200
        if request.headers.get(_PANEL):
            shown = panel.context(request, edition, back=panel.back_to(request, edition), typed=typed, said=said)
            return TemplateResponse(request, "editorial/admin/remarks/_panel.html", shown, status=status)
        site = self.admin_site
        request.current_app = site.name
        # What was refused goes back to where it was written, as what is kept does.
        back = panel.back_to(request, edition) if typed else request.path
        context = {
            **site.each_context(request),
            "title": _("Remarks"),
            "opts": self.opts,
            "change_url": addresses.screen_url(edition, "change", site=site.name),
            **panel.context(request, edition, back=back, typed=typed),
        }
        return TemplateResponse(request, "editorial/admin/remarks/page.html", context, status=status)


def _done(posted: Posted, edition: Edition) -> str:
    """What happened, and what it does not do where somebody might think so."""
    entry = posted.entry
    if posted.again:
        return _("This was said already; it stands there once.")
    match EntryKind(entry.kind):
        case EntryKind.RESOLVED:
            return _("Resolved.")
        case EntryKind.REOPENED:
            return _("Reopened.")
    if entry.remark.must_fix and edition.state == State.APPROVED:
        return _(
            "Kept. This edition is signed off already: the remark bars the next signature, not the publication."
            " A reviewer can request changes."
        )
    return _("Kept.")
