"""Taking translations over: each file whole or not at all, by the person who sends it, never attested."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from editorial.checks import requirements
from editorial.models import User
from editorial.translating import saving
from editorial.translating.units import SLUG
from editorial.translating.xliff.assessing import Assessment, Verdict, assess, named_edition
from editorial.translating.xliff.reading import SentFile
from editorial.workflow import drafts
from editorial.workflow.rules.permissions import NotAllowed

#: How many refused texts an event names; the report that is downloaded names all.
_NAMED = 50


@dataclass
class Taken:
    """What came of one file: the comparison under the lock, and the paths of the texts that were taken."""

    assessment: Assessment
    paths: list[str] = field(default_factory=list)


def take(
    sent: SentFile,
    *,
    by: User,
    now: datetime,
    only: tuple[int, str] | None = None,
    chosen: Collection[str] | None = None,
    opened: str | None = None,
) -> Taken:
    """Take the texts of one file into its draft, in one transaction.

    :param chosen: paths of the texts to take; none for all that nobody changed here since the export. A text that was
        changed here as well is taken only when it is named.
    :param opened: the digest of the content that the person compared the file with; none where nobody looked.
    Raises Stale when source or translation changed since then. What cannot be taken is told in the assessment.
    """
    edition = named_edition(sent)
    if edition is None:
        return Taken(assess(sent, by=by, now=now, only=only))
    found: Assessment | None = None
    try:
        with transaction.atomic():
            session = drafts.begin(edition.pk, by=by, now=now)
            found = assess(sent, by=by, now=now, only=only, session=session)
            if found.reasons or found.content is None:
                return Taken(found)
            if opened is not None and saving.has_moved(opened, found.content, found.language):
                raise drafts.Stale(session.edition)
            return Taken(found, _write(session, found, chosen=chosen))
    except NotAllowed as refused:
        found = found or assess(sent, by=by, now=now, only=only)
        found.reasons = found.reasons or list(refused.reasons)
        return Taken(found)


def _write(session: drafts.Session, found: Assessment, *, chosen: Collection[str] | None) -> list[str]:
    wanted = [
        one
        for one in found.with_verdict(Verdict.TAKE, Verdict.CONFLICT)
        if (one.verdict == Verdict.TAKE if chosen is None else one.path in chosen)
    ]
    texts = {one.path: one.text for one in wanted}
    if not texts or found.content is None:
        return []
    slug = _slug(found, texts)
    session.detail = {"xliff": record(found, list(texts))}
    saving.write(session, found.content, found.language, {**texts, **({SLUG: slug} if slug else {})})
    return list(texts)


def _slug(found: Assessment, texts: dict[str, str]) -> str:
    """An address made from the new title where there is none yet and nobody has it, as the edit form does."""
    edition, language, value = found.edition, found.language, found.content
    if edition is None or value is None or value["fields"][SLUG].get(language) or not texts.get("title"):
        return ""
    field: Any = edition._meta.get_field(SLUG)
    slug = slugify(texts["title"])[: field.max_length or 0].strip("-")
    taken = requirements.slug_holder(edition.document.kind, language, slug, besides=edition.document_id)
    return "" if taken else slug


def record(found: Assessment, paths: Collection[str]) -> dict[str, Any]:
    """What goes on record with the change: the file, how many texts were taken, left and refused, and which."""
    counts = found.counts()
    refused = [[one.path, one.code] for one in found.with_verdict(Verdict.REFUSED)]
    return {
        "file": found.sent.name,
        "language": found.language,
        "taken": len(paths),
        "unchanged": counts[Verdict.UNCHANGED],
        "empty": counts[Verdict.EMPTY],
        "left": counts[Verdict.TAKE] + counts[Verdict.CONFLICT] - len(paths),
        "refused": refused[:_NAMED],
        "refusals": len(refused),
    }
