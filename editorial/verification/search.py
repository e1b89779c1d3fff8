"""What the search knows of published editions, against what they say."""

from collections.abc import Iterator, Mapping
from typing import Any

from editorial.content import canonical, kinds
from editorial.models import Edition
from editorial.search import index
from editorial.states import State
from editorial.verification.difference import Batch, Difference, batch


def check(after: Any, limit: int) -> Batch:
    """The entries of the search: see `Check`."""
    rows = list(
        Edition.objects.filter(state=State.PUBLISHED, pk__gt=after or 0)
        .order_by("pk")
        .values("pk", "document__kind")[:limit]
    )
    return batch(rows, limit, "pk", (difference for row in rows for difference in _differences(row)))


def _differences(row: Mapping[str, Any]) -> Iterator[Difference]:
    pk = row["pk"]
    content = canonical.load(kinds.get_kind(row["document__kind"]), pk)
    for language, wanted, there in index.differing_entries(pk, content):
        code = "search" if wanted and there else "search_missing" if wanted else "search_extra"
        yield Difference(code, pk, {"language": language})
