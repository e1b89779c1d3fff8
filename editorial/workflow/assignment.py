"""Giving the work on an edition to somebody, and saying by when a document should be read again.

Neither changes what an edition says nor how far it is: version, digest and state stay, so open forms stay valid.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.base import languages, text
from editorial.base.dates.bounds import problem_of_planned_day
from editorial.base.dates.safe import read_day
from editorial.models import Assignment, Edition, Event, Task, User
from editorial.states import OPEN, Verb
from editorial.workflow import audit, event_words
from editorial.workflow.attempt import Attempt
from editorial.workflow.locking import lock
from editorial.workflow.roles import eligibility
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason

#: Days change at midnight of the most western office; a day that has begun nowhere else is still to come there.
_WEST = timedelta(hours=12)


@transaction.atomic
def assign(
    edition: Edition, *, to: User | None, due: date | None, by: User, now: datetime, reason: str = ""
) -> list[Assignment]:
    """Ask `to` to do what this edition needs next, in the place of whoever was asked before; none to ask nobody.

    What that is follows from the state and the person: a writer writes a draft, a translator translates each of their
    languages, a reviewer signs for their party, a publisher publishes what is approved. It ends by itself when the
    edition moves on or the party has signed (`AssignmentQuerySet.in_force`).

    :param due: the day by which it should be done, or none.
    Returns the assignments as they now are. Raises NotAllowed.
    """
    if to is None:
        unassign(edition, person=None, by=by, now=now, reason=reason)
        return []
    row = lock(edition.pk)
    # Their account as it is now: a form may have been open while it was deactivated or moved to another party.
    to = User.objects.select_related("party").get(pk=to.pk)
    found = problems(row, to=to, due=due, by=by, now=now)
    if found:
        raise NotAllowed(found)
    given, before = [], defaultdict(list)
    for task, language, party in eligibility.tasks(row, to, eligibility.by_roles(to)):
        held = Assignment.objects.filter(edition=row, task=task, language=language, party=party).first()
        if held is not None and (held.state, held.round) == (row.state, row.round) and held.person_id != to.pk:
            before[held.person_id].append(task)
        one = held or Assignment(edition=row, task=task, language=language, party=party)
        one.person, one.due_on, one.reason = to, due, text.clean(reason)
        one.state, one.round, one.assigned_at, one.assigned_by = row.state, row.round, now, by
        one.save()
        given.append(one)
    detail = {
        "to": to.pk,
        "to_name": str(to),
        "task": given[0].task,
        "languages": [one.language for one in given if one.language],
        "due": due.isoformat() if due else "",
        "from": sorted(before),
    }
    audit.record(row, Verb.ASSIGN, by=by, now=now, from_state=row.state, reason=reason, detail=detail)
    return given


@transaction.atomic
def unassign(edition: Edition, *, person: User | None, by: User, now: datetime, reason: str = "") -> int:
    """Ask `person` no longer, or nobody at all; they may hand their own work back themselves.

    Returns how many assignments ended. Raises NotAllowed.
    """
    row = lock(edition.pk)
    permissions.require(Verb.ASSIGN, Attempt(row, by, now, to=person))
    held = Assignment.objects.in_force().filter(edition=row)
    if person is not None:
        held = held.filter(person=person)
    ending = list(held)
    if not ending:
        return 0
    Assignment.objects.filter(pk__in=[one.pk for one in ending]).delete()
    detail = {"to": None, "task": ending[0].task, "from": sorted({one.person_id for one in ending})}
    audit.record(row, Verb.ASSIGN, by=by, now=now, from_state=row.state, reason=reason, detail=detail)
    return len(ending)


def problems(edition: Edition, *, to: User, due: date | None = None, by: User, now: datetime) -> list[Reason]:
    """Why `by` may not give the work on this edition to `to`; empty means that they may."""
    found = permissions.problems(Verb.ASSIGN, Attempt(edition, by, now, to=to))
    if found:
        return found
    return [*eligibility.reasons(eligibility.Need(edition), to, eligibility.by_roles(to)), *_in_time(due, now)]


def assigned_to(person: User) -> QuerySet[Assignment]:
    """What `person` was asked to do and has not done, with editions and documents, the most urgent first."""
    found: QuerySet[Assignment] = (
        Assignment.objects.in_force()
        .filter(person=person, edition__state__in=OPEN)
        .select_related("edition__document", "party", "assigned_by")
    )
    return found


def assignees(editions: Iterable[Edition]) -> dict[int, list[Assignment]]:
    """Who was asked to do what with each of these editions, by the edition's primary key; one query."""
    found: dict[int, list[Assignment]] = defaultdict(list)
    rows = Assignment.objects.in_force().filter(edition__in=[edition.pk for edition in editions])
    for one in rows.select_related("person", "party", "assigned_by"):
        found[one.edition_id].append(one)
    return found


def candidates(edition: Edition, *, by: User, now: datetime) -> list[User]:
    """Everybody to whom `by` may give the work on this edition as it stands, by name; six queries."""
    if permissions.problems(Verb.ASSIGN, Attempt(edition, by, now, to=by)):
        return []
    alone = bool(permissions.problems(Verb.ASSIGN, Attempt(edition, by, now)))
    need = eligibility.Need(edition)
    return [
        person
        for person, may in eligibility.able_people()
        if (person == by or not alone) and not list(eligibility.reasons(need, person, may))
    ]


@transaction.atomic
def set_review_by(edition: Edition, *, review_by: date | None, by: User, now: datetime, reason: str = "") -> bool:
    """Say by which day somebody should read the edition's document again; none to let it stand; false when that was
    said already.

    Raises NotAllowed.
    """
    row = lock(edition.pk)
    found = review_by_problems(row, review_by=review_by, by=by, now=now)
    if found:
        raise NotAllowed(found)
    document = row.document
    if document.review_by == review_by:
        return False
    detail = {
        "before": document.review_by.isoformat() if document.review_by else "",
        "review_by": review_by.isoformat() if review_by else "",
    }
    document.review_by = review_by
    document.save(update_fields=["review_by"])
    audit.record(row, Verb.SET_REVIEW_BY, by=by, now=now, from_state=row.state, reason=reason, detail=detail)
    return True


def review_by_problems(edition: Edition, *, review_by: date | None, by: User, now: datetime) -> list[Reason]:
    """Why `by` may not set this day; empty means that they may. A day that stands may stand though it has passed."""
    found = permissions.problems(Verb.SET_REVIEW_BY, Attempt(edition, by, now))
    return found or ([] if edition.document.review_by == review_by else list(_in_time(review_by, now)))


@event_words.describes(Verb.ASSIGN, Verb.SET_REVIEW_BY, alone=True)
def in_words(event: Event) -> list[event_words.Note]:
    """What an event of giving work or of setting the review-by date says beside its name, for timelines."""
    return [event_words.Note(text) for text in _assigned_in_words(event)]


def _assigned_in_words(event: Event) -> list[str]:
    detail = event.data
    if event.verb == Verb.SET_REVIEW_BY:
        return [_("Read again by: %(day)s.") % {"day": _day(detail["review_by"])}] if detail["review_by"] else []
    if not detail["to"]:
        return [_("Nobody is asked any longer.")]
    said = [_("%(task)s: %(person)s") % {"task": Task(detail["task"]).label, "person": detail["to_name"]}]
    if detail["languages"]:
        said.append(languages.names(detail["languages"]))
    if detail["due"]:
        said.append(_("Due on: %(day)s.") % {"day": _day(detail["due"])})
    return said


def _day(value: str) -> str:
    day = read_day(value)
    return date_format(day, "DATE_FORMAT") if day else value


def _in_time(day: date | None, now: datetime) -> Iterable[Reason]:
    if day is not None and day < (now - _WEST).date():
        yield Reason("past", _("This day has passed. Choose one to come."))
    elif day is not None and (problem := problem_of_planned_day(day, now=now)):
        yield Reason("date_bounds", problem)
