"""The text of every published edition, read anew from its rows, against its digest, its signatures and the record."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from editorial.content import canonical, kept, kinds
from editorial.models import Edition, Event, Snapshot
from editorial.states import State, Verb
from editorial.verification.difference import Batch, Difference, batch

_PUBLISHING = (Verb.PUBLISH, Verb.SCHEDULE, Verb.PUBLISH_URGENTLY)


def check(after: Any, limit: int) -> Batch:
    """What published editions say: see `Check`."""
    events = Event.objects.filter(edition=OuterRef("pk")).order_by("-id")
    rows = list(
        Edition.objects.filter(state=State.PUBLISHED, pk__gt=after or 0)
        .order_by("pk")
        .annotate(
            kept=Exists(Snapshot.objects.filter(pk=OuterRef("digest"))),
            published=Subquery(events.filter(verb__in=_PUBLISHING).values("digest")[:1]),
            recorded=Subquery(events.values("to_state")[:1]),
        )
        .values(
            "pk",
            "document__kind",
            "digest",
            "digest_version",
            "signed_digest",
            "urgent_at",
            "kept",
            "published",
            "recorded",
            "state",
        )[:limit]
    )
    return batch(rows, limit, "pk", (difference for row in rows for difference in _differences(row)))


def _differences(row: Mapping[str, Any]) -> Iterator[Difference]:
    pk, digest = row["pk"], row["digest"]
    content = canonical.load(kinds.get_kind(row["document__kind"]), pk)
    if not kept.is_digest_of(digest, row["digest_version"], content):
        yield Difference("text", pk, {"digest": digest[:12]})
    if row["signed_digest"] != digest and row["urgent_at"] is None:
        yield Difference("signed_text", pk, {"digest": digest[:12], "signed": row["signed_digest"][:12] or "—"})
    if row["published"] != digest:
        yield Difference("recorded_text", pk, {"digest": digest[:12], "recorded": (row["published"] or "—")[:12]})
    if row["recorded"] != row["state"]:
        yield Difference("state", pk, {"state": row["state"], "recorded": row["recorded"] or "—"})
    if not row["kept"]:
        yield Difference("no_snapshot", pk, {"digest": digest[:12]})
