"""The audit chain: appending a line, and finding one that was altered, taken out or slipped in."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from editorial.base import text
from editorial.base.dates.safe import in_zone
from editorial.content import canonical
from editorial.models import Edition, Event
from editorial.states import Verb
from editorial.workflow import notice_jobs
from editorial.workflow.dated_now import dated_now
from editorial.workflow.roles import acting_as

if TYPE_CHECKING:
    from editorial.models import User

#: What the first line carries in the place of a hash before it.
GENESIS = "0" * 64


@dated_now()
def record(
    edition: Edition,
    verb: Verb,
    *,
    by: "User | None",
    now: datetime,
    from_state: str = "",
    reason: str = "",
    detail: dict[str, Any] | None = None,
    guest: str = "",
) -> Event:
    """Append one line on `edition` as it now is; the database numbers it and links it to the line before it.

    Whoever is to hear of it is told after the commit (`editorial.notices`). In what capacity `by` acted goes on record
    with it (`editorial.workflow.roles.acting_as`): people change their roles and parties.

    :param guest: the name that somebody without an account typed, where `by` is none.
    Raises TookTooLong where `now` is past.
    """
    event = Event.objects.create(
        at=now,
        by=by,
        by_name=(str(by) if by is not None else guest)[:300],
        verb=verb,
        document_id=edition.document_id,
        edition_id=edition.pk,
        digest=edition.digest,
        from_state=from_state,
        to_state=edition.state,
        reason=text.clean(reason),
        detail=canonical.canonical({**(detail or {}), Event.CAPACITY: acting_as.roles_and_party(by)}),
    )
    notice_jobs.follow(event)
    return event


def line_hash(event: Event) -> str:
    """SHA-256 of the line's own values and the hash before it, in hexadecimal; the same that the database made.

    The array is spelled as PostgreSQL spells `jsonb`: a space after each comma, nothing but what JSON requires escaped.
    """
    at = in_zone(event.at, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    values = [
        event.pk, event.previous_hash, at, event.by_id, event.by_name, event.verb, event.document_id, event.edition_id,
        event.digest, event.from_state, event.to_state, event.reason, event.detail,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class Fault:
    """What is wrong with the chain at one line: "altered", "missing" or "inserted"."""

    line: int
    what: str
    detail: str


def verify(*, head: str = "") -> Iterator[Fault]:
    """Walk the chain of events from its first line and yield every fault, oldest first.

    :param head: a head printed earlier and kept elsewhere; a chain in which it no longer occurs was cut or rewritten.
    """
    return walk(Event.objects.order_by("id").iterator(chunk_size=2000), line_hash, head=head)


def walk(lines: Iterable[Any], hash_of: Callable[[Any], str], *, head: str = "") -> Iterator[Fault]:
    """Walk a chain (lines with `pk`, `previous_hash` and `hash`, in their order) and yield every fault, oldest first.

    :param hash_of: computes a line's hash from its values.
    """
    previous_hash, expected = GENESIS, 1
    seen_head = not head
    for event in lines:
        if event.pk > expected:
            count = event.pk - expected
            last = event.pk - 1
            gone = f"line {expected} is" if count == 1 else f"lines {expected} to {last} are"
            yield Fault(expected, "missing", f"{gone} gone")
        if hash_of(event) != event.hash:
            yield Fault(event.pk, "altered", "what it says is not what was hashed when it was written")
        elif event.pk == expected and event.previous_hash != previous_hash:
            yield Fault(event.pk, "inserted", "it does not follow from the line before it")
        seen_head = seen_head or event.hash == head
        previous_hash, expected = event.hash, event.pk + 1
    if not seen_head:
        yield Fault(expected - 1, "missing", "the head kept elsewhere is no longer in the chain")


def head() -> Event | None:
    """The last line of the chain; none while nothing has happened."""
    return Event.objects.order_by("-id").first()
