"""Every kept text against the digest under which it is kept."""

from typing import Any

from editorial.content import digests
from editorial.models import Snapshot
from editorial.verification.difference import Batch, Difference, batch


def check(after: Any, limit: int) -> Batch:
    """What snapshots hold: see `Check`."""
    rows = list(Snapshot.objects.filter(pk__gt=after or "").order_by("pk").values("digest", "content")[:limit])
    return batch(
        rows,
        limit,
        "digest",
        (
            Difference("snapshot", None, {"digest": row["digest"][:12]})
            for row in rows
            if digests.digest_of_kept(row["content"]) != row["digest"]
        ),
    )
