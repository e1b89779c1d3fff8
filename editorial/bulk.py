"""One piece of work done to many editions: the same rules for each, a transaction for each, a report on each.

One refused edition undoes nothing of the others. What is done here is done by the functions that do it to one edition.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.reasons import NotAllowed, Reason
from editorial.models import Assignment, BulkRun, BulkWork, Edition, NoticeType, User
from editorial.notices import send_notices
from editorial.states import OPEN, State, Verb
from editorial.workflow import assignment, outstanding_signatures
from editorial.workflow.attempt import Attempt
from editorial.workflow.locking import lock
from editorial.workflow.roles import eligibility
from editorial.workflow.rules import permissions

#: Editions in one go: more than a page of a list, and still done within a few seconds.
LIMIT = 200
#: How long a report can be read again.
KEPT = timedelta(days=1)

#: Per edition (primary key), in the order asked for: why it was refused; nothing if it was done.
Outcome = dict[int, list[Reason]]


class DoneAlready(Exception):
    """Raised when a form was sent twice; `run` is what the first sending did."""

    def __init__(self, run: BulkRun) -> None:
        self.run = run
        super().__init__(f"The run {run.pk} was made before.")


def assign(
    editions: Sequence[int], *, to: User | None, due: date | None, by: User, now: datetime, reason: str = ""
) -> Outcome:
    """Ask `to` to do what each of these editions needs next (see `assigning.assign`); none to ask nobody any longer."""
    return _each(editions, lambda one: assignment.assign(one, to=to, due=due, by=by, now=now, reason=reason))


def set_review_by(
    editions: Sequence[int], *, review_by: date | None, by: User, now: datetime, reason: str = ""
) -> Outcome:
    """Say by which day each document should be read again (see `assigning.set_review_by`)."""
    return _each(
        editions, lambda one: assignment.set_review_by(one, review_by=review_by, by=by, now=now, reason=reason)
    )


def remind(editions: Sequence[int], *, by: User, now: datetime, reason: str = "") -> Outcome:
    """Remind those who have each edition: whoever was asked, else those whose turn it is (see `whom_to_remind`).

    :param reason: what the reminder says beside the title; shown to those reminded.
    """
    people = eligibility.able_people()

    def one_of(edition: Edition) -> None:
        row = lock(edition.pk)
        permissions.require(Verb.ASSIGN, Attempt(row, by, now))
        to = [person for person in whom_to_remind(row, people) if person.pk != by.pk]
        if not to:
            raise NotAllowed([Reason("nobody", _("Nobody else has it who could be reminded."))])
        work = {one.person_id: one for one in Assignment.objects.in_force().filter(edition=row)}
        for person in to:
            due = work[person.pk].due_on if person.pk in work else None
            detail = {"quote": reason, "said": _reminder(row, by), **({"due": due.isoformat()} if due else {})}
            send_notices(NoticeType.REMINDER, to=[person], by=by, now=now, about=row, detail=detail)

    return _each(editions, one_of)


def whom_to_remind(edition: Edition, people: Iterable[tuple[User, eligibility.May]]) -> list[User]:
    """Who has an open edition: those asked, else the last writer, the parties whose turn it is, the publishers.

    :param people: from `ability.able_people`, read once for many editions.
    """
    asked = Assignment.objects.in_force().filter(edition=edition).select_related("person")
    given = {one.person_id: one.person for one in asked if one.person.is_active}
    if given:
        return list(given.values())
    state = State(edition.state)
    if state not in OPEN:
        return []
    need = eligibility.Need(edition)
    able = [person for person, may in people if not list(eligibility.reasons(need, person, may))]
    if state == State.IN_REVIEW:
        turn = {one.party.pk if one.party else None for one in outstanding_signatures.next_to_sign(need.missing)}
        return [person for person in able if turn & {person.party_id, None}]
    if state == State.APPROVED:
        return able
    return [person for person in able if person.pk == edition.changed_by_id]


def begin(key: UUID, *, work: BulkWork, kind: str, said: str, by: User, now: datetime) -> BulkRun:
    """Write down that a run begins, so that the same form sent twice does nothing twice.

    :param said: the values that were given, in words for its report.
    Raises DoneAlready, and NotAllowed where somebody else's run has this key.
    """
    BulkRun.objects.filter(at__lt=now - KEPT).delete()
    run, made = BulkRun.objects.get_or_create(
        pk=key, defaults={"work": work, "kind": kind, "by": by, "at": now, "said": said}
    )
    if made:
        return run
    if run.by_id != by.pk:
        raise NotAllowed([Reason("run", _("This form was used by somebody else. Choose the editions again."))])
    raise DoneAlready(run)


def end(run: BulkRun, outcome: Outcome) -> None:
    """Keep what came of a run."""
    run.outcome = {str(key): [str(reason) for reason in reasons] for key, reasons in outcome.items()}
    run.save(update_fields=["outcome"])


def require_few(editions: Sequence[int]) -> None:
    """Raise NotAllowed for more editions than are done in one go, or none."""
    if not editions:
        raise NotAllowed([Reason("none", _("Choose at least one edition."))])
    if len(editions) > LIMIT:
        raise NotAllowed(
            [
                Reason(
                    "many",
                    _("%(count)s editions are too many for one go; choose %(limit)s at most.")
                    % {"count": len(editions), "limit": LIMIT},
                )
            ]
        )


def _each(editions: Sequence[int], act: Callable[[Edition], object]) -> Outcome:
    wanted = list(dict.fromkeys(editions))
    require_few(wanted)
    found: Mapping[int, Edition] = Edition.objects.select_related("document").in_bulk(wanted)
    outcome: Outcome = {}
    for key in wanted:
        outcome[key] = _one(found.get(key), act)
    return outcome


def _one(edition: Edition | None, act: Callable[[Edition], object]) -> list[Reason]:
    if edition is None:
        return [Reason("gone", _("There is no such edition any more."))]
    try:
        with transaction.atomic():
            act(edition)
    except NotAllowed as refusal:
        return refusal.reasons
    except (Edition.DoesNotExist, IntegrityError):
        # The database's own guards saw what changed between the check and the writing.
        return [Reason("moved", _("It changed at this very moment. Look at it and try again."))]
    return []


def _reminder(edition: Edition, by: User) -> dict[str, str]:
    """The reminder's sentence in every language."""
    said = {}
    for code in languages.codes():
        with translation.override(code):
            title = languages.value(edition, "title", code) or languages.value(
                edition, "title", edition.source_language
            )
            said[code] = _("%(who)s reminds you of “%(title)s”") % {"who": by, "title": title}
    return said
