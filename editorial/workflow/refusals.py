"""Attempts at a step of the workflow that the rules refused: kept for administrators, bounded in number and age."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.db import transaction
from django.db.models import F

from editorial.base.reasons import NotAllowed, Reason
from editorial.models import Edition, RefusedAttempt, User
from editorial.states import Verb

#: Attempts of one person that are kept: nobody can crowd out what others tried.
MOST_OF_A_PERSON = 500
#: How long an attempt is kept after it was last made.
KEPT = timedelta(days=180)
#: The same attempt for the same reasons within this time of the last is counted, not told again.
AGAIN = timedelta(hours=1)
#: Characters of the reasons that are kept.
_MOST_WORDS = 4000

P = ParamSpec("P")
Moved = TypeVar("Moved")


def transition(verb: Verb) -> Callable[[Callable[P, Moved]], Callable[P, Moved]]:
    """Make a function of (edition, by=, now=, …) one transaction that does `verb`, and keep the attempt if it is
    refused.

    The attempt is written after the transaction was undone. Whoever does several in a transaction of their own and
    undoes that one keeps the refusals themselves (`keep`), as releases do.
    """

    def decorate(function: Callable[P, Moved]) -> Callable[P, Moved]:
        in_transaction = transaction.atomic(function)

        @wraps(function)
        def attempt(*args: P.args, **kwargs: P.kwargs) -> Moved:
            try:
                return in_transaction(*args, **kwargs)
            except NotAllowed as refusal:
                edition, by, now = cast(Edition, args[0]), cast(User, kwargs["by"]), cast(datetime, kwargs["now"])
                keep(edition, verb, reasons=refusal.reasons, by=by, now=now)
                raise

        return attempt

    return decorate


@transaction.atomic
def keep(edition: Edition, verb: Verb, *, reasons: Sequence[Reason], by: User, now: datetime) -> None:
    """Keep that `by` was refused `verb`, and forget the oldest attempts of this person beyond `MOST_OF_A_PERSON`."""
    theirs = RefusedAttempt.objects.filter(person=by)
    codes = " ".join(dict.fromkeys(reason.code for reason in reasons))[:500]
    same = theirs.filter(edition=edition.pk, verb=verb, codes=codes, last_at__gt=now - AGAIN)
    if same.update(count=F("count") + 1, last_at=now):
        return
    RefusedAttempt.objects.create(
        person=by, edition_id=edition.pk, verb=verb, codes=codes, first_at=now, last_at=now,
        reasons="\n".join(reason.message for reason in reasons)[:_MOST_WORDS],
    )  # fmt: skip
    beyond = theirs.order_by("-id").values_list("id", flat=True)[MOST_OF_A_PERSON : MOST_OF_A_PERSON + 1].first()
    if beyond is not None:
        theirs.filter(id__lte=beyond).delete()


def forget(*, now: datetime) -> int:
    """Forget what was last tried longer than `KEPT` ago; how many that were."""
    return RefusedAttempt.objects.filter(last_at__lt=now - KEPT).delete()[0]
