"""What the edit forms of new documents and of editions have in common: how they are shown, and where a save leads."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from js_asset import Media

from editorial.admin import request_cache
from editorial.admin.base import person
from editorial.admin.form import language_panel
from editorial.admin.form.entry import Entry
from editorial.admin.form.state import FormState
from editorial.admin.importing import report
from editorial.admin.presence import views as presence
from editorial.admin.screen import EditionScreen
from editorial.admin.workflow.actionbar import Workflow
from editorial.base import clock
from editorial.models import Edition
from editorial.states import Standing, State


class FormPage(EditionScreen):
    """The page with the edit form of a kind of content."""

    def extra_context(self, request: HttpRequest, edition: Edition | None, state: FormState) -> dict[str, Any]:
        """What a kind's own form shows beside what every form shows; nothing here."""
        return {}

    def show(self, request: HttpRequest, edition: Edition | None, state: FormState) -> HttpResponse:
        """The form in this state; `edition` is none for a document that is yet to be made."""
        admin, entry = self.admin, state.entry
        errors = entry.error_counts()
        words = request_cache.words_for(request, edition, entry.content)
        states = language_panel.states(
            entry.content, edition=edition, scope=entry.scope, errors=errors, sent=state.sent, words=words
        )
        media = entry.media if entry.scope else Media()
        context = {
            **admin.admin_site.each_context(request),
            "title": _("Add: %(kind)s") % {"kind": admin.opts.verbose_name} if edition is None else str(edition),
            "subtitle": None,
            "object_id": edition.pk if edition is not None else None,
            "original": edition,
            "adminform": SimpleNamespace(form=entry.main),
            "inline_admin_formsets": [],
            "media": media.with_nonce(getattr(request, "csp_nonce", "")),
            "screen": state,
            "entry": entry,
            "groups": entry.rows,
            "language_states": states,
            "shown_language": language_panel.first_shown(states),
            "shared_errors": errors[""],
            "error_total": sum(errors.values()),
            "errors": sum(errors.values()),
            **_opened_on(request, edition, state),
            "advice": _advice(edition, state, clock.now()) if edition is not None else "",
            "preserved_filters": admin.get_preserved_filters(request),
            **self.extra_context(request, edition, state),
            "together": presence.on_form(self, request, edition, state),
            **(self._of_edition(request, edition) if edition is not None else {}),
        }
        response = admin.render_change_form(
            request, context, add=edition is None, change=edition is not None, obj=edition
        )
        response.status_code = state.status
        return response

    def _of_edition(self, request: HttpRequest, edition: Edition) -> dict[str, Any]:
        """The action bar's data, and after an import the report above the form."""
        by, now, attempt = person(request), clock.now(), request_cache.attempt(request, edition)
        context: dict[str, Any] = {
            "workflow": Workflow.for_edition(edition, by=by, now=now, site=self.admin.admin_site, attempt=attempt)
        }
        if "imported" in request.GET:
            context["import_reports"] = report.of_edition(edition, request.GET["imported"])
        return context

    def after(self, request: HttpRequest, row: Edition) -> HttpResponse:
        """On to where the person wants to be: the list, or the form again."""
        if "_save" in request.POST:
            return presence.saved(request, HttpResponseRedirect(self.kind_address("changelist")))
        url = self.kind_address("change", row.pk)
        more = request.POST.get("_more", "")
        target = f"{url}?more={more}#part-{more}" if more in {inline.name for inline in self.admin.parts} else url
        return presence.saved(request, HttpResponseRedirect(target))


def tell_removed(request: HttpRequest, entry: Entry) -> None:
    """Say what cleaning took out of what was typed."""
    for sentence in entry.removed():
        messages.warning(request, sentence)


def sent_version(request: HttpRequest) -> int:
    """The version that the form was opened on; one that was not sent is older than any."""
    try:
        return int(request.POST.get("version", ""))
    except ValueError:
        return -1


def creation_key(request: HttpRequest) -> UUID | None:
    """What names the form of a new document, so that sending it twice makes one; none where it was not sent."""
    try:
        return UUID(request.POST.get("creation_key", ""))
    except ValueError:
        return None


def _opened_on(request: HttpRequest, edition: Edition | None, state: FormState) -> dict[str, Any]:
    """The version and digest that the form carries: those that were sent where nothing was saved, else the present."""
    if edition is None:
        return {"creation_key": state.creation_key or creation_key(request) or uuid4()}
    if state.reasons or state.entry.sent:
        # Somebody may save between the refusal and this page: the next try must notice that.
        return {"form_version": sent_version(request), "form_opened": request.POST.get("opened", "")}
    return {"form_version": edition.version, "form_opened": edition.digest}


def _advice(edition: Edition, state: FormState, now: datetime) -> str:
    """What to do with an edition that cannot be changed."""
    if not state.readonly:
        return ""
    match State(edition.state):
        case State.IN_REVIEW | State.APPROVED | State.CHANGES_REQUESTED:
            return _("To change it, an author recalls it to draft; signatures given so far then no longer count.")
        case State.PUBLISHED if edition.standing(now) == Standing.SCHEDULED:
            return _("To change it, a publisher unschedules it first; an author can then recall it to draft.")
        case State.PUBLISHED if edition.standing(now) == Standing.LIVE:
            return _(
                "To change it, an author revises it: that opens a new draft, and this edition stays public meanwhile."
            )
        case State.PUBLISHED:
            return _("It is no longer public. To publish it anew, an author revises it: that opens a new draft.")
        case State.DISCARDED:
            return _("It was given up. Its document can be revised anew from an edition that was published.")
    return ""
