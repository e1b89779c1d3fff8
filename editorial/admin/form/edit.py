"""The edit form of an edition: one form over all languages and parts, saved in one transaction through the engine."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from editorial.admin import request_cache
from editorial.admin.base import person
from editorial.admin.conflicts import edit_form
from editorial.admin.form.entry import Entry
from editorial.admin.form.fields import Scope
from editorial.admin.form.page import FormPage, sent_version, tell_removed
from editorial.admin.form.state import FormState
from editorial.base import clock, languages
from editorial.base.reasons import NotAllowed, Reason
from editorial.collaboration import autosave
from editorial.content import canonical, writing
from editorial.models import Edition
from editorial.states import Verb
from editorial.workflow import drafts
from editorial.workflow.attempt import Attempt
from editorial.workflow.dated_now import TookTooLong
from editorial.workflow.rules import permissions


class FormScreen(FormPage):
    """The edit form of an edition, at the address of Django's own form, which it stands for.

    Saving goes through `editorial.workflow.drafts` alone; what a person may not do is refused there and shown here.
    """

    paths = {"change": "<path:object_id>/change/"}

    def get(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show the form."""
        if not self.admin.has_view_permission(request):
            raise PermissionDenied
        edition = self.admin.get_object(request, unquote(object_id))
        if edition is None:
            return self._unknown(request, unquote(object_id))
        return self.show(request, edition, self._opened(request, edition))

    def post(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Save what was sent, or show it again with what stands against it."""
        pk = unquote(object_id)
        if not (pk.isascii() and pk.isdigit()):
            return self.get(request, object_id)
        if not self.admin.has_view_permission(request):
            raise PermissionDenied
        if "_resume" in request.POST:
            return self._resume(request, int(pk))
        return self._save(request, int(pk))

    def _unknown(self, request: HttpRequest, pk: str) -> HttpResponse:
        admin: Any = self.admin
        answer: HttpResponse = admin._get_obj_does_not_exist_redirect(request, admin.opts, pk)
        return answer

    def _opened(self, request: HttpRequest, edition: Edition) -> FormState:
        by = person(request)
        readonly = permissions.problems(Verb.SAVE, Attempt(edition, by, clock.now()))
        scope = Scope.read_only() if readonly else Scope.for_user(by)
        value = request_cache.content_of_edition(request, edition)
        unsaved = None
        if "unsaved" in request.GET and not readonly:
            unsaved = autosave.offered(edition, by=by, present=value)
        if unsaved is not None:
            base, typed = unsaved.base, unsaved.typed
            return edit_form.put_together(
                self.admin, edition, scope, base=base, now=value, typed=typed, kept_at=unsaved.at
            )
        more = request.GET.get("more", "")
        return FormState(self.admin.entry(value, scope=scope, edition=edition, more=more), readonly=readonly)

    def _save(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Lock, check, read the form, write, record: all or nothing."""
        by, now = person(request), clock.now()
        scope, version = Scope.for_user(by), sent_version(request)
        # A form that does not say its version is older than any, whatever text it names.
        digest = request.POST.get("opened", "") if version >= 0 else ""
        entry: Entry | None = None
        refusal: drafts.Stale | NotAllowed | None = None
        try:
            with transaction.atomic():
                session = drafts.begin(pk, by=by, now=now, version=version, digest=digest)
                if session.kind is not self.admin.kind:
                    return self._unknown(request, str(pk))
                value = session.read()
                sent = edit_form.decided(self.admin, request, session.edition, scope, value)
                entry = self.admin.entry(value, scope=scope, edition=session.edition, sent=sent)
                if entry.is_valid():
                    changed = _write(session, entry)
                    autosave.drop(session.edition, by=by)
                    refused = _attest(request, session)
                    return self.saved(request, entry, session.edition, changed, refused)
        except Edition.DoesNotExist:
            return self._unknown(request, str(pk))
        except (drafts.Stale, NotAllowed) as error:
            refusal = error
        # Somebody else may have moved it meanwhile; the page shows how it stands.
        edition = self.admin.get_object(request, str(pk))
        if edition is None:
            return self._unknown(request, str(pk))
        state = self._refused(request, edition, scope, entry, refusal)
        state.sent = request.POST.dict()
        return self.show(request, edition, state)

    def _resume(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form with what was typed put into the draft as it is now, for going on; nothing is saved."""
        by, scope = person(request), Scope.for_user(person(request))
        edition = self.admin.get_object(request, str(pk))
        if edition is None:
            return self._unknown(request, str(pk))
        reasons = permissions.problems(Verb.SAVE, Attempt(edition, by, clock.now()))
        if reasons:
            state = self._refused(request, edition, scope, None, NotAllowed(reasons))
        else:
            state = edit_form.state_in_conflict(self.admin, request, edition, scope, status=HTTPStatus.OK)
        state.sent = request.POST.dict()
        return self.show(request, edition, state)

    def _refused(
        self,
        request: HttpRequest,
        edition: Edition,
        scope: Scope,
        entry: Entry | None,
        refusal: drafts.Stale | NotAllowed | None,
    ) -> FormState:
        """The form again with what was typed, and why it was not saved."""
        if isinstance(refusal, drafts.Stale):
            return edit_form.state_in_conflict(self.admin, request, edition, scope)
        if entry is None:
            entry = self.admin.entry(
                canonical.load(self.admin.kind, edition.pk), scope=scope, edition=edition, sent=request
            )
        if refusal is None:
            return FormState(entry)
        return FormState(entry, reasons=refusal.reasons, status=HTTPStatus.CONFLICT)

    def saved(
        self, request: HttpRequest, entry: Entry, row: Edition, changed: bool, refused: Sequence[Reason]
    ) -> HttpResponse:
        tell_removed(request, entry)
        if changed:
            messages.success(request, _("Saved."))
        elif not any(request.POST.get(f"attest_{code}") for code in languages.codes()):
            messages.info(request, _("Nothing was changed."))
        for reason in refused:
            messages.warning(request, reason.message)
        return self.after(request, row)


def _write(session: drafts.Session, entry: Entry) -> bool:
    """Write what was typed; whether anything changed."""
    typed = entry.typed()
    if typed == entry.content and session.before is not None:
        return False
    writing.write(session.edition, typed, before=entry.content)
    return session.commit()


def _attest(request: HttpRequest, session: drafts.Session) -> list[Reason]:
    """Record this person's word for the languages that they ticked; why not, where the engine refuses it."""
    refused: list[Reason] = []
    for code in languages.codes():
        if request.POST.get(f"attest_{code}"):
            try:
                session.attest(code)
            except TookTooLong:
                raise  # nothing else of the form is saved either
            except NotAllowed as refusal:
                refused += refusal.reasons
            else:
                text = _("Recorded: %(language)s is a translation of the present source text.")
                messages.success(request, text % {"language": languages.name(code)})
    return refused
