"""What somebody typed meets a draft that moved on: the form again, with both put together and nothing saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from editorial import content, rules
from editorial.admin import stale
from editorial.admin.base import ModelAdmin, person
from editorial.admin.entry import Entry, Sent
from editorial.admin.fields import Scope
from editorial.content import Content
from editorial.models import Edition
from editorial.rules import Case, NotAllowed, Reason
from editorial.states import Verb

#: What a conflict answers: the draft is not the one that the form was opened on (RFC 9110, 409).
CONFLICT = 409


@dataclass
class Screen:
    """What the form is to show beside its fields; `resumed` tells that it shows what was typed and not yet saved."""

    entry: Entry
    reasons: Sequence[Reason] = ()
    readonly: Sequence[Reason] = ()
    meeting: stale.Meeting | None = None
    status: int = 200
    sent: dict[str, Any] = field(default_factory=dict)
    resumed: bool = False


class MeetingMixin(ModelAdmin):
    """What the edit form does when three texts meet; see `editorial.admin.stale`. `ContentMixin` stands on it."""

    kind: Any
    _entry: Any
    _show: Any
    _refused: Any
    _unknown: Any

    def _meet(self, request: HttpRequest, edition: Edition, scope: Scope, *, status: int = CONFLICT) -> Screen:
        """The form again, with what was typed and what the other person saved put together; nothing was changed."""
        now = content.load(self.kind, edition.pk)
        base = stale.opened_on(self.kind, request.POST.get("opened", "")) or now
        sent = self._decided(request, edition, scope, base)
        typed = self._entry(base, scope=scope, edition=edition, sent=sent).read()
        return self._put_together(edition, scope, base=base, now=now, typed=typed, status=status)

    def _put_together(
        self, edition: Edition, scope: Scope, *, base: Content, now: Content, typed: Content,
        kept_at: datetime | None = None, status: int = 200,
    ) -> Screen:  # fmt: skip
        met = stale.meet(self.kind, edition, base=base, now=now, typed=typed, kept_at=kept_at)
        entry = self._entry(met.content, scope=scope, edition=edition, stored=now)
        return Screen(entry, meeting=stale.ask(met, entry), status=status)

    def _resume(
        self, request: HttpRequest, pk: int, scope: Scope, extra_context: dict[str, Any] | None
    ) -> HttpResponse:
        """The form with what was typed put into the draft as it is now, for going on; nothing is saved."""
        edition = self.get_object(request, str(pk))
        if edition is None:
            unknown: HttpResponse = self._unknown(request, str(pk))
            return unknown
        reasons = rules.problems(Verb.SAVE, Case(edition, person(request), timezone.now()))
        if reasons:
            screen = self._refused(request, edition, scope, None, NotAllowed(reasons))
        else:
            screen = self._meet(request, edition, scope, status=200)
        screen.sent = request.POST.dict()
        shown: HttpResponse = self._show(request, edition, screen, extra_context)
        return shown

    def _decided(self, request: HttpRequest, edition: Any, scope: Scope, value: Content) -> HttpRequest | Sent:
        """What was sent, with what was chosen where two had changed the same; `value` is what the other one saved."""
        if not stale.has_choices(request.POST):
            return request
        present = self._entry(value, scope=scope, edition=edition)
        return Sent(stale.decided(request.POST, present), request.FILES)
