"""The edit form of a document that is yet to be made."""

from http import HTTPStatus
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.admin.base import person
from editorial.admin.form import entry as entries
from editorial.admin.form.entry import Entry
from editorial.admin.form.fields import Scope
from editorial.admin.form.page import FormPage, creation_key, tell_removed
from editorial.admin.form.state import FormState
from editorial.base import clock, languages
from editorial.base.reasons import NotAllowed, Reason
from editorial.content import writing
from editorial.models import User
from editorial.workflow import drafts


class AddScreen(FormPage):
    """The form of a new document, at the address of Django's own form, which it stands for."""

    paths = {"add": "add/"}

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the empty form."""
        self._require_adder(request)
        return self.show(request, None, FormState(self._blank(request)))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make the document and its first draft, or show what was sent again with what stands against it."""
        self._require_adder(request)
        by, kind = person(request), self.admin.kind
        entry = self._blank(request, sent=request)
        if "_resume" in request.POST:
            resumed = self.admin.entry(entry.read(), scope=Scope.for_user(by), stored=entry.content)
            return self.show(request, None, FormState(resumed, resumed=True))
        state, key = FormState(entry), creation_key(request)
        if key is None:
            state.reasons, state.status = [_to_be_sent_again()], HTTPStatus.CONFLICT
            return self.show(request, None, state)
        valid = entry.is_valid()
        try:
            # What the first sending of this form made holds the slugs, too: so this comes before whatever is unsound.
            drafts.require_not_made(key)
            if valid:
                with transaction.atomic():
                    row = kind.model()
                    session = drafts.create_document(row, kind, by=by, now=clock.now(), key=key)
                    writing.write(row, entry.typed())
                    session.commit()
                tell_removed(request, entry)
                messages.success(request, _("The draft was made."))
                return self.after(request, row)
        except NotAllowed as refused:
            state.reasons, state.status = refused.reasons, HTTPStatus.CONFLICT
        except drafts.AlreadyCreated as before:
            first = before.document.editions.order_by("number").first()
            if first is not None and first.created_by_id == by.pk and before.document.kind == kind.key:
                messages.info(request, _("The form was sent twice. The draft was made once: this is it."))
                return self.after(request, first)
            state.reasons, state.status, state.creation_key = [_to_be_sent_again()], HTTPStatus.CONFLICT, uuid4()
        return self.show(request, None, state)

    def _require_adder(self, request: HttpRequest) -> None:
        if not self.admin.has_add_permission(request):
            raise PermissionDenied

    def _blank(self, request: HttpRequest, *, sent: HttpRequest | None = None) -> Entry:
        by = person(request)
        blank = entries.nothing(self.admin.kind, source_language=_source_language(by))
        return self.admin.entry(blank, scope=Scope.for_user(by), sent=sent)


def _source_language(user: User) -> str:
    """The language that a new document is written in unless its author says otherwise."""
    wanted = user.language or (get_language() or "")[:2]
    return wanted if wanted in languages.codes() else languages.codes()[0]


def _to_be_sent_again() -> Reason:
    return Reason("creation_key", _("Nothing was saved yet. What you typed is below: check it, then save it again."))
