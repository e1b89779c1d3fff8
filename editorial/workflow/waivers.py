"""Advice that somebody decides not to follow: with a reason, on record, until the text changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from editorial.base import text
from editorial.checks.advice import run
from editorial.checks.advice.registry import Finding
from editorial.models import CheckWaiver, Edition, Event, User
from editorial.states import Verb
from editorial.workflow import audit
from editorial.workflow.attempt import Attempt
from editorial.workflow.locking import lock
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason

#: What a finding is known by: check, path, language, and digest of the text (see `Finding.identity`).
Identity = tuple[str, str, str, str]


@dataclass(frozen=True)
class FindingWithWaiver:
    """A finding, and the waiver that says why it is left as it is, if there is one."""

    finding: Finding
    waiver: CheckWaiver | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is neither mended nor waived."""
        return self.waiver is None


def with_waivers(edition: Edition, findings: Sequence[Finding]) -> list[FindingWithWaiver]:
    """The findings with their waivers, in one statement; none where nothing was found."""
    if not findings:
        return []
    standing = CheckWaiver.objects.filter(document_id=edition.document_id, ended_at=None).select_related("by")
    known = {waiver.identity: waiver for waiver in standing}
    return [FindingWithWaiver(each, None if each.is_required else known.get(each.identity)) for each in findings]


@transaction.atomic
def waive(edition: Edition, identity: Identity, *, by: User, now: datetime, reason: str) -> CheckWaiver:
    """Leave a piece of advice about a draft as it is, and say why; the content and its version stay as they are.

    It holds for later editions too, as long as the text says the same. Raises NotAllowed: for whoever may not write in
    that language, without a reason, for what must be mended, and for what the saved text does not (or no longer) give
    rise to.
    """
    row = lock(edition.pk)
    attempt = Attempt(row, by, now, language=identity[2], reason=reason)
    permissions.require(Verb.WAIVE, attempt)
    found = {each.identity: each for each in run.findings(row, attempt.content, now=now)}.get(identity)
    if found is None:
        raise NotAllowed([Reason("gone", _("The text was changed meanwhile, and this advice is no longer given."))])
    if found.is_required:
        raise NotAllowed([Reason("required", _("This must be mended; it cannot be waived."))])
    check_name, path, language, digest = identity
    standing = CheckWaiver.objects.filter(
        document_id=row.document_id, check_name=check_name, path=path, language=language, digest=digest, ended_at=None
    ).first()
    if standing is not None:
        return standing  # twice the same button
    waiver = CheckWaiver.objects.create(
        document_id=row.document_id, check_name=check_name, path=path, language=language, digest=digest,
        excerpt=found.excerpt, reason=text.clean(reason).strip(), at=now, by=by,
    )  # fmt: skip
    _record(row, Verb.WAIVE, waiver, by=by, now=now, reason=waiver.reason)
    return waiver


@transaction.atomic
def reinstate(edition: Edition, waiver_id: int, *, by: User, now: datetime) -> None:
    """Give the advice anew. What was waived, and why, stays on record. Raises NotAllowed."""
    row = lock(edition.pk)
    waiver = CheckWaiver.objects.filter(pk=waiver_id, document_id=row.document_id, ended_at=None).first()
    if waiver is None:
        raise NotAllowed([Reason("gone", _("Somebody took this waiver back already."))])
    permissions.require(Verb.UNWAIVE, Attempt(row, by, now, language=waiver.language))
    waiver.ended_at, waiver.ended_by = now, by
    waiver.save(update_fields=["ended_at", "ended_by"])
    _record(row, Verb.UNWAIVE, waiver, by=by, now=now)


def _record(edition: Edition, verb: Verb, waiver: CheckWaiver, *, by: User, now: datetime, reason: str = "") -> Event:
    detail = {"check": waiver.check_name, "path": waiver.path, "language": waiver.language, "excerpt": waiver.excerpt}
    return audit.record(edition, verb, by=by, now=now, from_state=edition.state, reason=reason, detail=detail)
