"""The history of a document: everything that happened to all its editions, any two texts compared, any one put back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from editorial import assigning, drafts, languages, rules
from editorial.admin import addresses, comparison, importing_report
from editorial.admin.base import ModelAdmin, person
from editorial.admin.preview import snapshot_of
from editorial.models import Edition, Event, Party, Snapshot
from editorial.rules import Case, NotAllowed, Reason
from editorial.states import DONE, State, Verb

#: Verbs after which the content may say something else; their events can be compared and put back.
SAVING = (Verb.CREATE, Verb.SAVE, Verb.RESTORE, Verb.REVISE, Verb.GRANT_EXCEPTION, Verb.END_EXCEPTION)
#: Events a page.
PER_PAGE = 50


@dataclass(frozen=True)
class Note:
    """One thing that an event's detail says, and the instant that it names, if any."""

    text: str
    moment: datetime | None = None
    url: str = ""


@dataclass(frozen=True)
class Entry:
    """One event of the timeline, with what its detail says in words."""

    event: Event
    notes: tuple[Note, ...]
    previews: tuple[tuple[str, str], ...] = ()
    restore_url: str = ""

    @property
    def reason(self) -> str:
        """Why, in the person's words; a restored text is named by its digest there, which says nothing to a reader."""
        return "" if self.event.verb == Verb.RESTORE else self.event.reason

    @property
    def verb(self) -> str:
        """What was done, in the past."""
        return str(DONE[Verb(self.event.verb)])

    @property
    def is_save(self) -> bool:
        """Whether the event stands for a text of its own."""
        return self.event.verb in SAVING and bool(self.event.digest)

    @property
    def is_guest(self) -> bool:
        """Whether somebody without an account did it, by a preview link."""
        return self.event.by_id is None and self.event.verb in (Verb.REMARK, Verb.GUEST_AGREE)

    @property
    def moved(self) -> bool:
        """Whether the edition went from one state to another."""
        return self.event.from_state != self.event.to_state

    @property
    def short_digest(self) -> str:
        """Enough of the digest to tell two texts apart."""
        return self.event.digest[:12]


class HistoryMixin(ModelAdmin):
    """The timeline, the comparison and the restoring of texts."""

    def history_urls(self) -> list[URLPattern]:
        """Addresses beside Django's own `history/`, which shows the timeline."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/compare/", wrap(self.compare_view), name=f"{name}_compare"),
            path("<int:pk>/restore/<slug:digest>/", wrap(self.restore_view), name=f"{name}_restore"),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The timeline of the edition's document, newest first."""
        edition = self._readable_edition(request, object_id)
        events = Event.objects.filter(document=edition.document_id).select_related("edition").order_by("-id")
        page = Paginator(events, PER_PAGE).get_page(request.GET.get("page"))
        parties = {party.code: str(party) for party in Party.objects.all()}
        draft = open_draft(edition)
        restorable = draft is not None and not rules.problems(
            Verb.RESTORE,
            Case(draft, person(request), timezone.now()),
        )
        context = {
            "title": _("History"),
            "page": page,
            "page_range": page.paginator.get_elided_page_range(page.number),
            **_chosen(page),
            "entries": [
                self._timeline_entry(event, parties, draft if restorable else None) for event in page.object_list
            ],
            "compare_url": addresses.of(edition, "compare", site=self.admin_site.name),
            **(extra_context or {}),
        }
        return self._history_screen(request, edition, "editorial/admin/history.html", context)

    def compare_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Two saved texts of the document, `?before=` and `?after=` by digest; the older one is always shown as such."""
        edition = self._readable_edition(request, str(pk))
        before, after = (self._saved_text(edition, request.GET.get(name, "")) for name in ("before", "after"))
        if before.event.pk > after.event.pk:
            before, after = after, before
        context = {
            "title": _("Comparison"),
            "sides": (before, after),
            "comparison": comparison.of(before.snapshot.content, after.snapshot.content),
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
                return HttpResponseRedirect(addresses.of(draft, "change", site=self.admin_site.name))
        lasting = rules.problems(Verb.RESTORE, Case(draft, person(request), now))
        current = Snapshot.objects.filter(pk=draft.digest).first()
        context = {
            "title": Verb.RESTORE.label,
            "saved": saved,
            "draft": draft,
            "possible": not lasting,
            "reasons": reasons or lasting,
            "posted": request.method == "POST",
            "comparison": comparison.of(current.content, saved.snapshot.content) if current else None,
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
        event = (
            Event.objects.filter(document=edition.document_id, digest=digest, verb__in=SAVING)
            .select_related("edition")
            .order_by("id")
            .first()
        )
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
            "change_url": addresses.of(edition, "change", site=site.name),
            "history_url": addresses.of(edition, "history", site=site.name),
        }
        return TemplateResponse(request, template, {**shared, **context}, status=status)

    def _imports(self, event: Event) -> list[Note]:
        """The files that the event brought in, each with the way to its report."""
        if '"imported":' not in event.detail:
            return []
        url = addresses.of(event.edition, "change", site=self.admin_site.name) + f"?imported={event.pk}"
        return [Note(importing_report.sentence(record), url=url) for record in event.data.get("imported", ())]

    def _timeline_entry(self, event: Event, parties: Mapping[str, str], draft: Edition | None) -> Entry:
        said = (*self._imports(event), *notes(event, parties))
        if event.verb not in SAVING or not event.digest:
            return Entry(event, said)
        site = self.admin_site.name
        name = f"{site}:{self.opts.app_label}_{self.opts.model_name}_preview"
        previews = tuple((code, reverse(name, args=(event.edition_id, code))) for code in languages.codes())
        restore_url = ""
        if draft is not None and draft.digest != event.digest:
            restore_url = addresses.of(draft, "restore", event.digest, site=site)
        return Entry(event, said, previews, restore_url)


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


def open_draft(edition: Edition) -> Edition | None:
    """The draft of the edition's document that is being written, if there is one."""
    found: Edition | None = (
        Edition.objects.filter(document=edition.document_id, state=State.DRAFT).select_related("document").first()
    )
    return found


def notes(event: Event, parties: Mapping[str, str]) -> list[Note]:
    """What the event's detail says, in words for the timeline.

    :param parties: the parties' names in the reader's language, by code.
    """
    if event.verb in rules.ORGANISING:
        return [Note(text) for text in assigning.in_words(event)]
    detail = event.data
    found = [Note(text) for text in (*_texts_changed(detail), *_language(event, detail))]
    if detail.get("party"):
        found.append(Note(_("For: %(party)s.") % {"party": parties.get(detail["party"], detail["party"])}))
    named = (("begin", _("Public from")), ("end", _("Public until")), ("at", _("Public until")))
    for name, words in named:
        if isinstance(detail.get(name), str):
            found.append(Note(words, parse_datetime(detail[name])))
    if detail.get("must_fix"):
        found.append(Note(_("This must be fixed before anybody signs off.")))
    if "based_on" in detail:
        found.append(Note(_("Begun from edition %(number)s.") % {"number": detail["based_on"]}))
    return found


def _texts_changed(detail: dict[str, Any]) -> Iterator[str]:
    if detail.get("languages"):
        yield _("Texts changed in: %(languages)s.") % {"languages": languages.names(detail["languages"])}
    if detail.get("shared"):
        yield _("Changed what all languages share.")
    if detail.get("xliff"):
        values = {
            "name": detail["xliff"]["file"],
            "taken": detail["xliff"]["taken"],
            "refused": detail["xliff"]["refusals"],
        }
        yield _("From the XLIFF file “%(name)s”: taken %(taken)s, refused %(refused)s.") % values


def _language(event: Event, detail: dict[str, Any]) -> Iterator[str]:
    if "language" not in detail:
        return
    values = {"language": languages.name(detail["language"])}
    if event.verb != Verb.ATTEST:
        yield values["language"]
    elif detail.get("still_valid"):
        yield _("%(language)s: still valid, no change needed.") % values
    else:
        yield _("%(language)s: a translation of the source text as it was then.") % values
