"""The edit form in the admin: one form over all languages and parts, saved in one transaction through the engine."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from js_asset import Media

from editorial.admin import request_cache
from editorial.admin.base import person
from editorial.admin.conflicts import screen
from editorial.admin.conflicts.screen import CONFLICT, FormState
from editorial.admin.form import entry as entries
from editorial.admin.form import language_panel
from editorial.admin.form.entry import Entry
from editorial.admin.form.fields import Scope
from editorial.admin.form.inlines import PartInline
from editorial.admin.importing import report
from editorial.admin.presence import views
from editorial.admin.screen import EditionScreen
from editorial.admin.workflow.actionbar import Workflow
from editorial.base import clock, languages
from editorial.collaboration import autosave
from editorial.content import canonical, writing
from editorial.models import Edition
from editorial.states import Standing, State, Verb
from editorial.workflow import drafts
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason


class FormScreen(EditionScreen):
    """The edit form of a kind of content, for a new document or an edition that exists.

    Saving goes through `editorial.workflow.drafts` alone; what a person may not do is refused there and said here.
    """

    paths = {"add": "add/", "change": "<path:object_id>/change/"}

    def get(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """Show the form; the addresses and the parameter are those of Django's own form, which this stands for."""
        if object_id is None:
            self._require_adder(request)
            return self._show(request, None, FormState(self._blank(request)))
        if not self.admin.has_view_permission(request):
            raise PermissionDenied
        edition = self.admin.get_object(request, unquote(object_id))
        if edition is None:
            return self._unknown(request, unquote(object_id))
        return self._show(request, edition, self._opened(request, edition))

    def post(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """Save what was sent, or show it again with what stands against it."""
        if object_id is None:
            self._require_adder(request)
            return self._begin(request)
        pk = unquote(object_id)
        if not (pk.isascii() and pk.isdigit()):
            return self.get(request, object_id)
        if not self.admin.has_view_permission(request):
            raise PermissionDenied
        return self._save(request, int(pk))

    def extra_context(self, request: HttpRequest, edition: Edition | None, state: FormState) -> dict[str, Any]:
        """What a kind's own form shows beside what every form shows; nothing here."""
        return {}

    def _unknown(self, request: HttpRequest, pk: str) -> HttpResponse:
        admin: Any = self.admin
        answer: HttpResponse = admin._get_obj_does_not_exist_redirect(request, admin.opts, pk)
        return answer

    # Opening

    def _opened(self, request: HttpRequest, edition: Edition) -> FormState:
        by = person(request)
        readonly = permissions.problems(Verb.SAVE, Attempt(edition, by, clock.now()))
        scope = Scope.nothing() if readonly else Scope.of(by)
        value = request_cache.content_of_edition(request, edition)
        unsaved = None
        if "unsaved" in request.GET and not readonly:
            unsaved = autosave.offered(edition, by=by, present=value)
        if unsaved is not None:
            base, typed = unsaved.base, unsaved.typed
            return screen.put_together(
                self.admin, edition, scope, base=base, now=value, typed=typed, kept_at=unsaved.at
            )
        more = request.GET.get("more", "")
        return FormState(self.admin.entry(value, scope=scope, edition=edition, more=more), readonly=readonly)

    # Beginning

    def _require_adder(self, request: HttpRequest) -> None:
        if not self.admin.has_add_permission(request):
            raise PermissionDenied

    def _blank(self, request: HttpRequest, *, sent: HttpRequest | None = None) -> Entry:
        """The form of a document that is yet to be made."""
        by = person(request)
        blank = entries.nothing(self.admin.kind, source_language=_source_language(by))
        return self.admin.entry(blank, scope=Scope.of(by), sent=sent)

    def _begin(self, request: HttpRequest) -> HttpResponse:
        """Make the document and its first draft."""
        by, kind = person(request), self.admin.kind
        entry = self._blank(request, sent=request)
        if "_resume" in request.POST:
            resumed = self.admin.entry(entry.read(), scope=Scope.of(by), stored=entry.content)
            return self._show(request, None, FormState(resumed, resumed=True))
        state, key = FormState(entry), _creation_key(request)
        if key is None:
            state.reasons, state.status = [_sent_again_please()], CONFLICT
            return self._show(request, None, state)
        valid = entry.is_valid()
        try:
            # What the first sending of this form made holds the slugs, too: so this comes before whatever is unsound.
            drafts.require_not_made(key)
            if valid:
                with transaction.atomic():
                    row = kind.model()
                    session = drafts.found_document(row, kind, by=by, now=clock.now(), key=key)
                    writing.write(row, entry.typed())
                    session.commit()
                _tell_removed(request, entry)
                messages.success(request, _("The draft was made."))
                return self.after(request, row)
        except NotAllowed as refused:
            state.reasons, state.status = refused.reasons, CONFLICT
        except drafts.MadeAlready as before:
            first = before.document.editions.order_by("number").first()
            if first is not None and first.created_by_id == by.pk and before.document.kind == kind.key:
                messages.info(request, _("The form was sent twice. The draft was made once: this is it."))
                return self.after(request, first)
            state.reasons, state.status, state.creation_key = [_sent_again_please()], CONFLICT, uuid4()
        return self._show(request, None, state)

    # Saving

    def _save(self, request: HttpRequest, pk: int, *, again: int | None = None) -> HttpResponse:
        """Lock, check, read the form, write, record: all or nothing.

        :param again: the version to save on when the one that was sent is not the present one, but its text is.
        """
        by, now = person(request), clock.now()
        scope = Scope.of(by)
        if "_resume" in request.POST:
            return self._resume(request, pk, scope)
        entry: Entry | None = None
        refusal: drafts.Stale | NotAllowed | None = None
        try:
            with transaction.atomic():
                session = drafts.begin(pk, by=by, now=now, version=_version(request) if again is None else again)
                if session.kind is not self.admin.kind:
                    return self._unknown(request, str(pk))
                value = session.read()
                sent = screen.decided(self.admin, request, session.edition, scope, value)
                entry = self.admin.entry(value, scope=scope, edition=session.edition, sent=sent)
                if entry.is_valid():
                    changed = self._write(session, entry)
                    autosave.drop(session.edition, by=by)
                    refused = self._attest(request, session)
                    return self.saved(request, entry, session.edition, changed, refused)
        except Edition.DoesNotExist:
            return self._unknown(request, str(pk))
        except drafts.Stale as error:
            same_text = error.edition.digest == request.POST.get("opened") and _version(request) >= 0
            if again is None and same_text:
                # Somebody gave their word for a translation meanwhile; nobody changed what this person reads.
                return self._save(request, pk, again=error.edition.version)
            refusal = error
        except NotAllowed as error:
            refusal = error
        # Somebody else may have moved it meanwhile; the page shows how it stands.
        edition = self.admin.get_object(request, str(pk))
        if edition is None:
            return self._unknown(request, str(pk))
        state = self._refused(request, edition, scope, entry, refusal)
        state.sent = request.POST.dict()
        return self._show(request, edition, state)

    def _resume(self, request: HttpRequest, pk: int, scope: Scope) -> HttpResponse:
        """The form with what was typed put into the draft as it is now, for going on; nothing is saved."""
        edition = self.admin.get_object(request, str(pk))
        if edition is None:
            return self._unknown(request, str(pk))
        reasons = permissions.problems(Verb.SAVE, Attempt(edition, person(request), clock.now()))
        if reasons:
            state = self._refused(request, edition, scope, None, NotAllowed(reasons))
        else:
            state = screen.meet(self.admin, request, edition, scope, status=200)
        state.sent = request.POST.dict()
        return self._show(request, edition, state)

    def _refused(
        self,
        request: HttpRequest,
        edition: Edition,
        scope: Scope,
        entry: Entry | None,
        refusal: drafts.Stale | NotAllowed | None,
    ) -> FormState:
        """The form again with what was typed: what was unsound, why it was not allowed, or what another person saved."""
        if isinstance(refusal, drafts.Stale):
            return screen.meet(self.admin, request, edition, scope)
        if entry is None:
            entry = self.admin.entry(
                canonical.load(self.admin.kind, edition.pk), scope=scope, edition=edition, sent=request
            )
        if refusal is None:
            return FormState(entry)
        return FormState(entry, reasons=refusal.reasons, status=CONFLICT)

    def _write(self, session: drafts.Session, entry: Entry) -> bool:
        """Write what was typed; whether anything changed."""
        typed = entry.typed()
        if typed == entry.content and session.before is not None:
            return False
        writing.write(session.edition, typed, before=entry.content)
        return session.commit()

    def _attest(self, request: HttpRequest, session: drafts.Session) -> list[Reason]:
        """Record this person's word for the languages that they ticked; why not, where the engine refuses it."""
        refused: list[Reason] = []
        for code in languages.codes():
            if request.POST.get(f"attest_{code}"):
                try:
                    drafts.attest(session.edition, code, by=session.by, now=session.now)
                except NotAllowed as refusal:
                    refused += refusal.reasons
                else:
                    text = _("Recorded: %(language)s is a translation of the present source text.")
                    messages.success(request, text % {"language": languages.name(code)})
        return refused

    def saved(
        self, request: HttpRequest, entry: Entry, row: Edition, changed: bool, refused: Sequence[Reason]
    ) -> HttpResponse:
        _tell_removed(request, entry)
        if changed:
            messages.success(request, _("Saved."))
        elif not any(request.POST.get(f"attest_{code}") for code in languages.codes()):
            messages.info(request, _("Nothing was changed."))
        for reason in refused:
            messages.warning(request, reason.message)
        return self.after(request, row)

    # Showing

    def _show(self, request: HttpRequest, edition: Edition | None, state: FormState) -> HttpResponse:
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
            "groups": _groups(entry),
            "language_states": states,
            "shown_language": language_panel.first_shown(states),
            "shared_errors": errors[""],
            "error_total": sum(errors.values()),
            "errors": sum(errors.values()),
            **_opened_on(request, edition, state),
            "advice": _advice(edition, state, clock.now()) if edition is not None else "",
            "preserved_filters": admin.get_preserved_filters(request),
            **self.extra_context(request, edition, state),
            "together": views.on_form(self, request, edition, state),
            **(self._of_edition(request, edition) if edition is not None else {}),
        }
        response = admin.render_change_form(
            request, context, add=edition is None, change=edition is not None, obj=edition
        )
        response.status_code = state.status
        return response

    def _of_edition(self, request: HttpRequest, edition: Edition) -> dict[str, Any]:
        """The action bar's data, and after an import the report above the form."""
        by, now, case = person(request), clock.now(), request_cache.attempt(request, edition)
        context: dict[str, Any] = {
            "workflow": Workflow.for_edition(edition, by=by, now=now, site=self.admin.admin_site, attempt=case)
        }
        if "imported" in request.GET:
            context["import_reports"] = report.of_edition(edition, request.GET["imported"])
        return context

    def after(self, request: HttpRequest, row: Edition) -> HttpResponse:
        """On to where the person wants to be: the list, or the form again."""
        if "_save" in request.POST:
            return views.saved(request, HttpResponseRedirect(self.kind_address("changelist")))
        url = self.kind_address("change", row.pk)
        more = request.POST.get("_more", "")
        target = f"{url}?more={more}#part-{more}" if more in _names(self.admin.parts) else url
        return views.saved(request, HttpResponseRedirect(target))


def _tell_removed(request: HttpRequest, entry: Entry) -> None:
    for sentence in entry.removed():
        messages.warning(request, sentence)


def _names(inlines: Sequence[PartInline]) -> set[str]:
    return {inline.name for inline in inlines}


def _creation_key(request: HttpRequest) -> UUID | None:
    """What names the form of a new document, so that sending it twice makes one; none where it was not sent."""
    try:
        return UUID(request.POST.get("creation_key", ""))
    except ValueError:
        return None


def _sent_again_please() -> Reason:
    return Reason("creation_key", _("Nothing was saved yet. What you typed is below: check it, then save it again."))


def _version(request: HttpRequest) -> int:
    """The version that the form was opened on; one that was not sent is older than any."""
    try:
        return int(request.POST.get("version", ""))
    except ValueError:
        return -1


def _opened_on(request: HttpRequest, edition: Edition | None, state: FormState) -> dict[str, Any]:
    """The version and the text that the form carries: the present ones, but those that were sent where nothing was saved."""
    if edition is None:
        return {"creation_key": state.creation_key or _creation_key(request) or uuid4()}
    if state.reasons or state.entry.sent:
        # Somebody may save between the refusal and this page: the next try must notice that.
        return {"form_version": _version(request), "form_opened": request.POST.get("opened", "")}
    return {"form_version": edition.version, "form_opened": edition.digest}


def _source_language(user: Any) -> str:
    wanted = user.language or (get_language() or "")[:2]
    return wanted if wanted in languages.codes() else languages.codes()[0]


def _groups(entry: Entry) -> list[tuple[Any, list[list[Any]]]]:
    """The main form's fields by group; a translated field is a list of its languages, any other a list of itself."""
    return [(title, [bound_fields(entry.main, name) for name in names]) for title, names in entry.groups]


def bound_fields(form: Any, name: str) -> list[Any]:
    """The bound fields of a content field: one for each language, or one."""
    if name in form.fields:
        return [form[name]]
    return [form[languages.column(name, code)] for code in languages.codes()]


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
