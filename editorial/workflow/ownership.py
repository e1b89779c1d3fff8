"""Who answers for a document: its owner is told when it is published, when it is due to be read again, and on the desk.

As with `editorial.workflow.assignment`, nothing that an edition says changes; it goes on record on the newest edition.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from editorial.models import Document, Edition, Event, User
from editorial.states import State, Verb
from editorial.workflow import assignment, audit, event_words
from editorial.workflow.attempt import Attempt
from editorial.workflow.locking import lock
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import Reason


@transaction.atomic
def set_owner(edition: Edition, *, owner: User, by: User, now: datetime, reason: str = "") -> bool:
    """Let `owner` answer for the edition's document; false when they do already. Raises NotAllowed."""
    row = lock(edition.pk)
    document = row.document
    before = document.owner
    if before == owner:
        return False  # whoever answers already may be somebody whose account was closed since
    # Their account as it is now: a form may have been open while it was deactivated.
    owner = User.objects.get(pk=owner.pk)
    permissions.require(Verb.SET_OWNER, Attempt(row, by, now, to=owner))
    document.owner = owner
    document.save(update_fields=["owner"])
    record(row, before=before, owner=owner, by=by, now=now, reason=reason)
    return True


def record(
    edition: Edition, *, before: User, owner: User, by: User, now: datetime, reason: str = "", handed_over: bool = False
) -> None:
    """Put on record that `owner` answers for the edition's document now.

    :param handed_over: with all work of a person who leaves, of which the new owner is told once.
    """
    detail = {"to": owner.pk, "to_name": str(owner), "from": before.pk, "from_name": str(before)}
    given = {**detail, "handed_over": True} if handed_over else detail
    audit.record(edition, Verb.SET_OWNER, by=by, now=now, from_state=edition.state, reason=reason, detail=given)


@transaction.atomic
def change_document(document: Document, *, owner: User, review_by: date | None, by: User, now: datetime) -> None:
    """Say who answers for a document and by when somebody should read it again. Raises NotAllowed."""
    edition = newest(document)
    set_owner(edition, owner=owner, by=by, now=now)
    assignment.set_review_by(edition, review_by=review_by, by=by, now=now)


def problems(document: Document, *, owner: User, review_by: date | None, by: User, now: datetime) -> list[Reason]:
    """Why `keep` would be refused; empty means that it would not."""
    edition = newest(document)
    changes = owner.pk != edition.document.owner_id
    found = permissions.problems(Verb.SET_OWNER, Attempt(edition, by, now, to=owner)) if changes else []
    if review_by != edition.document.review_by:
        found += assignment.review_by_problems(edition, review_by=review_by, by=by, now=now)
    return list({reason.code: reason for reason in found}.values())


def newest(document: Document) -> Edition:
    """The newest edition that was not discarded, else the newest; every document begins with one."""
    editions = Edition.objects.filter(document=document).select_related("document").order_by("-number")
    return editions.exclude(state=State.DISCARDED).first() or editions[0]


@event_words.describes(Verb.SET_OWNER, alone=True)
def in_words(event: Event) -> list[event_words.Note]:
    """From whom to whom, for timelines."""
    told = {"before": event.data["from_name"], "owner": event.data["to_name"]}
    return [event_words.Note(_("%(owner)s answers for the document, after %(before)s.") % told)]
