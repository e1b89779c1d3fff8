"""The live periods of a document's editions, one after the other; called by `transitions`, which holds the locks."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Subquery

from editorial.base import languages, text
from editorial.models import Edition, User, Withdrawal
from editorial.models.querysets import Begins
from editorial.states import State
from editorial.workflow.dated_now import dated_now


def period(begin: datetime, end: datetime | None) -> DateTimeTZRange:
    """From `begin` until just before `end`; without an end as long as nothing else is decided."""
    return DateTimeTZRange(begin, end, "[)")


def close_current(siblings: Iterable[Edition], *, at: datetime, now: datetime) -> datetime | None:
    """End the live period of the edition that is public at `at`, since its successor begins then.

    A withdrawal that was planned for later than `at` is dropped with its explanation: when, if there was one.
    """
    for other in siblings:
        live = other.live_during
        if live.lower < at and (live.upper is None or live.upper > at):
            planned = Withdrawal.objects.filter(edition=other.pk, at__gt=max(at, now)).delete()[0] > 0
            _set(other, live.lower, at)
            return live.upper if planned else None
    return None


def gap_left_by(edition: Edition) -> Callable[[], None]:
    """What fills the period of a scheduled edition once it is unscheduled: the edition before it goes on until the next
    one.
    """
    before, after = predecessor(edition), follower(edition)

    def fill() -> None:
        if before is not None:
            _set(before, before.live_during.lower, after.live_during.lower if after is not None else None)

    return fill


def move(edition: Edition, at: datetime) -> DateTimeTZRange:
    """Let a scheduled edition begin at `at`: its predecessor ends then. Returns its new period, which is stored."""
    before, live = predecessor(edition), edition.live_during
    # Two periods of a document never overlap, not even between two statements: what becomes shorter goes first.
    later = at > live.lower
    if later:
        _set(edition, at, live.upper)
    if before is not None:
        _set(before, before.live_during.lower, at)
    if not later:
        _set(edition, at, live.upper)
    return period(at, live.upper)


def predecessor(edition: Edition) -> Edition | None:
    """The edition that is superseded when this one begins; compared in the database, where both instants are exact."""
    found: Edition | None = Edition.objects.filter(
        document_id=edition.document_id, live_during__endswith=_begin_of(edition), withdrawal__isnull=True
    ).first()
    return found


def follower(edition: Edition) -> Edition | None:
    """The next edition of the document that becomes public after this one."""
    found: Edition | None = (
        Edition.objects.filter(
            document_id=edition.document_id, state=State.PUBLISHED, live_during__startswith__gt=_begin_of(edition)
        )
        .order_by("live_during")
        .first()
    )
    return found


def _begin_of(edition: Edition) -> Subquery:
    """The instant as it is stored, which may be one that Python cannot hold."""
    return Subquery(
        Edition.objects.filter(pk=edition.pk).order_by().annotate(begins=Begins("live_during")).values("begins")
    )


@dated_now()
def _set(edition: Edition, begin: datetime, end: datetime | None) -> None:
    Edition.objects.filter(pk=edition.pk).update(live_during=period(begin, end))


@dated_now()
def explain(
    edition: Edition,
    *,
    at: datetime,
    by: User,
    now: datetime,
    explanation: Mapping[str, str],
    needs_confirmation: bool,
    redirect_to: Any = None,
) -> None:
    """Keep why the edition ends at the instant `at`, per language code, and whether a second person confirms that."""
    texts = {languages.column("explanation", code): text.clean(explanation.get(code, "")) for code in languages.codes()}
    Withdrawal.objects.create(
        edition_id=edition.pk, at=at, redirect_to=redirect_to, decided_at=now, decided_by=by,
        needs_confirmation=needs_confirmation, **texts,
    )  # fmt: skip
