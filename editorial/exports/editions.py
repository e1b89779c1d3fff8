"""Editions to take away: the rows of a list as CSV, and whole editions with their history as JSON; both streamed."""

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.csv_cells import BYTE_ORDER_MARK, harmless
from editorial.base.dates.safe import in_zone
from editorial.content import canonical, kinds
from editorial.models import Edition, Event
from editorial.workflow import assignment, outstanding_signatures

#: Rows of a table at most.
MOST_ROWS = 10_000
#: Editions read at once for a table; their contents are never read.
AT_ONCE = 200


def as_csv(editions: Sequence[int], *, now: datetime, language: str) -> Iterator[str]:
    """RFC 4180 in UTF-8 with a byte-order mark, a row for each edition in the order given; no cell can begin a formula.

    :param language: the language of the heads and of the words in the cells; times are UTC (ISO 8601).
    """
    writer = csv.writer(_Echo())
    with translation.override(language):
        yield BYTE_ORDER_MARK + writer.writerow(_header())
    for start in range(0, min(len(editions), MOST_ROWS), AT_ONCE):
        some = editions[start : min(start + AT_ONCE, MOST_ROWS)]
        rows = Edition.objects.select_related("document__owner", "changed_by", "withdrawal").in_bulk(some)
        found = [rows[key] for key in some if key in rows]
        asked = assignment.assignees(found)
        missing = _missing(found)
        # Each batch by itself: between two of them this process may serve somebody in another language.
        with translation.override(language):
            lines = [_row(each, asked.get(each.pk, []), missing.get(each.pk, []), now) for each in found]
        for line in lines:
            yield writer.writerow([harmless(cell) for cell in line])


def as_json(editions: Sequence[int], *, now: datetime) -> Iterator[str]:
    """One JSON object: the time, and every edition with its content (`editorial.content.canonical`) and events.

    One edition is read at a time. The digest of each event's content and the hashes of the audit chain are there, so
    that what was taken away can be held against the record.
    """
    yield '{"format": "entente-editions", "version": 1, "at": ' + json.dumps(_iso(now)) + ', "editions": ['
    for place, key in enumerate(editions):
        edition = Edition.objects.select_related("document__owner", "changed_by").filter(pk=key).first()
        if edition is not None:
            yield (",\n" if place else "\n") + json.dumps(_whole(edition, now), ensure_ascii=False)
    yield "\n]}\n"


class _Echo:
    """A file that gives back what is written."""

    def write(self, value: str) -> str:
        return value


def _header() -> list[str]:
    return [
        _("Document"), _("Kind"), _("Edition"), *(f"{_('Title')} ({code})" for code in languages.codes()), _("State"),
        *(languages.name(code) for code in languages.codes()), _("With"), _("Assigned to"), _("Due"), _("Live from"),
        _("Live until"), _("Last change"), _("Changed by"), _("Owner"), _("Review by"), _("Digest"),
    ]  # fmt: skip


def _row(edition: Any, asked: Sequence[Any], missing: Sequence[Any], now: datetime) -> list[str]:
    live = edition.live_during
    standing = edition.standing(now)
    due = min((one.due_on for one in asked if one.due_on), default=None)
    return [
        str(edition.document.uuid),
        str(kinds.get_kind(edition.document.kind).model._meta.verbose_name),
        str(edition.number),
        *(languages.value(edition, "title", code) for code in languages.codes()),
        str(standing.label if standing else edition.get_state_display()),
        *(edition.language_status.get(code, "") for code in languages.codes()),
        outstanding_signatures.holder(edition, missing=missing, now=now),
        ", ".join(str(one.person) for one in asked),
        due.isoformat() if due else "",
        _iso(live.lower) if live else "",
        _iso(live.upper) if live and live.upper else "",
        _iso(edition.changed_at),
        str(edition.changed_by),
        str(edition.document.owner),
        edition.document.review_by.isoformat() if edition.document.review_by else "",
        edition.digest,
    ]


def _missing(editions: Sequence[Edition]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for kind in {each.document.kind for each in editions}:
        found.update(
            outstanding_signatures.outstanding([each for each in editions if each.document.kind == kind], kind=kind)
        )
    return found


def _whole(edition: Any, now: datetime) -> dict[str, Any]:
    live = edition.live_during
    standing = edition.standing(now)
    return {
        "document": str(edition.document.uuid),
        "kind": edition.document.kind,
        "number": edition.number,
        "state": edition.state,
        "standing": standing.value if standing else None,
        "live": [_iso(live.lower), _iso(live.upper) if live.upper else None] if live else None,
        "digest": edition.digest,
        "language_status": edition.language_status,
        "owner": str(edition.document.owner),
        "review_by": edition.document.review_by.isoformat() if edition.document.review_by else None,
        "content": canonical.content_of(edition),
        "events": [
            {
                "line": event.pk,
                "at": _iso(event.at),
                "by": event.by_name,
                "verb": event.verb,
                "from": event.from_state,
                "to": event.to_state,
                "reason": event.reason,
                "detail": event.data,
                "digest": event.digest,
                "previous_hash": event.previous_hash,
                "hash": event.hash,
            }
            for event in Event.objects.filter(edition=edition).order_by("id")
        ],
    }


def _iso(moment: datetime) -> str:
    return in_zone(moment, UTC).isoformat(timespec="seconds")
