"""The edit form in the admin: one form over all languages and parts, saved in one transaction through the engine."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from js_asset import Media

from editorial.admin import request_cache
from editorial.admin.conflicts.screen import CONFLICT, MeetingMixin, Screen
from editorial.admin.form import entry as entries
from editorial.admin.form import language_panel
from editorial.admin.form.entry import Entry, Group
from editorial.admin.form.fields import Scope
from editorial.admin.form.inlines import PartInline
from editorial.admin.presence import views
from editorial.base import languages
from editorial.collaboration import autosave
from editorial.content import canonical, kinds
from editorial.content.canonical import Content
from editorial.content.kinds import Kind
from editorial.models import Edition
from editorial.states import Standing, State, Verb
from editorial.workflow import drafts
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason


class ContentMixin(MeetingMixin):
    """The edit form of a kind of content.

    `groups` names the fields on the main form and `parts` how each sort of part stands below it. Saving goes
    through `editorial.workflow.drafts` alone; what a person may not do is refused there and said here.
    """

    change_form_template = "admin/editorial/edition_change_form.html"
    groups: Sequence[Group] = ()
    parts: Sequence[PartInline] = ()

    @property
    def kind(self) -> Kind:
        """The kind of content that this form is for."""
        return kinds.kind_of_model(self.model)

    def has_change_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        """Whoever writes or translates; what exactly, the engine decides at each save."""
        return bool(Scope.of(request.user))  # type: ignore[arg-type]  # the admin lets no anonymous person in

    @method_decorator(csrf_protect)
    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:  # fmt: skip
        """Show the form, or save what was sent."""
        if object_id is None:
            return self._begin(request, extra_context)
        if not self.has_view_permission(request):
            raise PermissionDenied
        pk = unquote(object_id)
        if request.method == "POST" and pk.isascii() and pk.isdigit():
            return self._save(request, int(pk), extra_context)
        edition = self.get_object(request, pk)
        if edition is None:
            return self._unknown(request, pk)
        return self._show(request, edition, self._opened(request, edition), extra_context)

    def _unknown(self, request: HttpRequest, pk: str) -> HttpResponse:
        return self._get_obj_does_not_exist_redirect(request, self.opts, pk)  # type: ignore[attr-defined,no-any-return]

    # Opening

    def _opened(self, request: HttpRequest, edition: Edition) -> Screen:
        by = self._person(request)
        readonly = permissions.problems(Verb.SAVE, Attempt(edition, by, timezone.now()))
        scope = Scope.nothing() if readonly else Scope.of(by)
        value = request_cache.content_of_edition(request, edition)
        unsaved = None
        if "unsaved" in request.GET and not readonly:
            unsaved = autosave.offered(edition, by=by, present=value)
        if unsaved is not None:
            base, typed = unsaved.base, unsaved.typed
            return self._put_together(edition, scope, base=base, now=value, typed=typed, kept_at=unsaved.at)
        more = request.GET.get("more", "")
        return Screen(self._entry(value, scope=scope, edition=edition, more=more), readonly=readonly)

    def _begin(self, request: HttpRequest, extra_context: dict[str, Any] | None) -> HttpResponse:
        """The form of a document that is yet to be made."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        by, now = self._person(request), timezone.now()
        blank = entries.nothing(self.kind, source_language=_source_language(by))
        sent = request if request.method == "POST" else None
        entry = self._entry(blank, scope=Scope.of(by), sent=sent)
        screen = Screen(entry)
        if "_resume" in request.POST:
            entry = self._entry(entry.read(), scope=Scope.of(by), stored=blank)
            screen = Screen(entry, resumed=True)
        elif sent is not None and entry.is_valid():
            try:
                with transaction.atomic():
                    row = self.kind.model()
                    session = drafts.found_document(row, self.kind, by=by, now=now)
                    canonical.write(row, entry.typed())
                    session.commit()
            except NotAllowed as refused:
                screen.reasons, screen.status = refused.reasons, CONFLICT
            else:
                self._tell_removed(request, entry)
                messages.success(request, _("The draft was made."))
                return self._after(request, row)
        return self._show(request, None, screen, extra_context)

    # Saving

    def _save(
        self, request: HttpRequest, pk: int, extra_context: dict[str, Any] | None, *, again: int | None = None
    ) -> HttpResponse:
        """Lock, check, read the form, write, record: all or nothing.

        :param again: the version to save on when the one that was sent is not the present one, but its text is.
        """
        by, now = self._person(request), timezone.now()
        scope = Scope.of(by)
        if "_resume" in request.POST:
            return self._resume(request, pk, scope, extra_context)
        entry: Entry | None = None
        refusal: drafts.Stale | NotAllowed | None = None
        try:
            with transaction.atomic():
                session = drafts.begin(pk, by=by, now=now, version=_version(request) if again is None else again)
                if session.kind is not self.kind:
                    return self._unknown(request, str(pk))
                value = session.read()
                sent = self._decided(request, session.edition, scope, value)
                entry = self._entry(value, scope=scope, edition=session.edition, sent=sent)
                if entry.is_valid():
                    changed = self._write(session, entry)
                    autosave.drop(session.edition, by=by)
                    refused = self._attest(request, session)
                    return self._saved(request, entry, session.edition, changed, refused)
        except Edition.DoesNotExist:
            return self._unknown(request, str(pk))
        except drafts.Stale as error:
            same_text = error.edition.digest == request.POST.get("opened") and _version(request) >= 0
            if again is None and same_text:
                # Somebody gave their word for a translation meanwhile; nobody changed what this person reads.
                return self._save(request, pk, extra_context, again=error.edition.version)
            refusal = error
        except NotAllowed as error:
            refusal = error
        # Somebody else may have moved it meanwhile; the page shows how it stands.
        edition = self.get_object(request, str(pk))
        if edition is None:
            return self._unknown(request, str(pk))
        screen = self._refused(request, edition, scope, entry, refusal)
        screen.sent = request.POST.dict()
        return self._show(request, edition, screen, extra_context)

    def _refused(
        self,
        request: HttpRequest,
        edition: Edition,
        scope: Scope,
        entry: Entry | None,
        refusal: drafts.Stale | NotAllowed | None,
    ) -> Screen:
        """The form again with what was typed: what was unsound, why it was not allowed, or what another person saved."""
        if isinstance(refusal, drafts.Stale):
            return self._meet(request, edition, scope)
        if entry is None:
            entry = self._entry(canonical.load(self.kind, edition.pk), scope=scope, edition=edition, sent=request)
        if refusal is None:
            return Screen(entry)
        return Screen(entry, reasons=refusal.reasons, status=CONFLICT)

    def _write(self, session: drafts.Session, entry: Entry) -> bool:
        """Write what was typed; whether anything changed."""
        typed = entry.typed()
        if typed == entry.content and session.before is not None:
            return False
        canonical.write(session.edition, typed, before=entry.content)
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

    def _saved(
        self, request: HttpRequest, entry: Entry, row: Edition, changed: bool, refused: Sequence[Reason]
    ) -> HttpResponse:
        self._tell_removed(request, entry)
        if changed:
            messages.success(request, _("Saved."))
        elif not any(request.POST.get(f"attest_{code}") for code in languages.codes()):
            messages.info(request, _("Nothing was changed."))
        for reason in refused:
            messages.warning(request, reason.message)
        return self._after(request, row)

    # Showing

    def _show(
        self, request: HttpRequest, edition: Edition | None, screen: Screen, extra_context: dict[str, Any] | None
    ) -> HttpResponse:
        entry = screen.entry
        errors = entry.error_counts()
        words = request_cache.words_for(request, edition, entry.content)
        states = language_panel.states(
            entry.content, edition=edition, scope=entry.scope, errors=errors, sent=screen.sent, words=words
        )
        media = entry.media if entry.scope else Media()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Add: %(kind)s") % {"kind": self.opts.verbose_name} if edition is None else str(edition),
            "subtitle": None,
            "object_id": edition.pk if edition is not None else None,
            "original": edition,
            "adminform": SimpleNamespace(form=entry.main),
            "inline_admin_formsets": [],
            "media": media.with_nonce(getattr(request, "csp_nonce", "")),
            "screen": screen,
            "entry": entry,
            "groups": _groups(entry),
            "language_states": states,
            "shown_language": language_panel.first_shown(states),
            "shared_errors": errors[""],
            "error_total": sum(errors.values()),
            "errors": sum(errors.values()),
            **_opened_on(request, edition, screen),
            "advice": _advice(edition, screen, timezone.now()) if edition is not None else "",
            "preserved_filters": self.get_preserved_filters(request),
            **(extra_context or {}),
        }
        response = self.render_change_form(
            request, context, add=edition is None, change=edition is not None, obj=edition
        )
        response.status_code = screen.status
        return response

    def _after(self, request: HttpRequest, row: Edition) -> HttpResponse:
        """On to where the person wants to be: the list, or the form again."""
        name = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}"
        if "_save" in request.POST:
            return views.saved(request, HttpResponseRedirect(reverse(f"{name}_changelist")))
        url = reverse(f"{name}_change", args=(row.pk,))
        more = request.POST.get("_more", "")
        target = f"{url}?more={more}#part-{more}" if more in _names(self.parts) else url
        return views.saved(request, HttpResponseRedirect(target))

    def _entry(self, value: Content, *, scope: Scope, **values: Any) -> Entry:
        return Entry(self.kind, self.groups, self.parts, value, scope, **values)

    @staticmethod
    def _person(request: HttpRequest) -> Any:
        return request.user

    @staticmethod
    def _tell_removed(request: HttpRequest, entry: Entry) -> None:
        for sentence in entry.removed():
            messages.warning(request, sentence)


def _names(inlines: Sequence[PartInline]) -> set[str]:
    return {inline.name for inline in inlines}


def _version(request: HttpRequest) -> int:
    """The version that the form was opened on; one that was not sent is older than any."""
    try:
        return int(request.POST.get("version", ""))
    except ValueError:
        return -1


def _opened_on(request: HttpRequest, edition: Edition | None, screen: Screen) -> dict[str, Any]:
    """The version and the text that the form carries: the present ones, but those that were sent where nothing was saved."""
    if edition is None:
        return {}
    if screen.reasons or screen.entry.sent:
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


def _advice(edition: Edition, screen: Screen, now: datetime) -> str:
    """What to do with an edition that cannot be changed."""
    if not screen.readonly:
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
