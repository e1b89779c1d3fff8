"""Somebody leaves: all that waits for them goes to those who stay, in one transaction, with a report of what could not.

What they did stays theirs: signatures given, texts written and events recorded keep their name for good. Features that
keep work of people elsewhere bring a step of their own::

    @leaving.step(_("open mentions"))
    def mentions(handover: leaving.Handover) -> Iterator[leaving.Outcome]: ...
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.base import text
from editorial.base.reasons import NotAllowed, Reason
from editorial.models import Act, Assignment, Document, Edition, NoticeType, Task, User, Watch
from editorial.notices import send_notices
from editorial.staff import admin_log
from editorial.states import OPEN, State, Verb
from editorial.workflow import audit, ownership
from editorial.workflow.locking import lock
from editorial.workflow.roles import eligibility


@dataclass(frozen=True)
class Outcome:
    """One piece of work: what it was, who has it now (nobody, when it could not be handed over), and why not."""

    what: str
    to: User | None = None
    edition: Edition | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass
class Handover:
    """Who leaves, who takes over what, who decides it and when; `report` grows step by step, by its label."""

    person: User
    documents_to: User
    reviews_to: User
    by: User
    now: datetime
    reason: str = ""
    report: list[tuple[str, list[Outcome]]] = field(default_factory=list)

    @property
    def handed(self) -> int:
        """How many pieces of work have somebody new."""
        return sum(each.to is not None for _label, outcomes in self.report for each in outcomes)

    @property
    def left(self) -> list[Outcome]:
        """What could not be handed over."""
        return [each for _label, outcomes in self.report for each in outcomes if each.to is None]


Step = Callable[[Handover], Iterable[Outcome]]
_STEPS: list[tuple[str | Promise, Step]] = []


def step(label: str | Promise) -> Callable[[Step], Step]:
    """Have a function hand over one sort of work; it runs in the transaction, holding the lock on the account."""

    def register(function: Step) -> Step:
        _STEPS.append((label, function))
        return function

    return register


def problems(*, person: User, documents_to: User, reviews_to: User, by: User) -> Iterable[Reason]:
    """Why `by` may not hand this person's work over to these; none means that they may."""
    if not (by.is_active and by.has_perm("editorial.change_user")):
        yield Reason("permission", _("Your roles do not include this step."))
        return
    if person.pk == by.pk:
        yield Reason("self", _("You cannot deactivate your own account; another administrator can."))
    if person.is_superuser and not by.is_superuser:
        yield Reason("superuser", _("Only a superuser may change a superuser, or make one."))
    for taker in {documents_to.pk: documents_to, reviews_to.pk: reviews_to}.values():
        name = {"person": str(taker)}
        if taker.pk == person.pk:
            yield Reason("same", _("%(person)s cannot take over from themself.") % name)
        elif not taker.is_active:
            yield Reason("inactive", _("The account of %(person)s is not active.") % name)
        elif not taker.has_perm("editorial.view_edition"):
            yield Reason("permission", _("%(person)s has no role in which to read editions.") % name)


@transaction.atomic
def hand_over(
    person: User,
    *,
    documents_to: User,
    reviews_to: User,
    by: User,
    now: datetime,
    reason: str = "",
    only_look: bool = False,
) -> Handover:
    """Hand all work of `person` over and deactivate the account, or (`only_look`) see what would come of it.

    Documents, drafts, translations and watches go to `documents_to`; reviews and publications to `reviews_to`. Their
    password ends with the account; that no session of theirs lives on, the database sees to (`editorial.guards.staff`).
    The record of administration keeps the whole report. Raises NotAllowed.
    """
    rows = {each.pk: each for each in User.objects.select_for_update(of=("self",)).select_related("party").filter(
        pk__in=sorted({person.pk, documents_to.pk, reviews_to.pk})
    ).order_by("pk")}  # fmt: skip
    row, first, second = rows[person.pk], rows[documents_to.pk], rows[reviews_to.pk]
    found = list(problems(person=row, documents_to=first, reviews_to=second, by=by))
    if found:
        raise NotAllowed(found)
    handover = Handover(row, first, second, by, now, text.clean(reason))
    for label, function in _STEPS:
        outcomes = list(function(handover))
        if outcomes:
            handover.report.append((str(label), outcomes))
    _deactivate(row)
    admin_log.write(Act.HANDED_OVER, by=by, now=now, person=row, detail=_recorded(handover))
    if handover.handed:
        send_notices(
            NoticeType.HANDED_OVER, to={first.pk, second.pk}, by=by, now=now,
            detail={"what": str(row), "quote": handover.reason, "handed": _counts(handover)},
        )  # fmt: skip
    if only_look:
        transaction.set_rollback(True)
    return handover


def _deactivate(person: User) -> None:
    person.is_active = False
    # Should the account be activated again, an administrator gives it a new password.
    person.set_unusable_password()
    person.save(update_fields=["is_active", "password"])


def _recorded(handover: Handover) -> dict[str, Any]:
    def line(each: Outcome) -> dict[str, Any]:
        return {
            "what": each.what,
            "to": each.to.pk if each.to else None,
            "edition": each.edition.pk if each.edition else None,
            "reasons": [reason.code for reason in each.reasons],
        }

    return {
        "reason": handover.reason,
        "documents_to": str(handover.documents_to),
        "reviews_to": str(handover.reviews_to),
        "work": {label: [line(each) for each in outcomes] for label, outcomes in handover.report},
    }


def _counts(handover: Handover) -> dict[str, int]:
    counts = {label: sum(each.to is not None for each in outcomes) for label, outcomes in handover.report}
    return {label: count for label, count in counts.items() if count}


@step(gettext_lazy("Documents they answer for"))
def _documents(handover: Handover) -> Iterator[Outcome]:
    owned = list(Document.objects.select_for_update().filter(owner=handover.person).order_by("pk"))
    Document.objects.filter(pk__in=[each.pk for each in owned]).update(owner=handover.documents_to)
    newest = {
        edition.document_id: edition
        for edition in Edition.objects.filter(document__in=owned)
        .select_related("document")
        .order_by("document_id", "-number")
        .distinct("document_id")
    }
    for document in owned:
        edition = newest.get(document.pk)
        if edition:
            ownership.record(
                edition, before=handover.person, owner=handover.documents_to, by=handover.by, now=handover.now,
                reason=handover.reason, handed_over=True,
            )  # fmt: skip
        yield Outcome(_title(edition) if edition else str(document), handover.documents_to, edition)


@step(gettext_lazy("Drafts, translations, reviews and publications given to them"))
def _assignments(handover: Handover) -> Iterator[Outcome]:
    given = (
        Assignment.objects.in_force().filter(person=handover.person, edition__state__in=OPEN).order_by("edition", "pk")
    )
    for one in given.select_related("edition__document", "party"):
        row = lock(one.edition_id)
        taker = handover.reviews_to if one.task in (Task.REVIEW, Task.PUBLISH) else handover.documents_to
        what = _("%(task)s: %(title)s") % {"task": one.get_task_display(), "title": _title(row)}
        reasons = _cannot(row, one, taker)
        if reasons:
            one.delete()
        else:
            one.person, one.assigned_at, one.assigned_by = taker, handover.now, handover.by
            one.save(update_fields=["person", "assigned_at", "assigned_by"])
        _recorded_in_chain(handover, row, one, None if reasons else taker)
        yield Outcome(what, None if reasons else taker, row, tuple(reasons))


@step(gettext_lazy("Drafts that they worked on and nobody was given"))
def _drafts(handover: Handover) -> Iterator[Outcome]:
    given = Assignment.objects.in_force().filter(task=Task.WRITE).values("edition")
    mine = Edition.objects.filter(changed_by=handover.person, state__in=(State.DRAFT, State.CHANGES_REQUESTED))
    for pk in mine.exclude(pk__in=given).order_by("pk").values_list("pk", flat=True):
        row, taker = lock(pk), handover.documents_to
        one = Assignment(
            edition=row, task=Task.WRITE, state=row.state, round=row.round, person=taker,
            assigned_at=handover.now, assigned_by=handover.by,
        )  # fmt: skip
        reasons = _cannot(row, one, taker)
        if not reasons:
            Assignment.objects.filter(edition=row, task=Task.WRITE).delete()
            one.save()
            _recorded_in_chain(handover, row, one, taker)
        yield Outcome(_title(row), None if reasons else taker, row, tuple(reasons))


@step(gettext_lazy("Documents they watched"))
def _watches(handover: Handover) -> Iterator[Outcome]:
    watched = list(Watch.objects.filter(person=handover.person).order_by("document_id"))
    Watch.objects.bulk_create(
        [Watch(document_id=each.document_id, person=handover.documents_to, since=handover.now) for each in watched],
        ignore_conflicts=True,
    )
    Watch.objects.filter(pk__in=[each.pk for each in watched]).delete()
    newest = {
        edition.document_id: edition
        for edition in Edition.objects.filter(document__in=[each.document_id for each in watched])
        .select_related("document")
        .order_by("document_id", "-number")
        .distinct("document_id")
    }
    for each in watched:
        edition = newest.get(each.document_id)
        yield Outcome(_title(edition) if edition else str(each.document_id), handover.documents_to, edition)


def _cannot(edition: Edition, one: Assignment, taker: User) -> list[Reason]:
    """Why `taker` cannot do just this task; none means that they can."""
    may = eligibility.by_roles(taker)
    found = list(eligibility.reasons(eligibility.Need(edition), taker, may))
    if found:
        return found
    if one.task == Task.TRANSLATE and not may(f"translate_{one.language}") and not may("write_edition"):
        return [Reason("language", _("%(person)s does not translate into this language.") % {"person": taker})]
    if one.task == Task.WRITE and not may("write_edition"):
        return [Reason("permission", _("%(person)s has no role in which to write.") % {"person": taker})]
    if one.party_id and one.party_id != taker.party_id:
        return [Reason("party", _("%(person)s acts for another party.") % {"person": taker})]
    return []


def _recorded_in_chain(handover: Handover, edition: Edition, one: Assignment, taker: User | None) -> None:
    detail = {
        "to": taker.pk if taker else None,
        "to_name": str(taker) if taker else "",
        "task": one.task,
        "languages": [one.language] if one.language else [],
        "due": one.due_on.isoformat() if one.due_on else "",
        "from": [handover.person.pk],
        "handed_over": True,
    }
    audit.record(
        edition,
        Verb.ASSIGN,
        by=handover.by,
        now=handover.now,
        from_state=edition.state,
        reason=handover.reason,
        detail=detail,
    )


def _title(edition: Edition) -> str:
    from editorial.comparison import diff

    return diff.title_of(edition)
