"""What somebody typed meets a draft that moved on: the form again, with both put together and nothing saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from editorial import content
from editorial.admin import stale
from editorial.admin.entry import Entry, Sent
from editorial.admin.fields import Scope
from editorial.admin.workflow import KindAdmin
from editorial.content import Content
from editorial.models import Edition
from editorial.rules import Reason

#: What a conflict answers: the draft is not the one that the form was opened on (RFC 9110, 409).
CONFLICT = 409


@dataclass
class FormState:
    """What the form is to show beside its fields; `resumed` tells that it shows what was typed and not yet saved."""

    entry: Entry
    reasons: Sequence[Reason] = ()
    readonly: Sequence[Reason] = ()
    meeting: stale.FormConflict | None = None
    status: int = 200
    sent: dict[str, Any] = field(default_factory=dict)
    resumed: bool = False


def meet(
    admin: KindAdmin, request: HttpRequest, edition: Edition, scope: Scope, *, status: int = CONFLICT
) -> FormState:
    """The form again, with what was typed and what the other person saved put together; nothing was changed."""
    now = content.load(admin.kind, edition.pk)
    base = stale.opened_on(admin.kind, request.POST.get("opened", "")) or now
    sent = decided(admin, request, edition, scope, base)
    typed = admin.entry(base, scope=scope, edition=edition, sent=sent).read()
    return put_together(admin, edition, scope, base=base, now=now, typed=typed, status=status)


def put_together(
    admin: KindAdmin, edition: Edition, scope: Scope, *, base: Content, now: Content, typed: Content,
    kept_at: datetime | None = None, status: int = 200,
) -> FormState:  # fmt: skip
    """The form over what was typed on `base` and what the draft says `now` (see `editorial.admin.stale`).

    :param kept_at: since when the typed text is kept unsaved, where it was not sent just now.
    """
    met = stale.meet(admin.kind, edition, base=base, now=now, typed=typed, kept_at=kept_at)
    entry = admin.entry(met.content, scope=scope, edition=edition, stored=now)
    return FormState(entry, meeting=stale.ask(met, entry), status=status)


def decided(
    admin: KindAdmin, request: HttpRequest, edition: Edition, scope: Scope, value: Content
) -> HttpRequest | Sent:
    """What was sent, with what was chosen where two had changed the same; `value` is what the other one saved."""
    if not stale.has_choices(request.POST):
        return request
    present = admin.entry(value, scope=scope, edition=edition)
    return Sent(stale.decided(request.POST, present), request.FILES)
