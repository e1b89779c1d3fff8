"""The history of a document: everything that happened to all its editions, any two texts compared, any one put back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.admin import addresses
from editorial.admin.base import ModelAdmin, person
from editorial.admin.history.record import RecordMixin
from editorial.admin.history.timeline import SAVING, Entry, Filters, chapters, events_of
from editorial.admin.importing import report
from editorial.admin.preview import snapshot_of
from editorial.admin.review import comparison
from editorial.base import languages
from editorial.models import Edition, Event, Snapshot
from editorial.states import State, Verb
from editorial.workflow import drafts, event_words
from editorial.workflow.attempt import Attempt
from editorial.workflow.event_words import Note, Parties
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason

#: Events a page.
PER_PAGE = 50


class HistoryMixin(RecordMixin, ModelAdmin):
    """The timeline, the comparison and the restoring of texts, and the record to take away."""

    def history_urls(self) -> list[URLPattern]:
        """Addresses beside Django's own `history/`, which shows the timeline."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/compare/", wrap(self.compare_view), name=f"{name}_compare"),
            path("<int:pk>/restore/<slug:digest>/", wrap(self.restore_view), name=f"{name}_restore"),
            *self.record_urls(),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The timeline of the edition's document, newest first."""
        edition = self._readable_edition(request, object_id)
        filters = Filters.of(edition.document_id, request.GET)
        page = Paginator(filters.narrow(events_of(edition.document_id)), PER_PAGE).get_page(request.GET.get("page"))
        parties = Parties.read()
        draft = open_draft(edition)
        restorable = draft is not None and not permissions.problems(
            Verb.RESTORE,
            Attempt(draft, person(request), timezone.now()),
        )
        entries = [
            self._timeline_entry(event, parties, draft if restorable else None, edition.document.kind)
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
            "compare_url": addresses.screen_url(edition, "compare", site=self.admin_site.name),
            "record_url": addresses.screen_url(edition, "record", site=self.admin_site.name),
            **(extra_context or {}),
        }
        return self._history_screen(request, edition, "editorial/admin/history.html", context)

    def compare_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Two saved texts of the document, `?before=` and `?after=` by digest; the older one is always shown as such.

        With `&event=`, what that event made of the text before it.
        """
        edition = self._readable_edition(request, str(pk))
        before, after = (self._saved_text(edition, request.GET.get(name, "")) for name in ("before", "after"))
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
            "comparison": comparison.compared(before.snapshot.content, after.snapshot.content),
        }
        return self._history_screen(request, edition, "editorial/admin/compare.html", context)

    def restore_view(self, request: HttpRequest, pk: int, digest: str) -> HttpResponse:
        """Ask (GET), then (POST) put the document's open draft back to a saved text."""
        edition = self._readable_edition(request, str(pk))
        saved = self._saved_text(edition, digest)
        draft = open_draft(edition)
        if draft is None:
            raise Http404(_("No draft of this document is open."))
        now = timezone.now()
        reasons: list[Reason] = []
        status = 200
        if request.method == "POST":
            try:
                version = int(request.POST.get("version", ""))
                changed = drafts.restore(draft, saved.snapshot, by=person(request), now=now, version=version)
            except NotAllowed as refused:
                reasons, status = refused.reasons, 409
            except (drafts.Stale, ValueError):
                message = _("Somebody saved the draft since you opened this page. Look at the comparison again.")
                reasons, status = [Reason("moved", message)], 409
                draft = open_draft(edition) or draft
            else:
                text = _("The draft says again what it said then.") if changed else _("The draft says that already.")
                messages.success(request, text)
                return HttpResponseRedirect(addresses.screen_url(draft, "change", site=self.admin_site.name))
        lasting = permissions.problems(Verb.RESTORE, Attempt(draft, person(request), now))
        current = Snapshot.objects.filter(pk=draft.digest).first()
        context = {
            "title": Verb.RESTORE.label,
            "saved": saved,
            "draft": draft,
            "possible": not lasting,
            "reasons": reasons or lasting,
            "posted": request.method == "POST",
            "comparison": comparison.compared(current.content, saved.snapshot.content) if current else None,
        }
        return self._history_screen(request, edition, "editorial/admin/restore.html", context, status=status)

    def _readable_edition(self, request: HttpRequest, pk: str) -> Edition:
        edition: Edition | None = self.get_object(request, pk)
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        if edition is None:
            raise Http404(_("There is no such edition."))
        return edition

    def _saved_text(self, edition: Edition, digest: str) -> "Saved":
        snapshot = snapshot_of(edition, digest)
        event = _saving(edition).filter(digest=digest).order_by("id").first()
        if event is None:
            raise Http404(_("No edition of this document ever said this."))
        return Saved(snapshot, event)

    def _history_screen(
        self, request: HttpRequest, edition: Edition, template: str, context: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        site = self.admin_site
        request.current_app = site.name
        shared = {
            **site.each_context(request),
            "opts": self.opts,
            "edition": edition,
            "change_url": addresses.screen_url(edition, "change", site=site.name),
            "history_url": addresses.screen_url(edition, "history", site=site.name),
        }
        return TemplateResponse(request, template, {**shared, **context}, status=status)

    def _imports(self, event: Event) -> list[Note]:
        """The files that the event brought in, each with the way to its report."""
        if '"imported":' not in event.detail:
            return []
        url = addresses.screen_url(event.edition, "change", site=self.admin_site.name) + f"?imported={event.pk}"
        return [Note(report.sentence(record), url=url) for record in event.data.get("imported", ())]

    def _timeline_entry(self, event: Any, parties: Parties, draft: Edition | None, kind: str) -> Entry:
        said = (*self._imports(event), *event_words.notes(event, parties.by_code))
        acting = event_words.acting(event, parties.by_pk)
        if event.verb not in SAVING or not event.digest:
            return Entry(event, said, acting)
        site = self.admin_site.name
        name = f"{site}:{self.opts.app_label}_{self.opts.model_name}_preview"
        previews = tuple((code, reverse(name, args=(event.edition_id, code))) for code in languages.codes())
        restore_url = ""
        if draft is not None and draft.digest != event.digest:
            restore_url = addresses.screen_url(draft, "restore", event.digest, site=site)
        changed = tuple(event_words.changed_in_words(event, kind))
        return Entry(event, said, acting, changed, previews, restore_url, event.before or "")


@dataclass(frozen=True)
class Saved:
    """A saved text and the first event after which an edition said it."""

    snapshot: Snapshot
    event: Event

    @property
    def number(self) -> int:
        """The number of the edition that said it first."""
        return self.event.edition.number

    @property
    def short_digest(self) -> str:
        """Enough of the digest to tell two texts apart."""
        return self.event.digest[:12]


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
