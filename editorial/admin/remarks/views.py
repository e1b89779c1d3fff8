"""The page of an edition's remarks, and where its forms are sent to."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from editorial.admin.base import person
from editorial.admin.remarks import panel
from editorial.admin.remarks.panel import Typed
from editorial.admin.screen import EditionScreen
from editorial.base import clock
from editorial.base.reasons import NotAllowed
from editorial.collaboration.remarks import threads
from editorial.collaboration.remarks.listing import ThreadFilter
from editorial.collaboration.remarks.threads import Posted, Where
from editorial.models import Edition, EntryKind, Remark
from editorial.states import State

_CONFLICT = 409
#: Sent by static/editorial/collaboration/remarks.js, which wants the panel alone and replaces the old one with it.
_PANEL = "X-Remarks-Panel"
_STEPS: dict[str, Callable[..., Posted]] = {
    "reply": threads.reply,
    "resolve": threads.resolve,
    "reopen": threads.reopen,
}


class RemarksPage(EditionScreen):
    """The panel on a page of its own, and what follows when something was kept."""

    def kept(self, request: HttpRequest, edition: Edition, posted: Posted) -> HttpResponse:
        """The answer after something was kept: the panel for the script, else back to where the person came from."""
        said = [_done(posted, edition)]
        if posted.unknown:
            unknown = ", ".join(f"@{name}" for name in posted.unknown)
            said.append(_("Nobody who could read it is called so here: %(names)s.") % {"names": unknown})
        if request.headers.get(_PANEL):
            return self.remarks_page(request, edition, said=" ".join(said))
        messages.success(request, " ".join(said))
        back = panel.back_to(request, edition).partition("#")[0].partition("?")[0]
        show = panel.wanted_threads(request)
        query = f"?{panel.SHOW}={show.value}" if show != ThreadFilter.OPEN else ""
        # A thread that was settled is no longer in the list of open ones.
        anchor = "remarks" if posted.entry.kind == EntryKind.RESOLVED else f"remark-{posted.entry.remark_id}"
        return HttpResponseRedirect(f"{back}{query}#{anchor}")

    def remarks_page(
        self, request: HttpRequest, edition: Edition, *, typed: Typed | None = None, said: str = ""
    ) -> HttpResponse:
        """The panel, alone where the script asks for it, else on its page."""
        status = typed.status if typed else 200
        if request.headers.get(_PANEL):
            shown = panel.context(request, edition, back=panel.back_to(request, edition), typed=typed, said=said)
            return TemplateResponse(request, "editorial/admin/remarks/_panel.html", shown, status=status)
        # What was refused goes back to where it was written, as what is kept does.
        back = panel.back_to(request, edition) if typed else request.path
        context = {
            "title": _("Remarks"),
            "change_url": self.address(edition, "change"),
            **panel.context(request, edition, back=back, typed=typed),
        }
        return self.page(request, "editorial/admin/remarks/page.html", context, status=status)


class RemarksScreen(RemarksPage):
    """The threads: `get` shows them, `post` opens one."""

    paths = {"remarks": "<int:pk>/remarks/"}

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The threads on a page of their own."""
        return self.remarks_page(request, self.edition(request, pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A new thread; 409 where it is refused."""
        edition, sent = self.edition(request, pk), request.POST
        where = Where(sent.get("path", ""), sent.get("language", ""), sent.get("quotation", ""))
        try:
            posted = threads.open_thread(
                edition, by=person(request), now=clock.now(), text=sent.get("text", ""), where=where,
                must_fix=bool(sent.get("must_fix")), mention=sent.get("mention", "").replace(",", " ").split(),
            )  # fmt: skip
        except NotAllowed as refused:
            typed = Typed(sent.dict(), None, tuple(refused.reasons), _CONFLICT)
            return self.remarks_page(request, edition, typed=typed)
        return self.kept(request, edition, posted)


class RemarkScreen(RemarksPage):
    """One thread: `post` answers, resolves and reopens it."""

    paths = {"remark": "<int:pk>/remarks/<int:remark>/"}

    def get(self, request: HttpRequest, pk: int, remark: int) -> HttpResponse:
        """As after a login: on to the thread."""
        edition = self.edition(request, pk)
        return self._to_thread(edition, _thread(edition, remark))

    def post(self, request: HttpRequest, pk: int, remark: int) -> HttpResponse:
        """The step that `do` names; 409 where it is refused."""
        edition = self.edition(request, pk)
        thread, sent = _thread(edition, remark), request.POST
        step = _STEPS.get(sent.get("do", ""))
        if step is None:
            return self._to_thread(edition, thread)
        try:
            posted = step(
                thread, by=person(request), now=clock.now(), edition=edition, text=sent.get("text", ""),
                mention=sent.get("mention", "").replace(",", " ").split(),
            )  # fmt: skip
        except NotAllowed as refused:
            typed = Typed(sent.dict(), thread.pk, tuple(refused.reasons), _CONFLICT)
            return self.remarks_page(request, edition, typed=typed)
        return self.kept(request, edition, posted)

    def _to_thread(self, edition: Edition, thread: Remark) -> HttpResponse:
        return HttpResponseRedirect(f"{self.address(edition, 'remarks')}?{panel.SHOW}=all#remark-{thread.pk}")


def _thread(edition: Edition, pk: int) -> Remark:
    """A thread of the edition's document. Raises Http404 for any other."""
    thread = Remark.objects.filter(pk=pk, document=edition.document_id).first()
    if thread is None:
        raise Http404(_("There is no such remark."))
    return thread


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
