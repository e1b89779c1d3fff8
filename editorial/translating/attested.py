"""What an edition said when somebody last gave their word for a translation of it."""

import json
from collections.abc import Iterable, Mapping

from editorial.content import kept
from editorial.content.canonical import Content
from editorial.models import Attestation, Edition, Event
from editorial.states import Verb

#: Snapshot digests by language, by primary key of the edition.
Digests = dict[int, dict[str, str]]


def digests(editions: Iterable[Edition]) -> Digests:
    """Under which digest the content of each edition was kept when each language was last attested; two queries.

    An attestation names the source text alone, by the digest of one language. The event of the same word names the
    whole content; it may be that of an earlier edition, since a revision takes its attestations over.
    """
    there = {edition.pk: edition.document_id for edition in editions}
    words = Attestation.objects.filter(edition__in=there).values_list("edition_id", "language", "source_digest")
    wanted = {(edition, language): source for edition, language, source in words}
    if not wanted:
        return {}
    contents: dict[tuple[int, str, str], str] = {}
    events = Event.objects.filter(document__in={there[edition] for edition, _language in wanted}, verb=Verb.ATTEST)
    for document, digest, detail in events.order_by("-id").values_list("document_id", "digest", "detail"):
        data = json.loads(detail)
        contents.setdefault((document, data["language"], data["source"]), digest)
    found: Digests = {}
    for (edition, language), source in wanted.items():
        digest = contents.get((there[edition], language, source), "")
        if digest:
            found.setdefault(edition, {})[language] = digest
    return found


def bases(edition: Edition) -> Mapping[str, Content]:
    """By language, what the edition said when its translation was last attested; three queries."""
    known = digests([edition]).get(edition.pk, {})
    found = kept.contents(known.values())
    return {language: found[digest] for language, digest in known.items() if digest in found}


def attested_base(edition: Edition, language: str) -> Content | None:
    """`bases` for one language; none where it was never attested."""
    digest = digests([edition]).get(edition.pk, {}).get(language)
    return kept.content(digest or "")
