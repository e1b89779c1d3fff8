"""What somebody typed meets a draft that moved on: the form again, with both put together and nothing saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from editorial.admin.base import ModelAdmin, person
from editorial.admin.conflicts import choices
from editorial.admin.form.entry import Entry, Sent
from editorial.admin.form.fields import Scope
from editorial.content import canonical
from editorial.content.canonical import Content
from editorial.models import Edition
from editorial.states import Verb
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason

#: What a conflict answers: the draft is not the one that the form was opened on (RFC 9110, 409).
CONFLICT = 409


@dataclass
class Screen:
    """What the form is to show beside its fields; `resumed` tells that it shows what was typed and not yet saved."""

    entry: Entry
    reasons: Sequence[Reason] = ()
    readonly: Sequence[Reason] = ()
    meeting: choices.Meeting | None = None
    status: int = 200
    sent: dict[str, Any] = field(default_factory=dict)
    resumed: bool = False


class MeetingMixin(ModelAdmin):
    """What the edit form does when three texts meet; see `editorial.admin.conflicts.choices`. `ContentMixin` stands on it."""

    kind: Any
    _entry: Any
    _show: Any
    _refused: Any
    _unknown: Any

    def _meet(self, request: HttpRequest, edition: Edition, scope: Scope, *, status: int = CONFLICT) -> Screen:
        """The form again, with what was typed and what the other person saved put together; nothing was changed."""
        now = canonical.load(self.kind, edition.pk)
        base = choices.opened_on(self.kind, request.POST.get("opened", "")) or now
        sent = self._decided(request, edition, scope, base)
        typed = self._entry(base, scope=scope, edition=edition, sent=sent).read()
        return self._put_together(edition, scope, base=base, now=now, typed=typed, status=status)

    def _put_together(
        self, edition: Edition, scope: Scope, *, base: Content, now: Content, typed: Content,
        kept_at: datetime | None = None, status: int = 200,
    ) -> Screen:  # fmt: skip
        met = choices.merge_typed(self.kind, edition, base=base, now=now, typed=typed, kept_at=kept_at)
        entry = self._entry(met.content, scope=scope, edition=edition, stored=now)
        return Screen(entry, meeting=choices.with_choices(met, entry), status=status)

    def _resume(
        self, request: HttpRequest, pk: int, scope: Scope, extra_context: dict[str, Any] | None
    ) -> HttpResponse:
        """The form with what was typed put into the draft as it is now, for going on; nothing is saved."""
        edition = self.get_object(request, str(pk))
        if edition is None:
            unknown: HttpResponse = self._unknown(request, str(pk))
            return unknown
        reasons = permissions.problems(Verb.SAVE, Attempt(edition, person(request), timezone.now()))
        if reasons:
            screen = self._refused(request, edition, scope, None, NotAllowed(reasons))
        else:
            screen = self._meet(request, edition, scope, status=200)
        screen.sent = request.POST.dict()
        shown: HttpResponse = self._show(request, edition, screen, extra_context)
        return shown

    def _decided(self, request: HttpRequest, edition: Any, scope: Scope, value: Content) -> HttpRequest | Sent:
        """What was sent, with what was chosen where two had changed the same; `value` is what the other one saved."""
        if not choices.has_choices(request.POST):
            return request
        present = self._entry(value, scope=scope, edition=edition)
        return Sent(choices.decided(request.POST, present), request.FILES)
