"""The record of administration: appending a line, and finding one that was altered, taken out or slipped in."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from editorial.base.dates.safe import in_zone
from editorial.content import canonical
from editorial.models import Act, AdministrationEvent, User
from editorial.workflow import audit
from editorial.workflow.dated_now import dated_now


@dated_now()
def write(
    act: Act, *, by: User, now: datetime, person: User | None = None, detail: Mapping[str, Any] | None = None
) -> AdministrationEvent:
    """Append one line; the database numbers it and links it to the line before it.

    Raises TookTooLong where `now` is past.
    """
    return AdministrationEvent.objects.create(
        at=now,
        by=by,
        by_name=str(by)[:300],
        verb=act,
        person=person,
        person_name=str(person)[:300] if person else "",
        detail=canonical.canonical(dict(detail or {})),
    )


def line_hash(line: AdministrationEvent) -> str:
    """SHA-256 of the line's own values and the hash before it, in hexadecimal; the same that the database made."""
    at = in_zone(line.at, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    values = [
        line.pk, line.previous_hash, at, line.by_id, line.by_name, line.verb, line.person_id, line.person_name,
        line.detail,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()


def verify(*, head: str = "") -> Iterator[audit.Fault]:
    """Walk the record from its first line and yield every fault, oldest first.

    :param head: the hash of a line, printed earlier and kept elsewhere; a record in which it no longer occurs was cut.
    """
    return audit.walk(AdministrationEvent.objects.order_by("id").iterator(chunk_size=2000), line_hash, head=head)


def head() -> AdministrationEvent | None:
    """The last line of the record; none while nothing has been recorded."""
    return AdministrationEvent.objects.order_by("-id").first()
