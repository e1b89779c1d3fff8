"""What changed in a text, in a few words of every language, for notices."""

from typing import Any

from django.utils import translation

from editorial.base import languages
from editorial.comparison import by_language, diff
from editorial.content import canonical, kept
from editorial.models import Edition, Event
from editorial.states import Verb

#: The steps that are told of with what changed.
TOLD_WITH = frozenset({Verb.SUBMIT, Verb.SIGN_OFF, Verb.PUBLISH, Verb.PUBLISH_URGENTLY})
#: How many fields are named; of the rest only their number.
NAMED = 6


def summary_of(event: Event) -> dict[str, Any]:
    """What the edition says otherwise than before: than at its last submission, else than the edition that it revises.

    Returns plain JSON: "languages" (codes), "labels" (by language of the reader, the first few fields), "more" (how
    many others), or "first" where there is nothing before it.
    """
    before = _submitted_before(event) if event.verb == Verb.SUBMIT else ""
    base = event.edition.based_on_id
    if not before and base is not None:
        before = Edition.objects.values_list("digest", flat=True).get(pk=base)
    return _between(before, event.digest)


def of_source(event: Event) -> dict[str, Any]:
    """What the source text says otherwise than when a translation was last attested, in the shape of `of`."""
    attested = Event.objects.filter(document_id=event.document_id, verb=Verb.ATTEST, pk__lt=event.pk).order_by("-pk")
    before = attested.values_list("digest", flat=True).first() or ""
    return _between(before, event.digest, only=event.edition.source_language)


def _submitted_before(event: Event) -> str:
    earlier = Event.objects.filter(edition_id=event.edition_id, verb=Verb.SUBMIT, pk__lt=event.pk).order_by("-pk")
    return earlier.values_list("digest", flat=True).first() or ""


def _between(before: str, after: str, *, only: str = "") -> dict[str, Any]:
    if not before:
        return {"first": True}
    found = kept.contents((before, after))
    if before == after or len(found) < 2:  # one of the two was never kept
        return {}
    old, new = found[before], found[after]
    codes = sorted(by_language.changes_by_language(old, new).languages)
    labels: dict[str, list[str]] = {}
    more = 0
    for code in languages.codes():
        with translation.override(code):
            named = _labels(old, new, only)
        labels[code], more = named[:NAMED], max(0, len(named) - NAMED)
    return {"languages": [code for code in codes if not only or code == only], "labels": labels, "more": more}


def _labels(old: canonical.Content, new: canonical.Content, only: str) -> list[str]:
    changes = [each for each in diff.compare(old, new) if not only or each.language == only]
    return list(dict.fromkeys(f"{each.part}: {each.label}" if each.part else each.label for each in changes))
