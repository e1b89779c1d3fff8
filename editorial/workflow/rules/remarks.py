"""Remarks that must be fixed before anything of their document is signed off."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from editorial.base.prepared_queries import DOCUMENT, Compiled
from editorial.models import Remark, RemarkEntry

#: How many are named; whoever has more to mend finds them on the screen.
NAMED = 3
_LONGEST = 80


def _first_words() -> Subquery:
    said = RemarkEntry.objects.filter(remark=OuterRef("pk")).order_by("pk")
    return Subquery(said.values("text")[:1])


_BARRING = Compiled(
    lambda: (
        Remark.objects.filter(document_id=DOCUMENT, must_fix=True, resolved_at__isnull=True)
        .order_by("pk")
        .annotate(words=_first_words())
        .values("pk", "words")
    )
)


@dataclass(frozen=True)
class BlockingRemark:
    """One remark that bars signatures, with the beginning of what it says."""

    pk: int
    words: str


def blocking_remarks(document_id: int) -> list[BlockingRemark]:
    """The remarks that bar the document's signatures, oldest first; one statement, compiled once."""
    return [BlockingRemark(row["pk"], excerpt(row["words"])) for row in _BARRING.rows(document=document_id)]


def excerpt(text: str, longest: int = _LONGEST) -> str:
    """The beginning of a text on one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"
