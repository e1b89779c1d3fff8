"""The history of a document: everything that happened to all its editions, any two texts compared, any one put back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from editorial.admin.base import person
from editorial.admin.history.timeline import SAVING, Entry, Filters, chapters, events_of
from editorial.admin.importing import report
from editorial.admin.preview import snapshot_of
from editorial.admin.review import comparison
from editorial.admin.screen import EditionScreen
from editorial.base import clock, languages
from editorial.content import kept
from editorial.content.canonical import Content
from editorial.models import Edition, Event, Snapshot
from editorial.states import State, Verb
from editorial.workflow import drafts, event_words
from editorial.workflow.attempt import Attempt
from editorial.workflow.event_words import Note, Parties
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason

#: Events a page.
PER_PAGE = 50
_CONFLICT = 409


class HistoryScreen(EditionScreen):
    """The timeline of the edition's document, newest first."""

    paths = {"history": "<path:object_id>/history/"}

    def get(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """One page of events, in place of Django's own history, with its address and parameter."""
        edition = self.edition(request, object_id)
        filters = Filters.from_query(edition.document_id, request.GET)
        page = Paginator(filters.narrow(events_of(edition.document_id)), PER_PAGE).get_page(request.GET.get("page"))
        parties = Parties.read()
        draft = open_draft(edition)
        restorable = draft is not None and not permissions.problems(
            Verb.RESTORE,
            Attempt(draft, person(request), clock.now()),
        )
        entries = [
            self._entry(event, parties, draft if restorable else None, edition.document.kind)
            for event in page.object_list
        ]
        context = {
            "title": _("History"),
            "page": page,
            "page_range": page.paginator.get_elided_page_range(page.number),
            **_chosen(page),
            "entries": entries,
            "chapters": chapters(entries),
            "filters": filters,
            "compare_url": self.address(edition, "compare"),
            "record_url": self.address(edition, "record"),
            **_around(self, edition),
        }
        return self.page(request, "editorial/admin/history.html", context)

    def _imports(self, event: Event) -> list[Note]:
        """The files that the event brought in, each with the way to its report."""
        if '"imported":' not in event.detail:
            return []
        url = f"{self.address(event.edition, 'change')}?imported={event.pk}"
        return [Note(report.sentence(record), url=url) for record in event.data.get("imported", ())]

    def _entry(self, event: Any, parties: Parties, draft: Edition | None, kind: str) -> Entry:
        said = (*self._imports(event), *event_words.notes(event, parties.by_code))
        acting = event_words.acting(event, parties.by_pk)
        if event.verb not in SAVING or not event.digest:
            return Entry(event, said, acting)
        previews = tuple((code, self.kind_address("preview", event.edition_id, code)) for code in languages.codes())
        restore_url = ""
        if draft is not None and draft.digest != event.digest:
            restore_url = self.address(draft, "restore", event.digest)
        changed = tuple(event_words.changed_in_words(event, kind))
        return Entry(event, said, acting, changed, previews, restore_url, event.before or "")


class CompareScreen(EditionScreen):
    """Two saved texts of the document, field by field."""

    paths = {"compare": "<int:pk>/compare/"}

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """`?before=` and `?after=` name the texts by digest; the older one is always shown as such.

        With `&event=`, what that event made of the text before it.
        """
        edition = self.edition(request, pk)
        before, after = (_saved_text(edition, request.GET.get(name, "")) for name in ("before", "after"))
        chosen = request.GET.get("event", "")
        if chosen.isascii() and chosen.isdigit():
            # What one event changed: a text that was put back is older than what it replaced.
            event = get_object_or_404(_saving(edition), pk=int(chosen[:18]), digest=after.snapshot.digest)
            after = Saved(after.snapshot, event)
        elif before.event.pk > after.event.pk:
            before, after = after, before
        context = {
            "title": _("Comparison"),
            "sides": (before, after),
            "comparison": comparison.compared(before.content, after.content),
            **_around(self, edition),
        }
        return self.page(request, "editorial/admin/compare.html", context)


class RestoreScreen(EditionScreen):
    """Putting the document's open draft back to a saved text: `get` asks, `post` does."""

    paths = {"restore": "<int:pk>/restore/<slug:digest>/"}

    def get(self, request: HttpRequest, pk: int, digest: str) -> HttpResponse:
        """What putting it back would change."""
        edition, saved, draft = self._asked(request, pk, digest)
        return self._show(request, edition, saved, draft)

    def post(self, request: HttpRequest, pk: int, digest: str) -> HttpResponse:
        """Put it back; 409 where the rules refuse, or where somebody saved the draft since it was shown."""
        edition, saved, draft = self._asked(request, pk, digest)
        try:
            version = int(request.POST.get("version", ""))
            changed = drafts.restore(draft, saved.snapshot, by=person(request), now=clock.now(), version=version)
        except NotAllowed as refused:
            return self._show(request, edition, saved, draft, refused.reasons, status=_CONFLICT)
        except (drafts.Stale, ValueError):
            message = _("Somebody saved the draft since you opened this page. Look at the comparison again.")
            reasons = [Reason("moved", message)]
            return self._show(request, edition, saved, open_draft(edition) or draft, reasons, status=_CONFLICT)
        text = _("The draft says again what it said then.") if changed else _("The draft says that already.")
        messages.success(request, text)
        return HttpResponseRedirect(self.address(draft, "change"))

    def _asked(self, request: HttpRequest, pk: int, digest: str) -> "tuple[Edition, Saved, Edition]":
        """The edition of the address, the text, and the draft that would say it."""
        edition = self.edition(request, pk)
        saved = _saved_text(edition, digest)
        draft = open_draft(edition)
        if draft is None:
            raise Http404(_("No draft of this document is open."))
        return edition, saved, draft

    def _show(
        self, request: HttpRequest, edition: Edition, saved: "Saved", draft: Edition, reasons: Sequence[Reason] = (),
        *, status: int = 200,
    ) -> HttpResponse:  # fmt: skip
        lasting = permissions.problems(Verb.RESTORE, Attempt(draft, person(request), clock.now()))
        current = kept.content(draft.digest)
        context = {
            "title": Verb.RESTORE.label,
            "saved": saved,
            "draft": draft,
            "possible": not lasting,
            "reasons": reasons or lasting,
            "posted": request.method == "POST",
            "comparison": comparison.compared(current, saved.content) if current else None,
            **_around(self, edition),
        }
        return self.page(request, "editorial/admin/restore.html", context, status=status)


@dataclass(frozen=True)
class Saved:
    """A saved text and the first event after which an edition said it."""

    snapshot: Snapshot
    event: Event

    @property
    def content(self) -> Content:
        """What it says."""
        return kept.content_of(self.snapshot)

    @property
    def number(self) -> int:
        """The number of the edition that said it first."""
        return self.event.edition.number

    @property
    def short_digest(self) -> str:
        """Enough of the digest to tell two texts apart."""
        return self.event.digest[:12]


def _saved_text(edition: Edition, digest: str) -> Saved:
    """A text that an edition of the document said. Raises Http404 for any other."""
    snapshot = snapshot_of(edition, digest)
    event = _saving(edition).filter(digest=digest).order_by("id").first()
    if event is None:
        raise Http404(_("No edition of this document ever said this."))
    return Saved(snapshot, event)


def _around(screen: EditionScreen, edition: Edition) -> dict[str, Any]:
    """What the three screens of the history show alike."""
    return {
        "edition": edition,
        "change_url": screen.address(edition, "change"),
        "history_url": screen.address(edition, "history"),
    }


def _chosen(page: "Page[Any]") -> dict[str, int]:
    """Which two texts of the page are chosen to begin with: the newest and the one before it."""
    saves = [event.pk for event in page.object_list if event.verb in SAVING and event.digest]
    if not saves:
        return {}
    return {"chosen_after": saves[0], "chosen_before": saves[1] if len(saves) > 1 else saves[0]}


def _saving(edition: Edition) -> "QuerySet[Event]":
    """The events after which an edition of the document said something of its own."""
    return Event.objects.filter(document=edition.document_id, verb__in=SAVING).select_related("edition")


def open_draft(edition: Edition) -> Edition | None:
    """The draft of the edition's document that is being written, if there is one."""
    found: Edition | None = (
        Edition.objects.filter(document=edition.document_id, state=State.DRAFT).select_related("document").first()
    )
    return found
