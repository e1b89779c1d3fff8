"""What somebody typed meets a draft that moved on: the form again, with both put together and nothing saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from editorial.admin.conflicts import choices
from editorial.admin.form.entry import Entry, Sent
from editorial.admin.form.fields import Scope
from editorial.admin.kind_admin import KindAdmin
from editorial.content import canonical
from editorial.content.canonical import Content
from editorial.models import Edition
from editorial.workflow.rules.permissions import Reason

#: What a conflict answers: the draft is not the one that the form was opened on (RFC 9110, 409).
CONFLICT = 409


@dataclass
class FormState:
    """What the form is to show beside its fields; `resumed` tells that it shows what was typed and not yet saved."""

    entry: Entry
    reasons: Sequence[Reason] = ()
    readonly: Sequence[Reason] = ()
    meeting: choices.FormConflict | None = None
    status: int = 200
    sent: dict[str, Any] = field(default_factory=dict)
    resumed: bool = False
    #: What names the form of a document that is yet to be made, where it needs another name than was sent.
    creation_key: UUID | None = None


def meet(
    admin: KindAdmin, request: HttpRequest, edition: Edition, scope: Scope, *, status: int = CONFLICT
) -> FormState:
    """The form again, with what was typed and what the other person saved put together; nothing was changed."""
    now = canonical.load(admin.kind, edition.pk)
    base = choices.opened_on(admin.kind, request.POST.get("opened", "")) or now
    sent = decided(admin, request, edition, scope, base)
    typed = admin.entry(base, scope=scope, edition=edition, sent=sent).read()
    return put_together(admin, edition, scope, base=base, now=now, typed=typed, status=status)


def put_together(
    admin: KindAdmin, edition: Edition, scope: Scope, *, base: Content, now: Content, typed: Content,
    kept_at: datetime | None = None, status: int = 200,
) -> FormState:  # fmt: skip
    """The form over what was typed on `base` and what the draft says `now` (see `editorial.admin.conflicts.choices`).

    :param kept_at: since when the typed text is kept unsaved, where it was not sent just now.
    """
    met = choices.merge_typed(admin.kind, edition, base=base, now=now, typed=typed, kept_at=kept_at)
    entry = admin.entry(met.content, scope=scope, edition=edition, stored=now)
    return FormState(entry, meeting=choices.with_choices(met, entry), status=status)


def decided(
    admin: KindAdmin, request: HttpRequest, edition: Edition, scope: Scope, value: Content
) -> HttpRequest | Sent:
    """What was sent, with what was chosen where two had changed the same; `value` is what the other one saved."""
    if not choices.has_choices(request.POST):
        return request
    present = admin.entry(value, scope=scope, edition=edition)
    return Sent(choices.decided(request.POST, present), request.FILES)
