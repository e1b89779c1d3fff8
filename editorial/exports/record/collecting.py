"""What the record of a document holds, as plain values: what goes into `record.json`."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from editorial.base import languages
from editorial.base.dates.safe import in_zone
from editorial.models import (
    Address,
    Attestation,
    Document,
    Edition,
    Event,
    Party,
    Release,
    SignOff,
    Snapshot,
    Withdrawal,
)
from editorial.workflow import audit

#: The name and the version of the shape; a reader that knows it can tell what it does not know.
FORMAT, VERSION = "entente-record", 1
_PEOPLE = (
    "created_by", "changed_by", "submitted_by", "approved_by", "published_by", "urgent_by", "confirmed_by",
    "discarded_by",
)  # fmt: skip
#: An event's columns, all of which enter its hash but the hash itself.
EVENT = (
    "id", "previous_hash", "at", "by_id", "by_name", "verb", "document_id", "edition_id", "digest", "from_state",
    "to_state", "reason", "detail", "hash",
)  # fmt: skip


def instant(value: datetime | None) -> str | None:
    """A moment in UTC with microseconds, as the hash of an event spells it (ISO 8601)."""
    return in_zone(value, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ") if value is not None else None


def gather(document: Document, *, by: str, now: datetime) -> dict[str, Any]:
    """Everything on record about a document but the texts themselves; a fixed number of queries.

    :param by: the name of whoever takes the record away.
    """
    editions = list(Edition.objects.filter(document=document).select_related(*_PEOPLE, "based_on").order_by("number"))
    keys = [edition.pk for edition in editions]
    head = audit.head()
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": instant(now),
        "made_by": by,
        "chain_head": {"line": head.pk, "hash": head.hash} if head else None,
        "document": {
            "id": document.pk,
            "uuid": str(document.uuid),
            "kind": document.kind,
            "owner": str(document.owner),
            "review_by": document.review_by.isoformat() if document.review_by else None,
        },
        "addresses": list(
            Address.objects.filter(document=document).order_by("pk").values("language", "path")
        ),
        "editions": [_edition(edition) for edition in editions],
        "events": [_event(event) for event in Event.objects.filter(document=document).order_by("id")],
        "signatures": [
            {
                "edition": each.edition_id, "round": each.round, "digest": each.digest, "party": each.party.code,
                "decision": each.decision, "remark": each.remark, "at": instant(each.at), "by": str(each.by),
            }
            for each in SignOff.objects.filter(edition__in=keys).select_related("party", "by").order_by("at", "pk")
        ],
        "attestations": [
            {
                "edition": each.edition_id, "language": each.language, "source_digest": each.source_digest,
                "still_valid": each.still_valid, "at": instant(each.at), "by": str(each.by),
            }
            for each in Attestation.objects.filter(edition__in=keys).select_related("by").order_by(
                "edition", "language"
            )
        ],
        "withdrawals": [
            {
                "edition": each.edition_id, "at": instant(each.at),
                "explanation": languages.values(each, "explanation"),
                "see_instead": str(each.redirect_to.uuid) if each.redirect_to else None,
                "decided_at": instant(each.decided_at), "decided_by": str(each.decided_by),
                "needs_confirmation": each.needs_confirmation, "confirmed_at": instant(each.confirmed_at),
                "confirmed_by": str(each.confirmed_by) if each.confirmed_by else None,
            }
            for each in Withdrawal.objects.filter(edition__in=keys).order_by("pk").select_related(
                "redirect_to", "decided_by", "confirmed_by"
            )
        ],
        "releases": [
            {
                "id": each.pk, "title": each.title, "note": each.note, "phase": each.phase,
                "public_at": instant(each.public_at), "made_at": instant(each.made_at),
            }
            for each in Release.objects.filter(items__edition__in=keys).distinct().order_by("pk")
        ],
        "parties": {
            str(party.pk): {"code": party.code, "name": languages.values(party, "name")}
            for party in Party.objects.order_by("pk")
        },
    }  # fmt: skip


def _edition(edition: Edition) -> dict[str, Any]:
    live = edition.live_during
    return {
        "id": edition.pk,
        "number": edition.number,
        "title": languages.values(edition, "title"),
        "state": edition.state,
        "digest": edition.digest,
        "signed_digest": edition.signed_digest,
        "based_on": edition.based_on.number if edition.based_on else None,
        "source_language": edition.source_language,
        "excepted_languages": edition.excepted_languages,
        "minor": edition.minor,
        "round": edition.round,
        "live_from": instant(live.lower) if live else None,
        "live_until": instant(live.upper) if live else None,
        "urgent_reason": edition.urgent_reason,
        **{name: str(getattr(edition, name)) if getattr(edition, name) else None for name in _PEOPLE},
        **{at: instant(getattr(edition, at)) for at in (name.replace("_by", "_at") for name in _PEOPLE)},
    }


def _event(event: Event) -> dict[str, Any]:
    return {name: instant(event.at) if name == "at" else getattr(event, name) for name in EVENT}


def digests(gathered: Mapping[str, Any]) -> list[str]:
    """The digests of all texts that were ever saved in the document, in the order in which they came to be."""
    named = [event["digest"] for event in gathered["events"]] + [edition["digest"] for edition in gathered["editions"]]
    return [digest for digest in dict.fromkeys(named) if digest]


def files(content: Mapping[str, Any]) -> dict[str, str]:
    """The files of a content: SHA-256 → the name under which the file is offered."""
    rows = content["parts"].get("attachment", [])
    return {row["sha256"]: row["file"] for row in rows if row.get("sha256")}


def snapshots(wanted: list[str]) -> "list[Snapshot]":
    """Some of the texts; few at a time, since a text of a hundred sections in three languages is large."""
    return list(Snapshot.objects.filter(pk__in=wanted).order_by("pk"))
