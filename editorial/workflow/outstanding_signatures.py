"""Who an edition waits for: the signatures that are missing, and in words who has it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext as _

from editorial.models import Decision, Edition, SignOff
from editorial.states import OPEN, Standing, State
from editorial.workflow.signatures import Requirement, RuleBook


def signed(editions: Sequence[Edition]) -> dict[int, list[SignOff]]:
    """The sign-offs that count now (see `signing.signatures`) of many editions, by the edition's primary key; one
    query.
    """
    found: dict[int, list[SignOff]] = defaultdict(list)
    counting = SignOff.objects.filter(
        edition__in=[edition.pk for edition in editions],
        decision=Decision.SIGNED,
        round=F("edition__round"),
        digest=F("edition__digest"),
    )
    for sign_off in counting.select_related("party", "by").order_by("at"):
        found[sign_off.edition_id].append(sign_off)
    return found


def outstanding(editions: Iterable[Edition], *, kind: str) -> dict[int, list[Requirement]]:
    """The signatures that each of these editions (rows of their kind) still needs, in the order of their stages.

    Two queries, whatever the number of editions.

    Only editions in review wait for signatures; with none among them nothing is read.
    """
    reviewed = [edition for edition in editions if edition.state == State.IN_REVIEW]
    if not reviewed:
        return {}
    needed, given = RuleBook.for_kind(kind), signed(reviewed)
    return {
        edition.pk: [each for each in needed.needed_for(edition) if not each.met_by(given[edition.pk])]
        for edition in reviewed
    }


def next_to_sign(missing: Sequence[Requirement]) -> list[Requirement]:
    """Those of the missing signatures whose turn it is: all of the earliest stage."""
    stage = min((needed.stage for needed in missing), default=None)
    return [needed for needed in missing if needed.stage == stage]


def holder(edition: Edition, *, missing: Sequence[Requirement], now: datetime) -> str:
    """Who has the edition at `now`, in words; empty when nobody has to do anything.

    :param missing: the edition's outstanding signatures (see `outstanding`).
    """
    match State(edition.state):
        case State.DRAFT | State.CHANGES_REQUESTED:
            return str(edition.changed_by)
        case State.IN_REVIEW:
            return ", ".join(str(needed) for needed in next_to_sign(missing))
        case State.APPROVED:
            return _("Publishers")
        case State.PUBLISHED if edition.withdrawal_awaits_confirmation or (
            edition.awaits_confirmation and edition.standing(now) == Standing.LIVE
        ):
            return _("A second person, to confirm")
    return ""


def unsigned_by(editions: QuerySet[Any], party_id: int) -> QuerySet[Any]:
    """Those of the editions in review that this party has not signed in the present round."""
    own = SignOff.objects.filter(
        edition=OuterRef("pk"),
        round=OuterRef("round"),
        digest=OuterRef("digest"),
        decision=Decision.SIGNED,
        party=party_id,
    )
    return editions.filter(~Exists(own), state=State.IN_REVIEW)


def open_requests(edition: Edition) -> list[SignOff]:
    """The requests for changes that their parties have not settled by signing a text of this edition since, newest
    first.

    They stay through recall and resubmission, whether the text changed or not, for all who decide on it after; of each
    party the last one.
    """
    if edition.state not in OPEN or not edition.round:
        return []
    later = SignOff.objects.filter(edition=OuterRef("edition"), party=OuterRef("party"), pk__gt=OuterRef("pk"))
    asked = edition.signoffs.filter(~Exists(later), decision=Decision.CHANGES_REQUESTED)
    return list(asked.select_related("party", "by").order_by("-pk"))
