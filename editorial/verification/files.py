"""The bytes of every file that is attached to a published edition, against the digest that was signed."""

from collections.abc import Mapping
from typing import Any

from editorial.base.files import store
from editorial.models import Attachment
from editorial.states import State
from editorial.verification.difference import Batch, Difference, batch


def check(after: Any, limit: int) -> Batch:
    """The files of published editions, each digest once: see `Check`."""
    rows = list(
        Attachment.objects.filter(edition__state=State.PUBLISHED, sha256__gt=after or "")
        .order_by("sha256", "edition_id")
        .distinct("sha256")
        .values("sha256", "size", "file", "edition_id")[:limit]
    )
    return batch(rows, limit, "sha256", (found for row in rows if (found := _difference(row)) is not None))


def _difference(row: Mapping[str, Any]) -> Difference | None:
    values = {"file": row["file"]}
    found = store.stored_digest(row["sha256"])
    if found == row["sha256"]:
        return None
    return Difference("file" if found else "file_gone", row["edition_id"], values)
