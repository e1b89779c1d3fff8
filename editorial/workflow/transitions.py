"""Every move of an edition from one state to another; nothing else writes a state.

Each function has one shape: keyword-only, `by=` a person and `now=` a clock reading (aware datetime), one transaction,
lock, check, move, write the event, and leave side effects for after the commit. All raise `rules.NotAllowed`, which
`editorial.workflow.refusals` keeps; where the lock was long in coming, `TookTooLong` (`editorial.workflow.dated_now`).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from editorial.base import languages, text
from editorial.checks.advice.reading import Reading
from editorial.checks.link_jobs import look_at_links
from editorial.content import kinds, parity
from editorial.models import Decision, Edition, SignOff, User, Withdrawal
from editorial.search import index as search
from editorial.states import State, Verb
from editorial.workflow import audit, drafts, signatures
from editorial.workflow.attempt import ActingRelease, Attempt, withdrawal_needs_confirmation
from editorial.workflow.dated_now import dated_now
from editorial.workflow.locking import lock, lock_as_seen
from editorial.workflow.refusals import transition
from editorial.workflow.rules import bringing_back, optional_languages, permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason
from editorial.workflow.rules.signatures import must_fix_resolved
from editorial.workflow.transition_parts import live_period_changes
from editorial.workflow.transition_parts.addresses import allot_to
from editorial.workflow.transition_parts.next_edition import begin_next_edition


@transition(Verb.SUBMIT)
def submit(edition: Edition, *, by: User, now: datetime, reason: str = "") -> Edition:
    """Hand a draft to the reviewers: its content freezes, and a new round of sign-offs begins.

    :param reason: why what it changes passes as minor, where it says something new
        (`editorial.comparison.substantive_changes`).
    """
    attempt = _checked(Verb.SUBMIT, edition, by, now, reason=reason)
    left_out_now = _leave_out(attempt)
    if settings.LINK_CHECKS and Reading(attempt.content, now).outside_urls():
        look_at_links.defer(key=str(attempt.edition.pk), edition=attempt.edition.pk)
    return _move(
        attempt,
        Verb.SUBMIT,
        State.IN_REVIEW,
        reason=reason,
        detail=optional_languages.detail(left_out_now),
        round=attempt.edition.round + 1,
        submitted_at=now,
        submitted_by=by,
    )


@transition(Verb.RECALL)
def recall(edition: Edition, *, by: User, now: datetime) -> Edition:
    """Take an edition back to draft; signatures given so far no longer count.

    Languages that were left out as not required are asked for again, unless an exception was granted for them.
    """
    attempt = _checked(Verb.RECALL, edition, by, now)
    moved = _move(attempt, Verb.RECALL, State.DRAFT, signed_digest="", approved_at=None, approved_by=None)
    back = optional_languages.at_submission(moved) if moved.excepted_languages else []
    if back:
        drafts.set_excepted(moved, [code for code in moved.excepted_languages if code not in back], now=now)
    return moved


@transition(Verb.REQUEST_CHANGES)
def request_changes(edition: Edition, *, by: User, now: datetime, reason: str) -> Edition:
    """Send an edition back with a remark, for the reviewer's party."""
    attempt = _checked(Verb.REQUEST_CHANGES, edition, by, now, reason=reason)
    _decide(attempt, Decision.CHANGES_REQUESTED, remark=reason)
    return _move(
        attempt, Verb.REQUEST_CHANGES, State.CHANGES_REQUESTED, reason=reason, detail=_party(by),
        signed_digest="", approved_at=None, approved_by=None,
    )  # fmt: skip


@transition(Verb.SIGN_OFF)
def sign_off(edition: Edition, *, by: User, now: datetime, digest: str, remark: str = "") -> Edition:
    """Sign the exact content with this `digest` for the reviewer's party; the last signature needed approves it.

    :param digest: the digest of the text that the reviewer read; any other content is refused.
    """
    signatures.hold_rules()
    attempt = _checked(Verb.SIGN_OFF, edition, by, now, digest=digest)
    given = _decide(attempt, Decision.SIGNED, remark=remark)
    if any(not needed.met_by([given]) for needed in attempt.outstanding):
        return _move(attempt, Verb.SIGN_OFF, State.IN_REVIEW, reason=remark, detail=_party(by))
    return _move(
        attempt, Verb.SIGN_OFF, State.APPROVED, reason=remark, detail=_party(by),
        signed_digest=attempt.edition.digest, approved_at=now, approved_by=by,
    )  # fmt: skip


@transaction.atomic
def complete_review(edition: Edition, *, by: User, now: datetime) -> bool:
    """Approve an edition in review that lacks no signature any more, since a rule of signature changed; whether it did.

    One with a remark that must be fixed stays: it waits for whoever resolves that.

    :param by: who changed the rule. They sign nothing: it is approved by whoever signed last.
    """
    attempt = Attempt(lock(edition.pk), by, now)
    if (
        attempt.edition.state != State.IN_REVIEW
        or not attempt.signed
        or attempt.outstanding
        or any(True for _reason in must_fix_resolved(attempt))
    ):
        return False
    _move(
        attempt, Verb.COMPLETE_REVIEW, State.APPROVED,
        signed_digest=attempt.edition.digest, approved_at=now, approved_by_id=attempt.signed[-1].by_id,
    )  # fmt: skip
    return True


@transition(Verb.PUBLISH)
def publish(
    edition: Edition,
    *,
    by: User,
    now: datetime,
    loss_confirmed: bool = False,
    together: ActingRelease | None = None,
) -> Edition:
    """Make an approved edition public at this instant, in the place of the live one if there is one.

    :param loss_confirmed: that the public loses languages in which it can read the live one is meant.
    :param together: the release with all of which it becomes public (`editorial.releases`).
    """
    signatures.hold_rules()
    attempt = _checked(Verb.PUBLISH, edition, by, now, loss_confirmed=loss_confirmed, together=together)
    return _go_public(attempt, Verb.PUBLISH, begin=now, end=None)


@transition(Verb.SCHEDULE)
def schedule(
    edition: Edition,
    *,
    by: User,
    now: datetime,
    at: datetime,
    until: datetime | None = None,
    explanation: Mapping[str, str] | None = None,
    loss_confirmed: bool = False,
    together: ActingRelease | None = None,
) -> Edition:
    """Make an approved edition public at the instant `at`, and perhaps withdraw it at `until`; no job is involved.

    Where its kind asks for that, the end waits for a second person as that of `withdraw` does.

    :param explanation: per language, why it is no longer there after `until`; required with `until`.
    :param loss_confirmed: as for `publish`.
    :param together: the release with all of which it becomes public.
    """
    signatures.hold_rules()
    attempt = _checked(
        Verb.SCHEDULE, edition, by, now, at=at, until=until, explanation=explanation,
        loss_confirmed=loss_confirmed, together=together,
    )  # fmt: skip
    waits = until is not None and withdrawal_needs_confirmation(attempt.edition)
    moved = _go_public(attempt, Verb.SCHEDULE, begin=at, end=until, end_needs_confirmation=waits)
    if until is not None:
        live_period_changes.explain(
            moved, at=until, by=by, now=now, explanation=explanation or {}, needs_confirmation=waits
        )
    return moved


@transition(Verb.RESCHEDULE)
def reschedule(edition: Edition, *, by: User, now: datetime, at: datetime) -> Edition:
    """Move a publication that has not begun to the instant `at`; what it replaces goes, and what follows it comes, as
    before.
    """
    attempt = _checked(Verb.RESCHEDULE, edition, by, now, at=at)
    detail = {"before": attempt.edition.live_during.lower.isoformat(), "begin": at.isoformat()}
    try:
        moved = live_period_changes.move(attempt.edition, at)
    except IntegrityError as refusal:
        raise _too_late() from refusal
    return _move(attempt, Verb.RESCHEDULE, State.PUBLISHED, detail=detail, live_during=moved)


@transition(Verb.UNSCHEDULE)
def unschedule(edition: Edition, *, by: User, now: datetime, together: ActingRelease | None = None) -> Edition:
    """Take back what is planned: a publication that has not begun, or a withdrawal that has not come.

    The edition is approved again. Where a later one is being worked on, it is given up instead: that one began with its
    text.
    """
    attempt = _checked(Verb.UNSCHEDULE, edition, by, now, together=together)
    row = attempt.edition
    live = row.live_during
    planned = {"begin": live.lower, "end": live.upper}
    detail = {name: at.isoformat() for name, at in planned.items() if at is not None and at > now}
    try:
        if live.lower <= now:
            Withdrawal.objects.filter(edition=row).delete()
            period = live_period_changes.period(live.lower, None)
            return _move(attempt, Verb.UNSCHEDULE, State.PUBLISHED, detail=detail, live_during=period)
        reopen = live_period_changes.gap_left_by(row)
        Withdrawal.objects.filter(edition=row).delete()
        back: dict[str, Any] = {"live_during": None, "published_at": None, "published_by": None}
        if Edition.objects.open().filter(document_id=row.document_id).exists():
            back |= {"discarded_at": now, "discarded_by": by}
            moved = _move(attempt, Verb.UNSCHEDULE, State.DISCARDED, detail=detail, **back)
        else:
            moved = _move(attempt, Verb.UNSCHEDULE, State.APPROVED, detail=detail, **back)
        reopen()
        return moved
    except IntegrityError as refusal:
        raise _too_late() from refusal


def _too_late() -> NotAllowed:
    # The moment came while we waited for the lock; the database's own clock keeps the record of time.
    return NotAllowed([Reason("past", _("Its moment has come meanwhile: what was planned has happened."))])


@transition(Verb.WITHDRAW)
def withdraw(
    edition: Edition,
    *,
    by: User,
    now: datetime,
    explanation: Mapping[str, str],
    at: datetime | None = None,
    redirect_to: Any = None,
) -> Edition:
    """End the live period without a successor, now or at the instant `at`, with an explanation for the public.

    Where its kind asks for that, it takes effect as it is, says so, and waits for `confirm_withdrawal` from now on.

    :param explanation: per language code, a sentence shown in the place of the page.
    :param redirect_to: a document to which visitors are pointed instead, or none.
    """
    attempt = _checked(
        Verb.WITHDRAW, edition, by, now, at=at, explanation=explanation, redirect_to=redirect_to and redirect_to.pk
    )
    end = at or now
    live = attempt.edition.live_during
    waits = withdrawal_needs_confirmation(attempt.edition)
    live_period_changes.explain(
        attempt.edition, at=end, by=by, now=now, explanation=explanation, needs_confirmation=waits,
        redirect_to=redirect_to,
    )  # fmt: skip
    detail = {"at": end.isoformat(), **({"needs_confirmation": True} if waits else {})}
    return _move(
        attempt, Verb.WITHDRAW, State.PUBLISHED, detail=detail, live_during=live_period_changes.period(live.lower, end)
    )


@transition(Verb.REVISE)
def revise(edition: Edition, *, by: User, now: datetime) -> Edition:
    """Open a new draft that says what this published edition says; attestations are carried over."""
    attempt = _checked(Verb.REVISE, edition, by, now)
    return begin_next_edition(attempt, Verb.REVISE)


@transition(Verb.BRING_BACK)
def bring_back(edition: Edition, *, by: User, now: datetime, slugs: Mapping[str, str] | None = None) -> Edition:
    """Open a new draft that says what this discarded one says, of the same document and owner; attestations come along.

    :param slugs: per language, another slug where the old one belongs to another document by now. Whoever gives one has
        changed the draft, which goes on record as a save of theirs.
    """
    attempt = _checked(Verb.BRING_BACK, edition, by, now, slugs=slugs or {})
    taken = bringing_back.slugs_taken(attempt.edition)
    changed = {code: slug.strip() for code, slug in (slugs or {}).items() if code in taken}
    fresh = begin_next_edition(attempt, Verb.BRING_BACK)
    if changed:
        with drafts.edit(fresh, by=by, now=now) as row:
            for code, slug in changed.items():
                setattr(row, languages.column("slug", code), slug)
            row.save()
    return Edition.objects.select_related("document").get(pk=fresh.pk)


@transition(Verb.DISCARD)
def discard(edition: Edition, *, by: User, now: datetime, reason: str = "") -> Edition:
    """Give a draft up. Its snapshots and events stay; its document can be revised anew, or the draft brought back.

    :param reason: why; required where others wrote it and the document was never public.
    """
    attempt = _checked(Verb.DISCARD, edition, by, now, reason=reason)
    return _move(attempt, Verb.DISCARD, State.DISCARDED, reason=reason, discarded_at=now, discarded_by=by)


@transition(Verb.PUBLISH_URGENTLY)
def publish_urgently(
    edition: Edition, *, by: User, now: datetime, reason: str, loss_confirmed: bool = False
) -> Edition:
    """Make an edition public before it is signed off; the public page says so until a second person confirms it.

    :param loss_confirmed: as for `publish`.
    """
    attempt = _checked(Verb.PUBLISH_URGENTLY, edition, by, now, reason=reason, loss_confirmed=loss_confirmed)
    left_out_now = _leave_out(attempt) if attempt.edition.state == State.DRAFT else []
    return _go_public(
        attempt, Verb.PUBLISH_URGENTLY, begin=now, end=None, reason=reason, left_out_now=left_out_now,
        urgent_at=now, urgent_by=by, urgent_reason=text.clean(reason),
    )  # fmt: skip


@transition(Verb.CONFIRM)
def confirm(edition: Edition, *, by: User, now: datetime) -> Edition:
    """Confirm an urgent publication as a second person; its public flag goes."""
    attempt = _checked(Verb.CONFIRM, edition, by, now)
    moved = _move(attempt, Verb.CONFIRM, State.PUBLISHED, confirmed_at=now, confirmed_by=by)
    _ask_for_what_follows(moved)
    return moved


@transition(Verb.CONFIRM_WITHDRAWAL)
def confirm_withdrawal(edition: Edition, *, by: User, now: datetime) -> Edition:
    """Confirm a withdrawal as a second person, before or after its moment; its public flag goes."""
    attempt = _checked(Verb.CONFIRM_WITHDRAWAL, edition, by, now)
    row = attempt.edition
    Withdrawal.objects.filter(edition=row).update(confirmed_at=now, confirmed_by=by)
    detail = {"at": row.live_during.upper.isoformat()}
    return _move(attempt, Verb.CONFIRM_WITHDRAWAL, State.PUBLISHED, detail=detail)


def _checked(verb: Verb, edition: Edition, by: User, now: datetime, **given: Any) -> Attempt:
    """The locked edition in an attempt of which the rules approve."""
    attempt = Attempt(lock_as_seen(edition), by, now, **given)
    permissions.require(verb, attempt)
    return attempt


def _leave_out(attempt: Attempt) -> list[str]:
    """Leave out of a draft the languages that are neither required nor ready; which these are."""
    excepted = attempt.edition.excepted_languages
    found = parity.not_ready(parity.status(attempt.content, attempt.attested), excepted)
    if found:
        attempt.content = drafts.set_excepted(attempt.edition, sorted({*excepted, *found}), now=attempt.now)
    return found


@dated_now()
def _move(
    attempt: Attempt, verb: Verb, to: State, *, reason: str = "", detail: dict[str, Any] | None = None, **values: Any
) -> Edition:
    """Write the new state with the columns that go with it, and the event; returns the edition as it now is."""
    edition = attempt.edition
    source = edition.state
    values = {"state": to, "version": edition.version + 1, **values}
    Edition.objects.filter(pk=edition.pk).update(**values)
    for name, value in values.items():
        setattr(edition, name, value)
    if attempt.together is not None:
        detail = {**(detail or {}), **attempt.together.detail}
    audit.record(edition, verb, by=attempt.by, now=attempt.now, from_state=source, reason=reason, detail=detail)
    return edition


@dated_now()
def _decide(attempt: Attempt, decision: Decision, *, remark: str) -> SignOff:
    edition = attempt.edition
    if attempt.by.party_id is None:
        raise NotAllowed([Reason("party", _("You act for no party. An administrator can set yours."))])
    return SignOff.objects.create(
        edition_id=edition.pk, round=edition.round, digest=edition.digest, party_id=attempt.by.party_id,
        decision=decision, remark=text.clean(remark), at=attempt.now, by=attempt.by,
    )  # fmt: skip


def _party(by: User) -> dict[str, Any]:
    return {"party": by.party.code if by.party else ""}


def _go_public(
    attempt: Attempt,
    verb: Verb,
    *,
    begin: datetime,
    end: datetime | None,
    end_needs_confirmation: bool = False,
    **values: Any,
) -> Edition:
    reason, left_out_now = values.pop("reason", ""), values.pop("left_out_now", [])
    allot_to(attempt)
    dropped = live_period_changes.close_current(attempt.siblings, at=begin, now=attempt.now)
    ends = {"end": end, "withdrawal_dropped": dropped}
    detail = {
        "begin": begin.isoformat(),
        **{name: at.isoformat() for name, at in ends.items() if at is not None},
        **({"needs_confirmation": True} if end_needs_confirmation else {}),
        **({"languages_lost": attempt.languages_lost} if attempt.languages_lost else {}),
        **optional_languages.detail(left_out_now),
    }
    moved = _move(
        attempt, verb, State.PUBLISHED, reason=reason, detail=detail,
        live_during=live_period_changes.period(begin, end), published_at=attempt.now, published_by=attempt.by, **values,
    )  # fmt: skip
    search.index_edition(moved.pk, attempt.content)
    _ask_for_what_follows(moved)
    return moved


def _ask_for_what_follows(edition: Edition) -> None:
    """Defer what the kind wants done after a publication; if the publication is undone, so is this."""
    for job in kinds.get_kind(edition.document.kind).after_publication:
        job.defer(key=str(edition.pk), edition=edition.pk)
